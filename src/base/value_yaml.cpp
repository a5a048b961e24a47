// YAML 1.2 by yaml-cpp. Events are taken instead of its node graph: they keep places, show
// duplicate keys, and let aliases be counted before they are expanded.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <utility>

#include "base/value.h"

namespace garland {
namespace {

constexpr std::size_t kMaxNodes = 200'000;

SourceRange place_of(const YAML::Mark& mark) {
  return SourceRange::at(static_cast<std::uint32_t>(mark.line + 1),
                         static_cast<std::uint32_t>(mark.column + 1));
}

struct YamlTrouble {
  Error error;
};

std::size_t node_count(const Value& value) {
  std::size_t count = 1;
  for (const Value& item : value.list) count += node_count(item);
  for (const auto& [key, item] : value.map) count += node_count(item);
  return count;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_number(std::string_view text) {
  std::size_t digits = 0;
  bool has_point = false;
  bool has_exponent = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '.' && !has_point && !has_exponent) {
      has_point = true;
    } else if ((c == 'e' || c == 'E') && digits > 0 && !has_exponent && i + 1 < text.size()) {
      has_exponent = true;
    } else if ((c == '-' || c == '+') && (i == 0 || text[i - 1] == 'e' || text[i - 1] == 'E')) {
      continue;
    } else {
      return false;
    }
  }
  return digits > 0;
}

// The core schema's tag resolution (YAML 1.2, 10.3.2), for plain scalars.
Value::Kind kind_of_plain(std::string_view text) {
  if (is_one_of(text, {"", "~", "null", "Null", "NULL"})) return Value::Kind::Null;
  if (is_one_of(text, {"true", "True", "TRUE", "false", "False", "FALSE"})) {
    return Value::Kind::Boolean;
  }
  return is_number(text) ? Value::Kind::Number : Value::Kind::String;
}

class YamlBuilder : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Value value;
    value.range = place_of(mark);
    put(std::move(value), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      throw YamlTrouble{
          {"an alias stands inside the value it names", "write the value out", place_of(mark)}};
    }
    count(node_count(found->second), mark);
    Value value = found->second;
    value.range = place_of(mark);
    put(std::move(value), 0);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    Value value;
    // yaml-cpp gives the tag "?" to plain scalars and "!" to quoted ones.
    value.kind = tag == "?" ? kind_of_plain(text) : Value::Kind::String;
    value.scalar = value.kind == Value::Kind::Null ? "" : text;
    value.range = place_of(mark);
    count(1, mark);
    put(std::move(value), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    start(Value::make_list(), mark, anchor);
  }
  void OnSequenceEnd() override { finish(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    start(Value::make_map(), mark, anchor);
  }
  void OnMapEnd() override { finish(); }

  Value take() { return std::move(root_); }

 private:
  struct Open {
    Value value;
    YAML::anchor_t anchor = 0;
    std::optional<std::string> key;  // of a map, read and waiting for its value
    SourceRange key_range;
  };

  void count(std::size_t nodes, const YAML::Mark& mark) {
    node_count_ += nodes;
    if (node_count_ > kMaxNodes) {
      throw YamlTrouble{{fmt::format("there are more than {} values", kMaxNodes),
                         "aliases multiply values; write fewer", place_of(mark)}};
    }
  }

  void start(Value value, const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (open_.size() >= kMaxValueDepth) {
      throw YamlTrouble{
          {fmt::format("values are nested more than {} deep", kMaxValueDepth), "", place_of(mark)}};
    }
    count(1, mark);
    value.range = place_of(mark);
    open_.push_back({std::move(value), anchor, std::nullopt, {}});
  }

  void finish() {
    Open done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.value), done.anchor);
  }

  void put(Value value, YAML::anchor_t anchor) {
    if (anchor != 0) anchors_[anchor] = value;
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    if (parent.value.is_list()) {
      parent.value.list.push_back(std::move(value));
    } else if (!parent.key) {
      take_key(parent, value);
    } else {
      value.key_range = parent.key_range;
      parent.value.map.emplace_back(*std::exchange(parent.key, std::nullopt), std::move(value));
    }
  }

  static void take_key(Open& parent, const Value& key) {
    if (!key.is_scalar()) {
      throw YamlTrouble{{"a key is a list or a map", "use a word as the key", key.range}};
    }
    if (parent.value.find(key.scalar) != nullptr) {
      throw YamlTrouble{
          {fmt::format("the key \"{}\" stands twice", key.scalar), "keep one of them", key.range}};
    }
    parent.key = key.scalar;
    parent.key_range = key.range;
  }

  Value root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Value> anchors_;
  std::size_t node_count_ = 0;
};

