#include "document/check.h"

#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <vector>

#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document body(Blocks blocks, std::vector<Note> notes = {}) {
  Document document;
  document.blocks = std::move(blocks);
  document.notes = std::move(notes);
  return document;
}

Block table_of(std::size_t columns, std::vector<TableRow> rows) {
  Table table;
  table.columns.assign(columns, Alignment::Default);
  table.body = std::move(rows);
  return {std::move(table), {}, {}};
}

TableCell cell(int columns = 1, int rows = 1) {
  TableCell made;
  made.column_span = columns;
  made.row_span = rows;
  return made;
}

Blocks nested_quotations(int depth) {
  Blocks blocks = tree::blocks(paragraph("core"));
  for (int level = 1; level < depth; ++level) {
    Block outer{BlockQuotation{std::move(blocks), {}}, {}, {}};
    blocks.clear();
    blocks.push_back(std::move(outer));
  }
  return blocks;
}

}  // namespace

TEST_CASE("a sound tree breaks no rule") {
  const Document document =
      body(blocks(with_id(heading(1, "Sea"), "sea"), paragraph("one", mark("a")),
                  bullets(item(paragraph("x"))), table_of(2, {{{cell(2)}}, {{cell(), cell()}}})),
           {note("a", paragraph("note"))});
  CHECK(check(document).empty());
}

TEST_CASE("each broken rule is named") {
  struct Case {
    const char* rule;
    Document document;
  };
  const std::vector<Case> cases = {
      {"a text node is empty", body(blocks(paragraph("")))},
      {"a text node has a line end", body(blocks(paragraph("a\nb")))},
      {"a heading has level 7; 1 to 6 are possible", body(blocks(heading(7, "x")))},
      {"no note has the label \"a\"", body(blocks(paragraph(mark("a"))))},
      {"two notes have the label \"a\"", body({}, {note("a"), note("a")})},
      {"two nodes have the id \"x\"",
       body(blocks(with_id(paragraph("a"), "x"), paragraph(with_id(emphasis("b"), "x"))))},
      {"a list has no items", body(blocks(bullets()))},
      {"a link stands inside a link",
       body(blocks(paragraph(link("a", emphasis(link("b", "words"))))))},
      {"row 2 of a table does not fill its 2 columns",
       body(blocks(table_of(2, {{{cell(), cell()}}, {{cell()}}})))},
      {"row 1 of a table does not fill its 1 columns", body(blocks(table_of(1, {{{cell(9)}}})))},
      {"nested deeper than 64 levels", body(nested_quotations(65))},
  };
  for (const Case& broken : cases) {
    CAPTURE(broken.rule);
    const std::vector<std::string> problems = check(broken.document);
    REQUIRE(problems.size() == 1);
    CHECK(problems.front() == broken.rule);
  }
}

TEST_CASE("a broken rule says its line where it is known") {
  const Document document = body(blocks(on_line(heading(0, "x"), 12)));
  REQUIRE(check(document).size() == 1);
  CHECK(check(document).front() == "line 12: a heading has level 0; 1 to 6 are possible");
}

TEST_CASE("cells that reach down fill the rows below") {
  CHECK(check(body(blocks(table_of(2, {{{cell(1, 2), cell()}}, {{cell()}}})))).empty());
  CHECK_FALSE(
      check(body(blocks(table_of(2, {{{cell(1, 2), cell()}}, {{cell(), cell()}}})))).empty());
}

TEST_CASE("a tree as deep as allowed is sound, and a far deeper one is safe to check") {
  CHECK(check(body(nested_quotations(64))).empty());
  CHECK(check(body(nested_quotations(2000))).size() == 1);
}
