#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <set>

#include "layout/books.h"
#include "layout/layout.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using test::prose;
using test::text_of;
using test::work_of;
using tree::blocks;
using tree::inlines;
using tree::item;
using tree::paragraph;

Packet packet_of(Blocks body) {
  return lay_out_book(anthology_of({work_of("sea", "The Sea", std::move(body))}));
}

std::string words_of(const Packet& packet) {
  std::string text;
  for (const Page* page : test::pages_of(packet, "sea")) text += text_of(*page) + " ";
  return collapse_spaces(text);
}

TableCell cell(std::string text) { return {blocks(paragraph(std::move(text))), {}, 1, 1, false}; }

Block table_of(std::size_t columns, std::size_t rows) {
  Table table;
  table.columns.assign(columns, Alignment::Default);
  table.head.emplace_back();
  for (std::size_t i = 0; i < columns; ++i) {
    table.head[0].cells.push_back(cell(fmt::format("Head{}", i)));
  }
  for (std::size_t row = 0; row < rows; ++row) {
    table.body.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) {
      table.body[row].cells.push_back(cell(fmt::format("r{}c{}", row, i)));
    }
  }
  return {std::move(table), {}, {}};
}

std::size_t count_nodes(const Packet& packet, StructureType type) {
  return static_cast<std::size_t>(
      std::count_if(packet.structure.begin(), packet.structure.end(),
                    [type](const StructureNode& node) { return node.type == type; }));
}

const StructureNode& first_node(const Packet& packet, StructureType type) {
  for (const StructureNode& node : packet.structure) {
    if (node.type == type) return node;
  }
  FAIL("no such node");
  return packet.structure.front();
}

TEST_CASE("a table of two hundred columns stays on its pages and keeps every cell") {
  const Packet packet = packet_of(blocks(table_of(200, 4)));
  const std::string words = words_of(packet);
  for (std::size_t i = 0; i < 200; ++i) {
    CAPTURE(i);
    CHECK(words.find(fmt::format("Head{}", i)) != std::string::npos);
    CHECK(words.find(fmt::format("r3c{}", i)) != std::string::npos);
  }
  CHECK(count_nodes(packet, StructureType::TD) == 800);
}

TEST_CASE("a cell's lines stand one below the other, whatever stands beside them in its row") {
  std::string kites;
  for (int i = 0; i < 250; ++i) kites += "kite ";
  std::string code;
  for (int i = 0; i < 40; ++i) code += "code\n";
  Table table;
  table.columns.assign(2, Alignment::Default);
  table.body.emplace_back();
  table.body[0].cells.push_back(cell(kites));
  table.body[0].cells.push_back({blocks(Block{CodeBlock{code, ""}, {}, {}}), {}, 1, 1, false});
  const Packet packet = packet_of(blocks(paragraph(prose(60, 1)), Block{table, {}, {}}));
  std::set<Length> leadings;
  for (const Page* page : test::pages_of(packet, "sea")) {
    std::set<Length> lines;
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.find("kite") != std::string::npos) {
        lines.insert(run->origin.y);
      }
    }
    for (auto line = lines.begin(); line != lines.end() && std::next(line) != lines.end(); ++line) {
      leadings.insert(*std::next(line) - *line);
    }
  }
  REQUIRE_FALSE(leadings.empty());
  CHECK((*leadings.rbegin() - *leadings.begin()).points() < 0.1);
}

TEST_CASE("a column of lists has its share beside one of paragraphs") {
  std::string kites, tides;
  for (int i = 0; i < 40; ++i) {
    kites += "kite ";
    tides += "tide ";
  }
  Table table;
  table.columns.assign(2, Alignment::Default);
  table.body.emplace_back();
  table.body[0].cells.push_back(cell(kites));
  table.body[0].cells.push_back({blocks(tree::bullets(item(paragraph(tides)))), {}, 1, 1, false});
  const Packet packet = packet_of(blocks(Block{table, {}, {}}));
  const auto left_of = [&packet](const char* word) {
    Length left = test::reader_theme().page.width;
    for (const Page* page : test::pages_of(packet, "sea")) {
      for (const PageItem& item : page->items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        const bool has_word = run != nullptr && run->text.find(word) != std::string::npos;
        if (has_word) left = std::min(left, run->origin.x);
      }
    }
    return left;
  };
  const double apart = (left_of("tide") - left_of("kite")).points();
  CHECK(apart < test::reader_theme().measure().points() * 0.67);
}

