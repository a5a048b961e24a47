#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>

#include "document/dump.h"
#include "document/json_fields.h"
#include "document/kind_names.h"

namespace garland {
namespace {

using json::fields;

// Blocks and, inside the innermost, inlines may nest as deep as a reader nests them.
constexpr int kDeepest = 2 * kMaxNesting;

// What all nodes of one document share while they are read.
struct Reading {
  std::optional<Error> error;  // the first
  int depth = 0;

  void fail(const Value& value, std::string message) {
    if (!error)
      error = Error{std::move(message), "compare it with what inspect writes", value.range};
  }
};

// Fills the fields of one node from a map. A field that is missing keeps its default.
class NodeReader {
 public:
  NodeReader(const Value& map, Reading& reading) : map_(map), reading_(reading) {
    if (!map.is_map()) reading.fail(map, "a node is no map");
  }

  template <typename Field>
  void operator()(std::string_view name, Field& field) {
    const Value* value = map_.find(name);
    if (value != nullptr && !reading_.error) read(*value, field);
  }

 private:
  void read(const Value& value, std::string& text) {
    if (value.kind != Value::Kind::String) return reading_.fail(value, "a text is expected");
    text = value.scalar;
  }
  void read(const Value& value, bool& truth) {
    if (value.kind != Value::Kind::Boolean)
      return reading_.fail(value, "true or false is expected");
    truth = value.scalar == "true";
  }
  template <typename Integer>
  requires std::is_integral_v<Integer>
  void read(const Value& value, Integer& number) {
    const char* end = value.scalar.data() + value.scalar.size();
    const auto [stop, error] = std::from_chars(value.scalar.data(), end, number);
    const bool is_whole = value.kind == Value::Kind::Number && error == std::errc() && stop == end;
    if (!is_whole) reading_.fail(value, "a whole number is expected");
  }
  void read(const Value& value, std::pair<std::string, std::string>& pair) {
    if (value.list.size() != 2) return reading_.fail(value, "a pair of texts is expected");
    read(value.list[0], pair.first);
    read(value.list[1], pair.second);
  }
  void read(const Value& value, SourceRange& range) {
    if (value.list.size() != 4) return reading_.fail(value, "a place is a list of four numbers");
    read(value.list[0], range.begin_line);
    read(value.list[1], range.begin_column);
    read(value.list[2], range.end_line);
    read(value.list[3], range.end_column);
  }
  template <typename Choice>
  requires std::is_enum_v<Choice>
  void read(const Value& value, Choice& choice) {
    const std::optional<Choice> named = choice_named<Choice>(value.scalar);
    if (!named) return reading_.fail(value, fmt::format("\"{}\" is not known here", value.scalar));
    choice = *named;
  }
  template <typename T>
  void read(const Value& value, std::vector<T>& list) {
    if (!value.is_list()) return reading_.fail(value, "a list is expected");
    list.resize(value.list.size());
    for (std::size_t index = 0; index < list.size(); ++index) read(value.list[index], list[index]);
  }
  void read(const Value& value, Block& block) { read_node(value, block); }
  void read(const Value& value, Inline& node) { read_node(value, node); }
  void read(const Value& value, Metadata& metadata) {
    NodeReader reader(value, reading_);
    for_each_field(metadata,
                   [&reader](std::string_view name, auto& field) { reader(name, field); });
  }
  template <typename Struct>
  requires std::is_class_v<Struct>
  void read(const Value& value, Struct& node) {
    NodeReader reader(value, reading_);
    fields(reader, node);
  }

  template <typename Node>
  void read_node(const Value& value, Node& node) {
    if (reading_.error) return;
    if (reading_.depth == kDeepest) return reading_.fail(value, "nodes are nested too deep");
    ++reading_.depth;
    NodeReader reader(value, reading_);
    std::string type;
    reader("type", type);
    if (!reader.read_content(type, node.content)) {
      reading_.fail(value, fmt::format("no kind of node here is called \"{}\"", type));
    }
    fields(reader, node.attributes);
    reader("range", node.range);
    --reading_.depth;
  }

  // Makes the alternative of that name; false when there is none.
  template <typename... Kinds>
  bool read_content(std::string_view type, std::variant<Kinds...>& content) {
    return (read_if_named<Kinds>(type, content) || ...);
  }
  template <typename Kind, typename Content>
  bool read_if_named(std::string_view type, Content& content) {
    if (type != kKindName<Kind>) return false;
    fields(*this, content.template emplace<Kind>());
    return true;
  }

  const Value& map_;
  Reading& reading_;
};

}  // namespace

Result<Document> from_json(const Value& value) {
  Reading reading;
  Document document;
  NodeReader reader(value, reading);
  int version = 0;
  reader("garland-document", version);
  if (!reading.error && version != json::kVersion) {
    reading.fail(value, fmt::format("no document of format {}", json::kVersion));
  }
  if (!reading.error) fields(reader, document);
  if (reading.error) return std::move(*reading.error);
  return document;
}

}  // namespace garland
