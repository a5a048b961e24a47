// The quotation marks of languages, after the delimiters of the Unicode CLDR.
#pragma once

#include <string_view>

namespace garland {

// UTF-8, with the space that belongs to the mark.
struct QuotationMarks {
  std::string_view open, close;
};

// For quotations whose marks the source leaves to us (HTML's q). `language` is a BCP 47 tag;
// `depth` is 0 for a quotation in the text, 1 for one inside it, and so on in turns. English marks
// for languages that have no entry.
QuotationMarks quotation_marks(std::string_view language, int depth);

// What a typed " or a typed ' stands for. A double mark stays a double mark where the language
// begins with single ones, and a single one a single mark.
QuotationMarks double_quotation_marks(std::string_view language);
QuotationMarks single_quotation_marks(std::string_view language);

}  // namespace garland
