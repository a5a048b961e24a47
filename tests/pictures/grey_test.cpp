#include "pictures/grey.h"

#include <doctest/doctest.h>

#include "pictures/jpeg.h"

namespace garland {
namespace {

TEST_CASE("a grey stays what it is") {
  for (int level = 0; level < 256; ++level) {
    const auto value = static_cast<std::uint8_t>(level);
    CHECK(grey_of(value, value, value) == value);
  }
}

TEST_CASE("a colour becomes the grey of its light") {
  // The root, by sRGB's curve, of each primary's share of white's luminance.
  CHECK(grey_of(255, 0, 0) == 127);
  CHECK(grey_of(0, 255, 0) == 220);
  CHECK(grey_of(0, 0, 255) == 76);
}

TEST_CASE("pixels become grey and keep their transparency") {
  Pixels pixels;
  pixels.width_px = 2;
  pixels.height_px = 1;
  pixels.samples = {255, 0, 0, 9, 9, 9};
  pixels.alpha = {10, 20};
  make_grey(pixels);
  CHECK(pixels.channels == 1);
  CHECK(pixels.samples == std::vector<std::uint8_t>{127, 9});
  CHECK(pixels.alpha == std::vector<std::uint8_t>{10, 20});
}

TEST_CASE("a JPEG file becomes one of a single channel, once") {
  Pixels pixels;
  pixels.width_px = 16;
  pixels.height_px = 8;
  pixels.samples.assign(16 * 8 * 3, 200);
  const Result<std::string> colored = encode_jpeg(pixels);
  REQUIRE(colored.ok());
  const Result<std::string> grey = grey_jpeg(*colored);
  REQUIRE(grey.ok());
  CHECK(read_jpeg_header(*grey)->components == 1);
  CHECK(*grey_jpeg(*grey) == *grey);
  CHECK_FALSE(grey_jpeg("no picture").ok());
}

}  // namespace
}  // namespace garland
