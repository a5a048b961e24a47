#include "layout/paragraph/paragraph.h"

#include <doctest/doctest.h>

#include <array>

#include "layout/paragraph_support.h"

using namespace garland;

namespace {

// Hanging points may stand this far out of the measure: 0.6 em of 10.5 point.
constexpr double kMostHang = 6.3;
constexpr double kRounding = 0.001;

std::vector<SetLine> set(const ParagraphText& text, const ParagraphShape& shape) {
  return set_paragraph(text, shape, test_fonts(), nullptr);
}

std::size_t count_hyphens(const std::vector<SetLine>& lines) {
  return static_cast<std::size_t>(std::count_if(
      lines.begin(), lines.end(), [](const SetLine& line) { return line.ends_in_hyphen; }));
}

void check_ranges(const std::vector<SetLine>& lines, std::string_view text) {
  std::size_t expected = 0;
  for (const SetLine& line : lines) {
    CHECK(line.begin_offset == expected);
    CHECK(line.end_offset > line.begin_offset);
    expected = line.end_offset;
  }
  CHECK(expected == text.size());
}

}  // namespace

TEST_CASE("an empty text has no lines") { CHECK(set(plain_text(""), shape_of(300)).empty()); }

TEST_CASE("lines have their measure and keep every word, at any measure and alignment") {
  for (const double measure : {36.0, 60.0, 90.0, 144.0, 288.0, 324.0, 360.0, 2000.0}) {
    for (const TextAlign align :
         {TextAlign::Justify, TextAlign::Left, TextAlign::Right, TextAlign::Center}) {
      for (const std::string& text : essay()) {
        CAPTURE(measure);
        CAPTURE(static_cast<int>(align));
        const ParagraphShape shape = shape_of(measure, align);
        const auto lines = set(plain_text(text), shape);
        const double most = align == TextAlign::Justify ? kMostHang : kRounding;
        for (const SetLine& line : lines) {
          CAPTURE(copied(line));
          CHECK(excess_pt(line, shape) < most);
        }
        CHECK(copied(lines) == text);
        check_ranges(lines, text);
      }
    }
  }
}

TEST_CASE("justified lines but the last reach the measure") {
  const ParagraphShape shape = shape_of(324);
  for (const std::string& text : essay()) {
    const auto lines = set(plain_text(text), shape);
    REQUIRE(lines.size() > 3);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      CAPTURE(copied(lines[i]));
      CHECK(excess_pt(lines[i], shape) > -kRounding);
      CHECK(lines[i].width.points() >= 324 - kRounding);
    }
    CHECK(lines.back().width.points() < 330);
    CHECK(lines.back().width.points() > 20);
  }
}

TEST_CASE("white between words is even at a book's measure") {
  double widest = 0;
  double narrowest = 1e9;
  double sum = 0;
  std::size_t count = 0;
  for (const std::string& text : essay()) {
    const auto lines = set(plain_text(text), shape_of(324));
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      for_each_run(lines[i], [&](const GlyphRun& run) {
        for (const PlacedGlyph& glyph : run.glyphs.unpack()) {
          const bool is_space = run.text.substr(glyph.text_offset, glyph.text_length) == " ";
          if (!is_space || glyph.advance == Length()) continue;
          widest = std::max(widest, glyph.advance.points());
          narrowest = std::min(narrowest, glyph.advance.points());
          sum += glyph.advance.points();
          ++count;
        }
      });
    }
  }
  REQUIRE(count > 100);
  // The face's space is a quarter of an em: 2.6 points.
  MESSAGE("white from ", narrowest, " to ", widest, ", mean ", sum / static_cast<double>(count));
  CHECK(narrowest > 1.7);
  CHECK(widest < 5.0);
}