TEST_CASE("a table of many rows repeats its head on every page, for the eye alone") {
  const Packet packet = packet_of(blocks(table_of(3, 150)));
  const auto pages = test::pages_of(packet, "sea");
  REQUIRE(pages.size() > 3);
  for (const Page* page : pages) {
    CHECK(text_of(*page, test::Copied::All).find("Head1") != std::string::npos);
  }
  CHECK(words_of(packet).find("Head1") == words_of(packet).rfind("Head1"));
}

TEST_CASE("the first column that each group of columns repeats is one in the structure") {
  Block table = table_of(25, 2);
  Table& content = *table.as<Table>();
  content.body[0].cells[0].blocks =
      blocks(paragraph("first ", Inline{Math{Math::Kind::Inline, "x^2"}, {}, {}}));
  const Packet packet = packet_of(blocks(std::move(table)));
  CHECK(count_nodes(packet, StructureType::Formula) == 1);
  std::set<StructureId> shown;
  for (const Page& page : packet.pages) {
    for (const PageItem& item : page.items) shown.insert(item.structure);
  }
  for (std::size_t id = 0; id < packet.structure.size(); ++id) {
    const StructureNode& node = packet.structure[id];
    if (node.type != StructureType::P || !node.children.empty()) continue;
    CHECK_MESSAGE(shown.count(static_cast<StructureId>(id)) == 1, "a paragraph without words");
  }
}

// Page of the article on which the words stand.
std::size_t page_with(const Packet& packet, const std::string& words) {
  const auto pages = test::pages_of(packet, "sea");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (text_of(*pages[i]).find(words) != std::string::npos) return i;
  }
  return pages.size();
}

TEST_CASE("a heading has more than a paragraph of one line with it at the foot of a page") {
  for (int lines = 0; lines < 40; ++lines) {
    CAPTURE(lines);
    Blocks body;
    for (int i = 0; i < lines; ++i) body.push_back(paragraph("A short line."));
    body.push_back(tree::heading(1, "Morning"));
    body.push_back(paragraph("Alone."));
    body.push_back(paragraph("Following. " + prose(300, 5)));
    const Packet packet = packet_of(std::move(body));
    CHECK(page_with(packet, "Alone.") == page_with(packet, "Following."));
  }
}

TEST_CASE("a cell longer than a page goes on over pages") {
  Block table = table_of(2, 2);
  table.as<Table>()->body[0].cells[1] = cell(prose(2500, 4));
  const Packet packet = packet_of(blocks(std::move(table)));
  CHECK(test::pages_of(packet, "sea").size() > 4);
}

// The lowest baseline of the page's text, from its top.
Length foot_of(const Page& page) {
  Length foot;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && item.structure != kArtifact) foot = std::max(foot, run->origin.y);
  }
  return foot;
}

TEST_CASE("rows of long cells go on overleaf and leave no page short") {
  Block table = table_of(2, 10);
  for (std::size_t row = 0; row < 10; ++row) {
    table.as<Table>()->body[row].cells[1] =
        cell("Long " + prose(100 + row * 10, static_cast<unsigned>(row)));
  }
  const Packet packet = packet_of(blocks(paragraph(prose(150, 7)), std::move(table)));
  const auto pages = test::pages_of(packet, "sea");
  REQUIRE(pages.size() > 3);
  const Theme& theme = test::reader_theme();
  const Length foot = theme.page.height - theme.page.bottom;
  for (std::size_t i = 0; i + 1 < pages.size(); ++i) {
    CAPTURE(i);
    CHECK(foot - foot_of(*pages[i]) < theme.style(TextRole::Body).leading * 5);
  }
}

TEST_CASE("a table with spans, a caption and ragged rows keeps its shape") {
  Block block = table_of(3, 3);
  Table& table = *block.as<Table>();
  table.caption = blocks(paragraph("Heights of the tide"));
  table.body[0].cells[0].row_span = 40;
  table.body[0].cells[1].column_span = 40;
  table.body[2].cells.resize(1);
  const Packet packet = packet_of(blocks(std::move(block)));
  CHECK(words_of(packet).find("Heights of the tide") != std::string::npos);
  CHECK(count_nodes(packet, StructureType::TR) == 4);
}

