#include <doctest/doctest.h>

#include "references/references.h"
#include "trees.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document with_section(std::string title, Blocks entries) {
  Document document;
  document.blocks = {heading(1, "Waves"), paragraph("Body."), heading(1, std::move(title))};
  for (Block& entry : entries) document.blocks.push_back(std::move(entry));
  return document;
}

const Division* last_division(const Document& document) {
  return document.blocks.back().as<Division>();
}

}  // namespace

TEST_CASE("a section under a usual heading is the list of references, in any language") {
  for (const char* title :
       {"References", "7. References:", "WORKS CITED", "Bibliography", "Literatur", "Références",
        "Références bibliographiques", "Bibliografía", "Literatuurlijst", "Список литературы"}) {
    INFO("heading: ", title);
    Document document = with_section(title, {paragraph("Roe, Jane. 1999. The Sea. Harbour.")});
    mark_reference_list(document);
    REQUIRE(last_division(document) != nullptr);
    CHECK(last_division(document)->role == Division::Role::References);
    CHECK(last_division(document)->blocks.size() == 2);
    CHECK(document.inferences.size() == 1);
    CHECK(listed_references(document).size() == 1);
  }
}

TEST_CASE("marking a list twice changes nothing") {
  Document document = with_section("References", {paragraph("Roe, Jane. 1999. The Sea.")});
  mark_reference_list(document);
  mark_reference_list(document);
  CHECK(document.blocks.size() == 3);
  CHECK(document.inferences.size() == 1);
}

TEST_CASE("a heading such as Sources needs entries that look like entries") {
  Document rivers = with_section("Sources", {paragraph("The river has many springs. All flow.")});
  mark_reference_list(rivers);
  CHECK(last_division(rivers) == nullptr);
  Document books = with_section("Sources", {paragraph("Roe, Jane. The Sea. Harbour, 1999.")});
  mark_reference_list(books);
  CHECK(last_division(books) != nullptr);
}

TEST_CASE("the section ends at the next heading of its level") {
  Document document = with_section("References", {paragraph("Roe, Jane. 1999. The Sea.")});
  document.blocks.push_back(heading(1, "About the author"));
  document.blocks.push_back(paragraph("She sails."));
  mark_reference_list(document);
  REQUIRE(document.blocks.size() == 5);
  CHECK(document.blocks[2].as<Division>() != nullptr);
  CHECK(document.blocks[3].as<Heading>() != nullptr);
}

TEST_CASE("an item's first paragraph is the entry and the rest its annotation") {
  Document document = with_section(
      "References",
      {bullet_list({{paragraph("Fromm, Erich. (1956). The Art of Loving."), paragraph("A core.")},
                    {paragraph("[2] Roe, J. 1999. The Sea.")},
                    {paragraph("Films:"), bullet_list({{paragraph("Her. 2013.")}})}})});
  mark_reference_list(document);
  const auto entries = listed_references(document);
  REQUIRE(entries.size() == 3);
  CHECK(plain_text(entries[0].entry) == "Fromm, Erich. (1956). The Art of Loving.");
  CHECK(plain_text(entries[1].entry) == "Roe, J. 1999. The Sea.");
  CHECK(plain_text(entries[2].entry) == "Her. 2013.");
}

TEST_CASE("paragraphs between entries are annotations") {
  Document document =
      with_section("References", {paragraph("1. Roe, Jane. 1999. The Sea."),
                                  paragraph("This book is about the sea and those who sail it.")});
  mark_reference_list(document);
  const auto entries = listed_references(document);
  REQUIRE(entries.size() == 1);
  CHECK(plain_text(entries[0].entry) == "Roe, Jane. 1999. The Sea.");
}
