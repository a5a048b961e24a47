// Plain data with its place in the source: what YAML, TOML and JSON all come down to. Front matter,
// the book description, themes and reports are Values first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "base/source_range.h"

namespace garland {

struct Value {
  enum class Kind { Null, Boolean, Number, String, List, Map };
  using Entry = std::pair<std::string, Value>;

  Kind kind = Kind::Null;
  // The scalar as written ("2024-05-01", "07", "true"): nothing is lost to a number's rounding.
  std::string scalar;
  std::vector<Value> list;
  std::vector<Entry> map;  // in source order; keys are unique
  SourceRange range;
  SourceRange key_range;  // of its key, where the value is a map's, but for TOML's

  // The place to name when the key itself is wrong.
  SourceRange key_place() const { return key_range.is_known() ? key_range : range; }

  static Value string(std::string text);
  static Value number(double number);  // shortest form that reads back the same
  static Value integer(long long number);
  static Value boolean(bool truth);  // NOLINT: the value is the argument
  static Value make_list(std::vector<Value> items = {});
  static Value make_map(std::vector<Entry> entries = {});

  bool is_null() const { return kind == Kind::Null; }
  bool is_scalar() const { return kind != Kind::List && kind != Kind::Map; }
  bool is_map() const { return kind == Kind::Map; }
  bool is_list() const { return kind == Kind::List; }

  // The entry of that key, or null when this is no map or has none.
  const Value* find(std::string_view key) const;
  // Appends or replaces. Requires a map.
  void set(std::string key, Value value);

  bool operator==(const Value&) const;  // ranges do not count
};

// Levels of lists and maps within each other that parse_yaml allows; parse_json allows four times
// as many, for whole document trees, and toml++ has a bound of its own.
constexpr std::size_t kMaxValueDepth = 100;

// Readers of the three notations. They bound nesting and size, and YAML's aliases count against the
// size; they refuse duplicate keys and never throw, and take time linear in the text. Errors carry
// the place.
Result<Value> parse_yaml(std::string_view text);
Result<Value> parse_toml(std::string_view text);
Result<Value> parse_json(std::string_view text);

// As parse_json, but of a key given twice the first value is kept; `ignored` takes the others'
// errors. (For YAML: base/yaml.h.)
Result<Value> parse_json_keeping_first(std::string_view text, std::vector<Error>& ignored);

// Leaves out of all scalars what no text may hold (control characters, non-characters), which
// notations write as "\u0007", with a warning at each.
void remove_control_characters(Value& value, Diagnostics& diagnostics);

// JSON text; indent 0 gives one line. Ends without a line end.
std::string write_json(const Value& value, int indent = 2);

// YAML block text that parse_yaml reads back equal. Ends with a line end.
std::string write_yaml(const Value& value);

}  // namespace garland
