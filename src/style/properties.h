// The properties of a theme: one table for each group, from which come the parser, the defaults,
// the spelling hints and the reference. To add a property: a field in theme.h and a line here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "style/theme.h"

namespace garland {

// What relative lengths are measured by.
struct LengthContext {
  Length em;    // size of the style's own type
  Length line;  // leading of the body
};

// That of the theme's body text.
LengthContext context_of(const Theme& theme);

// "10.5pt", "24mm", "6in", "1.5em", "2lines"; "0" needs no unit. Nothing for other text and for
// lengths above 10,000 pt either way.
std::optional<Length> parse_length(std::string_view text, const LengthContext& context);

// "2%", "1.5%"; "0" needs no sign. Nothing for other text, for less than none and for more than 5
// %.
std::optional<Share> parse_share(std::string_view text);

// "5": digits alone, up to 1000. Nothing for other text.
std::optional<int> parse_count(std::string_view text);

// "true", "yes", "on" and their contraries. Nothing for other text.
std::optional<bool> parse_flag(std::string_view text);

// A value as messages name it: its words in quotation marks, or what it is instead of any.
std::string named_value(const Value& value);

// A field of Owner that themes may set. The field's type is the property's; `fallback` is the
// default as a theme would write it. Lengths are never below 0, unless they go to either side.
template <typename Owner>
struct Property {
  using Field = std::variant<Length Owner::*, bool Owner::*, std::string Owner::*, Color Owner::*,
                             TextAlign Owner::*, Share Owner::*, int Owner::*>;
  enum class Range { Positive, EitherSide };
  std::string_view name;
  Field field;
  std::string_view fallback;
  std::string_view help;
  Range range = Range::Positive;
};

std::span<const Property<TextStyle>> text_style_properties();
std::span<const Property<PageGeometry>> page_properties();
std::span<const Property<Theme>> theme_properties();

// A role, its name in themes and the role from which it takes its type where a theme says nothing.
struct RoleEntry {
  TextRole role;
  std::string_view name;
  TextRole parent;
  std::string_view help;
  unsigned white;  // bits of the indents and spaces that it heeds
};
std::span<const RoleEntry> text_roles();

// Whether the property of text is an indent or a space.
bool is_white(std::string_view property);
// Whether the property changes how text of the role is set; of indents and spaces not all do.
bool heeds(const RoleEntry& role, std::string_view property);

// Sets one property from the text of a theme. Gives false, and changes nothing, when the text is
// not of the property's type or range.
template <typename Owner>
bool set_property(Owner& owner, const Property<Owner>& property, std::string_view text,
                  const LengthContext& context);

// "a length such as 12pt, 5mm, 1em or 2lines, from 0 upwards": for messages and the reference.
template <typename Owner>
std::string_view expected(const Property<Owner>& property);

// Reports the map's keys that are none of `known`, each with the nearest of them, and what is
// neither a map nor nothing.
void report_strangers(std::string_view what, const Value& map,
                      const std::vector<std::string_view>& known, Diagnostics& diagnostics);

}  // namespace garland