TEST_CASE("a note that has an anchor and no words has its number") {
  Note note;
  note.label = "1";
  note.blocks = blocks(paragraph(Inline{Span{}, {"empty", {}, {}, {}}, {}}));
  const Packet packet = lay_out_book(anthology_of({work_of(
      "sea", "The Sea", blocks(paragraph("Salt", Inline{NoteReference{"1"}, {}, {}})), {note})}));
  CHECK(words_of(packet).find("1.") != std::string::npos);
}

TEST_CASE("a note in a heading without words is kept") {
  const Block heading = tree::heading(1, inlines(tree::mark("a")));
  const Anthology book =
      anthology_of({work_of("sea", "The Sea", blocks(paragraph("Words."), heading),
                            {tree::note("a", paragraph("In the note."))})});
  CHECK(words_of(lay_out_book(book)).find("In the note.") != std::string::npos);
}

TEST_CASE("a title that is a note's mark alone keeps the note") {
  Work work =
      work_of("sea", "", blocks(paragraph("Words.")), {tree::note("a", paragraph("In the note."))});
  work.document.metadata.title.value = inlines(tree::mark("a"));
  const std::string words = words_of(lay_out_book(anthology_of({std::move(work)})));
  CHECK(words.find("In the note.") != std::string::npos);
  CHECK(words.find("Untitled1") != std::string::npos);
}

TEST_CASE("a note's first paragraph keeps its language and its place for links") {
  Block first = paragraph("Le vent se lève.");
  first.attributes.language = "fr";
  first.attributes.id = "wind";
  const Packet packet = lay_out_book(anthology_of({work_of(
      "sea", "The Sea", blocks(paragraph("Words.", tree::mark("a"))), {tree::note("a", first)})}));
  CHECK(test::page_with_anchor(packet, "sea/wind") != nullptr);
  const StructureNode& note = first_node(packet, StructureType::Note);
  const StructureNode& words = packet.structure.at(static_cast<std::size_t>(note.children.back()));
  CHECK(words.language == "fr");
}

TEST_CASE("a note that is written from the other side begins below its number") {
  Block first = paragraph("מילים");
  first.attributes.language = "he";
  const Packet packet = lay_out_book(anthology_of({work_of(
      "sea", "The Sea", blocks(paragraph("Words.", tree::mark("a"))), {tree::note("a", first)})}));
  CHECK(words_of(packet).find("1. מילים") != std::string::npos);
  test::check_packet(packet, test::reader_theme());
}

TEST_CASE("verse says in which language it is") {
  Verse verse;
  verse.stanzas.push_back({{0, inlines("Le vent se lève")}});
  Block poem{std::move(verse), {}, {}};
  poem.attributes.language = "fr";
  const Packet packet = packet_of(blocks(std::move(poem)));
  CHECK(std::any_of(packet.structure.begin(), packet.structure.end(), [](const auto& node) {
    return node.type == StructureType::P && node.language == "fr";
  }));
}

TEST_CASE("no level is left out behind the heading of a list of references") {
  Division references;
  references.role = Division::Role::References;
  references.blocks = blocks(paragraph("Roe. A Book."), tree::heading(5, inlines("Manuscripts")),
                             paragraph("Poe. A Letter."));
  Blocks body = blocks(tree::heading(1, inlines("One")), tree::heading(2, inlines("Two")),
                       tree::heading(3, inlines("Three")), paragraph("Words."));
  body.push_back({std::move(references), {}, {}});
  test::check_packet(packet_of(std::move(body)), test::reader_theme());
}

TEST_CASE("what was left out above a list of references does not part it from its heading") {
  Division references;
  references.role = Division::Role::References;
  references.blocks = blocks(paragraph("Roe. A Book."));
  Blocks body = blocks(tree::heading(1, inlines("Sources")));
  body.push_back({Dropped{}, {}, {}});
  body.push_back({std::move(references), {}, {}});
  CHECK(words_of(packet_of(std::move(body))).find("References") == std::string::npos);
}

TEST_CASE("a table of header rows alone has a body for screen readers") {
  const Packet packet = packet_of(blocks(table_of(3, 0)));
  CHECK(count_nodes(packet, StructureType::THead) == 0);
  CHECK(count_nodes(packet, StructureType::TBody) == 1);
  CHECK(count_nodes(packet, StructureType::TH) == 3);
}

