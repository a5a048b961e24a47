// How a work begins: its first paragraph and the letter that may stand large before it. One answer
// for both books.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "document/document.h"

namespace garland {

// The paragraph with which the text of a work begins: the first one, below headings, pictures and
// what stands before a text (epigraph, dedication, abstract). Null where something else comes first
// (a list, verse) or nothing. Its address is the document's own.
const Paragraph* opening_paragraph(const Document& document);

// The first letter of a paragraph, as offsets into its text: opening quotation marks and the like
// stand before it, and combining marks belong to it.
struct OpeningLetter {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
};

// The letter that may become a drop capital: a capital of a script that has capitals, with a word
// or the rest of one behind it. Nothing for a text that begins otherwise. Dutch IJ is one letter.
std::optional<OpeningLetter> opening_letter(std::string_view text, std::string_view language);

// Whether the letter has large and small forms, as in Latin, Greek, Cyrillic and Armenian.
bool has_capitals(char32_t letter);

}  // namespace garland
