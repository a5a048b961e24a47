#include "book/opening.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace garland;

namespace {

Block paragraph(std::string words) { return {Paragraph{make_text(std::move(words))}, {}, {}}; }

std::string letter_of(std::string_view text, std::string_view language) {
  const auto letter = opening_letter(text, language);
  if (!letter) return {};
  return std::string(text.substr(letter->begin_offset, letter->end_offset - letter->begin_offset));
}

}  // namespace

TEST_CASE("a drop capital is a capital with a word behind it, and marks stand before it") {
  struct Row {
    std::string_view text, language, letter;
  };
  for (const Row& row : std::vector<Row>{
           {"Once upon a time", "en", "O"},
           {"A man came", "en", "A"},
           {"I, the writer", "en", "I"},
           {"“You came,” she said", "en", "Y"},
           {"‘“Nested,” he said", "en", "N"},
           {"« Où ? » dit-elle", "fr", "O"},
           {"«\u202FOui\u202F»", "fr", "O"},
           {"¿Qué hay?", "es", "Q"},
           {"L’été", "fr", "L"},
           {"Élan vital", "fr", "É"},
           {"E\u0301lan vital", "fr", "E\u0301"},
           {"IJs is koud", "nl", "IJ"},
           {"IJs", "en", "I"},
           {"Ωδή στον ήλιο", "el", "Ω"},
           {"Жили-были", "ru", "Ж"},
           {"X-rays pass", "en", "X"},
           // No letter, or none that may stand large.
           {"", "en", ""},
           {"“", "en", ""},
           {"1984 was a year", "en", ""},
           {"once in lower case", "en", ""},
           {"iPhone users", "en", ""},
           {"J. R. Roe", "en", ""},
           {"A4 paper", "en", ""},
           {"A", "en", ""},
           {"\uFFFC picture", "en", ""},
           {"كان يا ما كان", "ar", ""},
           {"एक समय की बात", "hi", ""},
           {"昔々", "ja", ""},
           {"היה היה", "he", ""},
           {"ქართული ენა", "ka", ""},
       }) {
    CAPTURE(row.text);
    CHECK(letter_of(row.text, row.language) == row.letter);
  }
}

TEST_CASE("a text opens with its first paragraph, below what stands before a text") {
  Document document;
  CHECK(opening_paragraph(document) == nullptr);

  Image image;
  image.target = "a.png";
  document.blocks.push_back({Heading{2, make_text("Introduction")}, {}, {}});
  document.blocks.push_back({Figure{}, {}, {}});
  document.blocks.push_back({Paragraph{{{image, {}, {}}, {SoftBreak{}, {}, {}}}}, {}, {}});
  document.blocks.push_back(
      {Division{Division::Role::Epigraph, {paragraph("Words of another.")}}, {}, {}});
  CHECK(opening_paragraph(document) == nullptr);
  document.blocks.push_back(paragraph("Here it begins."));
  document.blocks.push_back(paragraph("And goes on."));
  REQUIRE(opening_paragraph(document) != nullptr);
  CHECK(plain_text(opening_paragraph(document)->inlines) == "Here it begins.");

  document.blocks.insert(document.blocks.begin(), {List{}, {}, {}});
  CHECK(opening_paragraph(document) == nullptr);
}
