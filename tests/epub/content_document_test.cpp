#include "epub/content_document.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/xml.h"
#include "document/math.h"
#include "epub/books.h"
#include "epub/mathml.h"
#include "epub/opened_epub.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::test;
using namespace garland::tree;

namespace {

// The page of one work with these blocks and notes.
WrittenPage page_of(Blocks blocks, std::vector<Note> notes = {}) {
  Work work = plain_work("w", "Title");
  work.document.blocks = std::move(blocks);
  work.document.notes = std::move(notes);
  const Anthology book = book_of({std::move(work)});
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  return write_work_page(plan, plan.pages.at(plan.page_of_work.at("w")));
}

std::string body_of(Blocks blocks, std::vector<Note> notes = {}) {
  const std::string page = page_of(std::move(blocks), std::move(notes)).xhtml;
  const std::size_t begin = page.find("</header>") + 10;
  return page.substr(begin, page.rfind("</section>") - begin);
}

const std::string& stress_page() {
  static const std::string kPage = [] {
    const Anthology book = stress_book();
    const Picture cover = small_picture(0);
    const Plan plan = make_plan(book, cover);
    return write_work_page(plan, plan.pages.at(plan.page_of_work.at("stress"))).xhtml;
  }();
  return kPage;
}

}  // namespace

TEST_CASE("each kind of node is written as the element that means it") {
  const std::vector<std::string> expected = {
      "<em>emphasis</em>",
      "<strong>strong</strong>",
      "<span class=\"small-capitals\">Small Capitals</span>",
      "<s>struck</s>",
      "<u>underlined</u>",
      "H<sub>2</sub>O",
      "1<sup>st</sup>",
      "<q>quoted</q>",
      "<code>int main() { return a &lt; b; }</code><br/>",
      "alttext=\"a^2 &lt; "
      "b\"><mrow><msup><mi>a</mi><mn>2</mn></msup><mo>&lt;</mo><mi>b</mi></mrow>",
      "alt=\"a grey square\" title=\"A title\" width=\"40\" height=\"30\"/>",
      "<span class=\"citation\">(Roe 1999)</span>",
      "<span id=\"french\" lang=\"fr\" xml:lang=\"fr\">des mots français</span>",
      "<span lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">كلمات عربية</span>",
      "<ol class=\"loose\" type=\"i\" start=\"4\">",
      "<span class=\"task-box\">☑</span> <p>done</p>",
      "<span class=\"task-box\">☐</span> <p>to do</p>",
      "<dt>Tide</dt><dd><p>What comes.</p>\n</dd><dd><p>What goes.</p>\n</dd>",
      "<dt>Undefined</dt><dd/>",
      "<p class=\"stanza\"><span class=\"line\">The tide, that turns and turns again,</span>"
      "<br class=\"line-end\"/><span class=\"line indent-2\">",
      "<span class=\"line indent-8\">and never<br/>stays.</span>",
      "<pre><code class=\"language-c++\">for (;;) {\n  wait(1 &lt; 2 &amp;&amp; true);\n}</code>",
      "<caption>Heights of the tide</caption>",
      "<th class=\"center\" scope=\"col\">Neap</th>",
      "<th class=\"left\" scope=\"row\">Brest</th>",
      "<td class=\"center\" colspan=\"2\">both</td>",
      "<figure id=\"fig-1\">",
      "<figcaption><p>The harbour at low water.</p>\n<p class=\"credit\">Photograph: Jane Roe</p>",
      "<hr/>",
      "<math xmlns=\"http://www.w3.org/1998/Math/MathML\" display=\"block\" "
      "alttext=\"\\sum_{i&lt;n} i\"><mrow><munder><mo>∑</mo><mrow><mi>i</mi><mo>&lt;</mo>"
      "<mi>n</mi></mrow></munder><mi>i</mi></mrow></math></div>",
      "<aside class=\"callout\" role=\"doc-tip\">",
      "<aside class=\"callout\" role=\"note\">",
      "epub:type=\"epigraph\" role=\"doc-epigraph\"",
      "epub:type=\"dedication\" role=\"doc-dedication\"",
      "epub:type=\"abstract\" role=\"doc-abstract\"",
      "epub:type=\"bibliography\" role=\"doc-bibliography\"",
      "epub:type=\"credits\" role=\"doc-credits\"",
      "<figcaption class=\"quotation-source\">A proverb</figcaption>",
  };
  for (const std::string& part : expected) {
    CHECK_MESSAGE(stress_page().find(part) != std::string::npos, "not in the page: " << part);
  }
}