TEST_CASE("a paragraph takes a line more or less where its white allows it") {
  std::string text;  // long enough to give a line
  for (const std::string& paragraph : essay()) text += (text.empty() ? "" : " ") + paragraph;
  int shorter = 0;
  int longer = 0;
  for (double measure = 240; measure < 360; measure += 12) {
    ParagraphShape shape = shape_of(measure);
    const std::size_t best = set(plain_text(text), shape).size();
    for (const int looseness : {-1, 1}) {
      shape.looseness = looseness;
      const auto lines = set(plain_text(text), shape);
      const int more = static_cast<int>(lines.size()) - static_cast<int>(best);
      CHECK((more == 0 || more == looseness));
      shorter += more < 0 ? 1 : 0;
      longer += more > 0 ? 1 : 0;
      for (const SetLine& line : lines) CHECK(excess_pt(line, shape) < kMostHang);
      CHECK(copied(lines) == text);
      check_ranges(lines, text);
    }
  }
  CHECK(shorter > 0);
  CHECK(longer > 0);
}

TEST_CASE("hyphenated words are whole when copied and have a hyphen at the line's end") {
  const auto lines = set(plain_text(essay()[3]), shape_of(120));
  REQUIRE(count_hyphens(lines) > 0);
  for (const SetLine& line : lines) {
    CHECK(copied(line).ends_with("\u00AD") == line.ends_in_hyphen);
  }
  ParagraphShape whole = shape_of(120);
  whole.hyphenate = false;
  CHECK(count_hyphens(set(plain_text(essay()[3]), whole)) == 0);
}

TEST_CASE("a soft hyphen shows at a line's end and nowhere else") {
  const std::string text = "extra\u00ADordinarily";
  const auto narrow = set(plain_text(text), shape_of(50));
  REQUIRE(narrow.size() == 2);
  CHECK(copied(narrow[0]) == "extra\u00AD");
  CHECK(copied(narrow[1]) == "ordinarily");
  const auto wide = set(plain_text(text), shape_of(300));
  REQUIRE(wide.size() == 1);
  CHECK(copied(wide[0]) == "extraordinarily");
}

TEST_CASE("a line of two directions is read in the order of its text") {
  ParagraphShape shape = shape_of(400);
  shape.direction = Direction::RightToLeft;
  for (const std::string text : {"الملح 35 غرام و Notebook (3.5 %) أبيض", "one two", "ملح"}) {
    const auto lines = set(plain_text(text), shape);
    REQUIRE(lines.size() == 1);
    CHECK(copied(lines[0]) == text);
  }
}

TEST_CASE("a letter with marks without end does not run out of the measure, and is kept") {
  for (const std::string mark : {"\u0E33", "\u0BBE", "\u0600"}) {
    std::string text = "ก";
    for (int i = 0; i < 500; ++i) text += mark;
    std::string all;
    for (const SetLine& line : set(plain_text(text), shape_of(120))) {
      CHECK(line.width <= 121_pt);
      all += copied(line);
    }
    CHECK(all == text);
  }
}

TEST_CASE("words of code, abbreviations and names with figures are not hyphenated") {
  const std::string text = "UNESCOORGANISATION identifier_representation representation2";
  CHECK(count_hyphens(set(plain_text(text), shape_of(70))) == 0);
}

TEST_CASE("a line end in the text ends the line") {
  const std::string text = "Two roads diverged,\nand one of them\n\nwas mine";
  const auto lines = set(plain_text(text), shape_of(300));
  REQUIRE(lines.size() == 4);
  // What is copied has its words apart there too.
  CHECK(copied(lines[0]) == "Two roads diverged, ");
  CHECK(copied(lines[1]) == "and one of them ");
  CHECK(lines[2].items.empty());
  CHECK(lines[2].ascent > Length());
  CHECK(copied(lines[3]) == "was mine");
  CHECK(lines[0].width.points() < 120);
  check_ranges(lines, text);
}

TEST_CASE("spaces at a stanza's beginning are its indent") {
  const auto lines = set(plain_text("if (x)\n    return;\n", "en"), shape_of(300, TextAlign::Left));
  REQUIRE(lines.size() == 2);
  CHECK(copied(lines[1]) == "    return;");
}

TEST_CASE("the first line is indented, or hangs") {
  for (const double indent : {12.0, -12.0}) {
    ParagraphShape shape = shape_of(200);
    shape.first_indent = Length::from_points(indent);
    const auto lines = set(plain_text(essay()[0]), shape);
    double first = 0;
    for_each_run(lines[0], [&](const GlyphRun& run) { first = run.origin.x.points(); });
    CHECK(first == doctest::Approx(indent));
  }
}

