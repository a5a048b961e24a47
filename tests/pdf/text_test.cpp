#include "pdf/text.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "judges.h"
#include "packet_builder.h"
#include "pdf/glyph_texts.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

// A font whose glyph n has code n, width 500 and the text of the letter n.
FontResource letters() {
  FontResource font;
  font.name = "F1";
  font.glyphs.resize(128);
  for (std::uint16_t i = 0; i < 128; ++i) {
    font.glyphs[i] = {i, 500, std::string(1, static_cast<char>(i))};
  }
  return font;
}

// One glyph a letter, each 5 points wide at 10 points.
GlyphRun spell(const std::string& text) {
  GlyphRun run;
  run.text = text;
  run.size = 10_pt;
  run.origin = {20_pt, 30_pt};
  std::vector<PlacedGlyph> glyphs;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    glyphs.push_back({static_cast<unsigned char>(text[i]), 5_pt, {}, {}, i, 1});
  }
  run.glyphs = PackedGlyphs(glyphs);
  return run;
}

// Changes one of the run's glyphs.
template <typename Change>
void change(GlyphRun& run, std::size_t index, const Change& with) {
  std::vector<PlacedGlyph> glyphs = run.glyphs.unpack();
  with(glyphs.at(index));
  run.glyphs = PackedGlyphs(glyphs);
}

void set_text_length(GlyphRun& run, std::size_t index, std::uint32_t length) {
  change(run, index, [length](PlacedGlyph& glyph) { glyph.text_length = length; });
}
void set_advance(GlyphRun& run, std::size_t index, Length advance) {
  change(run, index, [advance](PlacedGlyph& glyph) { glyph.advance = advance; });
}

std::string operators(const GlyphRun& run) {
  const FontResource font = letters();
  const std::vector<StructureNode> structure(1);
  TextState state;
  std::string out;
  MarkedContent marks(out, &structure);
  marks.enter(0, MarkedContent::Kind::Text);
  append_run(out, run, 100_pt, font, state, marks);
  marks.finish();
  for (char& c : out) {
    if (c == '\0') c = '~';
  }
  return out;
}

// Of a run that is written behind another.
std::string operators_behind(const GlyphRun& first, const GlyphRun& second) {
  const FontResource font = letters();
  const std::vector<StructureNode> structure(1);
  TextState state;
  std::string out;
  MarkedContent marks(out, &structure);
  append_run(out, first, 100_pt, font, state, marks);
  out.clear();
  append_run(out, second, 100_pt, font, state, marks);
  return out;
}

TEST_CASE("glyphs at their own widths are one string") {
  CHECK(operators(spell("ab")) ==
        "BT\n20 70 Td\n/F1 10 Tf\n/P<</MCID 0>>BDC\n[(~a~b)]TJ\nEMC\nET\n");
}

TEST_CASE("a silent run is drawn and says nothing") {
  GlyphRun run = spell("ab");
  run.is_silent = true;
  CHECK(operators(run) ==
        "BT\n20 70 Td\n/F1 10 Tf\n/Span<</MCID 0/ActualText<FEFF>>>BDC\n[(~a~b)]TJ\nEMC\n"
        "ET\n");
}

TEST_CASE("a run in the font already set does not set it again") {
  CHECK_FALSE(contains(operators_behind(spell("a"), spell("b")), "Tf"));
}

TEST_CASE("letters that give a little are one string all the same") {
  GlyphRun run = spell("abc");
  run.expansion = 20;
  run.tracking = Length::from_points(0.05);
  // 5 points and 0.05 behind them, both wider by two per cent.
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    set_advance(run, i, Length::from_points(5.05 * 1.02));
  }
  CHECK(contains(operators(run), "102 Tz\n0.05 Tc\n"));
  CHECK(contains(operators(run), "[(~a~b~c)]TJ"));
}

TEST_CASE("a run of plain letters behind others takes their widening back") {
  GlyphRun narrow = spell("a");
  narrow.expansion = -9;
  narrow.tracking = Length::from_points(-0.1);
  CHECK(contains(operators(narrow), "99.1 Tz\n-0.1 Tc\n"));
  CHECK(contains(operators_behind(narrow, spell("b")), "100 Tz\n0 Tc\n"));
}