TEST_CASE("only brackets between \\left and \\right grow with what is inside") {
  XmlWriter xml;
  const std::string tex = "f(x) = \\left( \\frac{1}{2} \\right)";
  write_mathml(xml, *parse_math(tex), tex, false);
  const std::string page = xml.take();
  CHECK(page.find("<mo stretchy=\"false\">(</mo><mi>x</mi><mo stretchy=\"false\">)</mo>") !=
        std::string::npos);
  CHECK(page.find("<mo>(</mo><mfrac>") != std::string::npos);
}

TEST_CASE("a work opens with its title, subtitle, byline and source") {
  const std::string& page = stress_page();
  CHECK(page.find("<h1>Tides &amp; &lt;currents&gt; \"of\" the ’sea’</h1>") != std::string::npos);
  CHECK(page.find("role=\"doc-subtitle\">With <em>all</em> kinds</p>") != std::string::npos);
  CHECK(page.find("<p class=\"byline\">Jane Roe</p>") != std::string::npos);
  CHECK(page.find("<p class=\"source\">Originally published in <cite class=\"publication\">"
                  "<a href=\"https://example.org/tides?a=1&amp;b=2\">The Tidal Review</a></cite>, "
                  "1 March 2024</p>") != std::string::npos);
}

TEST_CASE("a link is written so that it can be followed, or as text") {
  const std::string& page = stress_page();
  struct Case {
    std::string part;
    bool is_expected;
  };
  const std::vector<Case> cases = {
      {"<a href=\"https://example.org/a%20b?q=1&amp;r=%5B2%5D#frag%23two\">outside</a>", true},
      {"<a href=\"mailto:jane@example.org\">mail</a>", true},
      {"<span>script</span>", true},
      {"javascript:", false},
      {"<span>no host</span>", true},
      {"<a href=\"stress.xhtml#sea-2\">inside</a>", true},
      {"<a href=\"other.xhtml\">the other</a>", true},
      {"<span>gone</span>", true},
      {"<span>broken</span>", true},
  };
  for (const Case& test : cases) {
    CAPTURE(test.part);
    CHECK((page.find(test.part) != std::string::npos) == test.is_expected);
  }
}

TEST_CASE("a note's mark inside a link is set after it") {
  CHECK(stress_page().find("a link with a note</a><a class=\"note-mark\" id=\"note-1-mark\"") !=
        std::string::npos);
}

TEST_CASE("a picture that may be higher than the screen is told from others") {
  const auto is_tall = [](int width_px, int height_px, const std::string& width) {
    Anthology book = book_of({plain_work("a", "A")});
    book.pictures = {small_picture(1)};
    book.pictures[0].width_px = width_px;
    book.pictures[0].height_px = height_px;
    const Inline shown{Image{"a.png", book.pictures[0].id, "", "A", width}, {}, {}};
    book.parts[0].works[0].document.blocks = blocks(paragraph(shown));
    const Picture cover = small_picture(0);
    const Plan plan = make_plan(book, cover);
    const auto page = std::find_if(plan.pages.begin(), plan.pages.end(),
                                   [](const PlannedPage& one) { return one.work != nullptr; });
    return write_work_page(plan, *page).xhtml.find("<img class=\"tall\"") != std::string::npos;
  };
  CHECK(is_tall(600, 2400, ""));
  CHECK_FALSE(is_tall(600, 2400, "50%"));
  CHECK_FALSE(is_tall(900, 600, ""));
  CHECK_FALSE(is_tall(40, 80, ""));
}

