#include "readers/plain_text/dialect.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/dump.h"
#include "document/walk.h"
#include "readers/plain_text/support.h"
#include "readers/reader.h"

namespace garland {

using test::dropped;
using test::paragraphs;
using test::read;

namespace {

constexpr std::string_view kLynx = R"(   #[1]alternate [2]Search

The Green Lighthouse

   (BUTTON) Menu
   Search: ____________________ Go

   The [3]Old Ferry crosses the sound twice a day, and on most crossings
   there is nobody on deck but the dog.^[4][1] It has learned to wait for
   the [5]second whistle, which comes late.
     * [6]Tickets
     * Timetable

References

   1. https://example.org/feed
   2. file:///tmp/page.html#search
   3. https://example.org/ferry
   4. file:///tmp/page.html#note
   5. https://example.org/whistle
   6. https://example.org/tickets
)";

constexpr std::string_view kW3m = R"(The Green Lighthouse

[Search this      ] [Go]

The ferry crosses the sound twice a day, and on most crossings there is nobody
on deck but the dog.^[1] It has learned to wait for the [DEL:first:DEL] second.

  • Tickets
      □ Return
  • Timetable
  • Weather

━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
)";

constexpr std::string_view kHtml2Text = R"(

The Green Lighthouse

The ferry crosses the_sound_between_the_islands twice a day, and on most of the
crossings there is nobody on deck but the dog. See Harbour_Office.
It has learned to wait for the second whistle, says the Old_Keeper.

* Tickets_and_Prices
* Timetable
)";

std::vector<std::string> addresses(const Document& document) {
  std::vector<std::string> found;
  query(document.blocks,
        Visitors{[](const Block&) {},
                 [&found](const Inline& node) {
                   if (const auto* link = node.as<Link>()) {
                     found.push_back(plain_text(link->inlines) + " = " + link->target.url);
                   }
                 }});
  return found;
}

}  // namespace

TEST_CASE("the program that rendered a page is told by its habits") {
  struct Case {
    std::string_view text;
    plain::Renderer renderer;
  };
  const Case cases[] = {
      {kLynx, plain::Renderer::Lynx},
      {kW3m, plain::Renderer::W3m},
      {kHtml2Text, plain::Renderer::Html2Text},
      // A page of lists: no line of running text is at the left edge.
      {"****** Title ******\n**** Ropes ****\n"
       "    * The ferry crosses the sound twice a day, and on most of the crossings\n"
       "      there is nobody on deck but the dog, which waits for the second whistle.\n"
       "**** Dogs ****\n    * one\n**** Whistles ****\n    * two\n",
       plain::Renderer::Html2Text},
      {"A typed note\n\nThe ferry crosses the sound twice a day, see read_me_first.\n",
       plain::Renderer::Unknown},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    CHECK(plain::judge_dialect(plain::split_lines(item.text, 1)).renderer == item.renderer);
  }
  CHECK(test::has_inference(read(kLynx), "rendered by a terminal browser"));
}

TEST_CASE("a text that a terminal browser rendered is no Markdown, although it has its signs") {
  for (const std::string_view text : {kLynx, kW3m, kHtml2Text}) {
    Diagnostics diagnostics("clip.txt", text);
    CHECK(read_source(text, "clip.txt", {}, diagnostics).value().format == "plain text");
  }
}

TEST_CASE("the link marks of lynx become links with the addresses of its list") {
  const Document document = read(kLynx);
  const std::vector<std::string> found = addresses(document);
  REQUIRE(found.size() == 3);
  CHECK(found[0] == "Old Ferry = https://example.org/ferry");
  CHECK(found[1] == "second = https://example.org/whistle");
  CHECK(found[2] == "Tickets = https://example.org/tickets");
  CHECK(test::words_of(document.blocks).find("the dog.[1] It has") != std::string::npos);
  const std::string left_out = dropped(document);
  for (const std::string_view part :
       {"#[1]alternate", "(BUTTON) Menu", "Search: ____", "6. https://example.org/tickets"}) {
    CAPTURE(part);
    CHECK(left_out.find(part) != std::string::npos);
  }
}

