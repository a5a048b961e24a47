#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "layout/books.h"
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
using tree::paragraph;

constexpr int kLines = 3;

Theme opening_theme(int drop_capital, bool small_capitals = false) {
  Theme theme = test::reader_theme();
  theme.drop_capital = drop_capital;
  theme.has_small_capital_opening = small_capitals;
  return theme;
}

Packet packet_of(Blocks body, const Theme& theme, const std::string& language = "en") {
  Work work = work_of("sea", "The Sea", std::move(body));
  work.document.metadata.language.value = language;
  work.document.metadata.language.origin = Origin::FrontMatter;
  return lay_out_book(anthology_of({std::move(work)}), theme);
}

// The runs of the body's type and larger ones on the article's first page.
struct Opening {
  std::vector<GlyphRun> letters;  // drawn beside the lines
  std::vector<GlyphRun> lines;    // the first run of each line of the text
  std::string text;
};

Opening opening_of(const Packet& packet, const Theme& theme) {
  Opening opening;
  const Page& page = *test::pages_of(packet, "sea").front();
  opening.text = text_of(page);
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || item.structure == kArtifact) continue;
    const StructureNode& node = packet.structure.at(static_cast<std::size_t>(item.structure));
    if (node.type == StructureType::H1) continue;
    if (run->is_silent) {
      opening.letters.push_back(*run);
    } else if (run->size == theme.style(TextRole::Body).size &&
               (opening.lines.empty() || opening.lines.back().origin.y < run->origin.y)) {
      opening.lines.push_back(*run);
    }
  }
  return opening;
}

Block story(const std::string& beginning) { return paragraph(beginning + prose(90, 3)); }

Block linked_story() {
  Inline node = tree::link("https://example.org", "Heaven");
  std::get<Link>(node.content).target.kind = LinkTarget::Kind::External;
  return paragraph(inlines(std::move(node), " " + prose(90, 3)));
}

double left_of(const GlyphRun& run) { return run.origin.x.points(); }

}  // namespace

TEST_CASE("a drop capital stands on the baseline of its last line, with the lines beside it") {
  for (const int lines : {2, 3, 4}) {
    CAPTURE(lines);
    const Theme theme = opening_theme(lines);
    const Packet packet = packet_of(blocks(story("Heaven is ")), theme);
    test::check_packet(packet, theme);
    const Opening opening = opening_of(packet, theme);
    REQUIRE(opening.letters.size() == 1);
    const GlyphRun& letter = opening.letters.front();
    const auto height = static_cast<std::size_t>(lines);
    REQUIRE(opening.lines.size() > height + 1);
    CHECK(letter.text == "H");
    CHECK(letter.origin.y == opening.lines[height - 1].origin.y);
    // A flat letter reaches from there to the head of the first line's capitals.
    const FaceMetrics& metrics = test::fonts().metrics(letter.face);
    const double head =
        letter.origin.y.points() - letter.size.points() * metrics.cap_height / metrics.units_per_em;
    const double capitals = opening.lines[0].origin.y.points() - opening.lines[0].size.points() *
                                                                     metrics.cap_height /
                                                                     metrics.units_per_em;
    CHECK(head == doctest::Approx(capitals).epsilon(0.002));
    const double edge = left_of(opening.lines[height]);
    for (std::size_t i = 0; i < height; ++i) CHECK(left_of(opening.lines[i]) > edge + 15);
  }
}

TEST_CASE("who copies or hears a text that opens with a drop capital has its words whole") {
  struct Row {
    std::string beginning, word;
  };
  for (const Row& row :
       std::vector<Row>{{"Heaven knows that ", "Heaven"},
                        {"A man ", "A"},
                        {"“Stay,” she said, ", "“Stay,”"},
                        {"L’été dernier ", "L’été"},
                        {"Ex\u00ADtra\u00ADor\u00ADdi\u00ADnary ", "Extraordinary"}}) {
    CAPTURE(row.beginning);
    for (const bool has_small_capitals : {false, true}) {
      const Theme theme = opening_theme(kLines, has_small_capitals);
      const Packet packet = packet_of(blocks(story(row.beginning)), theme);
      const Opening opening = opening_of(packet, theme);
      REQUIRE_FALSE(opening.letters.empty());
      CHECK(opening.text.find(row.word + " ") != std::string::npos);
      const auto whole = std::find_if(
          packet.structure.begin(), packet.structure.end(), [&](const StructureNode& node) {
            return node.type == StructureType::Span && std::string(node.actual_text) == row.word;
          });
      CHECK(whole != packet.structure.end());
    }
  }
}

TEST_CASE("a drop capital is read before the notes and links of its text") {
  Block text = paragraph(inlines(prose(40, 2)));
  Block linked_text = linked_story();
  Inlines& linked = linked_text.as<Paragraph>()->inlines;
  std::move(linked.begin(), linked.end(), std::back_inserter(text.as<Paragraph>()->inlines));
  const Packet packet = packet_of(blocks(std::move(text)), opening_theme(kLines));
  const auto opening =
      std::find_if(packet.structure.begin(), packet.structure.end(),
                   [](const StructureNode& node) { return !node.actual_text.empty(); });
  REQUIRE(opening != packet.structure.end());
  const auto& siblings = packet.structure.at(static_cast<std::size_t>(opening->parent)).children;
  REQUIRE(siblings.size() == 2);
  CHECK(siblings.front() == opening - packet.structure.begin());
}

