#include "document/pandoc_values.h"

#include <algorithm>

namespace garland::pandoc {

Value text_value(std::string_view text) { return Value::string(std::string(text)); }

Value element(std::string_view kind) { return Value::make_map({{"t", text_value(kind)}}); }
Value element(std::string_view kind, Value content) {
  return Value::make_map({{"t", text_value(kind)}, {"c", std::move(content)}});
}

Value attributes_of(std::string_view id, const std::vector<std::string>& classes,
                    const std::vector<std::pair<std::string, std::string>>& pairs) {
  Value class_values = list();
  for (const std::string& name : classes) class_values.list.push_back(text_value(name));
  Value pair_values = list();
  for (const auto& [key, value] : pairs) {
    pair_values.list.push_back(list(text_value(key), text_value(value)));
  }
  return list(text_value(id), std::move(class_values), std::move(pair_values));
}

Value no_attributes() { return attributes_of("", {}, {}); }
Value class_alone(std::string_view name) { return attributes_of("", {std::string(name)}, {}); }

Value strings_of(std::string_view text) {
  Value made = list();
  for (std::size_t begin = 0; begin < text.size();) {
    if (text[begin] == ' ') {
      made.list.push_back(element("Space"));
      begin = std::min(text.find_first_not_of(' ', begin), text.size());
      continue;
    }
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    made.list.push_back(element("Str", text_value(text.substr(begin, end - begin))));
    begin = end;
  }
  return made;
}

void append(Value& list, Value more) {
  for (Value& item : more.list) list.list.push_back(std::move(item));
}

std::string_view alignment_name(Alignment alignment) {
  switch (alignment) {
    case Alignment::Left:
      return "AlignLeft";
    case Alignment::Center:
      return "AlignCenter";
    case Alignment::Right:
      return "AlignRight";
    case Alignment::Default:
      break;
  }
  return "AlignDefault";
}

std::string_view style_name(List::Style style) {
  switch (style) {
    case List::Style::LowerAlpha:
      return "LowerAlpha";
    case List::Style::UpperAlpha:
      return "UpperAlpha";
    case List::Style::LowerRoman:
      return "LowerRoman";
    case List::Style::UpperRoman:
      return "UpperRoman";
    case List::Style::Decimal:
      break;
  }
  return "Decimal";
}

}  // namespace garland::pandoc
