#include <doctest/doctest.h>

#include <string>

#include "document/dump.h"
#include "document/word_count.h"
#include "support/random_tree.h"

using namespace garland;
using namespace garland::tree;

TEST_CASE("the outline tells metadata, the text with its inferences and losses, and words") {
  const std::string text = outline(every_kind());
  for (const std::string part :
       {"part/every.md (markdown)\n", "  title              Every kind\n",
        "                     [front matter, line 2]\n", "Jane Roe; Ann Lee (translator)",
        "[inferred: byline]", "2025-03 (written \"March 2025\")", "heading 2   The <Sea>\n",
        "-        30  left out    3 words\n              (log-in box)\n              | Log in\n"
        "              | now\n",
        "  left out           3"}) {
    CAPTURE(text);
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
}

TEST_CASE("what was left out is told wherever it stands") {
  const Block lost{Dropped{"lost words", "a box"}, {}, SourceRange::at(4, 1)};
  Figure figure;
  figure.blocks = {lost};
  Table table;
  table.columns = {Alignment::Default};
  table.body = {{{TableCell{{lost}}}}};
  Note note;
  note.label = "1";
  note.blocks = {lost};
  Document in_figure;
  in_figure.blocks = {{figure, {}, {}}};
  Document in_table;
  in_table.blocks = {{table, {}, {}}};
  Document in_note;
  in_note.notes = {note};
  for (const Document& document : {in_figure, in_table, in_note}) {
    const std::string text = outline(document);
    CAPTURE(text);
    CHECK(text.find("left out    2 words\n") != std::string::npos);
    CHECK(text.find("| lost words\n") != std::string::npos);
  }
}

TEST_CASE("each inference stands with what it is about") {
  struct Case {
    const char* name;
    Inference inference;
    const char* row;
  };
  const Case cases[] = {
      {"the block that begins there",
       {SourceRange::at(3, 1), "heading", "short"},
       "~         3  heading 1   One\n              (short)\n"},
      {"the list and not its first item",
       {SourceRange::lines(7, 8), "list", "bullets"},
       "~       7–8  list        bullet, 2 items\n              (bullets)\n"},
      {"another kind than its row's",
       {SourceRange::at(5, 1), "kept", "a wish"},
       "~         5  paragraph   Words.\n              (kept: a wish)\n"},
      {"the block around it",
       {SourceRange::at(8, 9), "note", "a mark"},
       "~         8    item        b\n                (note: a mark)\n"},
      {"nothing in the tree",
       {SourceRange::at(1, 1), "byline", "By Jo"},
       "~         1  byline\n              (By Jo)\n"},
      {"nothing in the source", {{}, "language", "most words"}, "~            language\n"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.name));
    Document document;
    document.blocks = blocks(heading(1, "One"), paragraph("Words."),
                             bullets(item(paragraph("a")), item(paragraph("b"))));
    document.blocks[0].range = SourceRange::at(3, 1);
    document.blocks[1].range = SourceRange::at(5, 1);
    document.blocks[2].range = SourceRange::lines(7, 8);
    auto& items = document.blocks[2].as<List>()->items;
    items[0].range = SourceRange::at(7, 1);
    items[1].range = {8, 1, 8, 20};
    document.inferences.push_back(entry.inference);
    const std::string text = outline(document);
    CAPTURE(text);
    CHECK(text.find(entry.row) != std::string::npos);
  }
}

TEST_CASE("what a page lost stands where it was, shortened, and escapes nothing") {
  Document document;
  document.blocks = blocks(paragraph("First."), paragraph("Second."));
  document.blocks[0].range = SourceRange::at(4, 1);
  document.blocks[1].range = SourceRange::at(40, 1);
  std::string long_text;
  for (int i = 0; i < 30; ++i) long_text += "line \x1B[31m\n";
  document.blocks.push_back({Dropped{long_text, "a menu"}, {}, SourceRange::lines(6, 35)});
  const std::string text = outline(document);
  CAPTURE(text);
  const std::size_t at = text.find("-      6–35  left out    60 words");
  CHECK(text.find("First.") < at);
  CHECK(at < text.find("Second."));
  CHECK(text.find("| … 22 more lines …") != std::string::npos);
  CHECK(text.find('\x1B') == std::string::npos);
}

TEST_CASE("the outline of an empty document says so") {
  Document document;
  document.path = "empty.md";
  const std::string text = outline(document);
  CHECK(text.find("Metadata\n  none\n") != std::string::npos);
  CHECK(text.find("on the left)\n  none\n") != std::string::npos);
}

TEST_CASE("words are counted in every script") {
  struct Case {
    const char* text;
    std::size_t count;
  };
  const Case cases[] = {{"", 0},         {"one  two\nthree", 3}, {"a — b", 2}, {"it's 5,000", 2},
                        {"海鹽很好", 4}, {"über の 塩", 3},      {"ภาษา", 4}};
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.text));
    CHECK(count_words(entry.text) == entry.count);
  }
}

TEST_CASE("words are counted once, wherever they stand") {
  Document document;
  document.blocks = blocks(heading(1, "One two"), quotation(paragraph("three — four")),
                           bullets(item(paragraph("five"))), Block{CodeBlock{"six\n", ""}, {}, {}});
  CHECK(outline(document).find("  kept               6\n") != std::string::npos);
}
