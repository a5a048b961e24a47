#include "base/value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace garland {

Value Value::string(std::string text) {
  Value value;
  value.kind = Kind::String;
  value.scalar = std::move(text);
  return value;
}

Value Value::number(double number) {
  Value value;
  value.kind = Kind::Number;
  value.scalar = fmt::format("{}", number);
  return value;
}

Value Value::integer(long long number) {
  Value value;
  value.kind = Kind::Number;
  value.scalar = fmt::format("{}", number);
  return value;
}

Value Value::boolean(bool truth) {
  Value value;
  value.kind = Kind::Boolean;
  value.scalar = truth ? "true" : "false";
  return value;
}

Value Value::make_list(std::vector<Value> items) {
  Value value;
  value.kind = Kind::List;
  value.list = std::move(items);
  return value;
}

Value Value::make_map(std::vector<Entry> entries) {
  Value value;
  value.kind = Kind::Map;
  value.map = std::move(entries);
  return value;
}

const Value* Value::find(std::string_view key) const {
  for (const auto& [name, value] : map) {
    if (name == key) return &value;
  }
  return nullptr;
}

void Value::set(std::string key, Value value) {
  assert(is_map());
  for (auto& [name, old] : map) {
    if (name == key) {
      old = std::move(value);
      return;
    }
  }
  map.emplace_back(std::move(key), std::move(value));
}

bool Value::operator==(const Value& other) const {
  return kind == other.kind && scalar == other.scalar && list == other.list && map == other.map;
}

}  // namespace garland
