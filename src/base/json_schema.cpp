#include "base/json_schema.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace garland::json_schema {

Value type(std::string_view name) {
  return Value::make_map({{"type", Value::string(std::string(name))}});
}

Value text() {
  return Value::make_map(
      {{"type", Value::make_list({Value::string("string"), Value::string("number"),
                                  Value::string("boolean")})}});
}

Value words(const std::vector<std::string_view>& choices) {
  Value list = Value::make_list();
  for (const std::string_view choice : choices) {
    list.list.push_back(Value::string(std::string(choice)));
  }
  return Value::make_map({{"enum", std::move(list)}});
}

Value any_of(std::vector<Value> choices) {
  return Value::make_map({{"anyOf", Value::make_list(std::move(choices))}});
}

Value list_of(Value items) {
  Value list = type("array");
  list.set("items", std::move(items));
  return list;
}

Value one_or_list(const Value& item) { return any_of({item, list_of(item)}); }

Value closed_object(Value properties) {
  Value object = type("object");
  object.set("properties", std::move(properties));
  object.set("additionalProperties", Value::boolean(false));
  return object;
}

Value reference(std::string_view name) {
  return Value::make_map({{"$ref", Value::string(fmt::format("#/$defs/{}", name))}});
}

}  // namespace garland::json_schema