TEST_CASE("words after a link's mark have the source's places") {
  const Document document = read(kLynx);
  bool found = false;
  query(document.blocks, Visitors{[](const Block&) {},
                                  [&found](const Inline& node) {
                                    const auto* link = node.as<Link>();
                                    if (link == nullptr || plain_text(link->inlines) != "second")
                                      return;
                                    found = true;
                                    CHECK(node.range.begin_line == 10);
                                    CHECK(node.range.begin_column == 11);
                                  }});
  CHECK(found);
}

TEST_CASE("lynx's mark of a picture goes, its caption and the title below a logo stay") {
  const Document document = read(
      "   #[1]alternate\n\n   [2]Harbour News\n\nThe Green Lighthouse\n\n"
      "   The ferry crosses the sound twice a day, and on most crossings there\n"
      "   is nobody on deck but the dog. It has learned to wait for the second\n"
      "   whistle.\n\n   [3][IMG]\n   The dog on the upper deck.\n\n"
      "   Nobody remembers who painted the lighthouse green, though everyone\n"
      "   agrees that it was a mistake.\n\nReferences\n\n   1. http://example.org/feed\n"
      "   2. http://example.org/\n   3. http://example.org/dog.jpg\n");
  CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
  CHECK(dropped(document).find("[IMG]") != std::string::npos);
  REQUIRE(test::all<Figure>(document).size() == 1);
  CHECK(test::has_inference(document, "picture"));
}

TEST_CASE("marks of w3m and html2text are taken out of the words") {
  const std::string w3m = test::words_of(read(kW3m).blocks);
  CHECK(w3m.find("the dog.[1] It has learned to wait for the first second.") != std::string::npos);
  CHECK(dropped(read(kW3m)).find("[Search this      ] [Go]") != std::string::npos);
  const std::string html2text = test::words_of(read(kHtml2Text).blocks);
  CHECK(html2text.find("crosses the sound between the islands twice") != std::string::npos);
  CHECK(html2text.find("Tickets and Prices") != std::string::npos);
}

constexpr std::string_view kWrapped =
    "The ferry crosses the sound twice a day, and on most crossings there is nobody\n"
    "on deck but the dog. It has learned to wait for the second whistle, and to sit\n"
    "where the spray does not reach.\n";

TEST_CASE("one title between stars is enough for html2text") {
  const Document document = read("****** The Green Lighthouse ******\n" + std::string(kWrapped));
  CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
}

TEST_CASE("a rule that a terminal browser draws is no part of the line under it") {
  std::string rule;
  for (int i = 0; i < 80; ++i) rule += "━";
  const Document document =
      read(std::string(kWrapped) + "\n" + rule + "\n" + std::string(kWrapped));
  const std::vector<std::string> found = test::paragraphs(document);
  REQUIRE(found.size() == 2);
  CHECK(found[1].starts_with("The ferry"));
}

TEST_CASE("raised figures of w3m and lynx are marks of notes") {
  const Document document = read(
      "The Green Lighthouse\n\n"
      "The ferry crosses the sound twice a day, and on most crossings there is nobody\n"
      "on deck but the dog^1. It has learned to wait for the second whistle.^2 Then\n"
      "the sound is n^2 wide, at 2 ^ 3 knots and more, as the keeper of the pier says.\n\n"
      "  • Tickets\n  • Timetable\n  • Weather\n\n"
      " 1. Not every dog. ↩\n 2. The first is too early. ↩\n");
  REQUIRE(document.notes.size() == 2);
  CHECK(test::words_of(document.notes[0].blocks) == "Not every dog.");
  CHECK(test::words_of(document.blocks).find("at 2 ^ 3 knots") != std::string::npos);
}

