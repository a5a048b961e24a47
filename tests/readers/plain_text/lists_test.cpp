#include <doctest/doctest.h>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

Document with_body(const std::string& list) {
  return read("A Title\n\n" + std::string(kBody) + " There are three:\n\n" + list + "\n\n" +
              std::string(kMore));
}

std::vector<std::string> items(const List& list) {
  std::vector<std::string> found;
  for (const ListItem& item : list.items) found.push_back(words_of(item.blocks));
  return found;
}

}  // namespace

TEST_CASE("lines with bullets are a list, with or without blank lines between") {
  const std::vector<std::string> expected = {"salt", "rope and tar", "a lamp"};
  struct Case {
    const char* text;
    bool is_tight;
  };
  const Case cases[] = {
      {"• salt\n• rope and tar\n• a lamp", true},
      {"  • salt\n  • rope and tar\n  • a lamp", true},
      {"• salt\n\n• rope and tar\n\n• a lamp", false},
      {"•salt\n•rope and tar\n•a lamp", true},
      {"- salt\n- rope and tar\n- a lamp", true},
      {"* salt\n* rope and tar\n* a lamp", true},
      {"– salt\n– rope and tar\n– a lamp", true},
      {"▪ salt\n▪ rope and tar\n▪ a lamp", true},
      {"‣ salt\n‣ rope and tar\n‣ a lamp", true},
      {"o salt\no rope and tar\no a lamp", true},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const Document document = with_body(item.text);
    const auto lists = all<List>(document);
    REQUIRE(lists.size() == 1);
    CHECK(lists[0]->kind == List::Kind::Bullet);
    CHECK(lists[0]->is_tight == item.is_tight);
    CHECK(items(*lists[0]) == expected);
    CHECK(has_inference(document, "list"));
  }
}

TEST_CASE("numbers in order are an ordered list of their style") {
  struct Case {
    const char* text;
    List::Style style;
    int start;
  };
  const Case cases[] = {
      {"1. salt\n2. rope\n3. lamp", List::Style::Decimal, 1},
      {"4) salt\n5) rope\n6) lamp", List::Style::Decimal, 4},
      {"(1) salt\n(2) rope\n(3) lamp", List::Style::Decimal, 1},
      {"a) salt\nb) rope\nc) lamp", List::Style::LowerAlpha, 1},
      {"A. salt\nB. rope\nC. lamp", List::Style::UpperAlpha, 1},
      {"i. salt\nii. rope\niii. lamp", List::Style::LowerRoman, 1},
      {"IV. salt\nV. rope\nVI. lamp", List::Style::UpperRoman, 4},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const Document document = with_body(item.text);
    const auto lists = all<List>(document);
    REQUIRE(lists.size() == 1);
    CHECK(lists[0]->kind == List::Kind::Ordered);
    CHECK(lists[0]->style == item.style);
    CHECK(lists[0]->start == item.start);
    CHECK(items(*lists[0]) == std::vector<std::string>{"salt", "rope", "lamp"});
  }
}

TEST_CASE("what only looks like a mark is none") {
  for (const char* text : {"1984. That was the year.", "3. May was cold that year.",
                           "- One dash alone begins no list.", "* A note without a mark.",
                           "– Is it you?\n– Who else would it be?\n– Then come in!"}) {
    CAPTURE(text);
    const Document document = with_body(text);
    CHECK(all<List>(document).empty());
    CHECK(words_of(document.blocks).find(std::string(text).substr(0, 8)) != std::string::npos);
  }
}

TEST_CASE("lists nest by indent") {
  const Document document = with_body("• tools\n    - rope\n    - tar\n• food\n    - salt");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 3);
  CHECK(lists[0]->items.size() == 2);
  CHECK(lists[1]->items.size() == 2);
  CHECK(lists[2]->items.size() == 1);
}

TEST_CASE("lists nest by mark where nothing is indented") {
  const Document document = with_body("• tools\n- rope\n- tar\n• food\n- salt\n- bread");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 3);
  CHECK(lists[0]->items.size() == 2);
}

TEST_CASE("a paragraph set in under an item belongs to it") {
  const Document document =
      with_body("  • tools\n\n    These are kept in the shed.\n\n  • food\n\n    This is not.");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  REQUIRE(lists[0]->items.size() == 2);
  CHECK(lists[0]->items[0].blocks.size() == 2);
  CHECK_FALSE(lists[0]->is_tight);
}

