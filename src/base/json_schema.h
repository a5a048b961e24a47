// Pieces of JSON Schemas (draft 2020-12), from which the tables of keys make theirs.
#pragma once

#include <string_view>
#include <vector>

#include "base/value.h"

namespace garland::json_schema {

// {"type": name}
Value type(std::string_view name);
// One scalar: they are texts as written, and YAML's numbers and dates are as good.
Value text();
// One of these words.
Value words(const std::vector<std::string_view>& choices);
Value any_of(std::vector<Value> choices);
Value list_of(Value items);
Value one_or_list(const Value& item);
// A map with these keys and no others.
Value closed_object(Value properties);
// What `#/$defs/NAME` says.
Value reference(std::string_view name);

}  // namespace garland::json_schema
