#include <algorithm>
#include <string>
#include <string_view>

#include "base/value.h"
#include "base/yaml.h"

namespace garland {
namespace {

// Whether a plain scalar of this text would read back as the same string.
bool is_plain_safe(const std::string& text) {
  if (text.empty() || kind_of_plain_scalar(text) != Value::Kind::String) return false;
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

std::string write_yaml(const Value& value) {
  if (value.is_scalar()) return yaml_scalar(value) + "\n";
  if (value.map.empty() && value.list.empty()) return value.is_map() ? "{}\n" : "[]\n";
  std::string out;
  write_block(out, value, 0);
  return out;
}

}  // namespace garland
