// Pages that programs export: word processors, LaTeXML, AMP; poems, bold headings, tables for
// layout.
#include <doctest/doctest.h>

#include <algorithm>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string kept_of(std::string_view html) {
  return part(page("<article>" + kProse + std::string(html) + "</article>")).kept;
}

int count(std::string_view text, std::string_view words) {
  int found = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("paragraphs that Word marks as items are a list") {
  const auto item = [](const char* level, const char* mark, const char* words) {
    return "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level" +
           std::string(level) + " lfo1'><span style='mso-list:Ignore'>" + mark +
           "<span>&nbsp; </span></span>" + words + "</p>\n";
  };
  const std::string kept =
      kept_of(item("1", "·", "Salt") + item("2", "1.", "from the sea") + item("1", "·", "Pepper"));
  CHECK(count(kept, "list bullet") == 1);
  CHECK(count(kept, "list ordered") == 1);
  CHECK(!has(kept, "·"));
  CHECK(kept.find("Salt") < kept.find("list ordered"));
  CHECK(kept.find("from the sea") < kept.find("Pepper"));
}

TEST_CASE("a list of Word counts as its first mark does") {
  const auto list = [](const char* mark) {
    const Parted parted =
        part(page("<article>" + kProse + "<p style='mso-list:l0 level1 lfo1'><span " +
                  "style='mso-list:Ignore'>" + mark + "</span>Salt</p></article>"));
    for (const Block& block : parted.document.blocks) {
      if (const List* found = block.as<List>()) return *found;
    }
    return List{};
  };
  CHECK(list("3.").start == 3);
  CHECK(list("1.2").start == 2);
  CHECK(list("a)").style == List::Style::LowerAlpha);
  CHECK(list("I.").style == List::Style::UpperRoman);
  CHECK(list("o").kind == List::Kind::Bullet);
}

TEST_CASE("lists that Google Docs writes level by level are put into each other") {
  const std::string kept = kept_of(
      "<ul class='c1 lst-kix_a-0 start'><li>Salt</li></ul><ul class='lst-kix_a-1'><li>from the "
      "sea</li></ul><ul class='lst-kix_a-0'><li>Pepper</li></ul><p>Then:</p><ol "
      "class=lst-kix_b-0><li>Cook</li></ol>");
  CHECK(count(kept, "list bullet") == 2);
  CHECK(count(kept, "list ordered") == 1);
  CHECK(kept.find("from the sea") < kept.find("Pepper"));
  CHECK(kept.find("Then:") < kept.find("list ordered"));
}

TEST_CASE("lists of Google Docs keep their numbers and what stands beside their items") {
  const std::string kept = kept_of(
      "<ol class='lst-kix_a-0' start=3><li>Salt</li><p>from the sea</p></ol><ol "
      "class='lst-kix_a-0' "
      "start=4>Pepper<li>Cloves</li></ol>");
  CHECK(has(kept, "list ordered decimal 3"));
  for (const char* words : {"Salt", "from the sea", "Pepper", "Cloves"}) {
    CAPTURE(std::string(words));
    CHECK(has(kept, words));
  }
}

TEST_CASE("notes of a word processor stand behind the text and are kept") {
  const Parted parted = part(
      page("<div class=Section1>" + kProse +
           "<p>Salt was dear.<a href='#_ftn1' name='_ftnref1'>[1]</a></p></div><div "
           "style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p><a "
           "href='#_ftnref1' name='_ftn1'>[1]</a> Sea salt.</p></div></div>"));
  REQUIRE(parted.document.notes.size() == 1);
  CHECK(has(parted.kept, "Sea salt."));
}

TEST_CASE("LaTeXML's notes, citations and numbered formulas are read") {
  const Parted parted = part(page(
      "<article>" + kProse +
      "<p>Heat is lost<span class='ltx_note ltx_role_footnote'><sup "
      "class=ltx_note_mark>1</sup><span class=ltx_note_outer><span class=ltx_note_content><sup "
      "class=ltx_note_mark>1</sup><span class='ltx_tag ltx_tag_note'>1</span>In "
      "kelvin.</span></span></span> as told in [<a href=#b1>1</a>, <a href=#b2>2</a>] and by "
      "Roe (<a href=#b1>1999</a>).</p><table class=ltx_equation><tbody><tr><td></td><td><math "
      "display=block alttext='x^2'><mi>x</mi></math></td><td>(1)</td></tr></tbody></table>"
      "<ul class=references><li id=b1>A. Roe. Heat. 1999.</li><li id=b2>B. Poe. Cold.</li></ul>"
      "</article>"));
  REQUIRE(parted.document.notes.size() == 3);
  CHECK(!has(parted.kept, "11"));
  CHECK(!has(parted.kept, "[]"));
  CHECK(!has(parted.kept, "[,"));
  CHECK(has(parted.kept, "1999"));  // the year of a citation is no mark of a note
  CHECK(!has(parted.kept, "table"));
  CHECK(has(parted.kept, "x"));
}

TEST_CASE("links of a saved page into itself are links into itself, in full or not") {
  const std::string body =
      kProse +
      "<p>Salt<a id=r1 href='https://quay.example/tide#f1'>[1]</a> was dear.</p><ol><li "
      "id=f1>Sea salt. <a href='https://quay.example/tide#r1'>^</a></ol><p><a "
      "href='https://other.example/tide#f1'>There</a>.</p>";
  const std::string heads[] = {
      "<!DOCTYPE html>\n<!-- saved from url=(0025)https://quay.example/tide -->\n<html><body>",
      "<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: https://quay.example/tide \n "
      "saved date: Sun -->\n<body>",
      "<!DOCTYPE html><html><head><link rel=canonical "
      "href='https://quay.example/tide'></head><body>",
  };
  for (const std::string& head : heads) {
    CAPTURE(head);
    const Parted parted = part(head + "<article>" + body + "</article></body></html>");
    CHECK(parted.document.metadata.url.value == "https://quay.example/tide");
    REQUIRE(parted.document.notes.size() == 1);
    CHECK(has(parted.kept, "other.example"));
  }
}

TEST_CASE("a note whose number and words stand side by side in a table is a note") {
  const Parted parted = part(
      page("<article>" + kProse +
           "<p>Salt<sup id=ref1><a href=#def1>[1]</a></sup> was dear.</p><table id=def1><tr><td><a "
           "href=#ref1>[1]</a></td><td>Sea salt.</td></tr></table></article>"));
  REQUIRE(parted.document.notes.size() == 1);
  CHECK(!has(parted.kept, "table"));
}

TEST_CASE("a picture and its caption in a table are a figure, a table of data is not") {
  CHECK(has(kept_of("<table class=tr-caption-container><tbody><tr><td><a href=b><img "
                    "src=a.png></a></td></tr><tr><td class=tr-caption>The "
                    "quay</td></tr></tbody></table>"),
            "figure"));
  CHECK(has(kept_of("<table><tr><td colspan=2><img src=a.png><div class=caption>The "
                    "quay</div></td></tr><tr><th>Built</th><td>1741</td></tr></table>"),
            "table"));
}

TEST_CASE("AsciiDoctor's boxes are callouts of their words") {
  const std::string kept = kept_of(
      "<div class='admonitionblock tip'><table><tr><td class=icon><div class=title>Tip</div></td>"
      "<td class=content>Mind the step.</td></tr></table></div>");
  CHECK(has(kept, "callout tip"));
  CHECK(has(kept, "Mind the step."));
  CHECK(!has(kept, "table"));
}

TEST_CASE("formulas that are marked for a program to set are formulas") {
  const std::string kept = kept_of(
      "<p>So <span class='math inline'>\\(E = mc^2\\)</span>.</p><div class='math notranslate'>\n"
      "\\[\\sum i\\]</div><p><span class=arithmatex>\\(y\\)</span> and <span "
      "class=math>none</span></p>");
  CHECK(!has(kept, "\\("));
  CHECK(!has(kept, "\\["));
  CHECK(has(kept, "none"));
}

TEST_CASE("a page's picture element of AMP is a picture, with its caption") {
  const std::string kept = kept_of(
      "<figure><amp-img src=a.png alt=Quay><noscript><img src=a.png></noscript></amp-img>"
      "<figcaption>The quay</figcaption></figure>");
  CHECK(has(kept, "a.png"));
  CHECK(count(kept, "a.png") == 1);
  CHECK(has(kept, "The quay"));
}

TEST_CASE("what the page names a caption, or sets small below a picture, is its caption") {
  const char* const pages[] = {
      "<p><img src=a.png></p><p class=caption>The quay. Photo: Ben Poe</p>",
      "<div><a href=b><img src=a></a></div>\n<div class=caption>The quay. Photo: Ben Poe</div>",
      "<p><img src=a.png><br><em>The quay. Photo: Ben Poe</em></p>",
  };
  for (const char* html : pages) {
    CAPTURE(std::string(html));
    const Parted parted = part(page("<article>" + kProse + std::string(html) + "</article>"));
    const bool is_figure = std::any_of(parted.document.blocks.begin(), parted.document.blocks.end(),
                                       [](const Block& block) {
                                         const auto* figure = block.as<Figure>();
                                         return figure != nullptr && !figure->caption.empty();
                                       });
    CHECK(is_figure);
    CHECK(has(parted.kept, "The quay. Photo: Ben Poe"));
  }
  // Words of the text beside a picture are none.
  CHECK(!has(kept_of("<p><img src=a.png><br>and then <em>The quay</em></p>"), "caption"));
}

TEST_CASE("a poem is verse, line by line, whatever its lines are made of") {
  const char* const pages[] = {
      "<div class=poem><div>The tide comes in</div><div>&nbsp;&nbsp;across the sand</div><br>"
      "<div>and goes.</div></div>",
      "<div class='o-poem poem'>The tide comes in<br>&nbsp;&nbsp;across the sand<br><br>and "
      "goes.</div>",
      "<div class=poem><p>The tide comes in<br>&nbsp; across the sand</p><p>and goes.</p></div>",
      "<pre class=wp-block-verse>The tide comes in\n  across the sand\n\nand goes.</pre>",
      "<div class=poem><div class=stanza><span class=i0>The tide comes in<br></span>\n"
      "<span class=i2>across the sand<br></span></div>\n"
      "<div class=stanza><span class=i0>and goes.<br></span></div></div>",
      "<div class=poetry><div class=stanza><div class='verse indent0'>The tide comes in</div>\n"
      "<div class='verse indent2'>across the sand</div></div>\n"
      "<div class=stanza><div class='verse indent0'>and goes.</div></div></div>",
  };
  for (const char* html : pages) {
    CAPTURE(std::string(html));
    const Parted parted = part(page("<article>" + kProse + std::string(html) + "</article>"));
    const auto found =
        std::find_if(parted.document.blocks.begin(), parted.document.blocks.end(),
                     [](const Block& block) { return block.as<Verse>() != nullptr; });
    REQUIRE(found != parted.document.blocks.end());
    const Verse& verse = *found->as<Verse>();
    REQUIRE(verse.stanzas.size() == 2);
    REQUIRE(verse.stanzas[0].size() == 2);
    CHECK(verse.stanzas[0][1].indent == 2);
    CHECK(verse.stanzas[1].size() == 1);
  }
  // A named box with more than lines in it is what it is.
  const std::string kept =
      kept_of("<div class=poem><h2>Tides</h2><ul><li>The first</ul><p>Words.</p></div>");
  CHECK(has(kept, "heading"));
  CHECK(has(kept, "The first"));
}

TEST_CASE("marks between sections are a rule, with a record") {
  for (const char* marks : {"* * *", "***", "⁂", "• • •", "<b>~ ~ ~</b>"}) {
    CAPTURE(std::string(marks));
    const Parted parted =
        part(page("<article>" + kProse + "<p>" + marks + "</p>" + kProse + "</article>"));
    CHECK(has(parted.kept, "thematic break"));
    CHECK(has(parted.left_out, "for which a rule stands"));
  }
  CHECK(!has(kept_of("<p>*</p><p>- 1 -</p>"), "thematic break"));
}

TEST_CASE("short bold lines are the headings of a page that has no others") {
  const auto with = [](const std::string& body) { return part(page("<div>" + body + "</div>")); };
  const Parted old = with(kProse + "<p><font size=4><b>The storm</b></font></p>" + kProse);
  CHECK(has(old.kept, "heading"));
  const bool is_told = std::any_of(old.document.inferences.begin(), old.document.inferences.end(),
                                   [](const Inference& item) { return item.what == "heading"; });
  CHECK(is_told);
  for (const char* line : {"<p><b>It was a long and stormy night.</b></p>", "<p><b>Why?</b></p>",
                           "<p><b>One</b></p><p><b>Two</b></p>", "<p><b>The storm</b> came.</p>"}) {
    CAPTURE(std::string(line));
    CHECK(!has(with(kProse + line + kProse).kept, "heading"));
  }
  CHECK(!has(with(kProse + kProse + "<p><b>The end</b></p>").kept, "heading"));
  CHECK(count(with("<h2>First</h2>" + kProse + "<p><b>The storm</b></p>" + kProse).kept,
              "heading") == 1);
}

TEST_CASE("a table of one column without a header is for layout") {
  CHECK(!has(kept_of("<table><tr><td>One row of words.</td></tr><tr><td>And one more.</td></tr>"
                     "</table>"),
             "table"));
  CHECK(has(kept_of("<table><tr><td>Salt</td><td>4</td></tr><tr><td>Pepper</td><td>9</td></tr>"
                    "</table>"),
            "table"));
}

TEST_CASE("what stands behind a tab is the article's") {
  const std::string kept = kept_of(
      "<ul role=tablist><li role=tab>Sea</li><li role=tab>Land</li></ul><div role=tabpanel><p>By "
      "the sea.</p></div><div role=tabpanel hidden><p>By land.</p></div>");
  CHECK(has(kept, "By the sea."));
  CHECK(has(kept, "By land."));
}

TEST_CASE("the reading of a ruby character stands in the page's brackets or the script's") {
  CHECK(has(kept_of("<p>その<ruby>橋<rp>〔</rp><rt>はし</rt><rp>〕</rp></ruby>は</p>"),
            "橋〔はし〕は"));
  CHECK(has(kept_of("<p>その<ruby>橋<rt>はし</rt></ruby>は</p>"), "橋（はし）は"));
  CHECK(has(kept_of("<p><ruby>bridge<rt>hashi</rt></ruby> is</p>"), "bridge (hashi) is"));
}
