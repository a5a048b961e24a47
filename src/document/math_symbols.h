// TeX's names of signs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/math.h"

namespace garland {

struct MathSymbol {
  std::string_view name;  // without the backslash
  MathNode::Kind kind = MathNode::Kind::Operator;
  std::string_view text;  // UTF-8
};

// The sign of this name, of TeX and amssymb; null for another name.
const MathSymbol* find_math_symbol(std::string_view name);

// The sign over a letter (\hat); none for another name.
std::optional<std::string_view> find_math_accent(std::string_view name);

// Whether the name is that of a function, set upright (\sin), and whether what is below it stands
// under it in displays (\lim).
bool is_math_function(std::string_view name);
bool has_limits(std::string_view name);

// A letter of the double-struck (\mathbb) or script (\mathcal) alphabet; the letter itself where
// the alphabet has none.
std::string double_struck(char letter);
std::string script_letter(char letter);

}  // namespace garland