TEST_CASE("the caption of a table without rows is kept") {
  Table table;
  table.columns.assign(2, Alignment::Default);
  table.caption = blocks(paragraph("Heights of the tide"));
  const Packet packet = packet_of(blocks(Block{table, {}, {}}));
  CHECK(words_of(packet).find("Heights of the tide") != std::string::npos);
}

TEST_CASE("a cell over several rows, in head or body, stays within its page whatever its height") {
  for (std::size_t word_count = 100; word_count <= 300; word_count += 5) {
    CAPTURE(word_count);
    Block block = table_of(2, 2);
    Table& table = *block.as<Table>();
    table.head.push_back(table.head[0]);
    for (std::vector<TableRow>* rows : {&table.head, &table.body}) {
      (*rows)[0].cells[0] = cell(prose(word_count, 1));
      (*rows)[0].cells[0].row_span = 2;
      (*rows)[1].cells.pop_back();
    }
    packet_of(blocks(paragraph(prose(30, 2)), std::move(block)));
  }
}

TEST_CASE("a column of short words is wide enough to be read beside columns of long ones") {
  Block table = table_of(4, 1);
  TableRow& row = table.as<Table>()->body[0];
  for (std::size_t column : {0U, 1U, 3U}) row.cells[column] = cell(std::string(60, 'm'));
  std::string letters;
  for (int i = 0; i < 400; ++i) letters += "o ";
  row.cells[2] = cell(letters);
  const Packet packet = packet_of(blocks(std::move(table)));
  CHECK(test::pages_of(packet, "sea").size() <= 3);
}

TEST_CASE("an unbreakable word in a table is broken rather than run off the page") {
  Block table = table_of(3, 1);
  table.as<Table>()->body[0].cells[1] = cell(std::string(400, 'm'));
  packet_of(blocks(std::move(table)));
}

TEST_CASE("a column is wide enough for a word with its note's mark") {
  Block table = table_of(2, 12);
  std::vector<Note> notes;
  for (std::size_t row = 0; row < 12; ++row) {
    const std::string label = fmt::format("n{}", row);
    table.as<Table>()->body[row].cells[1] = {
        blocks(paragraph("Sum" + std::string(row, 'm'), tree::mark(label))), {}, 1, 1, false};
    notes.push_back(tree::note(label, paragraph("Remark.")));
  }
  const std::string words = words_of(lay_out_book(
      anthology_of({work_of("sea", "The Sea", blocks(std::move(table)), std::move(notes))})));
  for (std::size_t row = 0; row < 12; ++row) {
    const std::string word = fmt::format("Sum{}{}", std::string(row, 'm'), row + 1);
    CAPTURE(word);
    CHECK(words.find(word) != std::string::npos);
  }
}

TEST_CASE("what is higher than a page goes on overleaf, and nothing is lost") {
  Block table = table_of(2, 2);
  auto& body = table.as<Table>()->body;
  body[0].cells[0] = cell(prose(3000, 1) + " finis");
  body[0].cells[0].row_span = 2;  // rows that hang together are not cut by themselves
  body[1].cells.pop_back();
  table.as<Table>()->head[0].cells[1] = cell(prose(1500, 2) + " caput");
  Block missing = paragraph(tree::image("far.png", prose(1500, 3) + " absens"));
  const Packet packet = packet_of(blocks(std::move(table), std::move(missing)));
  test::check_packet(packet, test::reader_theme());
  const std::string words = words_of(packet);
  for (const char* word : {"finis", "caput", "absens", "r1c0"}) {
    CAPTURE(word);
    CHECK(words.find(word) != std::string::npos);
  }
}

TEST_CASE("a huge picture is made to fit with its caption, a small one stays small") {
  for (const auto& size : {std::pair(5000, 300), std::pair(300, 5000), std::pair(9, 9)}) {
    CAPTURE(size.first);
    const Picture picture = test::grey_picture(size.first, size.second);
    Inline image = tree::image("pier.png", "A pier");
    image.as<Image>()->picture = picture.id;
    Figure figure;
    figure.blocks = blocks(paragraph(image));
    figure.caption = blocks(paragraph(prose(30, 1)));
    figure.credit = inlines("Photograph: Jane Roe");
    Anthology anthology = anthology_of(
        {work_of("sea", "The Sea", blocks(paragraph(prose(200, 2)), Block{figure, {}, {}}))});
    anthology.pictures.push_back(picture);
    const Packet packet = lay_out_book(anthology);
    CHECK(first_node(packet, StructureType::Figure).alternative == "A pier");
    for (const Page& page : packet.pages) {
      const bool has_picture =
          std::any_of(page.items.begin(), page.items.end(), [](const PageItem& placed) {
            return std::holds_alternative<PlacedPicture>(placed.content);
          });
      if (has_picture) CHECK(text_of(page).find("Photograph: Jane Roe") != std::string::npos);
    }
  }
}

