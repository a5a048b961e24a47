#include "readers/plain_text.h"

#include <doctest/doctest.h>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string title(const Document& document) { return plain_text(document.metadata.title.value); }
std::string deck(const Document& document) { return plain_text(document.metadata.subtitle.value); }
std::string body(std::string_view begin) { return std::string(begin) + std::string(kBody); }

}  // namespace

TEST_CASE("the first line is the title and stands in the metadata only") {
  const Document document = read(body("The Green Lighthouse\n\n"));
  CHECK(title(document) == "The Green Lighthouse");
  CHECK(document.metadata.title.origin == Origin::Inferred);
  CHECK(document.metadata.title.range == SourceRange{1, 1, 1, 20});
  CHECK(has_inference(document, "title"));
  CHECK(paragraphs(document) == std::vector<std::string>{std::string(kBody)});
}

TEST_CASE("a first paragraph is no title") {
  const Document document = read(std::string(kBody) + "\n\n" + std::string(kMore));
  CHECK_FALSE(document.metadata.title.is_set());
  CHECK(paragraphs(document).size() == 2);
}

TEST_CASE("a title printed twice stands once") {
  const Document document = read(body("Tides\n\nTides\n\n"));
  CHECK(title(document) == "Tides");
  CHECK(dropped(document) == "Tides\n");
  CHECK(paragraphs(document).size() == 1);
}

TEST_CASE("the window's title gives way to the article's") {
  const Document document = read(body("Tides and Times | The Harbour Post\n\nTides and Times\n\n"));
  CHECK(title(document) == "Tides and Times");
  CHECK(dropped(document) == "Tides and Times | The Harbour Post\n");
}

TEST_CASE("without blank lines each line is a paragraph, the second the deck") {
  const std::string text =
      "Why the ferry waits for the dog\n"
      "On a small island the timetable has four legs, and the passengers have learned to like "
      "it\n" +
      std::string(kBody) + "\n" + std::string(kMore) + "\nA whistle in the fog\n" +
      std::string(kBody) + "\nWhat the captain said\n" + std::string(kMore) + "\n";
  const Document document = read(text);
  CHECK(title(document) == "Why the ferry waits for the dog");
  CHECK(deck(document).substr(0, 17) == "On a small island");
  CHECK(headings(document) ==
        std::vector<std::string>{"A whistle in the fog", "What the captain said"});
  CHECK(paragraphs(document).size() == 4);
}

TEST_CASE("headings are short, unpunctuated and have text under them") {
  struct Case {
    std::string line;
    bool is_heading;
  };
  const Case cases[] = {
      {"The Winter of the Green Paint", true},
      {"Who paints a lighthouse?", true},
      {"2. Sources of light", true},
      {"Das zweite Leuchtfeuer", true},
      {"第二章", true},
      {"That was all.", false},
      {"and then the sea", false},
      {"“Nobody asked us”", false},
      {"For three reasons:", false},
      {"Photo: Ada Quill", false},
      {"https://example.org/lighthouse", false},
      {"Source: The Harbour Post", false},
      {"3 March 2021", false},
  };
  for (const Case& item : cases) {
    CAPTURE(item.line);
    const Document document =
        read("A Title\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n" + item.line +
             "\n\n" + std::string(kBody));
    CHECK(headings(document).size() == (item.is_heading ? 1 : 0));
    CHECK(words_of(document.blocks).find(item.line) != std::string::npos);
  }
}

TEST_CASE("a short line at the end with nothing under it is no heading") {
  const Document document = read(body("A Title\n\n") + "\n\nThe Ferry (1931), oil on board");
  CHECK(headings(document).empty());
  CHECK(paragraphs(document).back() == "The Ferry (1931), oil on board");
}

