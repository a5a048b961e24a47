// The small pieces that pandoc's JSON is made of (pandoc-types 1.22, Text.Pandoc.Definition).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/value.h"
#include "document/document.h"

namespace garland::pandoc {

Value text_value(std::string_view text);

template <typename... Items>
Value list(Items&&... items) {
  std::vector<Value> made;
  made.reserve(sizeof...(items));
  (made.push_back(std::forward<Items>(items)), ...);
  return Value::make_list(std::move(made));
}

// {"t": kind}, and {"t": kind, "c": content}.
Value element(std::string_view kind);
Value element(std::string_view kind, Value content);

// The attribute triple: identifier, classes, pairs.
Value attributes_of(std::string_view id, const std::vector<std::string>& classes,
                    const std::vector<std::pair<std::string, std::string>>& pairs);
Value no_attributes();
Value class_alone(std::string_view name);

// The inlines of a plain text: Str for each word, Space for each run of spaces.
Value strings_of(std::string_view text);

// Moves the members of one list to the end of another.
void append(Value& list, Value more);

std::string_view alignment_name(Alignment alignment);
std::string_view style_name(List::Style style);

}  // namespace garland::pandoc
