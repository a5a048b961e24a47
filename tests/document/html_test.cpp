#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "document/dump.h"
#include "support/random_tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

std::string body_of(const Document& document) {
  const std::string html = to_html(document);
  const std::string open = "<body>\n";
  const std::size_t begin = html.find(open) + open.size();
  return html.substr(begin, html.find("</body>") - begin);
}

std::string body_of(Blocks blocks, std::vector<Note> notes = {}) {
  Document document;
  document.blocks = std::move(blocks);
  document.notes = std::move(notes);
  return body_of(document);
}

Block loose(Block list) {
  list.as<List>()->is_tight = false;
  return list;
}

Block ordered_from(int start, Block list) {
  list.as<List>()->kind = List::Kind::Ordered;
  list.as<List>()->start = start;
  return list;
}

}  // namespace

TEST_CASE("the head has language, title, authors and date") {
  const std::string html = to_html(every_kind());
  CHECK(html.rfind("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n", 0) == 0);
  for (const std::string line :
       {"<title>Every kind</title>\n", "<meta name=\"author\" content=\"Jane Roe\" />\n",
        "<meta name=\"date\" content=\"2025-03\" />\n",
        "<meta name=\"keywords\" content=\"sea, waves\" />\n",
        "<link rel=\"canonical\" href=\"https://example.org/?a=1&amp;b=%222%22\" />\n"}) {
    CAPTURE(line);
    CHECK(html.find(line) != std::string::npos);
  }
  CHECK(html.find("Ann Lee") == std::string::npos);
}

TEST_CASE("one meta element stands for each author") {
  Document document;
  document.metadata.contributors = {
      {{"A B", "B", "A", "", Role::Author}, {"C D", "D", "C", "", Role::Author}},
      Origin::FrontMatter,
      "",
      {}};
  const std::string html = to_html(document);
  CHECK(html.find(
            "<meta name=\"author\" content=\"A B\" />\n<meta name=\"author\" content=\"C D\"") !=
        std::string::npos);
}

TEST_CASE("a title is found where none is given") {
  Document document;
  document.path = "sea.md";
  CHECK(to_html(document).find("<title>sea.md</title>") != std::string::npos);
  document.blocks = blocks(heading(1, "Sea & sky"));
  CHECK(to_html(document).find("<title>Sea &amp; sky</title>") != std::string::npos);
}

