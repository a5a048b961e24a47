// The description's keys as a JSON Schema (draft 2020-12), so that editors complete and check it.
#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/json_schema.h"
#include "book/description_keys.h"
#include "document/metadata_values.h"

namespace garland {
namespace {

using json_schema::any_of;
using json_schema::closed_object;
using json_schema::list_of;
using json_schema::one_or_list;
using json_schema::reference;
using json_schema::text;
using json_schema::type;
using json_schema::words;

Value object_of(const KeyTable& table);

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
      return reference("packet");
    case KeyType::References:
      return object_of(references_keys());
    case KeyType::Attributions:
      return object_of(attributions_keys());
    case KeyType::Indexes:
      return one_or_list(words(index_names()));
  }
  return {};
}

Value properties_of(const KeyTable& table) {
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
  return properties;
}

Value object_of(const KeyTable& table) { return closed_object(properties_of(table)); }

// The keys that the book takes from the packet's settings, and those that the theme does.
Value packet_schema(const Value& theme_settings) {
  Value properties = properties_of(packet_keys());
  for (const auto& [name, setting] : theme_settings.map) properties.set(name, setting);
  return closed_object(std::move(properties));
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

std::string description_schema(const Value& theme_settings) {
  Value schema = object_of(book_keys());
  schema.map.insert(schema.map.begin(),
                    {{"$schema", Value::string("https://json-schema.org/draft/2020-12/schema")},
                     {"title", Value::string("Garland book description")}});
  schema.set("$defs", Value::make_map({{"names", names_schema()},
                                       {"source", source_schema()},
                                       {"part", part_schema()},
                                       {"packet", packet_schema(theme_settings)}}));
  return write_json(schema) + "\n";
}

}  // namespace garland
