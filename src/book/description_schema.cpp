// The description's keys as a JSON Schema (draft 2020-12), so that editors complete and check it.
#include <fmt/format.h>

#include <string>
#include <utility>

#include "book/description_keys.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

Value type(std::string_view name) {
  return Value::make_map({{"type", Value::string(std::string(name))}});
}

Value reference(std::string_view name) {
  return Value::make_map({{"$ref", Value::string(fmt::format("#/$defs/{}", name))}});
}

Value any_of(std::vector<Value> choices) {
  return Value::make_map({{"anyOf", Value::make_list(std::move(choices))}});
}

Value list_of(Value items) {
  Value list = type("array");
  list.set("items", std::move(items));
  return list;
}

// Scalars are texts as written: YAML's numbers and dates are as good.
Value text() {
  return Value::make_map(
      {{"type", Value::make_list({Value::string("string"), Value::string("number"),
                                  Value::string("boolean")})}});
}

Value one_or_list(const Value& item) { return any_of({item, list_of(item)}); }

Value object_of(const KeyTable& table);
Value packet_schema();

Value schema_of(KeyType key_type) {
  switch (key_type) {
    case KeyType::Text:
      return text();
    case KeyType::TextList:
      return one_or_list(text());
    case KeyType::Names:
      return reference("names");
    case KeyType::Boolean:
      return type("boolean");
    case KeyType::Source:
      return reference("source");
    case KeyType::Contents:
      return list_of(any_of({reference("part"), reference("source")}));
    case KeyType::Assets: {
      Value map = type("object");
      map.set("additionalProperties", type("string"));
      return map;
    }
    case KeyType::Settings:
      return type("object");
    case KeyType::Packet:
      return packet_schema();
    case KeyType::References:
      return object_of(references_keys());
    case KeyType::Attributions:
      return object_of(attributions_keys());
  }
  return {};
}

Value closed_object(Value properties) {
  Value object = type("object");
  object.set("properties", std::move(properties));
  object.set("additionalProperties", Value::boolean(false));
  return object;
}

Value object_of(const KeyTable& table) {
  Value properties = Value::make_map();
  for (const DescriptionKey& key : table) {
    Value schema = schema_of(key.type);
    schema.set("description",
               Value::string(key.default_value.empty()
                                 ? std::string(key.help)
                                 : fmt::format("{} (default: {})", key.help, key.default_value)));
    if (!key.synonym.empty()) properties.set(std::string(key.synonym), schema);
    properties.set(std::string(key.name), std::move(schema));
  }
  return closed_object(std::move(properties));
}

// The theme's own settings may stand there too.
Value packet_schema() {
  Value object = object_of(packet_keys());
  object.set("additionalProperties", Value::boolean(true));
  return object;
}

Value source_schema() {
  Value properties = Value::make_map();
  properties.set("file", type("string"));
  properties.set("bibliography", one_or_list(type("string")));
  for (const std::string_view key : metadata_keys()) {
    properties.set(std::string(key), Value::make_map());
  }
  for (const std::string_view key : reading_keys()) {
    properties.set(std::string(key), Value::make_map());
  }
  Value object = closed_object(std::move(properties));
  object.set("required", Value::make_list({Value::string("file")}));
  return any_of({type("string"), std::move(object)});
}

Value part_schema() {
  Value properties = Value::make_map();
  properties.set("part", text());
  properties.set("introduction", reference("source"));
  properties.set("sources", list_of(reference("source")));
  return closed_object(std::move(properties));
}

Value names_schema() {
  Value properties = Value::make_map();
  for (const std::string_view key : {"name", "family", "given", "orcid", "role"}) {
    properties.set(std::string(key), type("string"));
  }
  return one_or_list(any_of({type("string"), closed_object(std::move(properties))}));
}

}  // namespace

std::string description_schema() {
  Value schema = object_of(book_keys());
  schema.map.insert(schema.map.begin(),
                    {{"$schema", Value::string("https://json-schema.org/draft/2020-12/schema")},
                     {"title", Value::string("Garland book description")}});
  schema.set("$defs", Value::make_map({{"names", names_schema()},
                                       {"source", source_schema()},
                                       {"part", part_schema()}}));
  return write_json(schema) + "\n";
}

}  // namespace garland