TEST_CASE("an address alone in a cell may break, and words may not") {
  const LinkTarget target{LinkTarget::Kind::External, "https://example.org/a/b", "", ""};
  const Inline link{Link{target, "", make_text("https://example.org/a/b")}, {}, {}};
  Table table;
  table.columns.resize(2);
  table.columns[1] = Alignment::Center;
  table.body.push_back({{{blocks(paragraph(link))}, {blocks(paragraph("and/or"))}}});
  table.body.push_back(
      {{{blocks(paragraph("see ", link))}, {blocks(paragraph("someone@example.org"))}}});
  const std::string body = body_of(blocks(Block{table, {}, {}}));
  CHECK(body.find("<td class=\"address\"><a") != std::string::npos);
  CHECK(body.find("<td class=\"center\">and/or") != std::string::npos);
  CHECK(body.find("<td>see <a") != std::string::npos);
  CHECK(body.find("<td class=\"center address\">someone@") != std::string::npos);
}

TEST_CASE("what a source marked with an element of HTML has that element") {
  Inline mark{Span{make_text("Mind")}, {}, {}};
  mark.attributes.classes = {"mark"};
  Inline key{Code{"Esc"}, {}, {}};
  key.attributes.classes = {"kbd"};
  CHECK(body_of(blocks(paragraph(mark, " ", key))) ==
        "<p class=\"opens\"><mark>Mind</mark> <kbd>Esc</kbd></p>\n");
}

TEST_CASE("a formula that is not known is told from one that is") {
  const auto facts_of = [](const std::string& tex) {
    Anthology book = book_of({plain_work("a", "A")});
    book.parts[0].works[0].document.blocks = blocks(Block{MathBlock{tex}, {}, {}});
    const Picture cover = small_picture(0);
    const Plan plan = make_plan(book, cover);
    const auto page = std::find_if(plan.pages.begin(), plan.pages.end(),
                                   [](const PlannedPage& one) { return one.work != nullptr; });
    return write_work_page(plan, *page).facts;
  };
  CHECK_FALSE(facts_of("a^2").has_raw_tex);
  CHECK(facts_of("\\newcommand{\\x}{y}").has_raw_tex);
}

TEST_CASE("what is named by a formula alone has its words for a name") {
  const auto formula = [](std::string tex) {
    return Inline{Math{Math::Kind::Inline, std::move(tex)}, {}, {}};
  };
  const auto link_of = [](Inlines inlines) {
    const LinkTarget target{LinkTarget::Kind::External, "https://example.org/", "", ""};
    return Inline{Link{target, "", std::move(inlines)}, {}, {}};
  };
  Table table;
  table.columns.resize(3);
  table.head.push_back({{{blocks(paragraph(formula("\\frac{1}{2}")))},
                         {blocks(paragraph(tree::image("dot.png", "")))},
                         {blocks(paragraph("half"))}}});
  table.body.push_back({{{blocks(paragraph("a"))}, {}, {}}});
  const std::string body =
      body_of(blocks(tree::heading(1, formula("x_1^2")), tree::heading(1, formula("y"), " grows"),
                     paragraph(link_of({formula("a^{b}")})), Block{table, {}, {}}));
  for (const char* part :
       {"<h2 aria-label=\"x₁²\">", "<h2><span class=\"math\">",
        "<a href=\"https://example.org/\" aria-label=\"a^b\">",
        "<th scope=\"col\"><span role=\"math\" aria-label=\"1/2\"><span class=\"math\">",
        "<td><span class=\"missing", "<th scope=\"col\">half</th>"}) {
    CHECK_MESSAGE(body.find(part) != std::string::npos, part << " is not in " << body);
  }
}