TEST_CASE("a missing picture leaves a frame that says what it was and where it is") {
  Figure figure;
  figure.blocks = blocks(paragraph(tree::image("https://example.org/pier.png", "A pier at dusk")));
  figure.caption = blocks(paragraph("The pier."));
  const std::string words = words_of(packet_of(blocks(Block{figure, {}, {}})));
  CHECK(words.find("A pier at dusk") != std::string::npos);
  CHECK(words.find("example.org/pier.png") != std::string::npos);
  CHECK(words.find("The pier.") != std::string::npos);
}

TEST_CASE("a figure that waits finds its place on the page, below a title over all columns too") {
  const Picture picture = test::grey_picture(600, 1600);
  Inline image = tree::image("pier.png", "A pier");
  image.as<Image>()->picture = picture.id;
  const Theme theme = test::theme_named("journal");
  for (std::size_t word_count = 0; word_count <= 400; word_count += 25) {
    CAPTURE(word_count);
    Anthology anthology = anthology_of({work_of(
        "sea", prose(60, 1),
        blocks(paragraph(prose(word_count + 1, 2)), paragraph(image), paragraph(prose(300, 3))))});
    anthology.pictures.push_back(picture);
    lay_out_book(anthology, theme);
  }
}

TEST_CASE("a picture without words of its own is described by its caption or its file") {
  const Picture picture = test::grey_picture(90, 90);
  Inline image = tree::image("img/summer-fair_02.jpg", "");
  image.as<Image>()->picture = picture.id;
  Anthology anthology =
      anthology_of({work_of("sea", "The Sea", blocks(paragraph(image), paragraph("x ", image)))});
  anthology.pictures.push_back(picture);
  const Packet packet = lay_out_book(anthology);
  CHECK(first_node(packet, StructureType::Figure).alternative == "summer fair 02");
}

TEST_CASE("what a missing picture's caption says is not said in its box as well") {
  Figure figure;
  figure.blocks = blocks(paragraph(tree::image("pier.png", "A pier at dusk")));
  figure.caption = blocks(paragraph("A pier", " at dusk"));
  const std::string words = words_of(packet_of(blocks(Block{figure, {}, {}})));
  CHECK(words.find("A pier at dusk") != std::string::npos);
  CHECK(words.find("A pier at dusk") == words.rfind("A pier at dusk"));
}

TEST_CASE("a callout without a title says of what kind it is") {
  Callout callout;
  callout.kind = "warning";
  callout.blocks = blocks(paragraph("Mind the tide."));
  CHECK(words_of(packet_of(blocks(Block{callout, {}, {}}))).find("Warning Mind the tide.") !=
        std::string::npos);
}

// Size of the first run that has these words.
Length size_of(const Packet& packet, std::string_view words) {
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.find(words) != std::string::npos) return run->size;
    }
  }
  return {};
}

// Where the first line that has these words begins, and the line after it.
std::vector<Length> line_beginnings(const Packet& packet, std::string_view words) {
  std::vector<Length> lefts;
  Length last_y;
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      const bool begins = lefts.empty() && run->text.find(words) != std::string::npos;
      const bool goes_on = lefts.size() == 1 && run->origin.y > last_y;
      if (!begins && !goes_on) continue;
      lefts.push_back(run->origin.x);
      last_y = run->origin.y;
      if (lefts.size() == 2) return lefts;
    }
  }
  return lefts;
}

