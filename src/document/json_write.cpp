#include <string_view>
#include <utility>

#include "document/dump.h"
#include "document/json_fields.h"
#include "document/kind_names.h"

namespace garland {
namespace {

using json::fields;

bool is_default(const std::string& text) { return text.empty(); }
bool is_default(const SourceRange& range) { return !range.is_known(); }
template <typename T>
bool is_default(const std::vector<T>& list) {
  return list.empty();
}
template <typename T>
bool is_default(const T& /*field*/) {
  return false;
}

// Makes the map of one node out of its fields.
class NodeWriter {
 public:
  template <typename Field>
  void operator()(std::string_view name, const Field& field) {
    if (!is_default(field)) set(name, value_of(field));
  }

  void set(std::string_view name, Value value) {
    map_.map.emplace_back(std::string(name), std::move(value));
  }
  Value take() { return std::move(map_); }

 private:
  static Value value_of(const std::string& text) { return Value::string(text); }
  static Value value_of(int number) { return Value::integer(number); }
  static Value value_of(bool truth) { return Value::boolean(truth); }
  static Value value_of(const std::pair<std::string, std::string>& pair) {
    return Value::make_list({Value::string(pair.first), Value::string(pair.second)});
  }
  static Value value_of(const SourceRange& range) {
    return Value::make_list({Value::integer(range.begin_line), Value::integer(range.begin_column),
                             Value::integer(range.end_line), Value::integer(range.end_column)});
  }
  template <typename Choice>
  requires std::is_enum_v<Choice>
  static Value value_of(Choice choice) { return Value::string(std::string(name_of(choice))); }
  template <typename T>
  static Value value_of(const std::vector<T>& list) {
    Value made = Value::make_list();
    made.list.reserve(list.size());
    for (const T& member : list) made.list.push_back(value_of(member));
    return made;
  }
  static Value value_of(const Block& block) { return value_of_node(block); }
  static Value value_of(const Inline& node) { return value_of_node(node); }
  static Value value_of(const Metadata& metadata) {
    NodeWriter writer;
    for_each_field(metadata, [&writer](std::string_view name, const auto& field) {
      if (field.is_set()) writer.set(name, value_of_struct(field));
    });
    return writer.take();
  }
  template <typename Struct>
  requires std::is_class_v<Struct>
  static Value value_of(const Struct& node) { return value_of_struct(node); }

  template <typename Struct>
  static Value value_of_struct(const Struct& node) {
    NodeWriter writer;
    fields(writer, node);
    return writer.take();
  }

  template <typename Node>
  static Value value_of_node(const Node& node) {
    NodeWriter writer;
    std::visit(
        [&writer]<typename Kind>(const Kind& content) {
          writer.set("type", Value::string(std::string(kKindName<Kind>)));
          fields(writer, content);
        },
        node.content);
    fields(writer, node.attributes);
    writer("range", node.range);
    return writer.take();
  }

  Value map_ = Value::make_map();
};

}  // namespace

Value to_json(const Document& document) {
  NodeWriter writer;
  writer("garland-document", json::kVersion);
  fields(writer, document);
  return writer.take();
}

}  // namespace garland