TEST_CASE("levels are told by numbers, or by capitals above ordinary headings") {
  const std::string text = std::string("A Title\n\n") + std::string(kBody) + "\n\n1. Land\n\n" +
                           std::string(kBody) + "\n\n1.1 Sand\n\n" + std::string(kMore) +
                           "\n\n2. Water\n\n" + std::string(kBody);
  std::vector<int> levels;
  const Document document = read(text);
  for (const Heading* heading : all<Heading>(document)) levels.push_back(heading->level);
  CHECK(levels == std::vector<int>{1, 2, 1});

  const Document capitals =
      read(std::string("A Title\n\n") + std::string(kBody) + "\n\nLAND\n\n" + std::string(kBody) +
           "\n\nOf sand\n\n" + std::string(kMore) + "\n\nWATER\n\n" + std::string(kBody) +
           "\n\nOf tides\n\n" + std::string(kMore));
  levels.clear();
  for (const Heading* heading : all<Heading>(capitals)) levels.push_back(heading->level);
  CHECK(levels == std::vector<int>{1, 2, 1, 2});
}

TEST_CASE("headings stay paragraphs when the description says so") {
  ReaderOptions options;
  options.infer_headings = false;
  const Document document =
      read("A Title\n\n" + std::string(kBody) + "\n\nA Heading\n\n" + std::string(kMore), options);
  CHECK(headings(document).empty());
}

TEST_CASE("hard-wrapped paragraphs are joined at any width") {
  const std::string text =
      "The Tide Table\n\n"
      "The harbour master kept two tide tables, one\n"
      "for the visitors and one for himself, and the\n"
      "second was the one that told the truth about\n"
      "the bar.\n\n"
      "Visitors who asked for it were given tea and a\n"
      "long story, which was very nearly as good as a\n"
      "table.\n";
  const Document document = read(text);
  REQUIRE(paragraphs(document).size() == 2);
  CHECK(paragraphs(document)[0] ==
        "The harbour master kept two tide tables, one for the visitors and one for himself, and "
        "the second was the one that told the truth about the bar.");
  const Block& second = document.blocks[1];
  CHECK(second.range == SourceRange{8, 1, 10, 6});
}

TEST_CASE("words divided at line ends are made whole where the typist divided words") {
  const Document document = read(
      "The Tide Table\n\n"
      "The harbour master kept two different tide ta-\n"
      "bles, one for visitors and one for himself, be-\n"
      "cause the second one was the one that told him\n"
      "all the truth about the well-known bar and the\n"
      "tide.\n");
  REQUIRE(paragraphs(document).size() == 1);
  CHECK(paragraphs(document)[0].find("tide tables, one") != std::string::npos);
  CHECK(paragraphs(document)[0].find("because the second") != std::string::npos);
  CHECK(paragraphs(document)[0].find("well-known") != std::string::npos);
}

TEST_CASE("verse keeps its lines and stanzas") {
  const Document document = read("A Walk\n\n" + std::string(kBody) +
                                 "\n\nThe gulls have gone inland,\n  the boats are on the sand,\n"
                                 "and all the lamps along the quay\n  are waiting to be manned.\n\n"
                                 "The water does not mind,\n  it leaves its things behind,\n"
                                 "a bottle and a wooden shoe,\n  for anyone to find.\n\n" +
                                 std::string(kMore));
  const auto verses = all<Verse>(document);
  REQUIRE(verses.size() == 1);
  REQUIRE(verses[0]->stanzas.size() == 2);
  CHECK(verses[0]->stanzas[0].size() == 4);
  CHECK(verses[0]->stanzas[0][1].indent == 1);
  CHECK(plain_text(verses[0]->stanzas[1][3].inlines) == "for anyone to find.");
}