TEST_CASE("lines align to the side that was asked for") {
  const auto left_of = [](TextAlign align, Direction direction) {
    ParagraphShape shape = shape_of(200, align);
    shape.direction = direction;
    const auto lines = set(plain_text("word"), shape);
    REQUIRE(lines.size() == 1);
    return std::get<GlyphRun>(lines[0].items.at(0).content).origin.x.points();
  };
  const double width = natural_width(plain_text("word"), test_fonts()).points();
  CHECK(left_of(TextAlign::Left, Direction::LeftToRight) == doctest::Approx(0));
  CHECK(left_of(TextAlign::Right, Direction::LeftToRight) == doctest::Approx(200 - width));
  CHECK(left_of(TextAlign::Center, Direction::LeftToRight) == doctest::Approx(100 - width / 2));
  CHECK(left_of(TextAlign::Left, Direction::RightToLeft) == doctest::Approx(200 - width));
  CHECK(left_of(TextAlign::Right, Direction::RightToLeft) == doctest::Approx(0));
}

TEST_CASE("right-to-left words stand in visual order and are copied in the order of the text") {
  const std::string text = "one \u05D0\u05D1 \u05D2\u05D3 two";
  const auto lines = set(plain_text(text), shape_of(300));
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].items.size() == 3);
  const auto& middle = std::get<GlyphRun>(lines[0].items[1].content);
  CHECK(middle.is_right_to_left);
  CHECK(middle.text == "\u05D0\u05D1 \u05D2\u05D3");
  REQUIRE(middle.glyphs.size() == 5);
  // The leftmost glyph is the last letter.
  const PlacedGlyph first = middle.glyphs.unpack().front();
  const PlacedGlyph last = middle.glyphs.unpack().back();
  CHECK(middle.text.substr(first.text_offset, first.text_length) == "\u05D3");
  CHECK(middle.text.substr(last.text_offset, last.text_length) == "\u05D0");
}

TEST_CASE("Chinese and Japanese break between characters and fill the measure") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "这是一个没有空格的句子，它必须在字与字之间断开。";
  const ParagraphShape shape = shape_of(200);
  const auto lines = set(plain_text(text, "zh"), shape);
  REQUIRE(lines.size() > 10);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    CHECK(lines[i].width.points() == doctest::Approx(200).epsilon(0.001));
    CHECK_FALSE(copied(lines[i + 1]).starts_with("，"));
    CHECK_FALSE(copied(lines[i + 1]).starts_with("。"));
  }
  CHECK(copied(lines) == text);
}

TEST_CASE("an address is cut after its signs and gets no hyphen") {
  const std::string text =
      "See https://www.example.org/archive/articles/2024/a-very-long-and-descriptive-title.html";
  const ParagraphShape shape = shape_of(130, TextAlign::Left);
  const auto lines = set(plain_text(text), shape);
  CHECK(count_hyphens(lines) == 0);
  REQUIRE(lines.size() >= 3);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    CAPTURE(copied(lines[i]));
    CHECK(std::string_view("/-. ").find(copied(lines[i]).back()) != std::string_view::npos);
    CHECK(excess_pt(lines[i], shape) < kRounding);
  }
  CHECK(copied(lines) == text);
}

TEST_CASE("a word wider than the measure is cut between graphemes") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "xq7e\u0301";
  const ParagraphShape shape = shape_of(80);
  const auto lines = set(plain_text(text), shape);
  CHECK(lines.size() > 5);
  for (const SetLine& line : lines) {
    CHECK(excess_pt(line, shape) < kRounding);
    CHECK_FALSE(copied(line).starts_with("\u0301"));
  }
  CHECK(copied(lines) == text);
}

TEST_CASE("a word wider than the measure is divided, even where no other word may be") {
  const std::string text = "Die Salzstra\u00DFeng\u00FCterbef\u00F6rderungsverordnung galt lange.";
  ParagraphShape shape = shape_of(110, TextAlign::Left);
  shape.hyphenate = false;
  CHECK(count_hyphens(set(plain_text(text, "de"), shape)) == 1);
  shape.measure = Length::from_points(250);
  CHECK(count_hyphens(set(plain_text(text, "de"), shape)) == 0);
}

