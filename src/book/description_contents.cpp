// `contents:` and `introduction:`: which sources, in which parts, and what is said of each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "book/description_keys.h"
#include "book/description_values.h"
#include "document/marked_text.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

constexpr std::string_view kBibliography = "bibliography";
constexpr std::array<std::string_view, 3> kPartKeys = {"part", "introduction", "sources"};

bool is_reading_key(std::string_view key) { return contains(reading_keys(), key); }

void report_unknown_override(std::string_view key, SourceRange range, Diagnostics& diagnostics) {
  std::vector<std::string_view> names = metadata_keys();
  names.insert(names.end(), reading_keys().begin(), reading_keys().end());
  names.push_back("file");
  names.push_back(kBibliography);
  const std::string_view nearest = nearest_spelling(key, names);
  diagnostics.error("unknown-key", range, fmt::format("a source has no key `{}`", key),
                    nearest.empty() ? "see the README for the keys of a source"
                                    : fmt::format("did you mean `{}`?", nearest));
}

// Everything but files. Each value is tried on a scratch set, so that what is wrong with it is
// reported here, with its place in the description.
Value overrides_of(const Value& map, Diagnostics& diagnostics) {
  Value overrides = Value::make_map();
  for (const auto& [key, value] : map.map) {
    if (key == "file" || key == kBibliography) continue;
    Metadata scratch;
    if (is_reading_key(key)) {
      overrides.map.emplace_back(key, value);
    } else if (set_metadata(scratch, key, value, Origin::Description, diagnostics)) {
      if (!value.is_scalar() && names_people(key)) check_names(key, value, diagnostics);
      overrides.map.emplace_back(key, value);
    } else {
      report_unknown_override(key, value.key_place(), diagnostics);
    }
  }
  return overrides;
}

std::optional<SourceEntry> source_from(const Value& value, Diagnostics& diagnostics) {
  const Value* file = value.is_map() ? value.find("file") : &value;
  if (file == nullptr || value.is_list()) {
    diagnostics.error("wrong-type", value.range, "this entry names no file",
                      "write the file's path, or a map with `file:` and metadata");
    return std::nullopt;
  }
  SourceEntry entry;
  entry.file = folder_path(*file, diagnostics);
  if (entry.file.empty()) return std::nullopt;
  if (value.is_map()) entry.overrides = overrides_of(value, diagnostics);
  const Value* bibliography = value.find(kBibliography);
  if (bibliography != nullptr && !bibliography->is_null()) {
    entry.bibliography_files = named_files(*bibliography, diagnostics);
  }
  entry.range = file->range;
  return entry;
}

// "-" with nothing behind it.
bool is_nothing(const Value& member, Diagnostics& diagnostics) {
  if (!member.is_null()) return false;
  diagnostics.warning("empty-entry", member.range, "this entry is empty",
                      "write a file's path behind the “-”, or take it out");
  return true;
}

std::vector<SourceEntry> sources_from(const Value& list, Diagnostics& diagnostics) {
  std::vector<SourceEntry> sources;
  for (const Value& member : members_of(list)) {
    if (is_nothing(member, diagnostics)) continue;
    if (member.find("part") != nullptr) {
      diagnostics.error("nested-part", member.range, "a part stands inside a part",
                        "move it out, to the level of `contents:`");
      continue;
    }
    if (auto source = source_from(member, diagnostics)) sources.push_back(std::move(*source));
  }
  return sources;
}

std::string part_title(const Value& value, Diagnostics& diagnostics) {
  std::string title = without_title_marks(collapse_spaces(value.scalar));
  if (!value.is_scalar()) {
    diagnostics.error("wrong-type", value.range, "`part` should be text",
                      "write the part's title behind it, and its files under `sources:`");
  } else if (title.empty()) {
    diagnostics.warning("untitled-part", value.key_place(), "this part has no title",
                        "write one behind `part:`");
  }
  return title;
}

PartEntry part_from(const Value& map, Diagnostics& diagnostics) {
  PartEntry part;
  if (map.find("part") == nullptr) {
    diagnostics.warning("untitled-part", map.range, "this part has no title",
                        "add `part:` with its title, or list its sources by themselves");
  }
  for (const auto& [key, value] : map.map) {
    if (key == "part") {
      part.title = part_title(value, diagnostics);
    } else if (key == "introduction") {
      if (!value.is_null()) part.introduction = source_from(value, diagnostics);
    } else if (key == "sources") {
      part.sources = sources_from(value, diagnostics);
    } else {
      const std::string_view nearest = nearest_spelling(key, {kPartKeys.begin(), kPartKeys.end()});
      diagnostics.error("unknown-key", value.key_place(),
                        fmt::format("a part has no key `{}`", key),
                        nearest.empty() ? "its keys are part, introduction and sources"
                                        : fmt::format("did you mean `{}`?", nearest));
    }
  }
  if (part.sources.empty() && !part.introduction) {
    diagnostics.warning("empty-part", map.range,
                        fmt::format("the part “{}” has no sources", part.title),
                        "list them under `sources:`");
  }
  return part;
}

bool is_part(const Value& value) {
  return value.find("part") != nullptr || (value.is_map() && value.find("sources") != nullptr);
}

}  // namespace

const std::vector<std::string_view>& reading_keys() {
  static const std::vector<std::string_view> keys = {"format", "keep", "drop", "headings"};
  return keys;
}

// Sources between parts make an untitled part of their own, so that the order is kept.
void set_contents(Description& description, const Value& value, Diagnostics& diagnostics) {
  if (value.list.empty()) {
    diagnostics.warning("empty-contents", value.range,
                        "`contents:` lists nothing; all sources are taken in natural order",
                        "list the sources, or leave it out");
  }
  bool is_loose = false;  // the last part was made for sources outside of parts
  for (const Value& member : value.list) {
    if (is_nothing(member, diagnostics)) continue;
    if (is_part(member)) {
      description.parts.push_back(part_from(member, diagnostics));
      is_loose = false;
    } else if (auto source = source_from(member, diagnostics)) {
      if (!is_loose) description.parts.emplace_back();
      description.parts.back().sources.push_back(std::move(*source));
      is_loose = true;
    }
  }
}

void set_introduction(Description& description, const Value& value, Diagnostics& diagnostics) {
  description.introduction = source_from(value, diagnostics);
}

}  // namespace garland
