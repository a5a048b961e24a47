// `contents:` and `introduction:`: which sources, in which parts, and what is said of each.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/unicode.h"
#include "book/description_keys.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 3> kPartKeys = {"part", "introduction", "sources"};

bool is_reading_key(std::string_view key) {
  return std::find(reading_keys().begin(), reading_keys().end(), key) != reading_keys().end();
}

void report_unknown_override(std::string_view key, SourceRange range, Diagnostics& diagnostics) {
  std::vector<std::string_view> names = metadata_keys();
  names.insert(names.end(), reading_keys().begin(), reading_keys().end());
  names.push_back("file");
  const std::string_view nearest = nearest_spelling(key, names);
  diagnostics.error("unknown-key", range, fmt::format("a source has no key `{}`", key),
                    nearest.empty() ? "see the README for the keys of a source"
                                    : fmt::format("did you mean `{}`?", nearest));
}

// Everything but the path. Each value is tried on a scratch set, so that what is wrong with it is
// reported here, with its place in the description.
Value overrides_of(const Value& map, Diagnostics& diagnostics) {
  Value overrides = Value::make_map();
  for (const auto& [key, value] : map.map) {
    if (key == "file") continue;
    Metadata scratch;
    if (is_reading_key(key) ||
        set_metadata(scratch, key, value, Origin::Description, diagnostics)) {
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
  entry.range = file->range;
  return entry;
}

std::vector<SourceEntry> sources_from(const Value& list, Diagnostics& diagnostics) {
  std::vector<SourceEntry> sources;
  for (const Value& member : members_of(list)) {
    if (member.is_null()) continue;
    if (member.find("part") != nullptr) {
      diagnostics.error("nested-part", member.range, "a part stands inside a part",
                        "move it out, to the level of `contents:`");
      continue;
    }
    if (auto source = source_from(member, diagnostics)) sources.push_back(std::move(*source));
  }
  return sources;
}

PartEntry part_from(const Value& map, Diagnostics& diagnostics) {
  PartEntry part;
  for (const auto& [key, value] : map.map) {
    if (key == "part") {
      part.title = collapse_spaces(value.scalar);
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
  bool is_loose = false;  // the last part was made for sources outside of parts
  for (const Value& member : value.list) {
    if (member.is_null()) continue;
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