TEST_CASE("a paragraph set in, or in quotation marks after a colon, is a quotation") {
  const Document set_in = read("A Title\n\n" + std::string(kBody) +
                               "\n\n    We never asked for a green lighthouse, and we got one.\n\n"
                               "— Ada Quill, Letters\n\n" +
                               std::string(kMore));
  REQUIRE(all<BlockQuotation>(set_in).size() == 1);
  CHECK(plain_text(all<BlockQuotation>(set_in)[0]->attribution) == "— Ada Quill, Letters");

  const Document quoted =
      read("A Title\n\n" + std::string(kBody) +
           " He put it in one line:\n\n“The sea is late again today.”\n\n" + std::string(kMore));
  CHECK(all<BlockQuotation>(quoted).size() == 1);

  const Document dialogue =
      read("A Title\n\n" + std::string(kBody) +
           "\n\n“The sea is late again today.”\n\n“It is never late.”\n\n" + std::string(kMore));
  CHECK(all<BlockQuotation>(dialogue).empty());
}

TEST_CASE("the description of a picture becomes a figure with the article's one credit") {
  const Document document =
      read("A Title\n\nClose-up of a green door with a brass handle, seen from below.\n\n" +
           std::string(kBody) + "\n\n" + std::string(kMore) + "\n\nPicture credit: Ada Quill");
  const auto figures = all<Figure>(document);
  REQUIRE(figures.size() == 1);
  CHECK(words_of(figures[0]->caption).find("brass handle") != std::string::npos);
  CHECK(plain_text(figures[0]->credit) == "Picture credit: Ada Quill");
  CHECK(has_inference(document, "picture"));
}

TEST_CASE("a sentence about a photograph in the text stays a paragraph") {
  const Document document = read(
      "A Title\n\nThe photograph of my aunt hung in the hall for years. Then it was gone.\n\n" +
      std::string(kBody));
  CHECK(all<Figure>(document).empty());
}

TEST_CASE("a credit without a picture is kept as a credit") {
  const Document document = read(body("A Title\n\n") + "\n\nPhoto: Ada Quill");
  const auto divisions = all<Division>(document);
  REQUIRE(divisions.size() == 1);
  CHECK(divisions[0]->role == Division::Role::Credits);
}

TEST_CASE("bare addresses become links without the sentence's punctuation") {
  struct Case {
    const char* text;
    const char* url;
  };
  const Case cases[] = {
      {"See https://example.org/a_(b). It is long.", "https://example.org/a_(b)"},
      {"(see http://example.org/a)", "http://example.org/a"},
      {"At www.example.org, they say so.", "http://www.example.org"},
      {"“https://example.org/x?y=1&z=2” is it.", "https://example.org/x?y=1&z=2"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const Document document = read("A Title\n\n" + std::string(kBody) + "\n\n" + item.text);
    std::vector<std::string> urls;
    query(document, [&urls](const Inline& node) {
      if (const auto* link = node.as<Link>()) urls.push_back(link->target.url);
    });
    CHECK(urls == std::vector<std::string>{item.url});
    CHECK(paragraphs(document).back() == item.text);
  }
}

TEST_CASE("a link knows its own place") {
  const Document document = read("A Title\n\n" + std::string(kBody) + "\n\nSee http://a.example.");
  SourceRange range;
  query(document, [&range](const Inline& node) {
    if (node.as<Link>()) range = node.range;
  });
  CHECK(range == SourceRange{5, 5, 5, 20});
}

TEST_CASE("a line of asterisks or dashes separates") {
  for (const char* line : {"* * *", "***", "---", "⁂", "_____"}) {
    CAPTURE(line);
    const Document document =
        read("A Title\n\n" + std::string(kBody) + "\n\n" + line + "\n\n" + std::string(kMore));
    CHECK(all<ThematicBreak>(document).size() == 1);
  }
}

TEST_CASE("lines that the description drops are left out and stay in the tree") {
  ReaderOptions options;
  options.drop = {{"Ring the bell", {}}, {"/^Vol\\. \\d+/", {}}};
  const Document document = read("A Title\n\n" + std::string(kBody) +
                                     "\nRing the bell\n\nVol. 12, spring\n\n" + std::string(kMore),
                                 options);
  CHECK(dropped(document) == "Ring the bell\nVol. 12, spring\n");
  CHECK(paragraphs(document).size() == 2);
}

TEST_CASE("short lines that stand together are no headings") {
  const Document document =
      read("A Title\n\n" + std::string(kBody) +
           "\n\nWho paints a lighthouse?\nWho pays for it?\nWho asked?\n\n" + std::string(kMore));
  CHECK(headings(document).empty());
}

TEST_CASE("a byline that is only partly understood also stays in the text") {
  const Document document = read("A Title\n\n3 March 2021 · Ada Quill on behalf of the dog\n\n" +
                                 std::string(kBody) + "\n\n" + std::string(kMore));
  CHECK(document.metadata.date.value.iso() == "2021-03-03");
  CHECK(document.metadata.contributors.value.size() == 1);
  CHECK(paragraphs(document).front() == "3 March 2021 · Ada Quill on behalf of the dog");
  CHECK(headings(document).empty());
}

TEST_CASE("front matter is obeyed and its title not repeated") {
  const Document document =
      read("---\ntitle: Tides\nauthor: Jane Roe\n---\nTides\n\n" + std::string(kBody));
  CHECK(title(document) == "Tides");
  CHECK(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.title.origin == Origin::FrontMatter);
  CHECK(dropped(document) == "Tides\n");
  REQUIRE(paragraphs(document).size() == 1);
  CHECK(document.blocks.back().range.begin_line == 7);
}

TEST_CASE("an empty text gives an empty document") {
  for (const char* text : {"", "\n\n", "  \t \n"}) {
    const Document document = read(text);
    CHECK(document.blocks.empty());
    CHECK(document.format == "plain text");
  }
}

TEST_CASE("the mark of a note behind its full stop makes no heading of a sentence") {
  for (const char* sentence : {"Some lamps were said to be seen from the moon.[2]",
                               "Some lamps were said to be seen from the moon.²"}) {
    const Document document =
        read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + sentence + "\n\n" +
             std::string(kMore) + "\n\n" + std::string(kBody) + "\n");
    CAPTURE(sentence);
    CHECK(headings(document).empty());
  }
}

