#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/plain_text/support.h"

namespace garland {

using test::all;
using test::headings;
using test::kBody;
using test::kMore;
using test::read;

namespace {

using Strings = std::vector<std::string>;

// Each part set apart by a blank line.
std::string apart(const Strings& parts) {
  std::string text;
  for (const std::string& part : parts) text += part + "\n\n";
  return text;
}

const std::string kText(kBody);
const std::string kTitle = "A Short History of the Green Lighthouse";

// "1 Dogs, 2 Old dogs"
std::string levels(const Document& document) {
  std::string found;
  for (const Heading* heading : all<Heading>(document)) {
    if (!found.empty()) found += ", ";
    found += std::to_string(heading->level) + " " + plain_text(heading->inlines);
  }
  return found;
}

}  // namespace

TEST_CASE("what stands like a heading and is none") {
  struct Case {
    std::string_view what;
    Strings parts;
  };
  const Case cases[] = {
      {"the first half of a sentence that the page broke",
       {kTitle, kText, "Take your dog, towel, tickets and more with you to",
        "make the ferry your own wherever you cross the sound.", kText}},
      {"the label of a box",
       {kTitle, kText, "Note", kText, "Hinweis", kText, "Astuce", kText, "Внимание", kText}},
      {"whose picture it is", {kTitle, kText, "写真：港の灯台（2019年撮影）", kText}},
      {"the description of a picture in brackets",
       {kTitle, kText, "[The dog on deck]", kText, "[Der Hund an Deck]", kText}},
  };
  for (const Case& item : cases) {
    CAPTURE(item.what);
    CHECK(headings(read(apart(item.parts))).empty());
  }
}

TEST_CASE("a large sign before a line that stands alone makes it a heading") {
  const std::string paragraph =
      "フェリーは一日に二度海峡を渡り、たいてい甲板には犬しかいない。犬は汽笛を待つことを覚えた。";
  CHECK(headings(read(apart({"緑の灯台", paragraph, "■塗料の由来", paragraph, "●二度目の汽笛",
                             paragraph}))) == Strings{"塗料の由来", "二度目の汽笛"});
  const Document list = read(apart({kTitle, kText, "■ Dogs", "■ Ferries", kText}));
  CHECK(headings(list).empty());
  CHECK(all<List>(list).size() == 1);
}

TEST_CASE("a short line between blank lines is a heading where blank lines are few") {
  std::string text = kTitle + "\n\n" + kText + "\n\n[ad 2]\n\nDogs\n\n";
  for (int i = 0; i < 8; ++i) text += kText + "\n" + std::string(kMore) + "\n";
  CHECK(headings(read(text)) == Strings{"Dogs"});
}

TEST_CASE("what a heading may look like in a clip") {
  struct Case {
    std::string_view what;
    Strings parts;
    Strings found;
  };
  const Case cases[] = {
      {"ordinary words", {kTitle, kText, "The dog on deck", kText}, {"The dog on deck"}},
      {"years, where there are several",
       {kTitle, kText, "2019", kText, "2020", kText},
       {"2019", "2020"}},
      {"a short name with a number", {kTitle, kText, "Ferry 2018", kText}, {"Ferry 2018"}},
      {"the name of a file", {kTitle, kText, "ferry.toml", kText}, {"ferry.toml"}},
      {"above an aside in brackets",
       {kTitle, kText, "Using Ferries", "(hover for more)", kText},
       {"Using Ferries"}},
      {"numbered sentences",
       {kTitle, kText, "1. Dogs wait.", kText, "2. Ferries come late.", kText},
       {"1. Dogs wait.", "2. Ferries come late."}},
      {"not the line under a picture",
       {kTitle, kText, "Figure 1: The dog on deck", kText, "Abb. 12. Der Kai", kText},
       {}},
      {"not the source of a quotation", {kTitle, kText, "— Jane Roe (harbour)", kText}, {}},
      {"not a question right above a heading",
       {kTitle, kText, "Questions", "Where does the dog sleep at night?", "Objectives", kText},
       {"Questions", "Objectives"}},
      {"not a label that comes again and again",
       {kTitle, kText, "Show the answer", kText, "Show the answer", kText, "Show the answer",
        kText},
       {}},
      {"not the kind of a section above its heading",
       {kTitle, kText, "Exercise", "Feed the Dog", kText, "Exercise", "Paint the Pier", kText},
       {"Feed the Dog", "Paint the Pier"}},
      {"not the labels of a table",
       {kTitle, kText, "Level: 70", kText, "Level: 71", kText, "Level: 72", kText},
       {}},
  };
  for (const Case& item : cases) {
    CAPTURE(item.what);
    CHECK(headings(read(apart(item.parts))) == item.found);
  }
}

TEST_CASE("a wiki's edit marks tell its headings and are no part of them") {
  const Document document =
      read(apart({kTitle, kText, "History[edit]", kText, "A caption of a picture", kText,
                  "the dog[edit]", kText, "References[edit]", kText}));
  CHECK(headings(document) == Strings{"History", "the dog", "References"});
  CHECK(test::has_inference(document, "edit mark"));
}

TEST_CASE("a line drawn under another makes it a heading, each sign a level") {
  const Document document =
      read("Tide tables for the pier\n========================\n\n" + kText +
           "\n\nNorth berth\n-----------\n" + kText + "\n\nOld stones\n**********\n\n" + kText +
           "\n\nSouth berth\n-----------\n\n" + kText + "\n\n-----------\n\n" + kText + "\n");
  CHECK(plain_text(document.metadata.title.value) == "Tide tables for the pier");
  CHECK(levels(document) == "2 North berth, 3 Old stones, 2 South berth");
  CHECK(all<ThematicBreak>(document).size() == 1);
}

TEST_CASE("the sign of a link to a heading is no part of it") {
  const Document document = read("Writing a driver¶\n\n" + kText + "\n\nMethods¶\n\n" + kText +
                                 "\n\nread(unit='C')¶\n\n" + kText + "\n");
  CHECK(plain_text(document.metadata.title.value) == "Writing a driver");
  CHECK(headings(document).at(0) == "Methods");
  CHECK(test::words_of(document.blocks).find("¶") == std::string::npos);
}

TEST_CASE("a mark of nothing but a site's buttons needs no other like it") {
  const auto heading = [](const std::string& line) {
    return headings(read(apart({kTitle, kText, line, kText})));
  };
  CHECK(heading("Geschichte[Bearbeiten | Quelltext bearbeiten]") == Strings{"Geschichte"});
  CHECK(heading("The Dog [a draft]") != Strings{"The Dog"});
  CHECK(heading("The Dog [English]") != Strings{"The Dog"});
}

TEST_CASE("a table of contents tells the levels of headings") {
  const Document document =
      read(apart({kTitle, kText, "Contents", "  • Dogs\n      □ old dogs\n  • Ferries\n  • Piers",
                  "Dogs", kText, "old dogs", kText, "Ferries", kText, "Piers", kText}));
  CHECK(levels(document) == "1 Contents, 1 Dogs, 2 old dogs, 1 Ferries, 1 Piers");
}

TEST_CASE("a heading right under another is one deeper") {
  const Document document =
      read(apart({kTitle, kText, kText, "Ferries", "Old Ferries", kText, kText, "New Ferries",
                  kText, "Piers", "Green Piers", kText}));
  CHECK(levels(document) == "1 Ferries, 2 Old Ferries, 2 New Ferries, 1 Piers, 2 Green Piers");
}

TEST_CASE("lynx sets headings at the left edge, whatever their words") {
  const std::string body =
      "   The ferry crosses the sound twice a day, and on most crossings there\n"
      "   is nobody on deck but the dog. It has learned to wait for the second\n"
      "   whistle, which comes late.";
  const Document document =
      read(apart({"The Green Lighthouse", body, "what the dog said, and why nobody heard it.", body,
                  "   A caption of a picture", body, "Harbour", body + "\n     * Tickets"}));
  CHECK(headings(document) == Strings{"what the dog said, and why nobody heard it.", "Harbour"});
}

TEST_CASE("numbered headings over text that a browser set in are no list") {
  const std::string body =
      "   The ferry crosses the sound twice a day, and on most crossings there\n"
      "   is nobody on deck but the dog. It has learned to wait for the second\n"
      "   whistle, which comes late.";
  const Document document = read(
      apart({"The Green Lighthouse", body, "1. Dogs", body, "2. Ferries", body, "Piers", body}));
  CHECK(headings(document) == Strings{"1. Dogs", "2. Ferries", "Piers"});
}

TEST_CASE("elinks steps its headings by level, html2text stars them") {
  const std::string body =
      "   The ferry crosses the sound twice a day, and on most crossings there\n"
      "   is nobody on deck but the dog. It has learned to wait for the second\n"
      "   whistle, which comes late.";
  CHECK(levels(read(apart({"The Green Lighthouse", body, "Dogs", body, "  Old dogs", body,
                           "  New dogs", body, "Ferries", body}))) ==
        "2 Dogs, 3 Old dogs, 3 New dogs, 2 Ferries");
  const std::string wrapped =
      "\nThe ferry crosses the sound twice a day, and on most crossings there is nobody\n"
      "on deck but the dog. It has learned to wait for the second whistle.\n";
  const std::string text = "****** The Green Lighthouse ******" + wrapped + "***** Dogs *****" +
                           wrapped + "**** Old dogs ****" + wrapped + "***** Ferries *****" +
                           wrapped;
  CHECK(levels(read(text)) == "2 Dogs, 3 Old dogs, 2 Ferries");
}

TEST_CASE("items that are nothing but words in brackets have no edit mark") {
  const std::string items = "-   [A picture]\n\n-   [A picture]\n\n-   [A picture]";
  const Document document = read(apart({kTitle, kText, items, kText}));
  CHECK(headings(document).empty());
  CHECK(test::words_of(document.blocks).find("[A picture]") != std::string::npos);
}

TEST_CASE("what a speaker says and what enumerates is no heading") {
  const Document document =
      read(apart({kTitle, kText, "Q: And the green paint?", "A: " + kText,
                  "Keywords: dogs; ferries; whistles", kText, "The dog on deck", kText}));
  CHECK(headings(document) == Strings{"The dog on deck"});
}

TEST_CASE("the marks for editing tell headings without blank lines around them") {
  const Document document = read(kTitle + "\n\n" + kText + "\n\nHistory[edit]\nOrigins[edit]\n" +
                                 kText + "\n\nModern use[edit]\n" + kText + "\n");
  CHECK(headings(document) == Strings{"History", "Origins", "Modern use"});
}

TEST_CASE("capitals at the edge right above text that is set in are headings") {
  const std::string set_in = "       carries passengers and dogs from the pier to the island\n";
  const Document document = read("NAME\n" + set_in + "\nSYNOPSIS\n" + set_in + "\nDESCRIPTION\n" +
                                 set_in + "\nEXIT STATUS\n" + set_in);
  CHECK(headings(document).size() >= 3);
}

TEST_CASE("headings in capitals may end with a full stop") {
  const Document document = read(apart({kTitle, kText, "THE SECOND WHISTLE.", kText}));
  CHECK(headings(document) == Strings{"THE SECOND WHISTLE."});
}

TEST_CASE("a heading set far in has no deeper level than there are") {
  std::string text = "   " + std::string(kBody) + "\n\n";
  for (const char* heading : {"  Step one", "First[edit]", "                    Second[edit]",
                              "                              Third[edit]"}) {
    text += std::string(heading) + "\n\n   " + std::string(kMore) + "\n\n   (BUTTON) Menu\n\n";
  }
  const Document document = read(text);
  REQUIRE_FALSE(all<Heading>(document).empty());
  for (const Heading* heading : all<Heading>(document)) {
    CAPTURE(plain_text(heading->inlines));
    CHECK(heading->level <= 6);
  }
}

TEST_CASE("Georgian headings are found, although no letter is a capital") {
  const std::string prose =
      "ზღვა დილით მშვიდი იყო, ნავები კი ნაპირთან იდგა და მებადურები ბადეებს აშრობდნენ. საღამოს "
      "ქარი "
      "ამოვარდა და ყველა ნავი ნავსადგურში დაბრუნდა.";
  const Document document =
      read("სათაური აქ არის\n\n" + prose + "\n\nმეორე დღე ზღვაზე\n\n" + prose + "\n");
  CHECK(headings(document) == std::vector<std::string>{"მეორე დღე ზღვაზე"});
}

TEST_CASE("what the speakers of a play say is no heading") {
  const Document document =
      read(apart({kTitle, kText, "KEEPER. Did you hear it?", "DOG. I heard it, and so did you.",
                  "KEEPER. Nobody ever is told.", kText}));
  CHECK(headings(document).empty());
}

TEST_CASE("siblings of headings are headings, however little stands under them") {
  struct Case {
    std::string_view what;
    Strings parts;
    Strings expected;
  };
  const Case cases[] = {
      {"numbers before and after",
       {kTitle, "1. The tower", kText, "2. The stair", "It creaks.", "3. The lamp", kText,
        "4. The end", "It fell."},
       {"1. The tower", "2. The stair", "3. The lamp", "4. The end"}},
      {"parts under a number",
       {kTitle, "1. The tower", kText,
        "2. The stair\n2.1 Going up\nIt creaks.\n2.2 Coming down\nIt sings.", "3. The lamp", kText},
       {"1. The tower", "2. The stair", "2.1 Going up", "2.2 Coming down", "3. The lamp"}},
      {"numbers with a name",
       {kTitle, "Article 1. The tower", kText, "Article 2. The stair", "It creaks."},
       {"Article 1. The tower", "Article 2. The stair"}},
      {"numbers without a sign, right above the text",
       {kTitle, "1 The tower\n" + kText, "2 The stair\nIt creaks."},
       {"1 The tower", "2 The stair"}},
      {"numerals of Chinese",
       {"灯塔的历史", "一、灯塔", "灯塔建于1889年，当时没有人相信它会亮。后来它亮了一百年。",
        "二、楼梯", "楼梯会响。"},
       {"一、灯塔", "二、楼梯"}},
      {"capitals",
       {kTitle, "THE TOWER", kText, "THE STAIR", "It creaks.", "THE LAMP", kText},
       {"THE TOWER", "THE STAIR", "THE LAMP"}},
      {"none without a heading among them",
       {kTitle, kText, "2. The stair", "It creaks.", "3. The lamp", "It burns."},
       {}},
  };
  for (const Case& item : cases) {
    CAPTURE(item.what);
    CHECK(headings(read(apart(item.parts))) == item.expected);
  }
}

}  // namespace garland
