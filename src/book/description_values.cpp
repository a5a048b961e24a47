#include "book/description_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/contains.h"
#include "base/files.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/isbn.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

// What a name's map may hold (document/names.cpp), the usual spellings first.
constexpr std::array<std::string_view, 14> kNameKeys = {
    "name",  "family",  "given",     "orcid",    "role",   "literal",    "last",
    "first", "surname", "last-name", "forename", "suffix", "first-name", "ORCID"};

void check_name_map(std::string_view key, const Value& map, Diagnostics& diagnostics) {
  for (const auto& [part, value] : map.map) {
    if (contains(kNameKeys, part)) continue;
    const std::string_view nearest = nearest_spelling(part, {kNameKeys.begin(), kNameKeys.end()});
    diagnostics.error("unknown-key", value.key_place(), fmt::format("a name has no key `{}`", part),
                      nearest.empty() ? "its keys are name, family, given, orcid and role"
                                      : fmt::format("did you mean `{}`?", nearest));
  }
  if (contributors_from(map, Role::Author).empty()) {
    diagnostics.error("wrong-type", map.range, fmt::format("`{}` has a map that names nobody", key),
                      "write the name itself, or {family: Roe, given: Jane}");
  }
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != '-' && c != ' ') digits += c == 'x' ? 'X' : c;
  }
  return digits;
}

}  // namespace

std::string folder_path(const Value& value, Diagnostics& diagnostics) {
  if (!value.is_scalar() || value.scalar.empty()) {
    diagnostics.error("wrong-type", value.range, "expected the path of a file", "");
    return {};
  }
  // Paths are taken as they are: a "%" is no escape here, and a leading "/" is not the folder.
  const bool is_elsewhere =
      value.scalar.starts_with('/') || value.scalar.find("://") != std::string::npos;
  std::string path = is_elsewhere ? std::string() : resolve_path("", encode_path(value.scalar));
  if (path.empty()) {
    diagnostics.error("unsafe-path", value.range,
                      fmt::format("“{}” is no file inside the folder", value.scalar),
                      "write the path from the folder of anthology.yaml, without “..”");
  }
  return path;
}

std::vector<Value> members_of(const Value& value) {
  if (value.is_list()) return value.list;
  return {value};
}

std::vector<NamedFile> named_files(const Value& value, Diagnostics& diagnostics) {
  std::vector<NamedFile> files;
  for (const Value& member : members_of(value)) {
    std::string path = folder_path(member, diagnostics);
    if (!path.empty()) files.push_back({std::move(path), member.range});
  }
  return files;
}

void check_names(std::string_view key, const Value& value, Diagnostics& diagnostics) {
  for (const Value& member : members_of(value)) {
    if (member.is_map()) {
      check_name_map(key, member, diagnostics);
    } else if (member.is_list() || trim(member.scalar).empty()) {
      diagnostics.error("wrong-type", member.range,
                        fmt::format("`{}` has an entry that is no name", key),
                        "write one name to an entry, or take it out");
    }
  }
}

std::string identifier_from(const Value& value, Diagnostics& diagnostics) {
  std::string text = collapse_spaces(value.scalar);
  std::string_view number = text;
  const std::string lower = to_lower(text);
  for (const std::string_view prefix : {"urn:isbn:", "isbn:", "isbn"}) {
    if (!lower.starts_with(prefix)) continue;
    number = trim(number.substr(prefix.size()));
    break;
  }
  const std::string digits = digits_of(number);
  if (is_isbn(digits)) return fmt::format("urn:isbn:{}", number);
  const bool is_meant_as_isbn = number.size() < text.size() || digits.size() == 13;
  if (is_meant_as_isbn) {
    diagnostics.warning("bad-identifier", value.range,
                        fmt::format("the ISBN “{}” is wrong: its check digit does not fit", number),
                        "compare it with the one you were given");
  } else if (scheme_of(text).empty()) {
    diagnostics.warning("bad-identifier", value.range,
                        fmt::format("the identifier “{}” is no ISBN, and too short a name to be "
                                    "the only one in the world",
                                    text),
                        "write an ISBN, or “urn:uuid:…”, or an address of your own; without "
                        "`identifier:` one is derived");
  }
  return text;
}

}  // namespace garland