TEST_CASE(
    "an entry of a list of references hangs without a bullet, and what is said of it is "
    "drawn in below") {
  Block list = tree::bullets(
      item(paragraph("Entry " + prose(40, 1)), paragraph("Annotation " + prose(40, 2))),
      item(paragraph("Other " + prose(40, 3))));
  list.as<List>()->is_tight = false;
  const Packet packet =
      packet_of(blocks(Block{Division{Division::Role::References, {std::move(list)}}, {}, {}}));
  CHECK(words_of(packet).find("\u2022") == std::string::npos);
  CHECK(count_nodes(packet, StructureType::L) == 1);
  CHECK(count_nodes(packet, StructureType::LI) == 2);
  CHECK(count_nodes(packet, StructureType::LBody) == 2);
  const auto entry = line_beginnings(packet, "Entry");
  const auto annotation = line_beginnings(packet, "Annotation");
  REQUIRE(entry.size() == 2);
  REQUIRE(annotation.size() == 2);
  CHECK(entry[0] < entry[1]);
  CHECK(annotation[0].points() == doctest::Approx(entry[1].points()).epsilon(0.02));
  CHECK(annotation[1].points() == doctest::Approx(entry[1].points()).epsilon(0.02));
}

TEST_CASE("numbers of references stay, since the text may cite by them") {
  Block list = tree::bullets(item(paragraph("Roe, Jane. Tides.")));
  list.as<List>()->kind = List::Kind::Ordered;
  const Packet packet =
      packet_of(blocks(Block{Division{Division::Role::References, {std::move(list)}}, {}, {}}));
  CHECK(words_of(packet).find("1.Roe, Jane.") != std::string::npos);
}

TEST_CASE("an article says where it is from, and leads there") {
  Work work = work_of("sea", "The Sea", blocks(paragraph("Water.")));
  work.document.metadata.url.value = "https://www.example.org/sea";
  work.document.metadata.date.value = {2025, 3, 19, "2025-03-19"};
  const Packet packet = lay_out_book(anthology_of({std::move(work)}));
  CHECK(words_of(packet).find("Originally published at example.org, 19 March 2025 Water.") !=
        std::string::npos);
  const auto pages = test::pages_of(packet, "sea");
  REQUIRE(pages.size() == 1);
  REQUIRE(pages[0]->links.size() == 1);
  CHECK(pages[0]->links[0].url == "https://www.example.org/sea");
  CHECK(pages[0]->links[0].contents == "example.org");
}

TEST_CASE("list labels say what the source says") {
  struct Row {
    List::Style style;
    int start;
    const char* label;
  };
  const Row rows[] = {{List::Style::Decimal, 7, "7."},
                      {List::Style::LowerAlpha, 28, "ab."},
                      {List::Style::UpperAlpha, 2, "B."},
                      {List::Style::LowerRoman, 14, "xiv."},
                      {List::Style::UpperRoman, 1999, "MCMXCIX."},
                      {List::Style::LowerRoman, 0, "0."},
                      {List::Style::Decimal, -3, "-3."},
                      {List::Style::Decimal, 2147483647, "2147483647."}};
  for (const Row& row : rows) {
    CAPTURE(row.label);
    List list;
    list.kind = List::Kind::Ordered;
    list.style = row.style;
    list.start = row.start;
    list.items.push_back(item(paragraph("harbour")));
    const std::string words = words_of(packet_of(blocks(Block{list, {}, {}})));
    CHECK(words.find(std::string(row.label) + "harbour") != std::string::npos);
  }
}

// Where the page shows a word first: the left end of its line's baseline.
Point place_of_word(const Packet& packet, std::string_view word) {
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.find(word) != std::string::npos) return run->origin;
    }
  }
  FAIL("the word is on no page");
  return {};
}

TEST_CASE("a list has the white space and the indents that the theme gives to it") {
  const auto set = [](Length before, Length after, Length right) {
    Theme theme = test::reader_theme();
    TextStyle& style = theme.styles.at(static_cast<std::size_t>(TextRole::ListItem));
    style.space_before = before;
    style.space_after = after;
    style.right_indent = right;
    return lay_out_book(
        anthology_of({work_of(
            "sea", "The Sea",
            blocks(paragraph("Above"), tree::bullets(item(paragraph("Harbour " + prose(20, 1)))),
                   paragraph("Below")))}),
        theme);
  };
  const Packet tight = set({}, {}, {});
  const auto moved = [&](const Packet& packet, std::string_view from, std::string_view to) {
    const auto between = [&](const Packet& one) {
      return place_of_word(one, to).y - place_of_word(one, from).y;
    };
    return between(packet) - between(tight);
  };
  const Length line = test::reader_theme().style(TextRole::Body).leading;
  const Packet above = set(line * 2, {}, {});
  CHECK(moved(above, "Above", "Harbour") == line * 2);
  CHECK(moved(above, "Harbour", "Below") == Length());
  const Packet below = set({}, line * 3, {});
  CHECK(moved(below, "Above", "Harbour") == Length());
  CHECK(moved(below, "Harbour", "Below") == line * 3);
  CHECK(moved(set({}, {}, 150_pt), "Harbour", "Below") > Length());
}