TEST_CASE("no line begins with the dash that ends a word, or ends with the one that begins it") {
  const auto paragraph_of = [](auto... parts) { return body_of(blocks(paragraph(parts...))); };
  CHECK(paragraph_of("salt—and more — salt") ==
        "<p class=\"opens\">salt\u2060—and more — salt</p>\n");
  CHECK(paragraph_of("a ", emphasis("salt"), "—no") ==
        "<p class=\"opens\">a <em>salt</em>\u2060—no</p>\n");
  CHECK(paragraph_of("—Sí —dijo él—.") ==
        "<p class=\"opens\">—\u2060Sí —\u2060dijo él\u2060—.</p>\n");
  CHECK(paragraph_of("—\u00A0Oui, dit\u00A0— il") ==
        "<p class=\"opens\">—\u00A0Oui, dit\u00A0— il</p>\n");
  CHECK(paragraph_of(Inline{Code{"a—b"}, {}, {}}) == "<p class=\"opens\"><code>a—b</code></p>\n");
}

TEST_CASE("heading levels follow from nesting and leave no holes") {
  using tree::heading;
  struct Case {
    std::vector<int> levels;
    std::string expected;
  };
  const std::vector<Case> cases = {{{1, 2, 3}, "234"},
                                   {{1, 3, 6, 1}, "2342"},
                                   {{4, 2, 2, 6}, "2223"},
                                   {{1, 2, 3, 4, 5, 6}, "234566"},
                                   {{3, 2, 1}, "222"}};
  for (const Case& test : cases) {
    Blocks blocks;
    for (const int level : test.levels) blocks.push_back(heading(level, "x"));
    const std::string body = body_of(std::move(blocks));
    std::string found;
    for (std::size_t at = 0; (at = body.find("<h", at)) != std::string::npos; ++at) {
      found += body[at + 2];
    }
    CHECK(found == test.expected);
  }
}

TEST_CASE("notes stand at the end with ways back to each of their marks") {
  using tree::mark;
  using tree::note;
  using tree::paragraph;
  const std::string body = body_of(
      tree::blocks(paragraph("a", mark("x"), mark("y"), mark("x"))),
      {note("x", paragraph("X")), note("y", paragraph("Y")), note("z", paragraph("never marked"))});
  CHECK(body.find("id=\"note-1-mark\" epub:type=\"noteref\" role=\"doc-noteref\" "
                  "href=\"#note-1\">1</a>") != std::string::npos);
  CHECK(body.find("id=\"note-1-mark-2\"") != std::string::npos);
  CHECK(body.find("id=\"note-1\" epub:type=\"footnote\" role=\"doc-footnote\"") !=
        std::string::npos);
  CHECK(body.find("X <a class=\"note-number\" role=\"doc-backlink\" href=\"#note-1-mark-2\" "
                  "title=\"Back to the text\">↩2</a></p>") != std::string::npos);
  CHECK(body.find("<p>3 never marked</p>") != std::string::npos);
}

TEST_CASE("a picture that is missing says what it shows and where it is") {
  const std::string& page = stress_page();
  CHECK(page.find("[Picture not included: A pier. The picture is at <a "
                  "href=\"https://example.org/pier%20at%20dusk.jpg\">example.org/pier at "
                  "dusk.jpg</a>]") != std::string::npos);
  CHECK(page.find("[Picture not included. The picture is at lost.png]") != std::string::npos);
}

TEST_CASE("a picture that was to stand in its address is nowhere else") {
  const std::string body = body_of(blocks(paragraph(tree::image("data:image/png;base64,AA", ""))));
  CHECK(body.find("[Picture not included]") != std::string::npos);
}