TEST_CASE("a word of a million letters is set without an overfull line") {
  const std::string text(1000000, 'm');
  const ParagraphShape shape = shape_of(300);
  const auto lines = set(plain_text(text), shape);
  CHECK(lines.size() > 20000);
  for (const SetLine& line : lines) REQUIRE(excess_pt(line, shape) < kRounding);
  check_ranges(lines, text);
}

TEST_CASE("a paragraph of many pieces keeps all its words and full lines") {
  std::string text;
  while (text.size() < 400000) text += essay()[text.size() % essay().size()] + " ";
  text.pop_back();
  const ParagraphShape shape = shape_of(324);
  const auto lines = set(plain_text(text), shape);
  check_ranges(lines, text);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    REQUIRE(excess_pt(lines[i], shape) < kMostHang);
    REQUIRE(lines[i].width.points() > 310);
  }
  CHECK(copied(lines) == text);
}

TEST_CASE("the same paragraph gives the same lines") {
  const auto first = set(plain_text(essay()[1]), shape_of(250));
  const auto again = set(plain_text(essay()[1]), shape_of(250));
  REQUIRE(first.size() == again.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    CHECK(first[i].width == again[i].width);
    CHECK(first[i].end_offset == again[i].end_offset);
  }
}

TEST_CASE("neighbours of one look are one run, and spans keep their structure") {
  ParagraphText text = plain_text("plain words then bold ones");
  text.spans.push_back(text.spans[0]);
  text.spans[0].end_offset = 17;
  text.spans[1].begin_offset = 17;
  text.spans[1].font.weight = Weight::Bold;
  text.spans[1].structure = 7;
  const auto lines = set(text, shape_of(300));
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].items.size() == 2);
  CHECK(lines[0].items[0].structure == 1);
  CHECK(lines[0].items[1].structure == 7);
  CHECK(std::get<GlyphRun>(lines[0].items[0].content).text == "plain words then ");
  CHECK(std::get<GlyphRun>(lines[0].items[1].content).text == "bold ones");
}

TEST_CASE("a raised span stands on its own baseline and makes the line higher") {
  ParagraphText text = plain_text("word1");
  text.spans.push_back(text.spans[0]);
  text.spans[0].end_offset = 4;
  text.spans[1].begin_offset = 4;
  text.spans[1].rise = Length::from_points(4);
  const auto lines = set(text, shape_of(300));
  REQUIRE(lines.size() == 1);
  CHECK(std::get<GlyphRun>(lines[0].items.at(1).content).origin.y == Length::from_points(-4));
  CHECK(lines[0].ascent > set(plain_text("word1"), shape_of(300))[0].ascent);
}

TEST_CASE("letter spacing widens words and takes ligatures apart") {
  ParagraphText text = plain_text("office");
  const auto plain = set(text, shape_of(300));
  text.spans[0].letter_spacing = Length::from_points(1);
  const auto spaced = set(text, shape_of(300));
  CHECK(std::get<GlyphRun>(spaced[0].items[0].content).glyphs.size() == 6);
  CHECK(spaced[0].width > plain[0].width + Length::from_points(5));
}

TEST_CASE("a picture stands on the baseline like a letter") {
  ParagraphText text = plain_text("a \uFFFC b");
  text.objects.push_back({2, "pic", Length::from_points(30), Length::from_points(40)});
  const auto lines = set(text, shape_of(300));
  REQUIRE(lines[0].items.size() == 3);
  const auto& picture = std::get<PlacedPicture>(lines[0].items[1].content);
  CHECK(picture.picture == "pic");
  CHECK(picture.rect.origin.y == Length::from_points(-40));
  CHECK(lines[0].ascent == Length::from_points(40));
}

