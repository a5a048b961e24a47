// The quotation marks of a language, for quotations whose marks the source leaves to us (HTML's q).
#pragma once

#include <string_view>

namespace garland {

struct QuotationMarks {
  std::string_view open, close;
};

// `depth` is 0 for a quotation in the text, 1 for one inside it, and so on in turns. English marks
// for languages that have no entry.
QuotationMarks quotation_marks(std::string_view language, int depth);

}  // namespace garland