TEST_CASE("marks before a drop capital hang out of the measure where marks may") {
  Theme theme = opening_theme(kLines);
  const auto letters = [&theme] {
    const Opening opening = opening_of(packet_of(blocks(story("“Stay,” ")), theme), theme);
    REQUIRE(opening.letters.size() == 2);
    CHECK(opening.letters[0].size == opening.lines[0].size);
    CHECK(opening.letters[0].origin.y == opening.lines[0].origin.y);
    return std::pair(left_of(opening.letters[0]), left_of(opening.lines[kLines]));
  };
  CHECK(letters().first < letters().second - 2);
  theme.has_hanging_punctuation = false;
  CHECK(letters().first >= letters().second);
}

TEST_CASE("a letter's tail has a line of its own beside it") {
  const Theme theme = opening_theme(kLines);
  const auto lines_beside = [&theme](const std::string& beginning) {
    const Opening opening = opening_of(packet_of(blocks(story(beginning)), theme), theme);
    const double edge = left_of(opening.lines.back());
    return std::count_if(opening.lines.begin(), opening.lines.end(),
                         [edge](const GlyphRun& line) { return left_of(line) > edge + 8; });
  };
  CHECK(lines_beside("Heaven ") == kLines);
  CHECK(lines_beside("Quietly ") == kLines + 1);
}

TEST_CASE("a text that begins with no letter for it, or is too short, has no drop capital") {
  struct Row {
    Block block;
    std::string language = "en";
  };
  const std::vector<Row> rows = {
      {story("1984 was a year ")},
      {story("lower case ")},
      {paragraph("Too short for it.")},
      {linked_story()},
      {paragraph(inlines(tree::strong("Note."), " " + prose(90, 3)))},
      {paragraph(inlines(Inline{Code{"Code"}, {}, {}}, " " + prose(90, 3)))},
      {story("كان يا ما كان "), "ar"},
      {story("Latin in a text "), "he"},
      {story("एक समय की बात है "), "hi"},
      {story("昔々あるところに"), "ja"},
  };
  for (const bool has_small_capitals : {false, true}) {
    const Theme theme = opening_theme(kLines, has_small_capitals);
    for (const Row& row : rows) {
      const auto& words = std::get<Paragraph>(row.block.content).inlines;
      CAPTURE(plain_text(words));
      const Packet packet = packet_of(blocks(row.block), theme, row.language);
      const Opening opening = opening_of(packet, theme);
      CHECK(opening.letters.empty());
      CHECK(collapse_spaces(opening.text).find(collapse_spaces(plain_text(words)).substr(0, 12)) !=
            std::string::npos);
    }
  }
}

TEST_CASE("no page ends beside a drop capital") {
  Theme theme = opening_theme(kLines);
  const Length line = theme.style(TextRole::Body).leading;
  for (Length sinkage = 5_pt; sinkage < theme.text_height(); sinkage += line) {
    CAPTURE(sinkage.points());
    theme.title_sinkage = sinkage;
    const Packet packet = packet_of(blocks(story("Heaven is "), story("More of it ")), theme);
    test::check_packet(packet, theme);
    for (const Page& page : packet.pages) {
      std::size_t body_lines = 0;
      bool has_letter = false;
      for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr) continue;
        has_letter = has_letter || run->is_silent;
        if (has_letter && !run->is_silent && run->size == theme.style(TextRole::Body).size) {
          ++body_lines;
        }
      }
      if (has_letter) CHECK(body_lines >= static_cast<std::size_t>(kLines));
    }
  }
}

TEST_CASE("an article's first words are in small capitals, up to a phrase's end or a line's part") {
  const Theme plain = opening_theme(0);
  const Theme theme = opening_theme(0, true);
  // Small capitals have other glyphs: the words whose glyphs change are the opening.
  const auto glyphs = [](const Theme& look, const std::string& text) {
    std::vector<std::uint32_t> of_line;
    const Opening opening = opening_of(packet_of(blocks(paragraph(text)), look), look);
    for (const GlyphRun& run : opening.lines) {
      for (const PlacedGlyph& glyph : run.glyphs.unpack()) of_line.push_back(glyph.glyph);
      break;
    }
    return of_line;
  };
  struct Row {
    std::string text;
    bool changes;
  };
  const Row rows[] = {{"Once upon a time there was " + prose(40, 5), true},
                      {"THE FIRST WORDS were " + prose(40, 5), true},
                      {"昔々 " + prose(40, 5), false},
                      {"https://example.org/a/long/address " + prose(40, 5), false}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK((glyphs(plain, row.text) != glyphs(theme, row.text)) == row.changes);
  }
}

TEST_CASE("only an article's first paragraph opens it, below its headings and pictures") {
  const Theme theme = opening_theme(kLines, true);
  const Packet packet =
      packet_of(blocks(tree::heading(1, "Morning"), story("Heaven is "), story("Earth is "),
                       tree::heading(1, "Evening"), story("Night is ")),
                theme);
  std::size_t letters = 0;
  for (const Page& page : packet.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->is_silent) ++letters;
    }
  }
  CHECK(letters == 1);
}

}  // namespace garland