TEST_CASE("wrapped items are joined") {
  const Document document = read(
      "The Shed\n\n"
      "Whoever opens the shed behind the harbour office will find in it\n"
      "the things that nobody has asked for in a great many years, such\n"
      "as these:\n\n"
      "  * a coil of tarred rope that was bought for the ferry and which\n"
      "    has never been wet\n"
      "  * two lamps without glass, and the glass of a third one, in the\n"
      "    same box\n");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(items(*lists[0]) ==
        std::vector<std::string>{
            "a coil of tarred rope that was bought for the ferry and which has never been wet",
            "two lamps without glass, and the glass of a third one, in the same box"});
}

TEST_CASE("lines together after a colon are a list whose bullets were lost") {
  const Document document = with_body("A coil of rope\nTwo lamps without glass\nThe dog's bowl");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(lists[0]->kind == List::Kind::Bullet);
  CHECK(lists[0]->items.size() == 3);

  const Document code = with_body("let rope = coil();\nlet lamp = rope;");
  CHECK(all<List>(code).empty());
}

TEST_CASE("very deep and very long lists are read in bounded depth") {
  std::string text = "A Title\n\n";
  for (std::size_t i = 0; i < 3000; ++i) text += std::string(i % 400, ' ') + "• x\n";
  const Document document = read(text);
  std::size_t count = 0;
  for (const List* list : all<List>(document)) count += list->items.size();
  CHECK(count == 3000);
}

TEST_CASE("a bullet with its words on the next line is one item") {
  const Document document = with_body("  • \n    salt\n  • \n    rope and tar\n  •\n    a lamp");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(items(*lists[0]) == std::vector<std::string>{"salt", "rope and tar", "a lamp"});
  CHECK(all<ThematicBreak>(document).empty());
}

TEST_CASE("text set in less than the words of a numbered item is not the item's") {
  const Document document = with_body(
      "    1. salt\n    2. rope\n\n     \"It is not my dog,\" he says, \"but I am its "
      "keeper.\"");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(items(*lists[0]) == std::vector<std::string>{"salt", "rope"});
}

TEST_CASE("numbers set flush right are one list") {
  const Document document =
      with_body("    I. salt\n   II. rope\n  III. tar\n   IV. a lamp\n    V. the dog");
  const auto lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(lists[0]->items.size() == 5);
}

namespace {

// "1. a; b. c; ii. d": each ordered list with where it begins, from the outside in.
std::string numbering(const Document& document) {
  std::string found;
  for (const List* list : all<List>(document)) {
    const bool is_roman = list->style == List::Style::LowerRoman;
    const bool is_letters = list->style == List::Style::LowerAlpha;
    found += std::to_string(list->start) +
             (is_roman     ? "i"
              : is_letters ? "a"
                           : "") +
             "×" + std::to_string(list->items.size()) + " ";
  }
  return found;
}

}  // namespace

TEST_CASE("items keep the numbers they have") {
  struct Case {
    std::string_view what;
    const char* text;
    const char* expected;
  };
  const Case cases[] = {
      {"Roman numerals under letters",
       "(a) oil the lamp;\n(b) sweep the stair:\n(i) the upper one;\n(ii) the lower one;\n"
       "(c) wind the clock.",
       "1a×3 1i×2 "},
      {"letters that begin with an i are letters",
       "h) oil the lamp;\ni) sweep the stair;\nj) wind the clock.", "8a×3 "},
      {"numbers with a gap", "1. oil the lamp\n2. sweep the stair\n5. wind the clock\n6. go to bed",
       "1×2 5×2 "},
  };
  for (const Case& item : cases) {
    CAPTURE(item.what);
    CHECK(numbering(with_body(item.text)) == item.expected);
  }
}

TEST_CASE("sentences behind dashes are speech where a verb of saying is among them") {
  struct Case {
    std::string_view what;
    const char* text;
    std::size_t lists;
  };
  const Case cases[] = {
      {"Swedish", "– Den väntar, sa mormor.\n\n– På vad? frågade jag.\n\n– På vinden.", 0},
      {"Polish, one to a line", "– Czeka – powiedziała babcia.\n– Na co? – zapytał Jan.\n– Nic.",
       0},
      {"Spanish", "- Espera, dijo la abuela.\n- ¿A qué? preguntó Juan.\n- Al viento.", 0},
      {"a list of sentences", "– Oil the lamp.\n– Sweep the stair.\n– Wind the clock.", 1},
      {"a list of words", "– salt\n– rope and tar\n– a lamp", 1},
  };
  for (const Case& item : cases) {
    CAPTURE(item.what);
    CHECK(all<List>(with_body(item.text)).size() == item.lists);
  }
}
