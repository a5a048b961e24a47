#include <doctest/doctest.h>
#include <fmt/format.h>

#include "layout/books.h"
#include "layout/layout.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::text_of;
using tree::blocks;
using tree::inlines;
using tree::paragraph;

Packet packet_of(Blocks body, const Theme& theme) {
  const Anthology anthology =
      test::anthology_of({test::work_of("sea", "The Sea", std::move(body))});
  return test::lay_out_book(anthology, theme);
}

Theme theme_of_width(Length width) {
  Theme theme = test::reader_theme();
  theme.page.outer = theme.page.width - theme.page.inner - width;
  return theme;
}

// Where the run begins that begins with the word.
Length left_of(const Packet& packet, std::string_view word) {
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text.starts_with(word)) return run->origin.x;
    }
  }
  FAIL_CHECK("no run begins with " << word);
  return {};
}

std::size_t page_of(const Packet& packet, const std::string& words) {
  const auto pages = test::pages_of(packet, "sea");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (text_of(*pages[i]).find(words) != std::string::npos) return i;
  }
  FAIL_CHECK("no page has " << words);
  return pages.size();
}

Block poem_of(std::vector<std::vector<VerseLine>> stanzas) {
  Verse verse;
  verse.stanzas = std::move(stanzas);
  return {std::move(verse), {}, {}};
}

TEST_CASE("indents of verse are smaller on a narrow measure, and keep their order") {
  const Block poem =
      poem_of({{{0, inlines("Alpha")}, {3, inlines("Beta")}, {6, inlines("Gamma")}}});
  const Length em = test::reader_theme().style(TextRole::Verse).size;
  for (const Length width : {300_pt, 120_pt, 80_pt}) {
    CAPTURE(width.points());
    const Packet packet = packet_of(blocks(poem), theme_of_width(width));
    const Length first = left_of(packet, "Beta") - left_of(packet, "Alpha");
    const Length second = left_of(packet, "Gamma") - left_of(packet, "Beta");
    CHECK(first == second);
    CHECK(first > Length());
    CHECK((first == em * 3) == (width == 300_pt));
  }
}

// Couplets of lines that are turned, each with words of its own at its beginning and its end.
Block poem_of_turned_lines(int count, int in_stanza) {
  std::vector<std::vector<VerseLine>> stanzas;
  for (int i = 0; i < count; ++i) {
    if (i % in_stanza == 0) stanzas.emplace_back();
    stanzas.back().push_back(
        {0, inlines(fmt::format("Head{0:03} {1} tail{0:03}", i, test::prose(12, 7)))});
  }
  return poem_of(std::move(stanzas));
}

TEST_CASE("what is turned of a line of verse stands on the page of its line") {
  const Packet packet = packet_of(blocks(poem_of_turned_lines(120, 40)), theme_of_width(120_pt));
  for (int i = 0; i < 120; ++i) {
    CAPTURE(i);
    CHECK(page_of(packet, fmt::format("Head{:03}", i)) ==
          page_of(packet, fmt::format("tail{:03}", i)));
  }
}

TEST_CASE("a stanza of few lines stays on one page") {
  for (int before = 1; before < 6; ++before) {
    CAPTURE(before);
    const Packet packet =
        packet_of(blocks(paragraph(test::prose(40 * static_cast<std::size_t>(before), 3)),
                         poem_of_turned_lines(80, 4)),
                  theme_of_width(250_pt));
    for (int i = 0; i < 80; i += 4) {
      CAPTURE(i);
      CHECK(page_of(packet, fmt::format("Head{:03}", i)) ==
            page_of(packet, fmt::format("tail{:03}", i + 3)));
    }
  }
}

TEST_CASE("a line of verse that holds a place for links alone takes no room") {
  Inline place{Span{}, {}, {}};
  place.attributes.id = "here";
  const VerseLine wordless{0, {place}};
  for (const auto& stanza : std::vector<std::vector<VerseLine>>{
           {wordless},
           {wordless, {0, inlines("Alpha")}},
           {{0, inlines("Alpha")}, wordless},
           {{0, inlines("Alpha")}, wordless, {0, inlines("Beta")}, wordless}}) {
    CAPTURE(stanza.size());
    const Packet packet =
        packet_of(blocks(poem_of({stanza}), paragraph("Omega")), test::reader_theme());
    CHECK(page_of(packet, "Omega") == 0);
  }
}

TEST_CASE("a paragraph whose lines have typed indents begins at the measure's edge") {
  const auto indent_of = [](std::string second) {
    Inlines lines = inlines("Alpha");
    lines.push_back({LineBreak{}, {}, {}});
    for (Inline& node : inlines(std::move(second))) lines.push_back(std::move(node));
    Block broken{Paragraph{std::move(lines)}, {}, {}};
    const Packet packet =
        packet_of(blocks(paragraph("Words."), std::move(broken)), test::reader_theme());
    return left_of(packet, "Alpha") - left_of(packet, "Words");
  };
  CHECK(indent_of("Beta") > Length());
  CHECK(indent_of("\u2003Beta") == Length());
  CHECK(indent_of("\u00A0\u00A0Beta") == Length());
}

}  // namespace
}  // namespace garland