TEST_CASE("brackets, backslash and carriage return in codes are escaped") {
  CHECK(contains(operators(spell("(\\)\r")), "[(~\\(~\\\\~\\)~\\r)]TJ"));
}

TEST_CASE("kerning moves the next glyph, and rounding does not add up over a line") {
  GlyphRun run = spell("abc");
  set_advance(run, 0, 4.5_pt);
  CHECK(contains(operators(run), "[(~a)50(~b~c)]TJ"));

  GlyphRun line = spell(std::string(100, 'a'));
  for (std::size_t i = 0; i < line.glyphs.size(); ++i) set_advance(line, i, 5.004_pt);
  const std::string out = operators(line);
  int moved = 0;
  for (std::size_t at = out.find(")-"); at != std::string::npos; at = out.find(")-", at + 1)) {
    moved += std::stoi(out.substr(at + 2));
  }
  CHECK(moved >= 38);
  CHECK(moved <= 40);
}

TEST_CASE("the white of a line is one number, and the same pair of letters is kerned by one") {
  GlyphRun line = spell(std::string(60, 'a'));
  for (std::size_t i = 0; i + 1 < line.glyphs.size(); i += 2) {
    set_advance(line, i, i % 3 == 0 ? Length::from_points(5.1037) : Length::from_points(4.9283));
  }
  std::set<std::string> moves;
  const std::string out = operators(line);
  for (std::size_t at = out.find(')'); at != std::string::npos; at = out.find(')', at + 1)) {
    if (out[at + 1] != ']') moves.insert(out.substr(at + 1, out.find('(', at) - at - 1));
  }
  CHECK(moves.size() <= 4);  // each of the two, and with what its rounding has added up to
  CHECK(moves.count("-10") == 1);
  CHECK(moves.count("7") == 1);
}

TEST_CASE("a line is placed from the one before it, so that equal distances are written alike") {
  GlyphRun first = spell("a");
  GlyphRun second = spell("b");
  second.origin = {first.origin.x, first.origin.y + 13.5_pt};
  CHECK(contains(operators_behind(first, second), "0 -13.5 Td\n"));
}

TEST_CASE("a mark above its letter is raised by text rise, which ends with the run") {
  GlyphRun run = spell("ab");
  change(run, 1, [](PlacedGlyph& glyph) { glyph.y_offset = 2_pt; });
  CHECK(contains(operators(run), "[(~a)]TJ\n2 Ts\n[(~b)]TJ\n0 Ts\n"));
}

TEST_CASE("a text that the font's map does not give is said by ActualText") {
  GlyphRun run = spell("ab-");
  run.text = "ab\xC2\xAD";
  set_text_length(run, 2, 2);
  CHECK(contains(operators(run),
                 "[(~a~b)]TJ\nEMC\n/Span<</MCID 1/ActualText<FEFF00AD>>>BDC\n[(~-)]TJ\nEMC\nET"));
}

TEST_CASE("glyphs of one cluster share an ActualText, and the others keep their letters") {
  GlyphRun run = spell("abcd");
  run.text = "axyd";
  set_text_length(run, 1, 2);
  set_text_length(run, 2, 0);
  CHECK(contains(operators(run),
                 "[(~a)]TJ\nEMC\n/Span<</MCID 1/ActualText<FEFF00780079>>>BDC\n[(~b~c)]TJ\nEMC\n"
                 "/P<</MCID 2>>BDC\n[(~d)]TJ"));
}

TEST_CASE("glyphs of one cluster whose own texts make up its text need no ActualText") {
  GlyphRun run = spell("abcd");
  set_text_length(run, 1, 2);
  set_text_length(run, 2, 0);
  CHECK(contains(operators(run), "[(~a~b~c~d)]TJ"));
  run.is_right_to_left = true;
  run.text = "acbd";
  CHECK(contains(operators(run), "(~d)"));
  CHECK_FALSE(contains(operators(run), "Span"));
}

