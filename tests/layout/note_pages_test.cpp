// Pages for readers' notes, and what the packet says of its parts.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "layout/books.h"
#include "layout/layout.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using test::prose;
using test::reader_theme;
using test::work_of;
using tree::paragraph;
using Where = NotePages::Where;

Theme theme_with(Where where, int count = 1) {
  Theme theme = reader_theme();
  theme.print.note_pages.where = where;
  theme.print.note_pages.count = count;
  return theme;
}

Work essay(const std::string& id, int paragraph_count) {
  Blocks blocks;
  for (int i = 0; i < paragraph_count; ++i) {
    blocks.push_back(paragraph(prose(90, static_cast<unsigned>(i))));
  }
  return work_of(id, "The " + id, std::move(blocks));
}

// Ruled, without words but the folio.
bool is_note_page(const Page& page) {
  const auto is_rule = [](const PageItem& item) {
    return std::holds_alternative<Rule>(item.content);
  };
  return std::count_if(page.items.begin(), page.items.end(), is_rule) > 5 &&
         std::all_of(page.items.begin(), page.items.end(),
                     [](const PageItem& item) { return item.structure == kArtifact; });
}

const BoundPart& part_of(const Packet& packet, const std::string& work) {
  const auto found = std::find_if(packet.parts.begin(), packet.parts.end(),
                                  [&](const BoundPart& part) { return part.work == work; });
  REQUIRE(found != packet.parts.end());
  return *found;
}

// Whether the contents have the folio of each article's first page.
void check_contents(const Packet& packet) {
  const Page* contents = test::page_with_anchor(packet, "book/contents");
  REQUIRE(contents != nullptr);
  const std::string text = test::text_of(*contents);
  for (const BoundPart& part : packet.parts) {
    if (part.work.empty()) continue;
    const std::string& folio = packet.pages.at(part.first_page).label;
    CAPTURE(folio);
    CHECK(text.find(folio) != std::string::npos);
    const Page* first = test::page_with_anchor(packet, part.work);
    CHECK(first == &packet.pages.at(part.first_page));
  }
}

TEST_CASE("pages for notes follow each article, with folios, and the contents know of them") {
  for (const int count : {1, 3}) {
    const Packet packet = lay_out_book(anthology_of({essay("sea", 9), essay("sand", 4)}),
                                       theme_with(Where::After, count));
    const BoundPart& sea = part_of(packet, "sea");
    CHECK(sea.note_page_count == static_cast<std::size_t>(count));
    for (std::size_t i = 0; i < sea.page_count; ++i) {
      const Page& page = packet.pages.at(sea.first_page + i);
      CHECK(is_note_page(page) == (i >= sea.page_count - sea.note_page_count));
      CHECK(test::text_of(page, test::Copied::All).find(page.label) != std::string::npos);
    }
    check_contents(packet);
  }
}

TEST_CASE("a page for notes faces each page of an article, which stands on the left") {
  const Packet packet =
      lay_out_book(anthology_of({essay("sea", 9), essay("sand", 4)}), theme_with(Where::Facing));
  for (const char* work : {"sea", "sand"}) {
    const BoundPart& part = part_of(packet, work);
    CHECK(part.note_page_count * 2 == part.page_count);
    CHECK(part.first_page % 2 == 1);
    for (std::size_t i = 0; i < part.page_count; ++i) {
      CHECK(is_note_page(packet.pages.at(part.first_page + i)) == (i % 2 == 1));
    }
  }
  check_contents(packet);
}

TEST_CASE("a figure's box stays on its page when pages for notes come between") {
  const Picture picture = test::grey_picture(200, 200);
  Work work = essay("sea", 9);
  Inline image = tree::image("pier.png", "A pier");
  image.as<Image>()->picture = picture.id;
  work.document.blocks.push_back(paragraph(image));
  Anthology anthology = anthology_of({std::move(work)});
  anthology.pictures.push_back(picture);
  const Packet packet = lay_out_book(anthology, theme_with(Where::Facing));
  std::size_t boxes = 0;
  for (const StructureNode& node : packet.structure) {
    if (!node.has_box) continue;
    ++boxes;
    const auto& items = packet.pages.at(node.box_page).items;
    CHECK(std::any_of(items.begin(), items.end(), [](const PageItem& item) {
      return std::holds_alternative<PlacedPicture>(item.content);
    }));
  }
  CHECK(boxes == 1);
}

TEST_CASE(
    "pages for notes stand at the end of the book, squared or blank where that is asked for") {
  for (const auto ruling :
       {NotePages::Ruling::Lines, NotePages::Ruling::Squares, NotePages::Ruling::Blank}) {
    Theme theme = theme_with(Where::End, 2);
    theme.print.note_pages.ruling = ruling;
    const std::size_t without = lay_out_book(anthology_of({essay("sea", 5)})).pages.size();
    const Packet packet = lay_out_book(anthology_of({essay("sea", 5)}), theme);
    CHECK(packet.pages.size() == without + 2);
    CHECK(is_note_page(packet.pages.back()) == (ruling != NotePages::Ruling::Blank));
    CHECK(part_of(packet, "sea").note_page_count + packet.parts.back().note_page_count >= 2);
  }
}

TEST_CASE("a packet says of each part where it begins, its pages and how full the last is") {
  const Packet packet = lay_out_book(anthology_of({essay("sea", 9), essay("sand", 1)}));
  std::size_t covered = 0;
  for (const BoundPart& part : packet.parts) covered += part.page_count;
  const auto blank = std::count_if(packet.pages.begin(), packet.pages.end(),
                                   [](const Page& page) { return page.items.empty(); });
  CHECK(covered + static_cast<std::size_t>(blank) == packet.pages.size());
  const BoundPart& sand = part_of(packet, "sand");
  CHECK(sand.title == "The sand");
  CHECK(sand.page_count == 1);
  const Theme& theme = reader_theme();
  const auto most = theme.text_height().units() / theme.style(TextRole::Body).leading.units() + 1;
  CHECK(sand.last_lines > 8);
  CHECK(sand.last_lines <= most);
}

}  // namespace
}  // namespace garland
