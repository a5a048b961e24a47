#include "document/dump.h"

#include <doctest/doctest.h>

#include <string>

#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

TEST_CASE("a dump has one node a line, indented by depth") {
  Document document;
  document.path = "sea.md";
  document.format = "markdown";
  document.metadata.title = {inlines("The ", emphasis("Sea")), Origin::FrontMatter, "", {}};
  document.metadata.contributors = {
      {{{"Jane Roe", "Roe", "Jane", "", Role::Author}}}, Origin::Inferred, "byline", {}};
  document.metadata.date = {Date{2025, 3, 0, "March 2025"}, Origin::FrontMatter, "", {}};
  document.blocks = blocks(on_line(with_id(heading(2, "The ", emphasis("sea")), "the-sea"), 3),
                           bullets(item(paragraph("say \"hi\"", mark("n")))));
  document.notes = {note("n", paragraph("note"))};
  document.inferences = {{SourceRange::at(3, 1), "heading", "short line"}};
  CHECK(dump(document) ==
        "document \"sea.md\" format=\"markdown\"\n"
        "metadata title (front matter)\n"
        "  text \"The \"\n"
        "  emphasis\n"
        "    text \"Sea\"\n"
        "metadata contributors (inferred: byline)\n"
        "  author \"Jane Roe\" family=\"Roe\" given=\"Jane\"\n"
        "metadata date (front matter) 2025-03 written=\"March 2025\"\n"
        "heading 2 #the-sea @3:1\n"
        "  text \"The \"\n"
        "  emphasis\n"
        "    text \"sea\"\n"
        "list bullet tight\n"
        "  item\n"
        "    paragraph\n"
        "      text \"say \\\"hi\\\"\"\n"
        "      note reference \"n\"\n"
        "note \"n\"\n"
        "  paragraph\n"
        "    text \"note\"\n"
        "inference \"heading\" because \"short line\" @3:1\n");
}

TEST_CASE("places can be left out of a dump") {
  CHECK(dump(blocks(on_line(heading(1, "x"), 9)), {.ranges = false}) ==
        "heading 1\n"
        "  text \"x\"\n");
}

TEST_CASE("a dump shows what a kind of node says of itself") {
  Table table;
  table.columns = {Alignment::Left, Alignment::Default};
  table.caption = blocks(paragraph("cap"));
  table.head = {{{TableCell{blocks(paragraph("h")), Alignment::Default, 1, 2, true}}}};
  table.body = {{{TableCell{}, TableCell{}}}};
  Figure figure;
  figure.blocks = blocks(paragraph(image("a.png", "a cat")));
  figure.credit = inlines("me");
  Verse verse;
  verse.stanzas = {{{0, inlines("one")}, {2, inlines("two")}}};
  List list;
  list.kind = List::Kind::Ordered;
  list.style = List::Style::LowerRoman;
  list.start = 3;
  list.is_tight = false;
  list.items = {{ListItem::Task::Done, {}, {}}};
  const Blocks all =
      blocks(Block{table, {}, {}}, Block{figure, {}, {}}, Block{verse, {}, {}}, Block{list, {}, {}},
             Block{CodeBlock{"a\n", "cpp"}, {}, {}}, Block{ThematicBreak{}, {}, {}},
             Block{MathBlock{"x"}, {}, {}}, Block{Callout{"note", inlines("t"), {}}, {}, {}},
             Block{Division{Division::Role::Epigraph, {}}, {}, {}},
             Block{Dropped{"ad", "advert"}, {}, {}});
  CHECK(dump(all) ==
        "table left default\n"
        "  caption\n"
        "    paragraph\n"
        "      text \"cap\"\n"
        "  head row\n"
        "    cell header columns=2\n"
        "      paragraph\n"
        "        text \"h\"\n"
        "  row\n"
        "    cell\n"
        "    cell\n"
        "figure\n"
        "  paragraph\n"
        "    image \"a.png\" alternative=\"a cat\"\n"
        "  credit\n"
        "    text \"me\"\n"
        "verse\n"
        "  stanza\n"
        "    line\n"
        "      text \"one\"\n"
        "    line 2\n"
        "      text \"two\"\n"
        "list ordered lower-roman 3 loose\n"
        "  item done\n"
        "code block language=\"cpp\" \"a\\n\"\n"
        "thematic break\n"
        "math block \"x\"\n"
        "callout note\n"
        "  title\n"
        "    text \"t\"\n"
        "division epigraph\n"
        "dropped \"ad\" because \"advert\"\n");
}

TEST_CASE("a dump shows attributes and targets") {
  Inline node = span("x");
  node.attributes = {"a", "fr", {"b", "c"}, {{"k", "v"}}};
  CHECK(dump(inlines(node, link("http://a/", "y"))) ==
        "span #a .b .c lang=fr k=\"v\"\n"
        "  text \"x\"\n"
        "link \"http://a/\"\n"
        "  text \"y\"\n");
}