TEST_CASE("right-to-left glyphs come in logical order, each at its place") {
  GlyphRun run = spell("ba");
  run.is_right_to_left = true;
  CHECK(contains(operators(run), "[-500(~a)1000(~b)]TJ"));
}

TEST_CASE("a right-to-left letter that stands upon the one before it is set a hair behind it") {
  GlyphRun run = spell("ba");
  run.is_right_to_left = true;
  set_advance(run, 0, Length());
  CHECK(contains(operators(run), "[(~a)502(~b)]TJ"));
}

TEST_CASE("texts outside the run's are cut off") {
  const GlyphRun run = spell("ab");
  std::vector<PlacedGlyph> glyphs = run.glyphs.unpack();
  glyphs[1].text_offset = 100;
  CHECK(cluster_at(run, glyphs, 1).text.empty());
  glyphs[1].text_offset = 1;
  glyphs[1].text_length = 100;
  CHECK(cluster_at(run, glyphs, 1).text == "b");
}

TEST_CASE("a glyph's text is the one it has most often") {
  Page page;
  page.items.push_back({spell("aab"), 0});
  GlyphRun other = spell("aa");
  other.text = "AX";
  page.items.push_back({other, 0});
  GlyphRun marked = spell("aq~-");
  marked.text = "aq~\xC2\xAD";
  set_text_length(marked, 1, 2);
  set_text_length(marked, 2, 0);
  set_text_length(marked, 3, 2);
  page.items.push_back({marked, 0});
  const auto faces = collect_glyph_texts({page});
  CHECK(faces.at(0).at('a') == "a");
  CHECK(faces.at(0).at('b') == "b");
  CHECK(faces.at(0).at('q') == "q");
  CHECK(faces.at(0).at('~') == "~");
  CHECK(faces.at(0).at('-') == "\xC2\xAD");
  page.items.push_back({spell("-"), 0});
  CHECK(collect_glyph_texts({page}).at(0).at('-') == "-");
}

TEST_CASE("small capitals, ligatures, marks and other scripts come back as they were typed") {
  PacketBuilder b;
  b.add_page();
  test::TextOptions small_capitals;
  small_capitals.features.small_capitals = true;
  test::TextOptions old_style;
  old_style.features.old_style_figures = true;
  b.add_block(0, StructureType::H1, "Efficient affliction fjord");
  b.add_block(0, StructureType::P, "Small Capitals and SMALL", small_capitals);
  b.add_block(0, StructureType::P, "Figures 1984", old_style);
  b.add_block(0, StructureType::P, "q\xCC\x83 and r\xCC\x8A\xCC\xA3 marked");
  b.add_block(0, StructureType::P, "Καλημέρα Добрый");
  b.add_block(0, StructureType::P, "שלום עולם");
  b.add_block(0, StructureType::P, "السلام عليكم");
  b.add_block(0, StructureType::P, "नमस्ते क्षत्रिय");
  b.add_block(0, StructureType::P, "漢字 𝕏");
  const std::string pdf = test::write(b.packet);
  test::check_file(pdf);
  const std::vector<std::string> lines = {"Efficient affliction fjord",
                                          "Small Capitals and SMALL",
                                          "Figures 1984",
                                          "q\xCC\x83 and r\xCC\x8A\xCC\xA3 marked",
                                          "Καλημέρα Добрый",
                                          "السلام عليكم",
                                          "नमस्ते क्षत्रिय",
                                          "漢字 𝕏"};
  const auto text = test::text_of(pdf);
  const auto structure = test::structure_of(pdf);
  if (!text || !structure) return;
  CAPTURE(*text);
  CAPTURE(*structure);
  for (const std::string& line : lines) {
    CAPTURE(line);
    CHECK(contains(*text, line));
  }
  // The order of the content is the order of reading.
  CHECK(contains(*structure, "שלום עולם"));
  CHECK(contains(*structure, "السلام عليكم"));
}

}  // namespace
}  // namespace garland