TEST_CASE("notes may have several paragraphs") {
  struct Case {
    std::string_view notes;
  };
  const Case cases[] = {
      {"Notes\n\n1. Not every dog.\n\nThis one does.\n\n2. The first is too early."},
      {"[1] Not every dog.\n\n    This one does.\n\n[2] The first is too early."},
      {"Notes\n\n1. Not every dog.\n\nThis one does. ↩\n\n2. The first is too early. ↩"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.notes);
    const Document document =
        read("The Green Lighthouse\n\n" + std::string(kBody) + "[1] And so on.[2]\n\n" +
             std::string(kMore) + "\n\n" + std::string(item.notes) + "\n");
    REQUIRE(document.notes.size() == 2);
    REQUIRE(document.notes[0].blocks.size() == 2);
    CHECK(words_of({document.notes[0].blocks[1]}) == "This one does.");
    CHECK(document.notes[1].blocks.size() == 1);
  }
}

TEST_CASE("the front matter's title in slightly other words is not printed again") {
  const std::string rest = "\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n";
  const Document same =
      read("---\ntitle: The Old Green Lighthouse\n---\nThe Green Lighthouse" + rest);
  CHECK(words_of(same.blocks).find("Lighthouse") == std::string::npos);
  const Document other =
      read("---\ntitle: The Old Green Lighthouse\n---\nThe Second Whistle" + rest);
  CHECK(words_of(other.blocks).find("The Second Whistle") == 0);
}

TEST_CASE("words in brackets that name a picture become a figure") {
  const Document document =
      read("The Green Lighthouse\n\n" + std::string(kBody) +
           "\n\n[Illustration: \"I am forty years late,\" said Mr. Quill.]\n\n" +
           std::string(kMore) + "\n");
  CHECK(all<Figure>(document).size() == 1);
}

