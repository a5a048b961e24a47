#include <doctest/doctest.h>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("HTML in Markdown becomes nodes, around Markdown too") {
  const MarkdownCase cases[] = {
      {"H<sub>2</sub>O<br>x<sup>2</sup>",
       "paragraph\n  text \"H\"\n  subscript\n    text \"2\"\n  text \"O\"\n  line break\n"
       "  text \"x\"\n  superscript\n    text \"2\"\n"},
      {"<u>a</u> <mark>*b*</mark> <kbd>C</kbd>",
       "paragraph\n  underline\n    text \"a\"\n  text \" \"\n  span .mark\n    emphasis\n"
       "      text \"b\"\n  text \" \"\n  code \"C\" .kbd\n"},
      {"<div class=\"x\">\n\n*a*\n\n</div>\n\nb",
       "division .x\n  paragraph\n    emphasis\n      text \"a\"\nparagraph\n  text \"b\"\n"},
      {"<details><summary>S</summary>\n\n- a\n\n</details>",
       "callout details\n  title\n    text \"S\"\n  list bullet tight\n    item\n      paragraph\n"
       "        text \"a\"\n"},
      {"<figure>\n<img src=\"a.png\" alt=\"A\">\n<figcaption>C</figcaption>\n</figure>",
       "figure\n  paragraph\n    image \"a.png\" alternative=\"A\"\n  caption\n    paragraph\n"
       "      text \"C\"\n"},
      {"<blockquote>\nq\n<footer>Who</footer></blockquote>",
       "block quotation\n  paragraph\n    text \"q\"\n  attribution\n    text \"Who\"\n"},
      {"<a id=\"here\"></a>Words", "paragraph\n  span #here\n  text \"Words\"\n"},
      {"<table><caption>C</caption><tr><th colspan=2>a</th></tr><tr><td>b</td><td>c</td></tr>"
       "</table>",
       "table default default\n  caption\n    paragraph\n      text \"C\"\n  head row\n"
       "    cell header columns=2\n      paragraph\n        text \"a\"\n  row\n    cell\n"
       "      paragraph\n        text \"b\"\n    cell\n      paragraph\n        text \"c\"\n"},
      {"<ul><li>a<li>b</ul>",
       "list bullet tight\n  item\n    paragraph\n      text \"a\"\n  item\n    paragraph\n"
       "      text \"b\"\n"},
      {"<ol id=x><li>a<li value=5>b<li>c</ol>",
       "list ordered decimal 1 tight #x\n  item\n    paragraph\n      text \"a\"\n"
       "list ordered decimal 5 tight\n  item\n    paragraph\n      text \"b\"\n"
       "  item\n    paragraph\n      text \"c\"\n"},
      {"<math><mmultiscripts><mi>C</mi><mn>6</mn><none/><mprescripts/><none/><mn>14</mn>"
       "</mmultiscripts><mspace/><mi>x</mi></math>",
       "paragraph\n  math inline \"{}^{14}C_{6}\\\\ x\"\n"},
      {"<pre>\na\n  b\n</pre>", "code block \"a\\n  b\\n\"\n"},
      {"<p>open <b>bold\n\nnext",
       "paragraph\n  text \"open \"\n  strong\n    text \"bold\"\n    soft break\nparagraph\n"
       "  text \"next\"\n"},
      {"a <b>bold\n\nnext",
       "paragraph\n  text \"a \"\n  strong\n    text \"bold\"\nparagraph\n  text \"next\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("the lists of one element have its language, and the first its classes") {
  const Reading reading =
      read_as_markdown("<ol class=\"a b\" lang=de dir=ltr><li>a<li value=5>b</ol>");
  const Blocks& lists = reading.document.blocks;
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].attributes.classes.size() == 2);
  CHECK(lists[1].attributes.classes.empty());
  CHECK(lists[1].attributes.language == "de");
  CHECK(lists[1].attributes.pairs.size() == 1);
}

TEST_CASE("what is too long to name a language is cut, as each block has a copy") {
  const Reading reading =
      read_as_markdown("<div lang=\"" + std::string(5000, 'x') + "\"><p>words</p></div>");
  REQUIRE(reading.document.blocks.size() == 1);
  CHECK(reading.document.blocks.front().attributes.language == std::string(100, 'x'));
}

TEST_CASE("rows of header cells are a table's head unless one of them reaches out of it") {
  const auto head_rows = [](const char* rows) {
    const Reading reading = read_as_markdown(std::string("<table>").append(rows) + "</table>");
    const auto* table = reading.document.blocks.front().as<Table>();
    REQUIRE(table != nullptr);
    return table->head.size();
  };
  CHECK(head_rows("<tr><th>a<th>b<tr><td>1<td>2") == 1);
  CHECK(head_rows("<tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d<tr><td>1<td>2<td>3") == 2);
  CHECK(head_rows("<tr><th>a<th rowspan=3>b<tr><td>1<tr><td>2") == 0);
  CHECK(head_rows("<tr><th>a<tr><th>b<tr><th>c") == 1);
  CHECK(head_rows("<tr><th rowspan=2>a<th>b<tr><th>c<tr><th>d<th>e") == 2);
}

