#include "cover/cover.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <set>

#include "cover/canvas.h"
#include "cover/display_text.h"
#include "cover/rasterize.h"

using namespace garland;

namespace {

FontLibrary& library() {
  static const auto kLibrary = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml");
  REQUIRE_MESSAGE(kLibrary.ok(), (kLibrary.ok() ? "" : kLibrary.error().message));
  return **kLibrary;
}

Theme reader_theme() {
  Diagnostics diagnostics;
  const Result<Theme> theme =
      load_theme("reader", std::filesystem::path(GARLAND_ROOT) / "styles", Value(), diagnostics);
  REQUIRE(theme);
  return *theme;
}

BookMetadata titled(std::string title, std::string language = "en") {
  BookMetadata metadata;
  metadata.title = std::move(title);
  metadata.language = std::move(language);
  metadata.editors = {{"Jane Roe", "Roe", "Jane", "", Role::Editor}};
  return metadata;
}

Picture cover_of(const BookMetadata& metadata) {
  const Result<Picture> cover =
      make_cover(metadata, Words(metadata.language), reader_theme(), library());
  REQUIRE(cover);
  return *cover;
}

DisplayText set_title(std::string text, std::string language = "en") {
  DisplayRequest request;
  request.text = std::move(text);
  request.language = std::move(language);
  request.max_width_px = 1290;
  request.max_height_px = 800;
  request.largest_px = 260;
  request.smallest_px = 64;
  return set_display_text(library(), request);
}

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("a cover is a picture of 1600 by 2400 pixels, the same on every call") {
  const Picture first = cover_of(titled("Tides"));
  CHECK(first.kind == PictureKind::Png);
  CHECK(first.width_px == 1600);
  CHECK(first.height_px == 2400);
  CHECK(*first.bytes == *cover_of(titled("Tides")).bytes);
  CHECK(first.id != cover_of(titled("Ebbs")).id);
  REQUIRE(first.drawing != nullptr);
  CHECK(first.drawing->width_px == 1600);
  CHECK(first.drawing->height_px == 2400);
  CHECK(first.drawing->shapes.size() > 50);
}

TEST_CASE("a cover is light: of few colours, and those that it was drawn in") {
  const Picture cover = cover_of(titled("A Pinch of Salt"));
  CHECK(cover.bytes->size() < 70'000);
  const Theme theme = reader_theme();
  const Pixels pixels = *decode_picture(cover);
  std::set<std::array<std::uint8_t, 3>> colors;
  for (std::size_t at = 0; at < pixels.samples.size(); at += 3) {
    colors.insert({pixels.samples[at], pixels.samples[at + 1], pixels.samples[at + 2]});
  }
  CHECK(colors.size() <= 10);
  for (const Color color : {theme.cover_background, theme.cover_text}) {
    CHECK(colors.contains({color.red, color.green, color.blue}));
  }
}

TEST_CASE("strokes are rings: what they go around stays as it was") {
  Canvas canvas(100, 60, {255, 255, 255});
  canvas.set_color({0, 0, 0});
  canvas.stroke_circle({30, 30}, 20, 4);
  canvas.stroke_rectangle({60, 10}, 30, 40, 4);
  canvas.set_color({255, 0, 0});
  canvas.fill_circle({30, 30}, 5);
  const IndexedPixels pixels =
      rasterize(canvas.drawing(), {{0, 0, 0}, {255, 255, 255}, {255, 0, 0}});
  struct Place {
    std::size_t x, y;
  };
  const auto at = [&pixels](std::size_t x, std::size_t y) {
    const std::uint8_t* sample = &pixels.colors[pixels.indices[y * 100 + x] * std::size_t{3}];
    return std::array<std::uint8_t, 3>{sample[0], sample[1], sample[2]};
  };
  const std::array<std::uint8_t, 3> black{0, 0, 0};
  const std::array<std::uint8_t, 3> white{255, 255, 255};
  const std::array<std::uint8_t, 3> red{255, 0, 0};
  for (const Place& place : {Place{50, 30}, {10, 30}, {30, 10}, {60, 30}, {75, 49}}) {
    CAPTURE(place.x);
    CHECK(at(place.x, place.y) == black);
  }
  CHECK(at(30, 30) == red);
  for (const Place& place : {Place{40, 30}, {75, 30}, {2, 2}, {97, 30}}) {
    CAPTURE(place.x);
    CHECK(at(place.x, place.y) == white);
  }
}

TEST_CASE("a cover needs no words at all") {
  BookMetadata nothing;
  CHECK(cover_of(nothing).width_px == 1600);
}

TEST_CASE("a title of any length and script fits its box") {
  struct Case {
    std::string title;
    std::string language;
  };
  const std::vector<Case> cases = {
      {"A", "en"},
      {"Tides", "en"},
      {"What the Sea Keeps, and Other Essays on Salt and Distance", "en"},
      {repeated("A long title goes on. ", 9), "en"},
      {repeated("x", 200), "en"},
      {"المد والجزر: مختارات من الأدب العربي", "ar"},
      {"海と言葉についての随筆集", "ja"},
      {"Приливы и отливы", "ru"}};
  for (const Case& test : cases) {
    CAPTURE(test.title);
    const DisplayText set = set_title(test.title, test.language);
    REQUIRE_FALSE(set.lines.empty());
    CHECK(set.height_px() <= 800);
    // Kerning between pieces that were measured apart may add a little.
    for (const DisplayLine& line : set.lines) CHECK(line.width_em * set.size_px <= 1.03 * 1290);
  }
}

TEST_CASE("a short title is as large as allowed and a longer one no larger") {
  CHECK(set_title("Tides").size_px == doctest::Approx(260));
  CHECK(set_title(repeated("tides and ebbs ", 8)).size_px < 260);
}

TEST_CASE("lines of a title are of like length") {
  const DisplayText set = set_title("Letters from the far side of the long winter");
  REQUIRE(set.lines.size() >= 2);
  const auto shorter = [](const DisplayLine& left, const DisplayLine& right) {
    return left.width_em < right.width_em;
  };
  const auto [shortest, longest] = std::minmax_element(set.lines.begin(), set.lines.end(), shorter);
  CHECK(shortest->width_em > 0.45 * longest->width_em);
}

TEST_CASE("right-to-left text is set from the right, with its numbers from the left") {
  const DisplayText set = set_title("אב 12", "he");
  REQUIRE(set.lines.size() == 1);
  const std::vector<DisplayGlyph>& glyphs = set.lines.front().glyphs;
  REQUIRE(glyphs.size() == 5);
  const DisplayText digits = set_title("12", "en");
  CHECK(glyphs[0].glyph == digits.lines.front().glyphs[0].glyph);
  CHECK(glyphs[1].glyph == digits.lines.front().glyphs[1].glyph);
}

TEST_CASE("contrast is reckoned as WCAG has it") {
  CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.48).epsilon(0.01));
}