TEST_CASE("what a missing picture's caption says is not said in its place as well") {
  Figure figure;
  figure.blocks = tree::blocks(tree::paragraph(tree::image("pier.png", "A pier at dusk")));
  figure.caption = tree::blocks(tree::paragraph("A pier", " at dusk"));
  const std::string body = body_of(tree::blocks(Block{figure, {}, {}}));
  CHECK(body.find("[Picture not included. The picture is at pier.png]") != std::string::npos);
  CHECK(body.find("<figcaption><p>A pier at dusk</p>") != std::string::npos);
}

TEST_CASE("a callout without a title says of what kind it is") {
  Callout callout;
  callout.kind = "warning";
  callout.blocks = tree::blocks(tree::paragraph("Mind the tide."));
  CHECK(body_of(tree::blocks(Block{callout, {}, {}}))
            .find("<p class=\"callout-title\">Warning</p>") != std::string::npos);
}

TEST_CASE("a work of which only the address is known says the site") {
  Work work = plain_work("w", "Title");
  work.document.metadata.url.value = "https://www.example.org/sea";
  work.document.metadata.date.value = {2025, 3, 19, "2025-03-19"};
  const Anthology book = book_of({std::move(work)});
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string page = write_work_page(plan, plan.pages.at(plan.page_of_work.at("w"))).xhtml;
  CHECK(page.find("<p class=\"source\">Originally published at <span class=\"site\">"
                  "<a href=\"https://www.example.org/sea\">example.org</a></span>, "
                  "19 March 2025</p>") != std::string::npos);
}

TEST_CASE("what a reader left out is in no page") {
  CHECK(stress_page().find("Log in") == std::string::npos);
}

TEST_CASE("control characters that XML does not know are left out, the words kept") {
  CHECK(stress_page().find("]]&gt; and  controls") != std::string::npos);
}

TEST_CASE("the sections listed are the headings that have an identifier, once each") {
  Blocks blocks = {tree::with_id(tree::heading(1, "A"), "a"), tree::heading(1, "no id"),
                   tree::with_id(tree::heading(2, "B ", tree::emphasis("b")), "b"),
                   tree::with_id(tree::heading(1, "again"), "a")};
  const WrittenPage page = page_of(std::move(blocks));
  REQUIRE(page.sections.size() == 2);
  CHECK(page.sections[0].level == 2);
  CHECK(page.sections[1].level == 3);
  CHECK(page.sections[1].title == "B b");
}

TEST_CASE("an empty work, an empty table and an empty list make a sound page") {
  Table captioned;
  captioned.caption = tree::blocks(tree::paragraph("A caption alone"));
  const std::string body = body_of({{Table{}, {}, {}},
                                    {std::move(captioned), {}, {}},
                                    {List{}, {}, {}},
                                    {DefinitionList{}, {}, {}}});
  CHECK(body.find("<table") == std::string::npos);
  CHECK(body.find("<p>A caption alone</p>") != std::string::npos);
  CHECK(body.find("<ul") == std::string::npos);
}

TEST_CASE("cells that reach over rows and columns keep the others in their columns") {
  Table table;
  table.columns = {Alignment::Default, Alignment::Default};
  const auto cell_of = [](const std::string& words, int down, int across) {
    TableCell cell;
    cell.blocks = blocks(paragraph(words));
    cell.row_span = down;
    cell.column_span = across;
    return cell;
  };
  table.columns = {Alignment::Left, Alignment::Center, Alignment::Right};
  table.head.push_back({{TableCell{}, cell_of("Both", 9, 2)}});
  table.body.push_back({{cell_of("A", 2, 1), cell_of("b", 1, 1), cell_of("c", 1, 1)}});
  table.body.back().cells.front().is_header = true;
  table.body.push_back({{cell_of("d", 1, 1), cell_of("e", 1, 1)}});
  table.body.push_back({{cell_of("short", 1, 1)}});
  const std::string body = body_of(blocks(Block{std::move(table), {}, {}}));
  for (const char* part :
       {"<td class=\"left\"/><th class=\"center\" scope=\"col\" colspan=\"2\">Both</th>",
        "<th class=\"left\" scope=\"row\" rowspan=\"2\">A</th>",
        "<tr><td class=\"center\">d</td><td class=\"right\">e</td></tr>",
        "<td class=\"left\">short</td><td class=\"center\"/><td class=\"right\"/>"}) {
    CHECK_MESSAGE(body.find(part) != std::string::npos, "not in the page: " << part << body);
  }
}

