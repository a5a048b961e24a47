// TOML 1.0 by toml++.
#define TOML_EXCEPTIONS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <sstream>

#include "base/value.h"

namespace garland {
namespace {

SourceRange place_of(const toml::source_region& region) {
  return SourceRange::at(region.begin.line, region.begin.column);
}

template <typename T>
std::string as_written(const T& value) {
  std::ostringstream stream;
  stream.imbue(std::locale::classic());
  stream << value;
  return stream.str();
}

// Nesting is bounded by the parser itself (toml++ stops at 256 levels).
Value to_value(const toml::node& node) {
  Value value;
  if (const auto* table = node.as_table()) {
    value = Value::make_map();
    // toml++ keeps tables sorted by key, which is an order of the data alone.
    for (const auto& [key, item] : *table) {
      value.map.emplace_back(std::string(key.str()), to_value(item));
    }
  } else if (const auto* array = node.as_array()) {
    value = Value::make_list();
    for (const auto& item : *array) value.list.push_back(to_value(item));
  } else if (const auto* text = node.as_string()) {
    value = Value::string(text->get());
  } else if (const auto* truth = node.as_boolean()) {
    value = Value::boolean(truth->get());
  } else if (const auto* integer = node.as_integer()) {
    value = Value::integer(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    value = Value::number(number->get());
  } else if (const auto* date = node.as_date()) {
    value = Value::string(as_written(date->get()));
  } else if (const auto* time = node.as_time()) {
    value = Value::string(as_written(time->get()));
  } else if (const auto* moment = node.as_date_time()) {
    value = Value::string(as_written(moment->get()));
  }
  value.range = place_of(node.source());
  return value;
}

}  // namespace

Result<Value> parse_toml(std::string_view text) {
  const toml::parse_result parsed = toml::parse(text);
  if (parsed.failed()) {
    return Error{fmt::format("this is not valid TOML: {}", parsed.error().description()),
                 "check quotes, brackets and equal signs here", place_of(parsed.error().source())};
  }
  return to_value(parsed.table());
}

}  // namespace garland
