// Indexes and colophon at the end of the packet.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

Anthology book_with_index(std::size_t work_count) {
  std::vector<Work> works;
  IndexGroup group{"", {}};
  IndexEntry all{make_text("Roe, Jane"), "", {}};
  for (std::size_t i = 0; i < work_count; ++i) {
    const std::string id = fmt::format("work-{}", i);
    works.push_back(test::work_of(id, fmt::format("Work {}", i),
                                  {tree::paragraph(test::prose(500, static_cast<unsigned>(i)))}));
    all.works.push_back(id);
    group.entries.push_back({make_text(fmt::format("Surname {:03}, Given", i)), "", {id}});
  }
  group.entries.push_back(std::move(all));
  Anthology anthology = test::anthology_of(std::move(works));
  anthology.indexes = {{IndexKind::Authors, {std::move(group)}}};
  return anthology;
}

TEST_CASE("an entry's folios are those of the pages on which its works open, and lead there") {
  const Packet packet = test::lay_out_book(book_with_index(3));
  const Page* page = test::page_with_anchor(packet, "book/index-authors");
  REQUIRE(page != nullptr);
  const std::string text = test::text_of(*page);
  std::string folios;
  for (const char* id : {"work-0", "work-1", "work-2"}) {
    const std::string folio = test::page_with_anchor(packet, id)->label;
    folios += ", " + folio;
    CHECK(text.find(fmt::format("Surname 00{}, Given, {}", id[5], folio)) != std::string::npos);
  }
  CHECK(text.find("Roe, Jane" + folios) != std::string::npos);
  REQUIRE(page->links.size() == 6);
  for (const LinkArea& link : page->links) {
    CHECK(link.contents == test::page_with_anchor(packet, link.anchor)->label);
  }
  const bool is_in_outline =
      std::any_of(packet.outline.begin(), packet.outline.end(),
                  [](const OutlineEntry& entry) { return entry.title == "Index of Authors"; });
  CHECK(is_in_outline);
  CHECK(test::text_of(*test::page_with_anchor(packet, "book/contents")).find("Index of Authors") !=
        std::string::npos);
}

TEST_CASE("an index has two columns where they are wide enough, and one otherwise") {
  const Anthology anthology = book_with_index(40);
  const auto most_left = [&](const Theme& theme) {
    const Packet packet = test::lay_out_book(anthology, theme);
    Length left;
    for (const PageItem& item : test::page_with_anchor(packet, "book/index-authors")->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.starts_with("Surname")) left = std::max(left, run->origin.x);
    }
    return left;
  };
  Theme theme = test::reader_theme();
  CHECK(most_left(theme) > theme.page.inner + theme.text_width() / 2);
  theme.page.width = theme.page.width - 110_pt;
  CHECK(most_left(theme) < theme.page.inner + theme.text_width() / 2);
}

TEST_CASE("letters head their groups in the structure of an index") {
  Anthology anthology = book_with_index(2);
  anthology.indexes.front().groups.front().letter = "S";
  const Packet packet = test::lay_out_book(anthology);
  const auto index =
      std::find_if(packet.structure.begin(), packet.structure.end(),
                   [](const StructureNode& node) { return node.type == StructureType::Index; });
  REQUIRE(index != packet.structure.end());
  REQUIRE(index->children.size() == 2);
  const auto type_of = [&](std::size_t child) {
    return packet.structure.at(static_cast<std::size_t>(index->children[child])).type;
  };
  CHECK(type_of(0) == StructureType::H2);
  CHECK(type_of(1) == StructureType::L);
}

TEST_CASE("the colophon is the last page, names what the book is set in, and empties the imprint") {
  Anthology anthology = book_with_index(1);
  anthology.metadata.edition = "First edition";
  const std::string made_with(anthology.words["made-with"]);
  const auto pages_with = [&](const Packet& packet, const std::string& words) {
    return std::count_if(packet.pages.begin(), packet.pages.end(), [&](const Page& page) {
      return test::text_of(page).find(words) != std::string::npos;
    });
  };
  const Packet without = test::lay_out_book(anthology);
  CHECK(pages_with(without, made_with) == 1);
  anthology.colophon.emplace();
  const Packet packet = test::lay_out_book(anthology);
  CHECK(packet.pages.size() == without.pages.size() + 1);
  CHECK(pages_with(packet, made_with) == 1);
  FontRequest body;
  const std::string family = test::fonts().family_name(test::fonts().face(body));
  CHECK(test::text_of(packet.pages.back()) ==
        "Set in " + family + ", 10.5 on 13.5 points. Set with Garland. First edition");
  anthology.colophon->paragraphs = {"Printed by friends.", "Bound by hand."};
  const Packet own = test::lay_out_book(anthology);
  CHECK(test::text_of(own.pages.back(), test::Copied::All) == "Printed by friends. Bound by hand.");
  CHECK(pages_with(own, made_with) == 0);
}

}  // namespace
}  // namespace garland
