#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/plain_text/support.h"

namespace garland {

using test::all;
using test::kBody;
using test::kMore;
using test::read;

namespace {

// The cells of the text's only table, rows apart by "/", its header before "//"; empty without one.
std::string cells_of(std::string_view middle) {
  const Document document = read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" +
                                 std::string(middle) + "\n\n" + std::string(kMore) + "\n");
  const std::vector<const Table*> tables = all<Table>(document);
  if (tables.size() != 1) return {};
  std::string found;
  const auto add = [&found](const std::vector<TableRow>& rows) {
    for (const TableRow& row : rows) {
      for (const TableCell& cell : row.cells) found += test::words_of(cell.blocks) + ";";
      found += "/";
    }
  };
  add(tables.front()->head);
  if (!found.empty()) found += "/";
  add(tables.front()->body);
  return found;
}

}  // namespace

TEST_CASE("tables drawn with bars, boxes, tabs or spaces are taken apart") {
  struct Case {
    std::string_view text;
    std::string_view cells;
  };
  const Case cases[] = {
      {"| Ferry | Dogs |\n|-------|------|\n| Old   | 2    |\n| New   |      |",
       "Ferry;Dogs;//Old;2;/New;;/"},
      {"+-------+------+\n| Ferry | Dogs |\n+-------+------+\n| Old   | 2    |\n+-------+------+",
       "Ferry;Dogs;//Old;2;/"},
      {"┌─────┬──────┐\n│Ferry│Dogs  │\n├─────┼──────┤\n│Old  │two   │\n└─────┴──────┘",
       "Ferry;Dogs;//Old;two;/"},
      {"Ferry\tDogs\nOld\t2\nNew\t3", "Ferry;Dogs;/Old;2;/New;3;/"},
      // The corner is empty, and so is the end of a row.
      {"\tMonday\tTuesday\nOld Dog\t08:00\t09:30\nWhistle\t11:15\t",
       ";Monday;Tuesday;/Old Dog;08:00;09:30;/Whistle;11:15;;/"},
      {"Timetable of the ferry\nMonday     08:00\nTuesday    09:30\nFriday     11:15",
       "Monday;08:00;/Tuesday;09:30;/Friday;11:15;/"},
      {"Ferry      Dogs\nOld        two\nNew one    three", "Ferry;Dogs;/Old;two;/New one;three;/"},
      {"Ferry      Dogs\n-----      ----\nOld        two\nNew one    three",
       "Ferry;Dogs;//Old;two;/New one;three;/"},
      {"+------+-------+\n| Kind | Depth |\n+======+=======+\n| Old  | 3.2 m |\n+------+-------+",
       "Kind;Depth;//Old;3.2 m;/"},
      // Paragraphs may begin with a tab.
      {"\tThe dog sleeps on deck.\n\tThe ferry waits for it.", ""},
      // Columns that do not agree, and prose with wide spaces, stay as they are.
      {"a | b | c\nd | e\nf | g | h | i", ""},
      {"The dog sleeps.  The ferry waits.\nIt is late.  Nobody comes at all.\nSo it goes.", ""},
      {"1.  feed the dog\n2.  paint the pier\n3.  go home", ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    CHECK(cells_of(item.text) == item.cells);
  }
}

TEST_CASE("cells of a table that lynx printed keep their links") {
  const Document document = read(
      "   The ferry crosses the sound twice a day, and on most crossings there is\n"
      "   nobody on deck but the dog. It has learned to wait for the whistle.\n\nFerries\n\n"
      "   | Ferry    | Dogs      |\n   | [1]Élan  | two dogs  |\n   | Old      | [2]one dog |\n\n"
      "   (BUTTON) Menu\n\n"
      "References\n\n   1. https://example.org/1\n   2. https://example.org/2\n");
  REQUIRE(all<Table>(document).size() == 1);
  std::string links;
  query(document, [&links](const Inline& node) {
    const auto* link = node.as<Link>();
    if (link != nullptr) links += plain_text(link->inlines) + " " + link->target.url + "; ";
  });
  CHECK(links == "Élan https://example.org/1; one dog https://example.org/2; ");
}

}  // namespace garland