TEST_CASE("blocks are written as CommonMark's reference renderer writes them") {
  struct Case {
    Blocks blocks;
    std::string html;
  };
  Table table;
  table.columns = {Alignment::Default, Alignment::Right};
  table.head = {{{TableCell{blocks(paragraph("a")), Alignment::Default, 1, 1, true},
                  TableCell{blocks(paragraph("b")), Alignment::Default, 1, 1, true}}}};
  table.body = {{{TableCell{blocks(paragraph("c")), Alignment::Default, 1, 1, false}, {}}}};
  List tasks;
  tasks.items = {{ListItem::Task::Done, blocks(paragraph("x")), {}},
                 {ListItem::Task::Open, blocks(paragraph("y")), {}}};
  const std::vector<Case> cases = {
      {blocks(heading(2, "a ", emphasis("b"))), "<h2>a <em>b</em></h2>\n"},
      {blocks(paragraph("a < b & \"c\"")), "<p>a &lt; b &amp; &quot;c&quot;</p>\n"},
      {blocks(paragraph("a", Inline{SoftBreak{}, {}, {}}, "b", Inline{LineBreak{}, {}, {}}, "c")),
       "<p>a\nb<br />\nc</p>\n"},
      {blocks(quotation(paragraph("a"))), "<blockquote>\n<p>a</p>\n</blockquote>\n"},
      {blocks(quotation()), "<blockquote>\n</blockquote>\n"},
      {blocks(bullets(item(paragraph("a")), item(paragraph("b")))),
       "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"},
      {blocks(loose(bullets(item(paragraph("a")), item()))),
       "<ul>\n<li>\n<p>a</p>\n</li>\n<li></li>\n</ul>\n"},
      {blocks(bullets(item(paragraph("a"), bullets(item(paragraph("b")))))),
       "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
      {blocks(ordered_from(3, bullets(item(paragraph("a"))))),
       "<ol start=\"3\">\n<li>a</li>\n</ol>\n"},
      {blocks(bullets(item(heading(1, "a")))), "<ul>\n<li>\n<h1>a</h1>\n</li>\n</ul>\n"},
      {blocks(Block{tasks, {}, {}}),
       "<ul>\n<li><input type=\"checkbox\" checked=\"\" disabled=\"\" /> x</li>\n"
       "<li><input type=\"checkbox\" disabled=\"\" /> y</li>\n</ul>\n"},
      {blocks(Block{CodeBlock{"a<b\n", "c"}, {}, {}}),
       "<pre><code class=\"language-c\">a&lt;b\n</code></pre>\n"},
      {blocks(Block{CodeBlock{"", ""}, {}, {}}), "<pre><code></code></pre>\n"},
      {blocks(Block{ThematicBreak{}, {}, {}}), "<hr />\n"},
      {blocks(Block{table, {}, {}}),
       "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n"
       "<tbody>\n<tr>\n<td>c</td>\n<td align=\"right\"></td>\n</tr>\n</tbody>\n</table>\n"},
      {blocks(paragraph(strong("a"), Inline{Code{"<b>"}, {}, {}},
                        Inline{Strike{inlines("c")}, {}, {}})),
       "<p><strong>a</strong><code>&lt;b&gt;</code><del>c</del></p>\n"},
      {blocks(paragraph(link("/a b?c=ä&d[1]", "x"))),
       "<p><a href=\"/a%20b?c=%C3%A4&amp;d%5B1%5D\">x</a></p>\n"},
      {blocks(paragraph(image("a.png", "b \"c\""))),
       "<p><img src=\"a.png\" alt=\"b &quot;c&quot;\" /></p>\n"},
  };
  for (const Case& known : cases) {
    CAPTURE(dump(known.blocks));
    CHECK(body_of(known.blocks) == known.html);
  }
}

TEST_CASE("addresses that run programs are left out") {
  for (const std::string url : {"javascript:alert(1)", " JavaScript:x", "data:text/html,x"}) {
    CAPTURE(url);
    CHECK(body_of(blocks(paragraph(link(url, "x")))) == "<p><a href=\"\">x</a></p>\n");
  }
}

TEST_CASE("notes stand in GitHub's section with links back to each mark") {
  CHECK(body_of(blocks(paragraph("a", mark("x"), mark("x"))), {note("x", paragraph("note"))}) ==
        "<p>a<sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x\" data-footnote-ref>1</a>"
        "</sup><sup class=\"footnote-ref\"><a href=\"#fn-x\" id=\"fnref-x-2\" data-footnote-ref>1"
        "</a></sup></p>\n"
        "<section class=\"footnotes\" data-footnotes>\n<ol>\n<li id=\"fn-x\">\n"
        "<p>note <a href=\"#fnref-x\" class=\"footnote-backref\" data-footnote-backref "
        "data-footnote-backref-idx=\"1\" aria-label=\"Back to reference 1\">↩</a> "
        "<a href=\"#fnref-x-2\" class=\"footnote-backref\" data-footnote-backref "
        "data-footnote-backref-idx=\"1-2\" aria-label=\"Back to reference 1-2\">↩"
        "<sup class=\"footnote-ref\">2</sup></a></p>\n</li>\n</ol>\n</section>\n");
}

TEST_CASE("identifiers stand only where a link leads to them") {
  CHECK(body_of(blocks(with_id(paragraph("a"), "p-1"))) == "<p>a</p>\n");
  CHECK(body_of(blocks(with_id(heading(1, "a"), "a"), paragraph(link("#a", "b")))) ==
        "<h1 id=\"a\">a</h1>\n<p><a href=\"#a\">b</a></p>\n");
}

TEST_CASE("kinds beyond CommonMark have elements of their own") {
  const std::string html = body_of(every_kind());
  for (const std::string part :
       {"<blockquote>\n<p>They rise.</p>\n<footer>Jane Roe</footer>\n</blockquote>\n",
        "<figure>\n<img src=\"b.png\" alt=\"alt\" />\n<figcaption>cap</figcaption>\n"
        "<p class=\"credit\">me</p>\n</figure>\n",
        "<dl>\n<dt>term</dt>\n<dd>\n<p>one</p>\n</dd>\n", "<aside class=\"warning\">\n",
        "<div class=\"epigraph\">\n", "<div class=\"verse\">\n<p>one<br />\n",
        "<ol start=\"3\" type=\"i\">", "<caption>caption</caption>",
        "<span class=\"a b\" lang=\"fr\">words</span>", "[^missing]", "<q>q</q>"}) {
    CAPTURE(html);
    CAPTURE(part);
    CHECK(html.find(part) != std::string::npos);
  }
  CHECK(html.find("Log in") == std::string::npos);
}