TEST_CASE("a table scrolls in a frame where a telephone may be too narrow for it, and only there") {
  const auto table_of = [](std::vector<std::string> words) {
    Table table;
    table.columns.assign(words.size(), Alignment::Default);
    table.body.emplace_back();
    for (std::string& text : words) {
      TableCell cell;
      cell.blocks = blocks(paragraph(std::move(text)));
      table.body.back().cells.push_back(std::move(cell));
    }
    return body_of(blocks(Block{std::move(table), {}, {}}));
  };
  const auto has_frame = [](const std::string& body) {
    return body.find(
               "<div class=\"table-frame\" role=\"group\" aria-label=\"Table\" "
               "tabindex=\"0\"><table>") != std::string::npos;
  };
  // Many words may be broken into lines, a long one may not.
  const std::string narrow = table_of({"1999", "many words that are all short"});
  CHECK_FALSE(has_frame(narrow));
  CHECK(narrow.find("<div") == std::string::npos);
  CHECK(has_frame(table_of({"1999", "extraordinarinesses"})));
  CHECK(has_frame(table_of({"one", "two", "three", "four", "five"})));
}

TEST_CASE("a block in another direction says so, and what is inside it where it turns back") {
  Block quotation = tree::quotation(paragraph("שלום"), paragraph("Left."));
  quotation.attributes.language = "he";
  quotation.as<BlockQuotation>()->blocks[1].attributes.pairs.emplace_back("dir", "ltr");
  const std::string body = body_of(blocks(std::move(quotation), paragraph("Plain.")));
  CHECK(body.find("<blockquote lang=\"he\" xml:lang=\"he\" dir=\"rtl\"><p>שלום</p>\n"
                  "<p dir=\"ltr\">Left.</p>\n</blockquote>\n<p>Plain.</p>") != std::string::npos);
}

TEST_CASE("code in words from the right runs from left to right") {
  Block code{CodeBlock{"x = 1;\n", ""}, {}, {}};
  Block words = paragraph(Inline{Code{"f();"}, {}, {}});
  for (Block* block : {&code, &words}) block->attributes.language = "he";
  const std::string body = body_of(blocks(std::move(code), std::move(words)));
  CHECK(body.find("<pre lang=\"he\" xml:lang=\"he\"><code>") != std::string::npos);
  CHECK(body.find("<code dir=\"ltr\">f();</code>") != std::string::npos);
}

