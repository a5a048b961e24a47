// BMP files of every depth, made here byte by byte.
#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/picture.h"

namespace garland {
namespace {

using namespace std::string_literals;

std::string number(std::uint32_t value, int byte_count = 4) {
  std::string bytes;
  for (int i = 0; i < byte_count; ++i) bytes += static_cast<char>(value >> (8 * i));
  return bytes;
}

struct Bmp {
  std::uint32_t bits = 24;
  std::uint32_t height = 2;  // of two columns; as it stands in the header
  std::uint32_t packing = 0;
  std::string masks;
  std::string palette;
  std::string rows;
};

std::string bytes_of(const Bmp& bmp) {
  const auto start = static_cast<std::uint32_t>(54 + bmp.masks.size() + bmp.palette.size());
  std::string bytes = "BM" + number(start + static_cast<std::uint32_t>(bmp.rows.size())) +
                      number(0) + number(start) + number(40) + number(2) + number(bmp.height) +
                      number(1, 2) + number(bmp.bits, 2) + number(bmp.packing) +
                      number(static_cast<std::uint32_t>(bmp.rows.size())) + number(11811) +
                      number(11811) + number(static_cast<std::uint32_t>(bmp.palette.size() / 4)) +
                      number(0);
  return bytes + bmp.masks + bmp.palette + bmp.rows;
}

// Blue, green and red: in this order such files have them.
const std::string kRedGreen = "\0\0\xFF\0\0\xFF\0\0"s;
const std::string kPalette = kRedGreen;
const std::string kBlueWhite = "\xFF\0\0\xFF\xFF\xFF\0\0"s;
const std::string kTopRow = "\0\0\xFF\0\xFF\0\0\0"s;  // red, green
constexpr std::uint32_t kFromTop = static_cast<std::uint32_t>(-2);

// Red, green; blue, white.
const std::vector<std::uint8_t> kFourColors = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};
// Red, green; green, red.
const std::vector<std::uint8_t> kChecked = {255, 0, 0, 0, 255, 0, 0, 255, 0, 255, 0, 0};

TEST_CASE("BMP files of every depth, order of rows and packing become PNG") {
  struct Case {
    const char* name;
    Bmp bmp;
    std::vector<std::uint8_t> samples;
  };
  const std::vector<Case> cases = {
      {"24 bits, from the bottom", {24, 2, 0, "", "", kBlueWhite + kTopRow}, kFourColors},
      {"24 bits, from the top", {24, kFromTop, 0, "", "", kTopRow + kBlueWhite}, kFourColors},
      {"1 bit", {1, 2, 0, "", kPalette, "\x80\0\0\0\x40\0\0\0"s}, kChecked},
      {"4 bits", {4, 2, 0, "", kPalette, "\x10\0\0\0\x01\0\0\0"s}, kChecked},
      {"8 bits", {8, 2, 0, "", kPalette, "\x01\0\0\0\0\x01\0\0"s}, kChecked},
      {"runs of 8 bits",
       {8, 2, 1, "", kPalette, "\x01\x01\x01\0\0\0\x01\0\x01\x01\0\x01"s},
       kChecked},
      {"runs of 4 bits", {4, 2, 2, "", kPalette, "\x02\x10\0\0\x02\x01\0\x01"s}, kChecked},
      {"16 bits", {16, kFromTop, 0, "", "", "\0\x7C\xE0\x03\xE0\x03\0\x7C"s}, kChecked},
      {"32 bits", {32, kFromTop, 0, "", "", kRedGreen + "\xFF\0\0\0\xFF\xFF\xFF\0"s}, kFourColors},
      {"32 bits by masks",
       {32, kFromTop, 3, number(0xFF) + number(0xFF00) + number(0xFF0000), "",
        "\xFF\0\0\0\0\xFF\0\0\0\0\xFF\0\xFF\xFF\xFF\0"s},
       kFourColors},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    const Result<Picture> picture = load_picture(bytes_of(c.bmp), "a.bmp");
    REQUIRE(picture.ok());
    CHECK(picture->kind == PictureKind::Png);
    CHECK(picture->width_px == 2);
    CHECK(picture->height_px == 2);
    CHECK(picture->pixels_per_inch == doctest::Approx(300).epsilon(0.001));
    CHECK_FALSE(picture->repair.has_value());
    CHECK(decode_picture(*picture)->samples == c.samples);
  }
}

TEST_CASE("a BMP file with a channel of alpha keeps it") {
  const std::string masks = number(0xFF0000) + number(0xFF00) + number(0xFF) + number(0xFF000000);
  const std::string header = number(108) + number(2) + number(1) + number(1, 2) + number(32, 2) +
                             number(3) + number(8) + std::string(16, '\0') + masks +
                             std::string(52, '\0');
  const std::string bytes =
      "BM" + number(130) + number(0) + number(122) + header + "\0\0\xFF\x64\xFF\0\0\xC8"s;
  const Result<Picture> picture = load_picture(bytes, "a.bmp");
  REQUIRE(picture.ok());
  const Result<Pixels> pixels = decode_picture(*picture);
  CHECK(pixels->samples == std::vector<std::uint8_t>{255, 0, 0, 0, 0, 255});
  CHECK(pixels->alpha == std::vector<std::uint8_t>{100, 200});
}

TEST_CASE("a BMP file that is cut short is shown as far as it goes, and that is said") {
  const std::string whole = bytes_of({24, kFromTop, 0, "", "", kTopRow + kBlueWhite});
  const Result<Picture> cut = load_picture(whole.substr(0, whole.size() - 3), "a.bmp");
  REQUIRE(cut.ok());
  REQUIRE(cut->repair.has_value());
  CHECK(cut->repair->message.find("cut short") != std::string::npos);
  CHECK(decode_picture(*cut)->samples[0] == 255);
  for (std::size_t size = 0; size + kBlueWhite.size() + kTopRow.size() < whole.size(); ++size) {
    CHECK_FALSE(load_picture(whole.substr(0, size), "a.bmp").ok());
  }
}

TEST_CASE("a BMP file that states a vast size is refused, and one changed anywhere does no harm") {
  Bmp bmp{8, 2, 1, "", kPalette, "\x01\x01\x01\0\0\0\x01\0\x01\x01\0\x01"s};
  const std::string bytes = bytes_of(bmp);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const int mask : {0x01, 0x40, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ mask);
      static_cast<void>(load_picture(changed, "a.bmp"));
    }
  }
  for (const std::uint32_t height : {30'000'000U, 0x80000000U, 0U}) {
    bmp.height = height;
    CHECK_FALSE(load_picture(bytes_of(bmp), "a.bmp").ok());
  }
}

}  // namespace
}  // namespace garland
