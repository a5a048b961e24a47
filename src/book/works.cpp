#include "book/works.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "book/source_names.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

// A slug in ASCII. Readers of zip files disagree about other scripts, so a hash stands for them.
std::string ascii_slug(std::string_view text) {
  std::string name = slug(text);
  if (is_ascii(name) && !name.empty()) return name;
  name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return !is_ascii_byte(c); }),
             name.end());
  const std::size_t first = name.find_first_not_of('-');
  name = first == std::string::npos ? "" : name.substr(first);
  return fmt::format("{}{}{}", name, name.empty() || name.ends_with('-') ? "" : "-",
                     hex(fnv1a(text), 8));
}

void apply_overrides(Metadata& metadata, const Value& overrides) {
  // What is wrong with a value was reported when the description was read.
  Diagnostics reported;
  for (const auto& [key, value] : overrides.map) {
    set_metadata(metadata, key, value, Origin::Description, reported);
  }
}

constexpr std::string_view kUntitledIntroduction = "an introduction without a title";

void set_title(Metadata& metadata, std::string title, std::string rule) {
  metadata.title.value = make_text(std::move(title));
  metadata.title.origin = Origin::Inferred;
  metadata.title.rule = std::move(rule);
}

}  // namespace

std::string WorkIds::for_path(std::string_view path) {
  return unique(ascii_slug(without_suffix(path)));
}

std::string WorkIds::for_part(std::string_view title) {
  return title.empty() ? std::string() : unique("part-" + ascii_slug(title));
}

std::string WorkIds::unique(std::string wanted) {
  std::string id = wanted;
  for (int number = 2; !taken_.insert(id).second; ++number) {
    id = fmt::format("{}-{}", wanted, number);
  }
  return id;
}

std::string title_from_name(std::string_view name) {
  std::string title(name);
  std::replace_if(
      title.begin(), title.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  title = collapse_spaces(title);
  std::size_t offset = 0;
  if (title.empty()) return title;
  next_code_point(title, offset);
  return to_upper(title.substr(0, offset)) + title.substr(offset);
}

Work make_work(const ChosenSource& source, Document document, WorkIds& ids, const Words& words,
               Diagnostics& diagnostics) {
  Work work;
  work.id = ids.for_path(source.entry.file);
  work.document = std::move(document);
  Metadata& metadata = work.document.metadata;
  apply_overrides(metadata, source.entry.overrides);
  if (!trim(plain_text(metadata.title.value)).empty()) return work;
  if (source.place != ChosenSource::Place::Work) {
    set_title(metadata, std::string(words["introduction"]), std::string(kUntitledIntroduction));
    return work;
  }
  std::string title = title_from_name(file_name(without_suffix(source.entry.file)));
  if (title.empty()) title = words["untitled"];
  diagnostics.warning(
      "missing-title", {},
      fmt::format("this article has no title; “{}”, from its file name, stands in", title),
      "add `title:` to the file's front matter or to its entry under `contents:` "
      "in anthology.yaml");
  set_title(metadata, std::move(title), "the file's name");
  return work;
}

bool is_untitled_introduction(const Work& work) {
  return work.document.metadata.title.rule == kUntitledIntroduction;
}

}  // namespace garland
