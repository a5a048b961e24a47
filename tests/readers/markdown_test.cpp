#include "readers/markdown.h"

#include <doctest/doctest.h>

#include "document/walk.h"
#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("what CommonMark leaves as words is words") {
  const MarkdownCase cases[] = {
      {"&#87654321;", "paragraph\n  text \"&#87654321;\"\n"},
      {"`&#87654321;`", "paragraph\n  code \"&#87654321;\"\n"},
      {"< https://a.b >", "paragraph\n  text \"< https://a.b >\"\n"},
      {"<https://a.b/c d>", "paragraph\n  text \"<https://a.b/c d>\"\n"},
      {"goes into <title> there", "paragraph\n  text \"goes into <title> there\"\n"},
      {"`<!-->` and `<!-- a -- b -->`",
       "paragraph\n  code \"<!-->\"\n  text \" and \"\n  code \"<!-- a -- b -->\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("the abstract of the front matter stands before the text") {
  const std::string body =
      markdown_body("---\nabstract: |\n  Of *salt*.\n\n  And water.\n---\n\nWords.\n");
  CHECK(body ==
        "division abstract\n  paragraph\n    text \"Of \"\n    emphasis\n      text \"salt\"\n"
        "    text \".\"\n  paragraph\n    text \"And water.\"\nparagraph\n  text \"Words.\"\n");
  CHECK(markdown_body("---\nabstract: ''\n---\n\nWords.\n") == "paragraph\n  text \"Words.\"\n");
}

TEST_CASE("comments are no words, whatever dashes they hold") {
  for (const char* text :
       {"a <!-- b -- c --> d", "a <!-- b --\nc - d --> d", "a <!--> d", "a <!---> d"}) {
    CAPTURE(std::string(text));
    CHECK(markdown_body(text).starts_with("paragraph\n  text \"a d\"\n"));
    CHECK(markdown_body(text).find("text \"c") == std::string::npos);
  }
  CHECK(markdown_body("a <!-- b -- c\n\nd") ==
        "paragraph\n  text \"a <!-- b -- c\"\nparagraph\n  text \"d\"\n");
}

TEST_CASE("symbols beside the signs of emphasis count as punctuation") {
  const MarkdownCase cases[] = {
      {"**Hint:**🎉 words", "paragraph\n  strong\n    text \"Hint:\"\n  text \"🎉 words\"\n"},
      {"→**(a)**→ b", "paragraph\n  text \"→\"\n  strong\n    text \"(a)\"\n  text \"→ b\"\n"},
      {"*£*bravo", "paragraph\n  text \"*£*bravo\"\n"},
      {"`*€*` and [€*](/€* \"€*\")",
       "paragraph\n  code \"*€*\"\n  text \" and \"\n  link \"/€*\" title=\"€*\"\n"
       "    text \"€*\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("what is empty in Markdown stays in the tree until a pass takes it out") {
  const MarkdownCase cases[] = {
      {"##", "heading 2\n"},
      {">", "block quotation\n"},
      {"a [](b)", "paragraph\n  text \"a \"\n  link \"b\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a cell of a table holds note marks and math") {
  const std::string body =
      markdown_body("| a | b |\n|---|---|\n| plain[^1] | $x$ |\n\n[^1]: A note.\n");
  CHECK(body.find("note reference \"1\"") != std::string::npos);
  CHECK(body.find("math") != std::string::npos);
}

TEST_CASE("each construct of CommonMark and GitHub becomes its node") {
  const MarkdownCase cases[] = {
      {"# One", "heading 1\n  text \"One\"\n"},
      {"Two\n---", "heading 2\n  text \"Two\"\n"},
      {"a *b* **c** `d`",
       "paragraph\n  text \"a \"\n  emphasis\n    text \"b\"\n  text \" \"\n  strong\n"
       "    text \"c\"\n  text \" \"\n  code \"d\"\n"},
      {"~~x~~", "paragraph\n  strike\n    text \"x\"\n"},
      {"a\\\nb", "paragraph\n  text \"a\"\n  line break\n  text \"b\"\n"},
      {"a\nb", "paragraph\n  text \"a\"\n  soft break\n  text \"b\"\n"},
      {"[w](u \"t\")", "paragraph\n  link \"u\" title=\"t\"\n    text \"w\"\n"},
      {"[w]\n\n[w]: /u", "paragraph\n  link \"/u\"\n    text \"w\"\n"},
      {"<https://a.b>", "paragraph\n  link \"https://a.b\"\n    text \"https://a.b\"\n"},
      {"see www.a.b",
       "paragraph\n  text \"see \"\n  link \"http://www.a.b\"\n    text \"www.a.b\"\n"},
      {"x ![alt](p.png)", "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"alt\"\n"},
      {"---", "thematic break\n"},
      {"> q", "block quotation\n  paragraph\n    text \"q\"\n"},
      {"- a\n- b",
       "list bullet tight\n  item\n    paragraph\n      text \"a\"\n  item\n    paragraph\n"
       "      text \"b\"\n"},
      {"3. a\n\n4. b",
       "list ordered decimal 3 loose\n  item\n    paragraph\n      text \"a\"\n  item\n    "
       "paragraph\n"
       "      text \"b\"\n"},
      {"- [x] a\n- [ ] b",
       "list bullet tight\n  item done\n    paragraph\n      text \"a\"\n  item open\n"
       "    paragraph\n      text \"b\"\n"},
      {"```cpp\nint x;\n```", "code block language=\"cpp\" \"int x;\\n\"\n"},
      {"    code", "code block \"code\\n\"\n"},
      {"| a | b |\n|:--|:-:|\n| 1 | 2 |",
       "table left center\n  head row\n    cell header\n      paragraph\n        text \"a\"\n"
       "    cell header\n      paragraph\n        text \"b\"\n  row\n    cell\n      paragraph\n"
       "        text \"1\"\n    cell\n      paragraph\n        text \"2\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("line ends in a quotation are kept where paragraphs stand on one line each") {
  const std::string long_line(150, 'x');
  const std::string kept = markdown_body(long_line + "\n\n> one\n> two");
  CHECK(kept.find("line break") != std::string::npos);
  const std::string wrapped = markdown_body(
      "This paragraph was broken by hand at some width\nas people did on terminals "
      "of eighty columns.\n\n> A quotation in it that was broken by hand at the same\n"
      "> width is prose as well.");
  CHECK(wrapped.find("line break") == std::string::npos);
  const std::string poem = markdown_body(
      "This paragraph was broken by hand at some width as is\nthe custom of people "
      "on terminals of eighty columns.\n\n> Short lines\n> are lines\n> of verse");
  CHECK(poem.find("line break") != std::string::npos);
  const std::string song = markdown_body(
      "> The road goes up with iron and news,\n> the road comes down with white,\n"
      "> and nobody knows why.\n\nA paragraph that is wrapped by hand at a narrow\nmeasure, and "
      "short.\n");
  CHECK(song.find("line break") != std::string::npos);
}

TEST_CASE("ranges are true to the file, front matter and all scripts counted") {
  const Reading reading = read_as_markdown(
      "---\ntitle: T\n---\n\nÄä *wörd* x\n\n> quoted\n>   and *more* here\n\n- item `code`\n");
  std::vector<std::string> found;
  query(reading.document, [&](const Inline& node) {
    if (node.as<Emphasis>() == nullptr && node.as<Code>() == nullptr) return;
    found.push_back(std::to_string(node.range.begin_line) + ":" +
                    std::to_string(node.range.begin_column));
  });
  CHECK(found == std::vector<std::string>{"5:4", "8:9", "10:9"});
  CHECK(reading.document.blocks.front().range.begin_line == 5);
}

TEST_CASE("a link that would run a script keeps its words and loses its address") {
  for (const char* link : {"[w](javascript:alert(1))", "[w](JaVaScRiPt:x)", "[w](data:text/html;x)",
                           "<a href=\"java\nscript:x\">w</a>"}) {
    CAPTURE(std::string(link));
    const Reading reading = read_as_markdown(link);
    CHECK(reading.has("unsafe-link"));
    CHECK(body_of(reading.document) == "paragraph\n  text \"w\"\n");
  }
}

TEST_CASE("an empty text gives an empty document") {
  CHECK(markdown_body("").empty());
  CHECK(markdown_body("\n\n").empty());
}

TEST_CASE("cells behind the last column are reported in their place") {
  struct Case {
    std::string row, message;
  };
  const std::vector<Case> cases = {
      {"| 1 | 2 | and more |", "“and more” stands behind the last column of its table"},
      {"| `a|b` | 2 |", "“2” stands behind the last column of its table"},
      {"| 1 | 2 |", ""},
      {"1 | 2", ""},
      {"| 1 \\| one | 2 |", ""},
      {"| 1 |", ""},
  };
  for (const Case& known : cases) {
    CAPTURE(known.row);
    const Reading reading = read_as_markdown("Text.\n\n| a | b |\n|---|---|\n" + known.row + "\n");
    CHECK(reading.has("surplus-cells") == !known.message.empty());
    if (!reading.has("surplus-cells")) continue;
    CHECK(reading.diagnostics.items()[0].message == known.message + " and is left out");
    CHECK(reading.diagnostics.items()[0].range.begin_line == 5);
  }
}
