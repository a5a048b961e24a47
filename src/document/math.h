// Mathematics: what TeX's notation says, as a tree that the writers can set. Knows the notation of
// articles (amsmath's without its programming); what it does not know stays TeX.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/inline.h"

namespace garland {

struct MathNode {
  enum class Kind {
    Row,         // children side by side
    Identifier,  // `text`; slanted when it is one letter
    Number,
    Operator,  // a sign that stands between or before: + = ∑ →
    Bracket,   // as high as it is
    Fence,     // a bracket that grows with what is inside
    Words,     // text in the middle of a formula
    Space,     // `text` is the white space
    Fraction,  // two children: above, below
    Binomial,  // likewise, in brackets without a line
    Root,      // one child, or two: what is inside, and which root
    Scripts,   // three children: base, below, above; an absent one is an empty Row
    Limits,    // likewise, set under and over the base in displays
    Accent,    // one child and the sign over it in `text`
    Table,     // children are TableRows
    TableRow   // children are the cells
  };
  enum class Variant { Normal, Upright, Bold };
  Kind kind = Kind::Row;
  Variant variant = Variant::Normal;
  std::string text;  // UTF-8
  std::vector<MathNode> children;
};

// The formula of TeX text, without its dollar signs. Errors: a command that is not known, brackets
// that do not match, nesting over 40 deep or more than 10,000 nodes. Cost: linear.
Result<MathNode> parse_math(std::string_view tex);

// The formula in one line of text, for a page: slanted letters, raised and lowered scripts,
// fractions with a slash and with brackets where they are needed. Rows of a table are lines, those
// of a matrix parted by semicolons.
Inlines math_inlines(const MathNode& node);

// That line in characters alone: "E = mc²", with ^ and _ before scripts that Unicode has not. What
// parse_math does not know stays TeX.
std::string math_text(std::string_view tex);

// plain_text with the formulas inside as math_text: for where nothing but characters can stand, as
// in a table of contents.
std::string readable_text(const Inlines& inlines);

}  // namespace garland