TEST_CASE("letters give twice as much on a narrow measure, though no more than two in a hundred") {
  const auto most_expanded = [](Length width) {
    Theme theme = test::reader_theme();
    theme.page.outer = theme.page.width - theme.page.inner - width;
    const Packet packet = lay_out_book(
        anthology_of({work_of("sea", "The Sea", blocks(paragraph(prose(400, 3))))}), theme);
    int most = 0;
    for (const Page* page : test::pages_of(packet, "sea")) {
      for (const PageItem& item : page->items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr) most = std::max(most, std::abs(int{run->expansion}));
      }
    }
    return most;
  };
  const int usual = test::reader_theme().expansion.thousandths;
  REQUIRE(usual * 2 <= 20);
  CHECK(most_expanded(300_pt) == usual);
  CHECK(most_expanded(180_pt) == usual * 2);
}

TEST_CASE("lists within lists stay in the measure however deep") {
  Block inner = tree::bullets(item(paragraph(prose(30, 1))));
  for (int depth = 0; depth < 60; ++depth) inner = tree::bullets(item(std::move(inner)));
  packet_of(blocks(std::move(inner)));
}

TEST_CASE("quotations within quotations stay in the measure however deep") {
  Block inner = paragraph(prose(30, 1));
  for (int depth = 0; depth < 60; ++depth) inner = tree::quotation(std::move(inner));
  packet_of(blocks(std::move(inner)));
}

TEST_CASE("code keeps its spaces and long lines go on in the next") {
  const std::string line(200, 'x');
  const Packet packet =
      packet_of(blocks(Block{CodeBlock{"if (a)\n    b();\n\n" + line + "\n", ""}, {}, {}}));
  std::string words;
  for (const Page* page : test::pages_of(packet, "sea")) words += text_of(*page);
  CHECK(words.find("\u00A0\u00A0\u00A0\u00A0b();") != std::string::npos);
  CHECK(std::count(words.begin(), words.end(), 'x') == 200);
}

TEST_CASE("every kind of block is set, and none runs off its page") {
  Verse verse;
  verse.stanzas = {{{0, inlines(prose(20, 1))}, {3, inlines("short line")}}, {{99, inlines("x")}}};
  DefinitionList definitions;
  definitions.items.push_back({inlines("Tide"), {blocks(paragraph("What comes and goes."))}});
  Callout callout;
  callout.kind = "note";
  callout.title = inlines("A word");
  callout.blocks = blocks(paragraph(prose(40, 2)));
  Division references;
  references.role = Division::Role::References;
  references.blocks = blocks(paragraph("Roe, Jane. Tides. 1999."));
  Division epigraph;
  epigraph.role = Division::Role::Epigraph;
  epigraph.blocks = blocks(tree::quotation(paragraph("So it goes.")));
  BlockQuotation quotation;
  quotation.blocks = blocks(paragraph(prose(50, 3)));
  quotation.attribution = inlines("Jane Roe");
  List tasks;
  tasks.items.push_back({ListItem::Task::Done, blocks(paragraph("done")), {}});
  tasks.items.push_back({ListItem::Task::Open, blocks(paragraph("open")), {}});
  tasks.items.push_back(item());
  const Packet packet =
      packet_of(blocks(Block{epigraph, {}, {}}, Block{verse, {}, {}}, Block{definitions, {}, {}},
                       Block{callout, {}, {}}, Block{quotation, {}, {}}, Block{tasks, {}, {}},
                       Block{MathBlock{"a^2 + b^2"}, {}, {}}, Block{ThematicBreak{}, {}, {}},
                       Block{references, {}, {}}, Block{Dropped{"advert", "an advert"}, {}, {}}));
  const std::string words = words_of(packet);
  for (const char* expected : {"short line", "What comes and goes.", "A word", "— Jane Roe", "done",
                               "open", "a2", "References", "Roe, Jane.", "So it goes."}) {
    CAPTURE(expected);
    CHECK(words.find(expected) != std::string::npos);
  }
  CHECK(words.find("advert") == std::string::npos);
  CHECK(count_nodes(packet, StructureType::BlockQuote) == 2);
}

