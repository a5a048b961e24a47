#include <doctest/doctest.h>

#include <cmath>

#include "layout/paragraph/paragraph.h"
#include "layout/paragraph_support.h"

using namespace garland;

namespace {

constexpr LetterFit kFit = {{20}, {10}};  // two per cent, a hundredth of the type size

std::vector<SetLine> set(const ParagraphText& text, const ParagraphShape& shape) {
  return set_paragraph(text, shape, test_fonts(), nullptr);
}

ParagraphShape fitted(double measure_pt, TextAlign align = TextAlign::Justify) {
  ParagraphShape shape = shape_of(measure_pt, align);
  shape.fit = kFit;
  return shape;
}

// The mean distance of a line's mean white from the mean of all, in points.
double unevenness(const ParagraphShape& shape) {
  std::vector<double> whites;
  for (const std::string& text : essay()) {
    const auto lines = set(plain_text(text), shape);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      double white = 0;
      int count = 0;
      for_each_run(lines[i], [&](const GlyphRun& run) {
        for (const PlacedGlyph& glyph : run.glyphs.unpack()) {
          const bool is_space = run.text.substr(glyph.text_offset, glyph.text_length) == " ";
          if (!is_space || glyph.advance == Length()) continue;
          white += glyph.advance.points();
          ++count;
        }
      });
      if (count > 0) whites.push_back(white / count);
    }
  }
  REQUIRE(whites.size() > 20);
  double mean = 0;
  for (const double white : whites) mean += white / static_cast<double>(whites.size());
  double distance = 0;
  for (const double white : whites) distance += std::abs(white - mean);
  return distance / static_cast<double>(whites.size());
}

std::size_t hyphens(const ParagraphShape& shape) {
  std::size_t count = 0;
  for (const std::string& text : essay()) {
    for (const SetLine& line : set(plain_text(text), shape)) count += line.ends_in_hyphen ? 1 : 0;
  }
  return count;
}

void check_letters(const std::vector<SetLine>& lines, bool may_track) {
  bool is_fitted = false;
  for (const SetLine& line : lines) {
    for_each_run(line, [&](const GlyphRun& run) {
      CAPTURE(run.text);
      CHECK(std::abs(run.expansion) <= kFit.expansion.thousandths);
      const double most = may_track ? run.size.points() * kFit.tracking.thousandths / 1000.0 : 0;
      CHECK(std::abs(run.tracking.points()) <= most + 0.0006);
      is_fitted = is_fitted || run.expansion != 0;
    });
  }
  CHECK(is_fitted);
}

}  // namespace

TEST_CASE("letters that give a little make white more even and hyphens fewer") {
  for (const double measure : {240.0, 312.0, 360.0}) {
    CAPTURE(measure);
    CHECK(unevenness(fitted(measure)) < 0.8 * unevenness(shape_of(measure)));
    CHECK(hyphens(fitted(measure)) <= hyphens(shape_of(measure)));
  }
}

TEST_CASE("lines of letters that give reach the measure, and letters give no more than they may") {
  for (const double measure : {120.0, 240.0, 324.0}) {
    CAPTURE(measure);
    for (const std::string& text : essay()) {
      const ParagraphShape shape = fitted(measure);
      const auto lines = set(plain_text(text), shape);
      for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        CAPTURE(copied(lines[i]));
        CHECK(excess_pt(lines[i], shape) > -0.001);
        CHECK(excess_pt(lines[i], shape) < 6.3);
      }
      CHECK(copied(lines) == text);
      check_letters(lines, true);
    }
  }
}

TEST_CASE("letters keep their shape where lines are not filled, and where a theme says so") {
  for (const ParagraphShape& shape :
       {fitted(300, TextAlign::Left), fitted(300, TextAlign::Center), shape_of(300)}) {
    for (const SetLine& line : set(plain_text(essay()[0]), shape)) {
      for_each_run(line, [&](const GlyphRun& run) {
        CAPTURE(run.text);
        CHECK(run.expansion == 0);
        CHECK(run.tracking == Length());
      });
    }
  }
}

TEST_CASE("joined letters are not drawn apart, and signs of one width keep it") {
  const std::string arabic =
      "كانت المكتبة في آخر شارعنا مبنية لمدينة أكبر من مدينتنا مرتين ولم تمتلئ قط وفي أصائل الشتاء "
      "كان الضوء ينزل من النوافذ العالية كأنه أمر بأن يخفض صوته";
  ParagraphShape shape = fitted(200);
  shape.direction = Direction::RightToLeft;
  check_letters(set(plain_text(arabic, "ar"), shape), false);
  const std::string japanese =
      "通りの端にある図書館は私たちの町の二倍の町のために建てられ一度も満員になったことがない冬の午"
      "後"
      "には暖房が音を立て誰かが新聞をめくる";
  for (const SetLine& line : set(plain_text(japanese, "ja"), fitted(200))) {
    for_each_run(line, [&](const GlyphRun& run) { CHECK(run.expansion == 0); });
  }
}

TEST_CASE("a paragraph does not end with a scrap of a line") {
  for (double measure = 200; measure < 360; measure += 7) {
    for (const std::string& text : essay()) {
      const auto lines = set(plain_text(text), fitted(measure));
      CAPTURE(measure);
      CAPTURE(copied(lines.back()));
      CHECK(lines.back().width.points() >= std::min(3 * 10.5, measure / 4));
    }
  }
}

TEST_CASE("a letter and its mark stay together where letters stand apart") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += i % 3 == 0 ? "m\u0303any " : "ve\u0329ry ";
  ParagraphShape shape = fitted(170);
  shape.fit.expansion = {};
  int count = 0;
  for (const SetLine& line : set(plain_text(words), shape)) {
    for_each_run(line, [&](const GlyphRun& run) {
      const std::vector<PlacedGlyph> glyphs = run.glyphs.unpack();
      const int units = test_fonts().metrics(run.face).units_per_em;
      for (std::size_t i = 0; run.tracking != Length() && i + 1 < glyphs.size(); ++i) {
        if (glyphs[i + 1].text_length > 0 || glyphs[i].text_length == 0) continue;
        const int natural = test_fonts().advance(run.face, glyphs[i].glyph);
        CHECK(glyphs[i].advance.points() ==
              doctest::Approx(run.size.points() * natural / units).epsilon(1e-4));
        ++count;
      }
    });
  }
  CHECK(count > 10);
}