TEST_CASE("a tag that no HTML has is words in angle brackets") {
  CHECK(markdown_body("enter <name> here") == "paragraph\n  text \"enter <name> here\"\n");
  CHECK(markdown_body("a <x-y>b</x-y> <tag>c</tag>") == "paragraph\n  text \"a b c\"\n");
}

TEST_CASE("scripts and styles are set aside with a reason") {
  for (const char* text : {"<script>alert(1)</script>\n\na", "<style>p {}</style>\n\na"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    const auto* dropped = reading.document.blocks.front().as<Dropped>();
    REQUIRE(dropped != nullptr);
    CHECK(dropped->reason.find("no place in a book") != std::string::npos);
  }
}

TEST_CASE("what only a screen can play becomes a link, with a warning") {
  for (const char* text : {"<iframe src=\"https://v.example/1\"></iframe>",
                           "<video><source src=\"https://v.example/1\"></video>"}) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(text);
    CHECK(reading.has("media-as-link"));
    CHECK(body_of(reading.document) ==
          "paragraph\n  link \"https://v.example/1\"\n    text \"https://v.example/1\"\n");
  }
}

TEST_CASE("HTML that never ends loses no text") {
  for (const char* text : {"<div id=\"x\n\nkept", "<!-- open\n\nkept", "<script>\n\nkept",
                           "<textarea>\n\nkept", "<select>\n\nkept", "a <title> b\n\nkept"}) {
    CAPTURE(std::string(text));
    CHECK(dump(read_as_markdown(text).document).find("kept") != std::string::npos);
  }
}

TEST_CASE("a tag and a comment that both have no end take in no block behind them") {
  const std::string body =
      body_of(read_as_markdown("<figure>\n<img srys | Coarse\nx<!--y\n\n*Then* the words --> go.\n")
                  .document);
  CAPTURE(body);
  CHECK(body.find("emphasis") != std::string::npos);
  CHECK(body.find("text \" the words --> go.\"") != std::string::npos);
  CHECK(body.find("dropped") == std::string::npos);
}

TEST_CASE("a summary without end takes in neither the blocks behind it nor the notes") {
  CHECK(body_of(read_as_markdown("<details><summary>S[^1]\n\n*a*\n\n- b\n\n[^1]: N\n").document) ==
        "callout details\n  title\n    text \"S\"\n    note reference \"1\"\n  paragraph\n    "
        "emphasis\n"
        "      text \"a\"\n  list bullet tight\n    item\n      paragraph\n        text \"b\"\n"
        "note \"1\"\n  paragraph\n    text \"N\"\n");
  CHECK(body_of(read_as_markdown("<details><summary>S[^1]\n\n[^1]:").document) ==
        "callout details\n  title\n    text \"S\"\n    note reference \"1\"\nnote \"1\"\n");
}

TEST_CASE("a stroke around paragraphs goes into each of them") {
  const MarkdownCase cases[] = {
      {"<del>\n\n*foo*\n\n</del>", "paragraph\n  strike\n    emphasis\n      text \"foo\"\n"},
      {"<s><p>a</p><p>b</p></s>",
       "paragraph\n  strike\n    text \"a\"\nparagraph\n  strike\n    text \"b\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("comments and instructions to programs are left out with a record, wherever they stand") {
  const std::string comment = " because \"a comment, which no page shows\"\n";
  const std::string instruction = " because \"an instruction to a program, which no page shows\"\n";
  const std::pair<const char*, std::string> cases[] = {
      {"a <!-- hidden --> b", "paragraph\n  text \"a b\"\ndropped \"<!-- hidden -->\"" + comment},
      {"<!-- one -->\n\na", "dropped \"<!-- one -->\"" + comment + "paragraph\n  text \"a\"\n"},
      {"a <!-- {{ x }} --> b", "paragraph\n  text \"a b\"\ndropped \"<!-- {{ x }} -->\"" + comment},
      {"<p>a<!-- {{ x }} --></p>",
       "paragraph\n  text \"a\"\ndropped \"<!-- {{ x }} -->\"" + comment},
      {"<ul><!-- c --><li>a</li></ul>",
       "list bullet tight\n  item\n    paragraph\n      text \"a\"\n    dropped \"<!-- c -->\"" +
           comment},
      {"<table><!-- c --><tr><!-- d --><td>a</td></tr></table>",
       "table default\n  row\n    cell\n      paragraph\n        text \"a\"\n"
       "dropped \"<!-- c -->\"" +
           comment + "dropped \"<!-- d -->\"" + comment},
      {"<?php echo 1; ?>\n\na",
       "dropped \"<?php echo 1; ?>\"" + instruction + "paragraph\n  text \"a\"\n"},
      {"a <!-- --> b", "paragraph\n  text \"a b\"\n"},
  };
  for (const auto& example : cases) {
    CAPTURE(std::string(example.first));
    CHECK(markdown_body(example.first) == example.second);
  }
  const Reading reading = read_as_markdown("a\n\n<!-- one\ntwo -->\n");
  REQUIRE(reading.document.blocks.size() == 2);
  CHECK(reading.document.blocks.back().range.begin_line == 3);
  CHECK(reading.document.blocks.back().range.end_line == 4);
}