TEST_CASE("who said an epigraph never stands on the page after it") {
  Division epigraph;
  epigraph.role = Division::Role::Epigraph;
  epigraph.blocks = blocks(paragraph("So it goes."), paragraph("— Jane Roe"));
  for (unsigned lines = 0; lines < 40; ++lines) {
    Blocks all;
    for (unsigned i = 0; i < lines; ++i) all.push_back(paragraph("A line."));
    all.push_back({epigraph, {}, {}});
    all.push_back(paragraph(prose(200, lines)));
    for (const Page& page : packet_of(std::move(all)).pages) {
      const std::string words = text_of(page);
      CAPTURE(words);
      CHECK((words.find("So it goes.") == std::string::npos) ==
            (words.find("— Jane Roe") == std::string::npos));
    }
  }
}

TEST_CASE("every kind of inline reaches the page") {
  Inline code{Code{"int x"}, {}, {}};
  Inline quoted{Quotation{inlines("quoted")}, {}, {}};
  Inline struck{Strike{inlines("struck")}, {}, {}};
  Inline french = tree::span("des mots");
  french.attributes.language = "fr";
  Inline raised{Superscript{inlines("th")}, {}, {}};
  Link link;
  link.target = {LinkTarget::Kind::External, "https://example.org", "", ""};
  link.inlines = inlines("outside");
  const Packet packet = packet_of(
      blocks(paragraph("a ", code, " ", quoted, " ", struck, " ", french, " 4", raised, " ",
                       Inline{link, {}, {}}, " ", tree::image("x.png", "not here"), ".")));
  CHECK(words_of(packet).find("a int x “quoted” struck des mots 4th outside [not here].") !=
        std::string::npos);
  CHECK(count_nodes(packet, StructureType::Code) == 1);
}

TEST_CASE("no words of a note are larger than the note's own") {
  Verse verse;
  verse.stanzas = {{VerseLine{0, inlines("Verse words")}}};
  DefinitionList terms;
  terms.items = {{inlines("Termwords"), {blocks(paragraph("Defined words"))}}};
  Note note = tree::note("n", paragraph("Note words"), tree::quotation(paragraph("Quoted words")),
                         Block{verse, {}, {}}, Block{terms, {}, {}},
                         tree::bullets(item(paragraph("Listed words"))));
  for (const char* name : {"reader", "seminar", "journal", "large-print"}) {
    CAPTURE(name);
    const Theme theme = test::theme_named(name);
    const Packet packet = test::lay_out_book(
        test::anthology_of({test::work_of("sea", "The Sea",
                                          blocks(paragraph("A mark", tree::mark("n"))), {note})}),
        theme);
    test::check_packet(packet, theme);
    const Length size = theme.style(TextRole::Footnote).size;
    for (const char* words :
         {"Note", "Quoted", "Verse", "Termwords", "Defined", "Listed", "\u2022"}) {
      CAPTURE(words);
      CHECK(size_of(packet, words) == size);
    }
  }
}

TEST_CASE("a list's labels stand before the text or above it, however narrow its column is") {
  Block list = tree::bullets(item(paragraph("Level 0 " + prose(12, 1))));
  for (int level = 1; level < 20; ++level) {
    Block outer = tree::bullets(
        item(paragraph("Level " + std::to_string(level) + " " + prose(12, 1)), std::move(list)));
    list = std::move(outer);
  }
  const Packet packet = packet_of(blocks(std::move(list)));
  std::size_t label_count = 0;
  for (const Page* page : test::pages_of(packet, "sea")) {
    const GlyphRun* label = nullptr;
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run == nullptr) continue;
      if (label != nullptr) {
        const bool is_behind = run->origin.x > label->origin.x + label->size / 3;
        const bool is_below = run->origin.y > label->origin.y;
        CHECK_MESSAGE((is_behind || is_below), run->text);
      }
      const bool is_label = run->text == "\u2022" || run->text == "\u2013";
      label = is_label ? run : nullptr;
      if (is_label) ++label_count;
    }
  }
  CHECK(label_count == 20);
}

}  // namespace
}  // namespace garland