TEST_CASE("marks, anchors and links are found again on their lines") {
  ParagraphText text = plain_text(essay()[0]);
  const std::size_t link_begin = text.text.find("winter afternoons");
  const std::size_t link_end = text.text.find("somebody turns");
  text.spans.assign(3, text.spans[0]);
  text.spans[0].end_offset = text.spans[1].begin_offset = link_begin;
  text.spans[1].end_offset = text.spans[2].begin_offset = link_end;
  text.spans[1].link = 5;
  text.marks = {{0, 1}, {link_begin, 2}, {text.text.size(), 3}};
  text.anchors = {{link_begin, "here"}, {text.text.size(), "end"}};
  const auto lines = set(text, shape_of(150));
  std::vector<int> marks;
  std::size_t rect_count = 0;
  for (const SetLine& line : lines) {
    for (const int mark : line.marks) {
      marks.push_back(mark);
      if (mark == 2) {
        CHECK(line.begin_offset <= link_begin);
        CHECK(line.end_offset > link_begin);
        REQUIRE(line.anchors.size() == 1);
        CHECK(line.anchors[0].first == "here");
      }
    }
    for (const LineLink& link : line.links) {
      CHECK(link.link == 5);
      CHECK(link.rect.width > Length());
      CHECK(link.rect.origin.y < Length());
      ++rect_count;
    }
  }
  CHECK(marks == std::vector<int>{1, 2, 3});
  CHECK(rect_count >= 1);
  CHECK(lines.back().anchors.size() == 1);
}

TEST_CASE("characters that no font has are reported once") {
  std::vector<MissingCharacter> missing;
  set_paragraph(plain_text("a \U000F0000 b \U000F0000"), shape_of(300), test_fonts(), &missing);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].character == 0xF0000);
  CHECK(missing[0].offset == 2);
}

TEST_CASE("a character that no font has shows as a sign and is copied as itself") {
  for (const std::string_view text : {"a \U000F0000 b", "\uE123", "e\U000F0001", "नि\uE000"}) {
    CAPTURE(text);
    std::string copied;
    for (const SetLine& line : set(plain_text(std::string(text)), shape_of(300))) {
      for (const PageItem& item : line.items) {
        const auto& run = std::get<GlyphRun>(item.content);
        copied += run.text;
        for (const PlacedGlyph& glyph : run.glyphs.unpack()) CHECK(glyph.glyph != 0);
      }
    }
    CHECK(copied == text);
  }
}

TEST_CASE("widths of a text") {
  const Length natural = natural_width(plain_text("wide words\nhere"), test_fonts());
  CHECK(natural == set(plain_text("wide words"), shape_of(300))[0].width);
  const Length minimum = minimum_width(plain_text("a wide word"), test_fonts());
  CHECK(minimum == natural_width(plain_text("word"), test_fonts()));
}

TEST_CASE("lines beside something are broken to the measure they have") {
  for (const std::string& text : essay()) {
    ParagraphShape shape = shape_of(288);
    shape.begin_offset = 1;
    shape.first_indent = Length::from_points(30);
    shape.next_indents = {Length::from_points(40), Length::from_points(50)};
    const auto lines = set(plain_text(text), shape);
    REQUIRE(lines.size() > 4);
    CHECK(copied(lines) == text);
    check_ranges(lines, text);
    const std::array<double, 4> indents = {30, 40, 50, 0};
    for (std::size_t i = 0; i < indents.size(); ++i) {
      CAPTURE(i);
      CAPTURE(copied(lines[i]));
      const double left = std::get<GlyphRun>(lines[i].items.front().content).origin.x.points();
      CHECK(left == doctest::Approx(indents.at(i)).epsilon(0.001));
      CHECK(excess_pt(lines[i], shape) > -kRounding);
      CHECK(excess_pt(lines[i], shape) < kMostHang);
      CHECK(lines[i].width.points() == doctest::Approx(288 - indents.at(i)).epsilon(0.03));
    }
  }
}

TEST_CASE("narrower first lines go on over forced line ends") {
  ParagraphShape shape = shape_of(288, TextAlign::Left);
  shape.next_indents = {Length::from_points(20), Length::from_points(20)};
  const auto lines = set(plain_text("one\ntwo\nthree\nfour"), shape);
  REQUIRE(lines.size() == 4);
  const std::array<double, 4> lefts = {0, 20, 20, 0};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK(std::get<GlyphRun>(lines[i].items.front().content).origin.x.points() ==
          doctest::Approx(lefts.at(i)));
  }
}
