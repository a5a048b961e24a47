#include "readers/front_matter/references.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "document/metadata_values.h"

namespace garland {
namespace {

std::string two_digits(const std::string& number) {
  return number.size() == 1 ? "0" + number : number;
}

std::string joined_date(const std::vector<Value>& parts) {
  std::string date;
  for (const Value& part : parts) {
    if (!date.empty()) date += '-';
    date += two_digits(part.scalar);
  }
  return date;
}

// "2004-05", {date-parts: [[2004, 5]]}, {year: 2004, month: 5}, or a list of these for a span.
std::string date_text(const Value& value) {
  if (value.is_scalar()) return value.scalar;
  if (value.is_list()) {
    const bool is_parts = !value.list.empty() && value.list.front().is_scalar();
    if (is_parts) return joined_date(value.list);
    std::string dates;
    for (const Value& item : value.list) {
      if (!dates.empty()) dates += '/';
      dates += date_text(item);
    }
    return dates;
  }
  for (const char* key : {"date-parts", "literal", "raw"}) {
    if (const Value* found = value.find(key)) return date_text(*found);
  }
  std::vector<Value> parts;
  for (const char* key : {"year", "month", "day"}) {
    if (const Value* found = value.find(key)) parts.push_back(*found);
  }
  return joined_date(parts);
}

// CSL calls an organisation's name "literal".
Value plain_names(Value value) {
  for (Value& item : value.list) item = plain_names(std::move(item));
  if (const Value* literal = value.find("literal")) return Value::string(literal->scalar);
  return value;
}

std::string text_of(const Value& value) {
  if (value.is_scalar()) return value.scalar;
  std::string text;
  for (const Value& item : value.list) {
    if (!text.empty()) text += ", ";
    text += item.scalar;
  }
  return text;
}

bool is_date(std::string_view key) {
  return key == "issued" || key == "accessed" || key == "event-date" || key == "original-date";
}

ReferenceEntry entry_from(const Value& value) {
  ReferenceEntry entry;
  for (const auto& [key, field] : value.map) {
    if (key == "id") {
      entry.key = field.scalar;
    } else if (key == "type") {
      entry.type = field.scalar;
    } else if (key == "author") {
      entry.authors = contributors_from(plain_names(field), Role::Author);
    } else if (key == "editor") {
      entry.editors = contributors_from(plain_names(field), Role::Editor);
    } else if (key == "translator") {
      entry.translators = contributors_from(plain_names(field), Role::Translator);
    } else {
      std::string text = is_date(key) ? date_text(field) : text_of(field);
      if (!text.empty()) entry.fields.emplace_back(key, std::move(text));
    }
  }
  return entry;
}

}  // namespace

std::vector<ReferenceEntry> reference_entries_from(const Value& value) {
  std::vector<ReferenceEntry> entries;
  for (const Value& item : value.list) {
    ReferenceEntry entry = entry_from(item);
    if (!entry.key.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace garland