// yaml-cpp's parser is recursive and does not bound its depth; flow brackets and indentation are
// the ways to nest.
std::optional<Error> nesting_trouble(std::string_view text) {
  std::size_t depth = 0;
  std::uint32_t line = 1;
  std::size_t dashes_in_line = 0;
  std::size_t indent = 0;
  bool is_at_margin = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') ++line, dashes_in_line = 0, indent = 0;
    is_at_margin = c == '\n' || (is_at_margin && c == ' ');
    if (is_at_margin) ++indent;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && depth > 0) --depth;
    // "- - - -" and "? ? ?" nest within one line.
    if ((c == '-' || c == '?' || c == ':') && i + 1 < text.size() && text[i + 1] == ' ') {
      ++dashes_in_line;
    }
    if (std::max({depth, dashes_in_line, indent}) > 10 * kMaxValueDepth) {
      return Error{fmt::format("values are nested more than {} deep", kMaxValueDepth), "",
                   SourceRange::lines(line, line)};
    }
  }
  return std::nullopt;
}

// Whether a plain scalar of this text would read back as the same string.
bool is_plain_safe(const std::string& text) {
  if (text.empty() || kind_of_plain(text) != Value::Kind::String) return false;
  if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`=").find(text.front()) != std::string_view::npos) {
    return false;
  }
  if (text.find(": ") != std::string::npos || text.find(" #") != std::string::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F; });
}

std::string yaml_scalar(const Value& value) {
  if (value.is_null()) return "null";
  if (value.kind != Value::Kind::String || is_plain_safe(value.scalar)) return value.scalar;
  return write_json(value);  // a JSON string is a YAML double-quoted scalar
}

std::string yaml_key(const std::string& key) {
  return is_plain_safe(key) ? key : write_json(Value::string(key));
}

void write_block(std::string& out, const Value& value, std::size_t indent);

// What follows "key:" or "-": a scalar on the same line, or a deeper block.
void write_after_mark(std::string& out, const Value& value, std::size_t indent) {
  if (value.is_map() && value.map.empty()) {
    out += " {}\n";
  } else if (value.is_list() && value.list.empty()) {
    out += " []\n";
  } else if (value.is_scalar()) {
    out += " " + yaml_scalar(value) + "\n";
  } else {
    out += "\n";
    write_block(out, value, indent);
  }
}

void write_block(std::string& out, const Value& value, std::size_t indent) {
  const std::string margin(indent, ' ');
  for (const auto& [key, item] : value.map) {
    out += margin + yaml_key(key) + ":";
    write_after_mark(out, item, indent + 2);
  }
  for (const Value& item : value.list) {
    const bool is_block_map = item.is_map() && !item.map.empty();
    if (!is_block_map) {
      out += margin + "-";
      write_after_mark(out, item, indent + 2);
      continue;
    }
    // The first key stands behind the dash.
    std::string block;
    write_block(block, item, indent + 2);
    out += margin + "- " + block.substr(indent + 2);
  }
}

}  // namespace

Result<Value> parse_yaml(std::string_view text) {
  if (auto trouble = nesting_trouble(text)) return *trouble;
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    YamlBuilder builder;
    if (!parser.HandleNextDocument(builder)) return Value{};
    return builder.take();
  } catch (const YamlTrouble& trouble) {
    return trouble.error;
  } catch (const YAML::Exception& exception) {
    return Error{"this is not valid YAML: " + exception.msg,
                 "check indentation, quotes and colons here", place_of(exception.mark)};
  }
}

std::string write_yaml(const Value& value) {
  if (value.is_scalar()) return yaml_scalar(value) + "\n";
  if (value.map.empty() && value.list.empty()) return value.is_map() ? "{}\n" : "[]\n";
  std::string out;
  write_block(out, value, 0);
  return out;
}

}  // namespace garland
