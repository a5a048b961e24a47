#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/plain_text/code_signs.h"
#include "readers/plain_text/code_words.h"
#include "readers/plain_text/support.h"

namespace garland {

using test::all;
using test::kBody;
using test::kMore;
using test::read;

namespace {

std::vector<std::string> codes(const Document& document) {
  std::vector<std::string> found;
  for (const CodeBlock* code : all<CodeBlock>(document)) found.push_back(code->text);
  return found;
}

std::string between_paragraphs(std::string_view middle) {
  return "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(middle) + "\n\n" +
         std::string(kMore) + "\n";
}

}  // namespace

TEST_CASE("lines that only a program can read are code, kept as they stand") {
  const std::string_view cases[] = {
      "int ferry(int deck) {\n    return deck + 1;  // one dog\n}",
      "let dogs = 3;",
      "def whistle(times):\n    for i in range(times):\n        blow(i)\n\n    return times",
      "$ cd harbour\n$ ls -a",
      "<ul>\n  <li>Ferry</li>\n</ul>",
      "[ferry]\nname = \"Old Dog\"\ndeck = 2",
      "{\n  \"ferry\": \"Old Dog\",\n  \"deck\": 2\n}",
      "error[E12]: no such ferry\n --> harbour.rs:5:1\n  |\n5 | let ferry = none;\n  |             "
      "^^^^",
      "#include <ferry.h>\n\nint main(void) {\n    return 0;\n}",
      "SELECT name FROM ferries WHERE deck = 2;",
  };
  for (const std::string_view text : cases) {
    CAPTURE(text);
    const std::vector<std::string> found = codes(read(between_paragraphs(text)));
    REQUIRE(found.size() == 1);
    CHECK(found.front() == std::string(text) + "\n");
  }
  CHECK(test::has_inference(read(between_paragraphs(cases[0])), "code"));
}

TEST_CASE("prose is no code, whatever signs stand in it") {
  const std::string_view cases[] = {
      "Call open() before close(), or the ferry will not leave the harbour at all.",
      "He said: \"x = 5; y = 6\" and laughed until the whistle blew.",
      "The ferry (built 1920) -> the sound -> the islands, and then back again.",
      "See https://example.org/ferry?dog=1&deck=2",
      "Dogs welcome; cats tolerated; gulls ignored.",
      "E = mc2",
      "Ferries & Dogs",
  };
  for (const std::string_view text : cases) {
    CAPTURE(text);
    CHECK(codes(read(between_paragraphs(text))).empty());
  }
}

TEST_CASE("a command alone under a colon is code in a text that has code") {
  const std::string text = between_paragraphs(
      "let dogs = count(deck);\n\nThen you make the harbour ready:\n\nferrytool harbour new\n\n"
      "After that the ferry may leave, and the dog may come on board.");
  const std::vector<std::string> found = codes(read(text));
  REQUIRE(found.size() == 2);
  CHECK(found[1] == "ferrytool harbour new\n");
}

TEST_CASE("what stands under a label of code is code up to the next paragraph") {
  const std::string text = between_paragraphs(
      "BASH\n\n$ ferry status\n\nOUTPUT\n\nOn deck three\n\nno dogs (use \"ferry wait\" to "
      "wait)\n\n"
      "The next day it went on as before, and nobody asked.\n\nBASH\n\n$ ferry wait\n\nOUTPUT\n\n"
      "Waiting");
  const Document document = read(text);
  const std::vector<const CodeBlock*> found = all<CodeBlock>(document);
  REQUIRE(found.size() == 4);
  CHECK(found[0]->text == "$ ferry status\n");
  CHECK(found[0]->language == "bash");
  CHECK(found[1]->text == "On deck three\n\nno dogs (use \"ferry wait\" to wait)\n");
  CHECK(found[1]->language.empty());
  CHECK(found[3]->text == "Waiting\n");
}

TEST_CASE("code at the left edge of a text set in by lynx is no heading") {
  const Document document = read(
      "The Green Lighthouse\n\n"
      "   The ferry crosses the sound twice a day, and on most crossings there\n"
      "   is nobody on deck but the dog. It has learned to wait for the second\n"
      "   whistle, which comes late. It is opened so:\nferry open --deck 2\nferry wait\n\n"
      "   Nobody remembers who painted the lighthouse green, though everyone\n"
      "   agrees that it was a mistake.\n     * Tickets\n");
  const std::vector<std::string> found = codes(document);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == "ferry open --deck 2\nferry wait\n");
}

TEST_CASE("code that html2text sets in stands at the left edge, with its own indents") {
  const Document document = read(
      "The Green Lighthouse\n\n"
      "The ferry crosses the_open_sound twice a day, and on most crossings there is\n"
      "nobody on deck but the_old_dog. It has learned to wait for the second whistle\n"
      "of_the_pier like this:\n\n  whistle twice\n    then wait\n\n* Tickets\n* Timetable\n");
  const std::vector<std::string> found = codes(document);
  REQUIRE(found.size() == 1);
  CHECK(found[0] == "whistle twice\n  then wait\n");
}

TEST_CASE("no block of code holds a paragraph of sentences") {
  const std::string code = "int f(int a) {\n    return a;\n}";
  for (const std::string_view prose : {kBody, kMore}) {
    const std::string text = between_paragraphs(code + "\n\n" + std::string(prose) + "\n\n" + code);
    for (const std::string& block : codes(read(text))) {
      CHECK(block.find(prose.substr(0, 40)) == std::string::npos);
    }
  }
}

TEST_CASE("a line that the description drops is dropped among code too") {
  ReaderOptions options;
  options.drop = {{"Copy this", {}, Wisher::Entry}};
  const Document document =
      read("The Boat\n\n" + std::string(kBody) +
               "\n\n$ make boat\n$ cd boat\n\nCopy this\n\n$ ls -l\n$ git push --force\n",
           options);
  CHECK(test::dropped(document) == "Copy this\n");
  std::string code;
  for (const CodeBlock* block : all<CodeBlock>(document)) code += block->text;
  CHECK(code == "$ make boat\n$ cd boat\n$ ls -l\n$ git push --force\n");
}

TEST_CASE("what a line says of being code") {
  CHECK(plain::code_signs("$ ls").is_prompt);
  CHECK(plain::code_signs("It was a fine day, and the dog slept on deck.").is_prose);
  CHECK_FALSE(plain::code_signs("// It was a fine day, and the dog slept on deck.").is_prose);
  CHECK(plain::code_signs("for (;;) {").depth == 1);
  bool is_label = false;
  CHECK(plain::labelled_language("Python", is_label) == "python");
  CHECK(is_label);
  plain::labelled_language("Pythons", is_label);
  CHECK_FALSE(is_label);
}

TEST_CASE("code without blank lines around it, as html2text prints a page, is told by its signs") {
  const std::string prose =
      "The ferry crosses the sound twice a day, and on most crossings there is nobody\n"
      "on deck but the dog. It has learned to wait for the second whistle of the\n"
      "harbour.\n";
  const std::string code = "int ferry(int deck) {\n    return deck + 1;\n}\n";
  const std::string text = "****** The_Green_Lighthouse ******\n" + prose + "***** Code *****\n" +
                           prose + "We count the decks:\n" + code + prose +
                           "    * Rope_and_tar\n    * A_lamp (dim); oil\n" + prose +
                           "And the old way:\nlet decks = dogs.count();\nDogs are no cargo here.\n";
  CHECK(codes(read(text)) == std::vector<std::string>{code, "let decks = dogs.count();\n"});
}

}  // namespace garland