TEST_CASE("a cell bears the language and the direction of its one paragraph") {
  Table table;
  table.columns = {Alignment::Default};
  TableCell cell;
  cell.blocks = blocks(paragraph("كلمات"));
  cell.blocks[0].attributes.language = "ar";
  table.body.push_back({{cell}});
  CHECK(body_of(blocks(Block{std::move(table), {}, {}}))
            .find("<td lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">كلمات</td>") != std::string::npos);
}

TEST_CASE("in a work written from the right the book's own words keep to its side of the page") {
  Work work = plain_work("w", "Title");
  work.document.metadata.language.value = "ar";
  Contributor translator;
  translator.name = "Jo Roe";
  translator.role = Role::Translator;
  work.document.metadata.contributors.value.push_back(translator);
  const Anthology book = book_of({std::move(work)});
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string page = write_work_page(plan, plan.pages.at(plan.page_of_work.at("w"))).xhtml;
  CHECK_MESSAGE(page.find("<p class=\"byline\"><span lang=\"en\" xml:lang=\"en\" dir=\"ltr\">") !=
                    std::string::npos,
                page);
}

TEST_CASE("a picture without a description is described by its caption") {
  const std::string body = stress_page();
  CHECK(body.find("alt=\"\"") == std::string::npos);
}

TEST_CASE("a division with a heading of its own ends the sections before it") {
  Division references{Division::Role::References,
                      blocks(heading(2, "References"), paragraph("Roe, Jane. 1999."))};
  const std::string body = body_of(blocks(heading(2, "One"), heading(3, "Two"), paragraph("Text."),
                                          Block{std::move(references), {}, {}}));
  const std::size_t text = body.find("Text.");
  const std::size_t list = body.find("<section class=\"references\"");
  REQUIRE(list != std::string::npos);
  CHECK(body.find("</section>\n</section>", text) < list);
}

TEST_CASE("a picture takes the share of the line that its source asks for") {
  Image image;
  image.picture = small_picture(0).id;
  image.alternative = "A harbour";
  image.width = "62.5%";
  Anthology book = book_of({plain_work("w", "Title")});
  book.pictures = {small_picture(0)};
  book.parts.front().works.front().document.blocks =
      blocks(paragraph(Inline{std::move(image), {}, {}}));
  const Picture cover = small_picture(20);
  const Plan plan = make_plan(book, cover);
  const std::string page = write_work_page(plan, plan.pages.at(plan.page_of_work.at("w"))).xhtml;
  CHECK_MESSAGE(page.find("alt=\"A harbour\" style=\"width: 62.5%\"") != std::string::npos, page);
}

TEST_CASE("the paragraph that opens a work is named, and whether its letter may stand large") {
  const std::string words(200, 'a');
  CHECK(body_of(blocks(paragraph("Once " + words))).find("<p class=\"opens capital\">Once") !=
        std::string::npos);
  CHECK(body_of(blocks(paragraph("Short."))).find("<p class=\"opens\">Short.") !=
        std::string::npos);
  CHECK(body_of(blocks(paragraph("1984 " + words))).find("<p class=\"opens\">1984") !=
        std::string::npos);
  CHECK(body_of(blocks(paragraph("Once."), paragraph("Twice."))).find("<p>Twice.") !=
        std::string::npos);
}

TEST_CASE("a paragraph that begins with a picture has no indent") {
  const std::string body =
      body_of(blocks(paragraph("Words."), paragraph(image("a.png", "A pan"), " and words."),
                     paragraph("Words before ", image("a.png", "a pan"))));
  CHECK(body.find("<p class=\"flush\">") != std::string::npos);
  CHECK(body.find("<p>Words before") != std::string::npos);
}

TEST_CASE("a link of pictures that nothing describes is named by where it leads") {
  LinkTarget outside;
  outside.kind = LinkTarget::Kind::External;
  outside.url = "https://example.org/a";
  LinkTarget inside;
  inside.kind = LinkTarget::Kind::Internal;
  inside.work = "w";
  Work work = plain_work("w", "The Sea");
  work.document.blocks =
      blocks(paragraph(Inline{Link{outside, "", {image("a.png", "")}}, {}, {}},
                       Inline{Link{inside, "", {image("a.png", "")}}, {}, {}},
                       Inline{Link{inside, "", {image("a.png", "A map")}}, {}, {}}));
  const Anthology book = book_of({std::move(work)});
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string page = write_work_page(plan, plan.pages.at(plan.page_of_work.at("w"))).xhtml;
  CHECK(page.find("<a href=\"https://example.org/a\" aria-label=\"example.org/a\">") !=
        std::string::npos);
  CHECK(page.find("<a href=\"w.xhtml\" aria-label=\"The Sea\">") != std::string::npos);
  CHECK(page.find("<a href=\"w.xhtml\">") != std::string::npos);
}