TEST_CASE("a wish may name a line's words without the marks around them") {
  const std::string_view text =
      "   #[1]alternate\n\n   [2]Skip to content\n\nThe Green Lighthouse\n\n"
      "   The ferry crosses the [3]sound twice a day, and on most of the crossings\n"
      "   there is nobody on deck but the dog.\n\n     * [4]Tickets\n     * [5]Timetable\n\n"
      "   It has learned to wait for the second whistle, which is the one that\n   counts.\n\n"
      "References\n\n   1. https://example.org/feed\n   2. https://example.org/#content\n"
      "   3. https://example.org/sound\n   4. https://example.org/tickets\n"
      "   5. https://example.org/times\n";
  ReaderOptions options;
  options.drop = {{"Skip to content", {}, Wisher::FrontMatter},
                  {"Timetable", {}, Wisher::FrontMatter}};
  Diagnostics diagnostics("clip.txt", text);
  const Document document = read_plain_text(text, "clip.txt", options, diagnostics);
  CHECK(dropped(document).find("Timetable") != std::string::npos);
  for (const Diagnostic& diagnostic : diagnostics.items()) {
    CAPTURE(diagnostic.message);
    CHECK(diagnostic.code != "unused-wish");
  }
}

TEST_CASE("a whole poem is verse, with or without punctuation") {
  struct Case {
    std::string_view text;
    std::size_t lines;
  };
  const Case cases[] = {
      {"Inventory\n\nLena Marsh\n\none lamp\ntwo coils of rope\nthe dog asleep\non the third\n\n"
       "nobody counts the whistles\nthey go out\nover the water\nand do not come back\n\n"
       "I write it down\n",
       9},
      {"Three Harbour Haiku\n\nby Tomas Lind\n\nold rope on the pier\n"
       "still holding the shape of ships\nthat left years ago\n\nsecond whistle blows\n"
       "the dog lifts its head, the gulls\nsettle on the roof\n\nfog: even the horn\n"
       "seems to have forgotten which\nway it came from home\n",
       9},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const Document document = read(item.text);
    const auto verses = all<Verse>(document);
    REQUIRE(verses.size() == 1);
    std::size_t lines = 0;
    for (const auto& stanza : verses.front()->stanzas) lines += stanza.size();
    CHECK(lines == item.lines);
    CHECK(document.metadata.contributors.value.size() == 1);
  }
}

TEST_CASE("a name alone under the title is the author's where no heading stands below") {
  const std::string text = std::string(kBody) + "\n\n" + std::string(kMore) + "\n";
  const Document document = read("On Whistles\n\nJane Roe\n\n" + text);
  REQUIRE(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.contributors.value.front().name == "Jane Roe");
  CHECK(headings(document).empty());
  const Document sections =
      read("On Whistles\n\nEarly Days\n\n" + text + "\nLater Days\n\n" + text);
  CHECK(sections.metadata.contributors.value.empty());
  CHECK(headings(sections).size() == 2);
}

TEST_CASE("paragraphs whose first lines are set in are rejoined, and so are divided words") {
  const Document document = read(
      "The Hat\n\n"
      "   It was in the winter of the long strike that my aunt, who had ne-\n"
      "ver owned a hat, came home with one. She laid it between the lamp\n"
      "and the loaf, and no one spoke. My uncle, a well-\n"
      "known doubter, asked for its price.\n"
      "   \"It cost me nothing but a song and my patience,\" said she, \"and six-\n"
      "pence for the box.\"\n\n"
      "        Who has a hat to wear has a home,\n"
      "        Who has none must roam.\n\n"
      "   So ran the rhyme that all of our street knew in those days, bet-\n"
      "ter than any prayer.\n");
  const std::vector<std::string> found = paragraphs(document);
  REQUIRE(found.size() == 3);
  CHECK(found[0].find("had never owned") != std::string::npos);
  CHECK(found[0].find("a well-known doubter") != std::string::npos);
  CHECK(found[1].find("and sixpence for the box") != std::string::npos);
  CHECK(found[2].find("days, better than any prayer.") != std::string::npos);
  CHECK(all<List>(document).empty());
  REQUIRE(all<Verse>(document).size() == 1);
}
