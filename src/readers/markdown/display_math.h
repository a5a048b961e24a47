// Formulas on lines of their own, as TeX marks them and MathJax finds them in a page.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace garland {

// A formula whose marks stand alone on their lines:
//   $$            \[            \begin{align}
//   a + b         a + b         a &= b
//   $$            \]            \end{align}
struct DisplayMath {
  std::size_t end_offset = 0;  // of the line that ends it
  std::string environment;     // "align"; empty between the other marks
};

// The formula that the line `own` begins, a line's text without its container's marks.
// `next_offset` is where the line below begins in `text`. No blank line may stand inside, and what
// is no formula that document/math knows is none, but between dollars, which mean nothing else.
std::optional<DisplayMath> display_math_at(std::string_view text, std::string_view own,
                                           std::size_t next_offset);

// Whether the line is such a formula, whole: "\[a = b\]".
bool is_display_line(std::string_view own);

// The end of the mark that `tex` begins with: "\]" of "\[", "\end{align}" of "\begin{align}". Empty
// where it begins with none.
std::string end_of_display(std::string_view tex);

// Whether the content of brackets with backslashes is a formula: one letter, or a sign or digit
// in it. Prose in escaped brackets is none.
bool looks_like_math(std::string_view content);

}  // namespace garland
