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

WorkIds::WorkIds(const std::vector<ChosenSource>& sources) {
  std::vector<Wish> wishes;
  for (const ChosenSource& source : sources) {
    wishes.push_back({ascii_slug(without_suffix(source.entry.file)), source.entry.file});
  }
  const std::vector<std::string> ids = grant(wishes);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    id_of_path_.emplace(std::move(wishes[i].self), ids[i]);
  }
}

void WorkIds::name_parts(std::vector<Part>& parts) {
  std::vector<Wish> wishes;
  for (const Part& part : parts) {
    if (part.title.empty()) continue;
    const Work& first = part.introduction ? *part.introduction : part.works.front();
    wishes.push_back({"part-" + ascii_slug(part.title), first.document.path});
  }
  const std::vector<std::string> ids = grant(wishes);
  auto id = ids.begin();
  for (Part& part : parts) {
    if (!part.title.empty()) part.id = *id++;
  }
}

std::vector<std::string> WorkIds::grant(const std::vector<Wish>& wishes) {
  // Which of those that want a name has it: what is called so already, or else comes first by name.
  const auto claim = [](const Wish& wish) {
    return std::pair(without_suffix(wish.self) != wish.name, std::string_view(wish.self));
  };
  std::map<std::string_view, const Wish*> owners;
  for (const Wish& wish : wishes) {
    const Wish*& owner = owners[wish.name];
    if (owner == nullptr || claim(wish) < claim(*owner)) owner = &wish;
  }
  std::vector<std::string> names;
  for (const Wish& wish : wishes) {
    const bool is_owner = owners[wish.name] == &wish;
    const std::string wanted =
        is_owner ? wish.name : fmt::format("{}-{}", wish.name, hex(fnv1a(wish.self), 6));
    names.push_back(wanted);
    for (int number = 2; !taken_.insert(names.back()).second; ++number) {
      names.back() = fmt::format("{}-{}", wanted, number);
    }
  }
  return names;
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

Work make_work(const ChosenSource& source, Document document, const WorkIds& ids,
               const Words& words, Diagnostics& diagnostics) {
  Work work;
  work.id = ids.of_path(source.entry.file);
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