TEST_CASE("the lines that a reply quotes are a quotation") {
  const Document document = read(
      "On the dog\n\nJane wrote yesterday:\n\n> The dog sleeps on deck\n> in all weathers.\n>\n"
      "> It wakes up late.\n\nI do not think so, and neither does the keeper of the pier, I "
      "hear.\n");
  const auto quotations = test::all<BlockQuotation>(document);
  REQUIRE(quotations.size() == 1);
  CHECK(quotations[0]->blocks.size() >= 2);
  CHECK(test::words_of(quotations[0]->blocks).find('>') == std::string::npos);
}

TEST_CASE("keeping all keeps the marks of the rendering program too") {
  ReaderOptions options;
  options.keep_all = true;
  const std::string words = test::words_of(read(kLynx, options).blocks);
  CHECK(words.find("(BUTTON) Menu") != std::string::npos);
  CHECK(words.find("[3]Old Ferry") != std::string::npos);
}

TEST_CASE("a line that the description keeps loses no marks") {
  ReaderOptions options;
  options.keep = {{"(BUTTON) Menu", {}, Wisher::Entry}};
  const Document document = read(kLynx, options);
  CHECK(test::words_of(document.blocks).find("(BUTTON) Menu") != std::string::npos);
  CHECK(dropped(document).find("(BUTTON) Menu") == std::string::npos);
}

TEST_CASE("a list of addresses that no mark leads to is the author's") {
  const std::string list =
      "References\n1. https://example.org/seals\n2. https://example.org/counting\n"
      "3. https://example.org/harbour\n";
  const Document document = read("The Seals\n\n" + std::string(test::kBody) + " [1]\n\n" +
                                 std::string(test::kMore) + " [2]\n\n" + list);
  CHECK(dropped(document) == "");
  CHECK(test::words_of(document.blocks).find("example.org/harbour") != std::string::npos);
}

TEST_CASE("a mark without words of its own leaves the next link whole") {
  const Document document = read(
      "   [1][2]Élan is the word for what the ferry has when it leaves, and\n"
      "   what the dog has when it sees the gulls above the quay.\n\nHeading\n\n"
      "   (BUTTON) Menu\n\n"
      "References\n\n   1. https://example.org/1\n   2. https://example.org/2\n"
      "   3. https://example.org/3\n");
  std::vector<std::string> links;
  query(document, [&links](const Inline& node) {
    const auto* link = node.as<Link>();
    if (link != nullptr) links.push_back(plain_text(link->inlines) + " " + link->target.url);
  });
  REQUIRE(links.size() == 1);
  CHECK(links.front() == "Élan https://example.org/2");
}

namespace {

// The words of everything that a document holds, what was left out too.
std::string all_words(const Document& document) {
  std::string words = plain_text(document.metadata.title.value) + " " +
                      plain_text(document.metadata.subtitle.value) + " " + dropped(document) + " " +
                      test::words_of(document.blocks);
  for (const Note& note : document.notes) words += " " + test::words_of(note.blocks);
  for (const Contributor& person : document.metadata.contributors.value) words += " " + person.name;
  return words;
}

// Runs of letters, two or more.
std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

}  // namespace

TEST_CASE("every word of a rendered clip has its place in the tree") {
  const std::string code =
      "The Pier\n\n$ ferry open --deck\n\nint dogs = 2;\n\n| a | b |\n|---|---|\n| cc | dd |\n";
  for (const std::string_view text : {kLynx, kW3m, kHtml2Text, std::string_view(code),
                                      std::string_view("> one\n> two\n\nthree")}) {
    CAPTURE(text);
    const std::string found = all_words(read(text));
    for (const std::string& word : words_in(text)) {
      // The signs of the rendering program are not its words.
      if (word.size() < 2 || word == "DEL") continue;
      CAPTURE(word);
      CHECK(found.find(word) != std::string::npos);
    }
  }
}

TEST_CASE("reading a clip twice gives the same tree") {
  for (const std::string_view text : {kLynx, kW3m, kHtml2Text}) {
    CHECK(dump(read(text)) == dump(read(text)));
  }
}

}  // namespace garland
