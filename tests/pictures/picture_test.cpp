#include "pictures/picture.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "pictures/exif.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

// 3 by 2 pixels with a different value each.
Pixels sample(int channels, bool has_alpha) {
  Pixels pixels{3, 2, channels, {}, {}};
  for (int i = 0; i < 6 * channels; ++i) {
    pixels.samples.push_back(static_cast<std::uint8_t>(i * 10 + 1));
  }
  if (has_alpha) pixels.alpha = {0, 50, 100, 150, 200, 255};
  return pixels;
}

TEST_CASE("a picture's kind is told by its first bytes") {
  using namespace std::string_view_literals;
  struct Case {
    std::string_view bytes;
    PictureKind kind;
  };
  const std::vector<Case> cases = {
      {"\x89PNG\r\n\x1A\n...."sv, PictureKind::Png},
      {"\xFF\xD8\xFF\xE0"sv, PictureKind::Jpeg},
      {"GIF89a..."sv, PictureKind::Gif},
      {"RIFF\x01\x02\x03\x04WEBPVP8 "sv, PictureKind::Webp},
      {"RIFF\x01\x02\x03\x04WAVE"sv, PictureKind::Unknown},
      {"<svg xmlns='http://www.w3.org/2000/svg'/>"sv, PictureKind::Svg},
      {"\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- > -->\n<!DOCTYPE svg [<!ENTITY a '>'>]>\n<svg>"sv,
       PictureKind::Svg},
      {"<s:svg/>"sv, PictureKind::Svg},
      {"<html><body><svg/></body></html>"sv, PictureKind::Unknown},
      {"<!DOCTYPE html [<svg>"sv, PictureKind::Unknown},
      {"<"sv, PictureKind::Unknown},
      {""sv, PictureKind::Unknown},
      {"svg"sv, PictureKind::Unknown},
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    CHECK(picture_kind(c.bytes) == c.kind);
  }
}

TEST_CASE("a picture that cannot be used is named, with what is wrong and how to mend it") {
  struct Case {
    std::string_view bytes, what;
  };
  for (const Case& c :
       {Case{"GIF89a", "the GIF file is broken"}, Case{"<svg", "the SVG file cannot be drawn"},
        Case{"RIFF....WEBP", "the WebP file is broken"},
        Case{"no picture at all", "no picture of a kind"}}) {
    CAPTURE(c.bytes);
    const Result<Picture> picture = load_picture(c.bytes, "img/a.png");
    REQUIRE_FALSE(picture.ok());
    CHECK(picture.error().message.find("'img/a.png'") != std::string::npos);
    CHECK(picture.error().message.find(c.what) != std::string::npos);
    CHECK_FALSE(picture.error().help.empty());
  }
}

TEST_CASE("pixels written as PNG come back as they were, and equal pixels give equal bytes") {
  for (const int channels : {1, 3}) {
    for (const bool has_alpha : {false, true}) {
      const Pixels pixels = sample(channels, has_alpha);
      const Result<std::string> bytes = encode_png(pixels);
      REQUIRE(bytes.ok());
      CHECK(*encode_png(pixels) == *bytes);
      const Result<Picture> picture = load_picture(*bytes, "a.png");
      REQUIRE(picture.ok());
      CHECK(picture->width_px == 3);
      CHECK(picture->height_px == 2);
      CHECK(picture->file_name == "img-" + picture->id + ".png");
      const Result<Pixels> back = decode_picture(*picture);
      REQUIRE(back.ok());
      CHECK(back->channels == channels);
      CHECK(back->samples == pixels.samples);
      CHECK(back->alpha == pixels.alpha);
    }
  }
}

TEST_CASE("a PNG file of few colours keeps them in a palette") {
  for (const int color_count : {2, 16, 256, 257}) {
    CAPTURE(color_count);
    for (const bool has_alpha : {false, true}) {
      Pixels pixels{61, 64, 3, {}, {}};  // rows that end within a byte
      for (int i = 0; i < 61 * 64; ++i) {
        const int color = i * 7 % color_count;
        for (const int value : {color % 256, color / 256, 90}) {
          pixels.samples.push_back(static_cast<std::uint8_t>(value));
        }
        if (has_alpha) pixels.alpha.push_back(static_cast<std::uint8_t>(255 - color % 3));
      }
      const std::string bytes = *encode_png(pixels);
      CHECK((bytes.find("PLTE") != std::string::npos) == (color_count <= 256));
      const Pixels back = *decode_picture(*load_picture(bytes, "a.png"));
      CHECK(back.samples == pixels.samples);
      CHECK(back.alpha == pixels.alpha);
    }
  }
}

TEST_CASE("an alpha channel that hides nothing is dropped") {
  Pixels pixels = sample(3, true);
  pixels.alpha.assign(6, 255);
  const Result<Picture> picture = load_picture(*encode_png(pixels), "a.png");
  REQUIRE(picture.ok());
  CHECK(decode_picture(*picture)->alpha.empty());
}

TEST_CASE("pixels that do not fit their size are not written") {
  Pixels pixels = sample(3, false);
  pixels.samples.pop_back();
  CHECK_FALSE(encode_png(pixels).ok());
}

TEST_CASE("a PNG file cut anywhere, or with any byte changed, is loaded or refused") {
  const std::string bytes = *encode_png(sample(3, true));
  for (std::size_t size = 0; size + 12 < bytes.size(); ++size) {
    CHECK_FALSE(load_picture(bytes.substr(0, size), "a.png").ok());
  }
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0xFF);
    static_cast<void>(load_picture(changed, "a.png"));
  }
}

TEST_CASE("a PNG header that claims a vast picture is refused before memory is asked for") {
  std::string bytes = *encode_png(sample(1, false));
  bytes[18] = '\x4E';  // width 20,003 in the header; its checksum no longer matters
  bytes[19] = '\x23';
  CHECK_FALSE(load_picture(bytes, "a.png").ok());
}

TEST_CASE("orientation turns pixels as EXIF's eight values ask") {
  struct Case {
    int orientation;
    std::vector<std::uint8_t> seen;
  };
  // Stored: rows 1 11 21 and 31 41 51.
  const std::vector<Case> cases = {
      {1, {1, 11, 21, 31, 41, 51}}, {2, {21, 11, 1, 51, 41, 31}}, {3, {51, 41, 31, 21, 11, 1}},
      {4, {31, 41, 51, 1, 11, 21}}, {5, {1, 31, 11, 41, 21, 51}}, {6, {31, 1, 41, 11, 51, 21}},
      {7, {51, 21, 41, 11, 31, 1}}, {8, {21, 51, 11, 41, 1, 31}}, {0, {1, 11, 21, 31, 41, 51}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.orientation);
    const Pixels seen = turn_upright(sample(1, false), c.orientation);
    CHECK(seen.samples == c.seen);
    CHECK(seen.width_px == (swaps_sides(c.orientation) ? 2 : 3));
  }
}

TEST_CASE("EXIF that is malformed says nothing") {
  using namespace std::string_view_literals;
  const std::string_view good =
      "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"sv;
  CHECK(read_exif(good).orientation == 6);
  CHECK(read_exif(good.substr(0, 24)).orientation == 1);
  CHECK(read_exif("Exif\0\0MM\0*\xFF\xFF\xFF\xFF"sv).orientation == 1);
  CHECK(read_exif("Exif\0\0II*\0\x08\0\0\0\xFF\xFF"sv).orientation == 1);
  CHECK(read_exif("http://ns.adobe.com/xap/1.0/"sv).orientation == 1);
}

}  // namespace
}  // namespace garland
