#include <doctest/doctest.h>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string article(const std::string& ending) {
  return "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n" +
         ending;
}

const Division* division(const Document& document, Division::Role role) {
  for (const Division* found : all<Division>(document)) {
    if (found->role == role) return found;
  }
  return nullptr;
}

const char* const kQuill = "Quill, Ada. (1956). Lamps of the North. Harbour Press.";
const char* const kRoe = "Roe, Jane. (1982). \"On Green.\" The Paint Review, 3(1), pp. 12-19.";

}  // namespace

TEST_CASE("a reference section is a division of entries in several languages") {
  for (const char* heading : {"References", "Works Cited", "Bibliography:", "Literatur",
                              "Références", "Referencias", "Список литературы", "参考文献"}) {
    CAPTURE(heading);
    const Document document =
        read(article(std::string(heading) + "\n\n" + kQuill + "\n\n" + kRoe + "\n"));
    const Division* references = division(document, Division::Role::References);
    REQUIRE(references != nullptr);
    REQUIRE(references->blocks.size() == 2);
    CHECK(references->blocks[0].as<Heading>() != nullptr);
    const auto* list = references->blocks[1].as<List>();
    REQUIRE(list != nullptr);
    REQUIRE(list->items.size() == 2);
    CHECK(words_of(list->items[0].blocks) == kQuill);
    CHECK(list->items[1].range.begin_line == 11);
  }
}

TEST_CASE("the text set in under an entry is its annotation") {
  const Document document = read(
      article(std::string("References\n\n  • ") + kQuill +
              "\n\n    This book counts the lamps. It is the only one that does.\n\n  • " + kRoe +
              "\n\n    This paper blames the paint.\n\nYou need to be logged in to comment\nLogin "
              "Sign up"));
  const Division* references = division(document, Division::Role::References);
  REQUIRE(references != nullptr);
  const auto* list = references->blocks[1].as<List>();
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 2);
  REQUIRE(list->items[0].blocks.size() == 2);
  CHECK(words_of({list->items[0].blocks[0]}) == kQuill);
  CHECK(words_of({list->items[1].blocks[1]}) == "This paper blames the paint.");
  CHECK(dropped(document).find("Login") != std::string::npos);
}

TEST_CASE("a section about sources is no reference list") {
  const Document document =
      read(article("Sources\n\n" + std::string(kBody) + "\n\n" + std::string(kMore)));
  CHECK(division(document, Division::Role::References) == nullptr);
  CHECK(headings(document) == std::vector<std::string>{"Sources"});
}

TEST_CASE("marks in brackets and the texts at the end become notes") {
  const Document document = read(
      "The Green Lighthouse\n\nThe lamp was lit in 1820 [1] and again in spring.[2] It has been "
      "burning ever since, more or less.\n\n" +
      std::string(kMore) + "\n\nNotes\n\n[1] So the plate says.\n\n[2] The year is not known.\n");
  REQUIRE(document.notes.size() == 2);
  CHECK(document.notes[0].label == "1");
  CHECK(words_of(document.notes[0].blocks) == "So the plate says.");
  std::vector<std::string> marks;
  query(document, [&marks](const Inline& node) {
    if (const auto* mark = node.as<NoteReference>()) marks.push_back(mark->label);
  });
  CHECK(marks == std::vector<std::string>{"1", "2"});
  CHECK(paragraphs(document)[0].substr(0, 44) == "The lamp was lit in 1820 and again in spring");
  CHECK(headings(document).empty());
}

TEST_CASE("the heading of the notes stays where the description keeps it") {
  ReaderOptions options;
  options.keep = {{"Notes", {}, Wisher::Entry}};
  const Document document = read("The Green Lighthouse\n\n" + std::string(kBody) + " [1]\n\n" +
                                     std::string(kMore) + "\n\nNotes\n\n[1] So they say.\n",
                                 options);
  CHECK(document.notes.size() == 1);
  CHECK(dropped(document) == "");
  CHECK(words_of(document.blocks).find("Notes") != std::string::npos);
}

TEST_CASE("notes stay text where a mark or a note is missing") {
  const Document document = read(
      "The Green Lighthouse\n\nThe lamp was lit in 1820 [1] and again in spring.[3] It has been "
      "burning ever since, more or less.\n\n[1] So the plate says.\n\n[2] The year is not "
      "known.\n");
  CHECK(document.notes.empty());
  CHECK(words_of(document.blocks).find("spring.[3] It") != std::string::npos);
}

TEST_CASE("what is said of the author at the end is an author's note") {
  const Document named =
      read("The Green Lighthouse\n\nBy Ada Quill\n\n" + std::string(kBody) + "\n\n" +
           std::string(kMore) + "\n\nAda Quill is a painter who lives on the sound.\n");
  REQUIRE(division(named, Division::Role::AuthorNote) != nullptr);

  const Document headed =
      read(article("About the author\n\nShe paints, and she lives on the sound.\n"));
  const Division* note = division(headed, Division::Role::AuthorNote);
  REQUIRE(note != nullptr);
  CHECK(note->blocks.size() == 2);
  CHECK(note->blocks[0].as<Heading>() != nullptr);
}

TEST_CASE(
    "signs that lead from an encyclopaedia's references back to the text are no part of them") {
  struct Case {
    const char* heading;
    const char* first;
    const char* second;
  };
  const Case cases[] = {
      {"References", "^ a b ", "^ "},       {"References", "^ Jump up to: a b c ", "^ "},
      {"Einzelnachweise", "↑ a b ", "↑ "},  {"Примечания", "↑ Перейти обратно: a b ", "↑ "},
      {"References", "1. ^ a b ", "2. ^ "},
  };
  for (const Case& item : cases) {
    CAPTURE(item.heading);
    CAPTURE(item.first);
    const Document document = read(article(std::string(item.heading) + "\n\n" + item.first +
                                           kQuill + "\n" + item.second + kRoe + "\n"));
    const Division* references = division(document, Division::Role::References);
    REQUIRE(references != nullptr);
    const auto* list = references->blocks[1].as<List>();
    REQUIRE(list != nullptr);
    REQUIRE(list->items.size() == 2);
    CHECK(words_of(list->items[0].blocks) == kQuill);
    CHECK(words_of(list->items[1].blocks) == kRoe);
  }
}
