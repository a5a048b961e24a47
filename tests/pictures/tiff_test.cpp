// TIFF files of every colour model, made here byte by byte.
#include <doctest/doctest.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pictures/picture.h"

namespace garland {
namespace {

using namespace std::string_literals;

constexpr int kWidth = 256, kLength = 257, kBits = 258, kPacking = 259, kModel = 262,
              kStripOffsets = 273, kOrientation = 274, kSamples = 277, kRowsPerStrip = 278,
              kStripSizes = 279, kPlanes = 284, kColorMap = 320, kTileWidth = 322,
              kTileLength = 323, kExtraSamples = 338, kSampleFormat = 339, kKindOfPage = 254;
constexpr std::uint32_t kRgb = 2, kGrey = 1, kWhiteIsZero = 0, kByPalette = 3, kInks = 5;

std::string number(std::uint32_t value, int byte_count) {
  std::string bytes;
  for (int i = 0; i < byte_count; ++i) bytes += static_cast<char>(value >> (8 * i));
  return bytes;
}

using Fields = std::map<int, std::vector<std::uint32_t>>;  // values of 16 bits, by tag

// One page at `start` of the file: its directory, the values that do not fit there, its strips, all
// of one size.
std::string page(const Fields& fields, const std::string& strips, std::size_t start, bool is_last) {
  Fields all = fields;
  const std::size_t strip_count = fields.at(kLength)[0] / fields.at(kRowsPerStrip)[0];
  const std::size_t strip_size = strips.size() / strip_count;
  all[kStripOffsets].resize(strip_count);
  all[kStripSizes].assign(strip_count, static_cast<std::uint32_t>(strip_size));
  const std::size_t directory_size = 2 + all.size() * 12 + 4;
  std::string values;
  for (const auto& [tag, numbers] : all) {
    if (numbers.size() > 2) values += std::string(numbers.size() * 2, '\0');
  }
  const std::size_t strip_start = start + directory_size + values.size();
  for (std::size_t i = 0; i < strip_count; ++i) {
    all[kStripOffsets][i] = static_cast<std::uint32_t>(strip_start + i * strip_size);
  }
  std::string directory = number(static_cast<std::uint32_t>(all.size()), 2);
  std::string beyond;
  for (const auto& [tag, numbers] : all) {
    std::string data;
    for (const std::uint32_t value : numbers) data += number(value, 2);
    directory += number(static_cast<std::uint32_t>(tag), 2) + number(3, 2) +
                 number(static_cast<std::uint32_t>(numbers.size()), 4);
    if (data.size() > 4) {
      directory += number(static_cast<std::uint32_t>(start + directory_size + beyond.size()), 4);
      beyond += data;
    } else {
      directory += data + std::string(4 - data.size(), '\0');
    }
  }
  const std::size_t next = strip_start + strips.size();
  return directory + number(is_last ? 0 : static_cast<std::uint32_t>(next), 4) + beyond + strips;
}

std::string tiff(const std::vector<std::pair<Fields, std::string>>& pages) {
  std::string bytes = "II*\0\x08\0\0\0"s;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    bytes += page(pages[i].first, pages[i].second, bytes.size(), i + 1 == pages.size());
  }
  return bytes;
}

// Two pixels beside each other.
Fields fields(std::uint32_t model, const std::vector<std::uint32_t>& bits) {
  return {{kWidth, {2}},        {kLength, {1}},
          {kBits, bits},        {kPacking, {1}},
          {kModel, {model}},    {kSamples, {static_cast<std::uint32_t>(bits.size())}},
          {kRowsPerStrip, {1}}, {kPlanes, {1}}};
}

Fields with(Fields fields, const Fields& more) {
  for (const auto& [tag, values] : more) fields[tag] = values;
  return fields;
}

const std::string kRedGreen = "\xFF\0\0\0\xFF\0"s;

TEST_CASE("TIFF files of every colour model and depth become PNG") {
  struct Case {
    const char* name;
    Fields fields;
    std::string strip;
    std::vector<std::uint8_t> samples, alpha;
  };
  std::vector<std::uint32_t> map(256 * 3);
  map[1] = 0xFFFF;        // the second colour is red
  map[256 + 2] = 0xFFFF;  // the third is green
  const std::vector<Case> cases = {
      {"RGB", fields(kRgb, {8, 8, 8}), kRedGreen, {255, 0, 0, 0, 255, 0}, {}},
      {"RGB of 16 bits",
       fields(kRgb, {16, 16, 16}),
       "\xFF\xFF\0\0\0\0\0\0\xFF\xFF\0\0"s,
       {255, 0, 0, 0, 255, 0},
       {}},
      {"straight alpha",
       with(fields(kRgb, {8, 8, 8, 8}), {{kExtraSamples, {2}}}),
       "\xFF\0\0\x80\0\xFF\0\xFF"s,
       {255, 0, 0, 0, 255, 0},
       {128, 255}},
      {"multiplied alpha",
       with(fields(kRgb, {8, 8, 8, 8}), {{kExtraSamples, {1}}}),
       "\x80\0\0\x80\0\xFF\0\xFF"s,
       {255, 0, 0, 0, 255, 0},
       {128, 255}},
      {"grey", fields(kGrey, {8}), "\x64\xC8"s, {100, 200}, {}},
      {"grey of 16 bits", fields(kGrey, {16}), "\0\x64\0\xC8"s, {100, 200}, {}},
      {"1 bit, white is zero", fields(kWhiteIsZero, {1}), "\x40"s, {255, 0}, {}},
      {"a palette",
       with(fields(kByPalette, {8}), {{kColorMap, map}}),
       "\x01\x02"s,
       {255, 0, 0, 0, 255, 0},
       {}},
      {"CMYK",
       fields(kInks, {8, 8, 8, 8}),
       "\0\xFF\xFF\0\xFF\0\xFF\0"s,
       {255, 0, 0, 0, 255, 0},
       {}},
      {"packed runs",
       with(fields(kRgb, {8, 8, 8}), {{kPacking, {32773}}}),
       "\xFF"s.insert(0, 1, '\0') + "\xFF\0\x02\0\xFF\0"s,
       {255, 0, 0, 0, 255, 0},
       {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<Picture> picture = load_picture(tiff({{c.fields, c.strip}}), "a.tif");
    CAPTURE((picture.ok() ? "" : picture.error().message));
    REQUIRE(picture.ok());
    CHECK(picture->kind == PictureKind::Png);
    CHECK_FALSE(picture->repair.has_value());
    const Result<Pixels> pixels = decode_picture(*picture);
    CHECK(pixels->samples == c.samples);
    CHECK(pixels->alpha == c.alpha);
  }
}

TEST_CASE("a TIFF file is turned upright, whatever its orientation") {
  const std::vector<std::vector<std::uint8_t>> seen = {
      {1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1}, {4, 5, 6, 1, 2, 3},
      {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3}, {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4}};
  for (std::uint32_t orientation = 1; orientation <= 8; ++orientation) {
    CAPTURE(orientation);
    const Fields turned =
        with(fields(kGrey, {8}),
             {{kWidth, {3}}, {kLength, {2}}, {kRowsPerStrip, {2}}, {kOrientation, {orientation}}});
    const Result<Picture> picture = load_picture(tiff({{turned, "\1\2\3\4\5\6"}}), "a.tif");
    REQUIRE(picture.ok());
    CHECK(picture->width_px == (orientation < 5 ? 3 : 2));
    CHECK(decode_picture(*picture)->samples == seen[orientation - 1]);
  }
}

TEST_CASE("of a TIFF file with several pages the first is shown, and that others are not is said") {
  const Fields grey = fields(kGrey, {8});
  const Fields small = with(grey, {{kKindOfPage, {1}}});
  const Result<Picture> pages = load_picture(tiff({{grey, "ab"}, {grey, "cd"}}), "a.tif");
  REQUIRE(pages.ok());
  CHECK(decode_picture(*pages)->samples == std::vector<std::uint8_t>{'a', 'b'});
  REQUIRE(pages->repair.has_value());
  CHECK(pages->repair->message.find("several pages") != std::string::npos);
  const Result<Picture> preview = load_picture(tiff({{grey, "ab"}, {small, "cd"}}), "a.tif");
  REQUIRE(preview.ok());
  CHECK_FALSE(preview->repair.has_value());
}

TEST_CASE("a TIFF file that is cut short is shown as far as it goes, and that is said") {
  const Fields three_rows = with(fields(kGrey, {8}), {{kLength, {3}}});
  const std::string whole = tiff({{three_rows, "abcdef"}});
  const Result<Picture> cut = load_picture(whole.substr(0, whole.size() - 2), "a.tif");
  REQUIRE(cut.ok());
  CHECK(cut->repair.has_value());
  CHECK(decode_picture(*cut)->samples[0] == 'a');
  for (std::size_t size = 0; size + 6 <= whole.size(); ++size) {
    CHECK_FALSE(load_picture(whole.substr(0, size), "a.tif").ok());
  }
}

TEST_CASE("a TIFF file of a kind that is no picture of books is refused with the reason") {
  const Fields floating = with(fields(kGrey, {32}), {{kSampleFormat, {3}}});
  const Result<Picture> picture = load_picture(tiff({{floating, "abcdefgh"}}), "a.tif");
  REQUIRE_FALSE(picture.ok());
  CHECK(picture.error().message.find("32-bit") != std::string::npos);
  const Fields vast = with(fields(kGrey, {8}), {{kWidth, {60000}}, {kLength, {60000}}});
  CHECK_FALSE(load_picture(tiff({{vast, "ab"}}), "a.tif").ok());
}

TEST_CASE("a TIFF file changed anywhere is loaded or refused, and asks for no vast memory") {
  const Fields tiled = with(fields(kGrey, {8}), {{kTileWidth, {16}}, {kTileLength, {16}}});
  for (const std::string& bytes :
       {tiff({{fields(kRgb, {8, 8, 8}), kRedGreen}}), tiff({{tiled, std::string(256, 'a')}}),
        tiff({{fields(kGrey, {8}), "ab"}, {fields(kGrey, {8}), "cd"}})}) {
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      for (const int mask : {0x01, 0x80, 0xFF}) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ mask);
        static_cast<void>(load_picture(changed, "a.tif"));
      }
    }
  }
}

}  // namespace
}  // namespace garland
