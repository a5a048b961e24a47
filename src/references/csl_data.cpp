#include "references/csl_data.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>
#include <utility>

#include "document/metadata_values.h"
#include "references/chicago.h"

namespace garland {
namespace {

std::string part(const Value& name, std::string_view key) {
  const Value* value = name.find(key);
  return value != nullptr && value->is_scalar() ? value->scalar : std::string();
}

std::string join(const std::string& left, const std::string& right) {
  return left.empty() || right.empty() ? left + right : left + " " + right;
}

Contributor name_from(const Value& value, Role role) {
  if (!value.is_map()) return contributor_from_name(value.scalar, role);
  Contributor name;
  name.role = role;
  name.name = part(value, "literal");
  if (!name.name.empty()) return name;
  name.family = join(part(value, "non-dropping-particle"), part(value, "family"));
  name.given = join(part(value, "given"), part(value, "dropping-particle"));
  const std::string suffix = part(value, "suffix");
  if (!suffix.empty()) name.given += (name.given.empty() ? "" : ", ") + suffix;
  name.name = join(join(part(value, "given"), part(value, "dropping-particle")), name.family);
  if (!suffix.empty()) name.name += " " + suffix;
  if (name.given.empty()) name.family.clear();  // "Homer": nothing to turn round
  return name;
}

std::vector<Contributor> names_from(const Value& value, Role role) {
  std::vector<Contributor> names;
  if (value.is_list()) {
    for (const Value& item : value.list) names.push_back(name_from(item, role));
  } else if (!value.is_null()) {
    names.push_back(name_from(value, role));
  }
  std::erase_if(names, [](const Contributor& name) { return name.name.empty(); });
  return names;
}

// [2004, 3, 1] -> "2004-03-01".
std::string date_part(const Value& parts) {
  if (!parts.is_list()) return parts.scalar;
  std::string date;
  for (std::size_t i = 0; i < parts.list.size() && i < 3; ++i) {
    date += i == 0 ? parts.list[i].scalar : fmt::format("-{:0>2}", parts.list[i].scalar);
  }
  return date;
}

// A date in any form that the schema allows, as ISO 8601; ranges "2004/2006".
std::string date_from_csl(const Value& value) {
  if (value.is_scalar()) return value.scalar;
  if (value.is_list()) return value.list.empty() ? "" : date_from_csl(value.list.front());
  if (const Value* parts = value.find("date-parts"); parts != nullptr && parts->is_list()) {
    std::string date;
    for (std::size_t i = 0; i < parts->list.size() && i < 2; ++i) {
      date += (i == 0 ? "" : "/") + date_part(parts->list[i]);
    }
    return date;
  }
  if (!part(value, "year").empty()) {  // pandoc's older form
    std::string date = part(value, "year");
    for (const std::string_view key : {"month", "day"}) {
      const std::string number = part(value, key);
      if (number.empty()) break;
      date += fmt::format("-{:0>2}", number);
    }
    return date;
  }
  return part(value, "raw").empty() ? part(value, "literal") : part(value, "raw");
}

ReferenceEntry entry_from(const Value& item) {
  ReferenceEntry entry;
  entry.type = "document";
  for (const auto& [key, value] : item.map) {
    if (key == "id") {
      entry.key = value.scalar;
    } else if (key == "type") {
      entry.type = value.scalar;
    } else if (key == "author") {
      entry.authors = names_from(value, Role::Author);
    } else if (key == "editor") {
      entry.editors = names_from(value, Role::Editor);
    } else if (key == "translator") {
      entry.translators = names_from(value, Role::Translator);
    } else if (key == "issued" || key == "accessed" || key == "original-date") {
      entry.fields.emplace_back(key, date_from_csl(value));
    } else if (value.is_scalar() && !value.scalar.empty()) {
      entry.fields.emplace_back(key, value.scalar);
    }
  }
  return entry;
}

const Value* items_of(const Value& data) {
  if (data.is_list()) return &data;
  for (const std::string_view key : {"references", "items"}) {
    const Value* items = data.find(key);
    if (items != nullptr && items->is_list()) return items;
  }
  return nullptr;
}

// The title says which entry is meant: people know it better than its line.
std::string without_id(const ReferenceEntry& entry) {
  const std::string_view title = field_of(entry, "title");
  return title.empty() ? "a reference has no “id”"
                       : fmt::format("the reference “{}” has no “id”", title);
}

}  // namespace

std::vector<ReferenceEntry> entries_from_csl(const Value& data, Diagnostics& diagnostics) {
  std::vector<ReferenceEntry> entries;
  const Value* items = items_of(data);
  if (items == nullptr) {
    diagnostics.error("broken-bibliography", data.range, "this is no list of references",
                      "write a list of CSL items, or put it under “references:”");
    return entries;
  }
  std::set<std::string> keys;
  for (const Value& item : items->list) {
    ReferenceEntry entry = entry_from(item);
    if (entry.key.empty()) {
      diagnostics.warning("missing-key", item.range, without_id(entry),
                          "give it one, so that articles can cite it");
    } else if (!keys.insert(entry.key).second) {
      diagnostics.warning("duplicate-key", item.range,
                          fmt::format("the key “{}” is used a second time", entry.key),
                          "give each entry a key of its own; the first one is used");
    } else {
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace garland
