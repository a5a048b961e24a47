#include <doctest/doctest.h>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("notes are found, with all their paragraphs, wherever they are written") {
  const MarkdownCase cases[] = {
      {"a[^1]\n\n[^1]: One.\n\n    Two.",
       "paragraph\n  text \"a\"\n  note reference \"1\"\nnote \"1\"\n  paragraph\n"
       "    text \"One.\"\n  paragraph\n    text \"Two.\"\n"},
      {"a^[in *place*]",
       "paragraph\n  text \"a\"\n  note reference \"in-place-1\"\nnote \"in-place-1\"\n"
       "  paragraph\n    text \"in \"\n    emphasis\n      text \"place\"\n"},
      {"a[^none]", "paragraph\n  text \"a[^none]\"\n"},
      {"a\\[^1]\n\n> b[^1]\n\n[^1]: n",
       "paragraph\n  text \"a[^1]\"\nblock quotation\n  paragraph\n    text \"b\"\n"
       "    note reference \"1\"\nnote \"1\"\n  paragraph\n    text \"n\"\n"},
      {"`[^1]`[^1]\n\n[^1]: n",
       "paragraph\n  code \"[^1]\"\n  note reference \"1\"\nnote \"1\"\n  paragraph\n"
       "    text \"n\"\n"},
      {"a[^1]\n\n[^1]:\n\n\n    n\n\n    m",
       "paragraph\n  text \"a\"\n  note reference \"1\"\nnote \"1\"\n  paragraph\n"
       "    text \"n\"\n  paragraph\n    text \"m\"\n"},
      {"```\n[^1]:\n\n    n\n```", "code block \"[^1]:\\n\\n    n\\n\"\n"},
      {"a\n\n[^1]:", "paragraph\n  text \"a\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a note without a mark, or a second one of its label, stays where it is written") {
  const Reading unused = read_as_markdown("a\n\n[^x]: kept");
  CHECK(unused.has("unused-note"));
  CHECK(body_of(unused.document) == "paragraph\n  text \"a\"\nparagraph\n  text \"kept\"\n");
  const Reading twice = read_as_markdown("a[^x]\n\n[^x]: one\n\n[^x]: two");
  CHECK(twice.has("duplicate-note"));
  CHECK(body_of(twice.document).find("text \"two\"") != std::string::npos);
}

TEST_CASE("math is kept as TeX, money is not math") {
  const MarkdownCase cases[] = {
      {"$a_1*b*c$", "paragraph\n  math inline \"a_1*b*c\"\n"},
      {"costs $5 and $6.", "paragraph\n  text \"costs $5 and $6.\"\n"},
      {"$5 and $6, or \\$7. If $a<b$ holds.",
       "paragraph\n  text \"$5 and $6, or $7. If \"\n  math inline \"a<b\"\n  text \" holds.\"\n"},
      {"From $10 to $20 (a rise of $x$).",
       "paragraph\n  text \"From $10 to $20 (a rise of \"\n  math inline \"x\"\n  text \").\"\n"},
      {"$a$5$", "paragraph\n  math inline \"a$5\"\n"},
      {"\\$a$", "paragraph\n  text \"$a$\"\n"},
      {"`$a$`", "paragraph\n  code \"$a$\"\n"},
      {"x \\(a^2\\) y", "paragraph\n  text \"x \"\n  math inline \"a^2\"\n  text \" y\"\n"},
      {"x \\(as said\\) y", "paragraph\n  text \"x (as said) y\"\n"},
      {"`\\(a^2\\)`", "paragraph\n  code \"\\\\(a^2\\\\)\"\n"},
      {"$$a$$", "math block \"a\"\n"},
      {"$$\na\n+ b\n$$", "math block \"a\\n+ b\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("lines between TeX's own marks are display math, when they are a formula") {
  const MarkdownCase cases[] = {
      {"\\[\na\n= b\n\\]", "math block \"a\\n= b\"\n"},
      {"Sum:\n\\[ a_1*b*c = 2 \\]",
       "paragraph\n  text \"Sum:\"\n  soft break\n  math display \" a_1*b*c = 2 \"\n"},
      {"\\[a = b\\]", "math block \"a = b\"\n"},
      {"\\begin{align}\na &= b \\\\\n- c &= d\n\\end{align}",
       "math block \"\\\\begin{align}\\na &= b \\\\\\\\\\n- c &= d\\n\\\\end{align}\"\n"},
      {"\\begin{equation}x=1\\end{equation}",
       "math block \"\\\\begin{equation}x=1\\\\end{equation}\"\n"},
      {"> \\[\n> a^2\n> \\]", "block quotation\n  math block \"a^2\"\n"},
      {"\\[12\\]", "paragraph\n  text \"[12]\"\n"},
      {"\\[Read\\_more\\] here = there", "paragraph\n  text \"[Read_more] here = there\"\n"},
      {"\\[\nas said\n\\]",
       "paragraph\n  text \"[\"\n  soft break\n  text \"as said\"\n  soft break\n  text \"]\"\n"},
      {"\\begin{theorem}\na = b\n\\end{theorem}",
       "paragraph\n  text \"\\\\begin{theorem}\"\n  soft break\n  text \"a = b\"\n  soft break\n"
       "  text \"\\\\end{theorem}\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("MathML among Markdown is a formula") {
  const MarkdownCase cases[] = {
      {"A <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> cup.",
       "paragraph\n  text \"A \"\n  math inline \"\\\\frac{1}{2}\"\n  text \" cup.\"\n"},
      {"<math display=\"block\"><msup><mi>x</mi><mn>2</mn></msup></math>",
       "math block \"x^{2}\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a drawing in a figure is a picture") {
  const MarkdownCase cases[] = {
      {"<figure><svg viewBox=\"0 0 4 2\"><title>Chart</title><a:b/><linearGradient id=\"a\" "
       "c:d=\"e\"/></svg>"
       "</figure>",
       "figure\n  paragraph\n    image \"data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2F"
       "www.w3.org%2F2000%2Fsvg%22%20viewBox%3D%220%200%204%202%22%3E%3Ctitle%3EChart%3C%2Ftitle%3E"
       "%3ClinearGradient%20id%3D%22a%22%3E%3C%2FlinearGradient%3E%3C%2Fsvg%3E\" "
       "alternative=\"Chart\"\n"},
      // Names that XML has not, and "href" twice, would make it none.
      {"<figure><svg><use href=\"#a\" xlink:href=\"#b\" -x=\"y\"/></svg></figure>",
       "figure\n  paragraph\n    image \"data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2F"
       "www.w3.org%2F2000%2Fsvg%22%3E%3Cuse%20href%3D%22%23a%22%3E%3C%2Fuse%3E%3C%2Fsvg%3E\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a drawing beside what a figure shows is a sign of the page's") {
  const MarkdownCase cases[] = {
      {"<figure><img src=\"a.png\" alt=\"A\"><div><svg><path d=\"M0 0\"/></svg></div></figure>",
       "figure\n  paragraph\n    image \"a.png\" alternative=\"A\"\n"},
      {"<figure><svg><path d=\"M0 0\"/></svg><pre>a</pre></figure>",
       "figure\n  code block \"a\\n\"\n"},
      {"<figure><svg><foreignObject><pre>a</pre></foreignObject></svg></figure>",
       "figure\n  paragraph\n    image \"data:image/svg+xml,%3Csvg%20xmlns%3D%22http%3A%2F%2F"
       "www.w3.org%2F2000%2Fsvg%22%3E%3CforeignObject%3E%3Cpre%3Ea%3C%2Fpre%3E"
       "%3C%2FforeignObject%3E%3C%2Fsvg%3E\"\n"
       "  dropped \"a\" because \"the words of HTML inside a drawing\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("superscripts and subscripts stand only where Pandoc has them") {
  const MarkdownCase cases[] = {
      {"2^10^", "paragraph\n  text \"2\"\n  superscript\n    text \"10\"\n"},
      {"H~2~O", "paragraph\n  text \"H\"\n  subscript\n    text \"2\"\n  text \"O\"\n"},
      {"a^b c^d", "paragraph\n  text \"a^b c^d\"\n"},
      {"~~a~~ ~b~",
       "paragraph\n  strike\n    text \"a\"\n  text \" \"\n  strike\n    text \"b\"\n"},
      {"\\^a^", "paragraph\n  text \"^a^\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("definitions may have either of Pandoc's marks, prose may not") {
  const MarkdownCase cases[] = {
      {"a\n  ~ b\n  ~ c\n\nd\n\n~   e",
       "definition list\n  term\n    text \"a\"\n  definition\n    paragraph\n"
       "      text \"b\"\n  definition\n    paragraph\n      text \"c\"\n  term\n"
       "    text \"d\"\n  definition\n    paragraph\n      text \"e\"\n"},
      {"The bar is\nlong, that is\n~ 5 km.",
       "paragraph\n  text \"The bar is\"\n  soft break\n  text \"long, that is\"\n"
       "  soft break\n  text \"~ 5 km.\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("words between two carets are new") {
  const MarkdownCase cases[] = {
      {"a ^^b c^^ d^2^",
       "paragraph\n  text \"a \"\n  underline\n    text \"b c\"\n"
       "  text \" d\"\n  superscript\n    text \"2\"\n"},
      {"a^^b ^^ c", "paragraph\n  text \"a^^b ^^ c\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("attributes go to what they stand behind") {
  const MarkdownCase cases[] = {
      {"# H {#id .c}", "heading 1 #id .c\n  text \"H\"\n"},
      {"[w]{.smallcaps}", "paragraph\n  small capitals .smallcaps\n    text \"w\"\n"},
      {"[mot]{lang=fr}", "paragraph\n  span lang=fr\n    text \"mot\"\n"},
      {"`x`{.r}", "paragraph\n  code \"x\" .r\n"},
      {"a {b} c", "paragraph\n  text \"a {b} c\"\n"},
      {"[w] {.c} x", "paragraph\n  text \"[w] {.c} x\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("definition lists, divisions, verse, callouts and captions become blocks") {
  const MarkdownCase cases[] = {
      {"Term\n: one\n: two",
       "definition list\n  term\n    text \"Term\"\n  definition\n    paragraph\n"
       "      text \"one\"\n  definition\n    paragraph\n      text \"two\"\n"},
      {"::: {.epigraph}\nWords\n:::",
       "division epigraph .epigraph\n  paragraph\n    text \"Words\"\n"},
      {":::: outer\n\n::: inner\na\n:::\n\nb\n\n::::",
       "division .outer\n  division .inner\n    paragraph\n      text \"a\"\n"
       "  paragraph\n    text \"b\"\n"},
      {"```\n::: {.x}\n```", "code block \"::: {.x}\\n\"\n"},
      {"| one\n|   two\n|\n| three",
       "verse\n  stanza\n    line\n      text \"one\"\n    line 2\n      text \"two\"\n  stanza\n"
       "    line\n      text \"three\"\n"},
      {"> [!NOTE]\n> Text", "callout note\n  paragraph\n    text \"Text\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("a citation in another's brackets keeps its words") {
  const char* cases[] = {"Words [see @a [@b, deep words] too] end.\n",
                         "Words [@a [p. 3, deep words] and @b; @c] end.\n",
                         "Words [@c and @a [p. 3, deep words] too] end.\n"};
  for (const char* text : cases) {
    CAPTURE(std::string(text));
    const Reading reading = read_as_markdown(
        "---\nreferences: [{id: a}, {id: b}, {id: c}]\n---\n\n" + std::string(text));
    const std::string tree = dump(reading.document);
    CHECK(tree.find("locator") < tree.find("deep words"));  // in the work's entry
    CHECK(tree.find("deep words", tree.find("rendered")) != std::string::npos);
    CHECK(tree.find("end.") != std::string::npos);
  }
}

TEST_CASE("citations are read only in a document that has references") {
  const std::string head = "---\nreferences:\n- id: roe\n  title: T\n---\n";
  const Reading reading = read_as_markdown(head + "[see @roe, p. 3; -@poe] and @roe but @you");
  const auto& inlines = reading.document.blocks.front().as<Paragraph>()->inlines;
  REQUIRE(inlines.size() == 4);
  const auto* bracket = inlines[0].as<Citation>();
  REQUIRE(bracket != nullptr);
  CHECK(bracket->form == Citation::Form::Parenthetical);
  REQUIRE(bracket->items.size() == 2);
  CHECK(bracket->items[0] == CitationItem{"roe", "see", "p. 3", false});
  CHECK(bracket->items[1] == CitationItem{"poe", "", "", true});
  CHECK(plain_text(bracket->rendered) == "[see @roe, p. 3; -@poe]");
  const auto* narrative = inlines[2].as<Citation>();
  REQUIRE(narrative != nullptr);
  CHECK(narrative->form == Citation::Form::Narrative);
  CHECK(inlines[3].as<Text>()->text == " but @you");
  CHECK(markdown_body("[@roe]") == "paragraph\n  text \"[@roe]\"\n");
}

TEST_CASE("a note's mark without a text is reported where it stands and stays in the text") {
  const Reading reading = read_as_markdown("One.\n\nA claim[^lost] here.");
  REQUIRE(reading.has("mark-without-note"));
  const Diagnostic& found = reading.diagnostics.items().front();
  CHECK(found.range.begin_line == 3);
  CHECK(found.range.begin_column >= 8);
  CHECK(markdown_body("A claim[^lost] here.") == "paragraph\n  text \"A claim[^lost] here.\"\n");
}

TEST_CASE("labels of notes differ in more than case") {
  const std::string body =
      "paragraph\n  text \"a\"\n  note reference \"Source\"\nnote \"Source\"\n  paragraph\n"
      "    text \"n\"\n";
  CHECK(markdown_body("a[^SOURCE]\n\n[^Source]: n") == body);
  CHECK(read_as_markdown("a[^x]\n\n[^X]: one\n\n[^x]: two").has("duplicate-note"));
}

TEST_CASE("a note's mark in a picture's alternative text goes behind the picture") {
  CHECK(markdown_body("x ![The *old* pier[^1] at dusk](p.png) y\n\n[^1]: n") ==
        "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"The old pier at dusk\"\n"
        "  note reference \"1\"\n  text \" y\"\nnote \"1\"\n  paragraph\n    text \"n\"\n");
  CHECK(markdown_body("x ![10^2^ of {them}](p.png)") ==
        "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"10^2^ of {them}\"\n");
}
