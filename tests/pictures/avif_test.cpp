// AVIF files, made here by libavif.
#include <avif/avif.h>
#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "pictures/picture.h"

namespace garland {
namespace {

constexpr int kSide = 32;

using Image = std::unique_ptr<avifImage, decltype(&avifImageDestroy)>;

// 64 by 32 pixels: a red, a green, a blue and a white field, from the left, from the top.
Image four_fields(bool has_alpha) {
  constexpr std::array<std::array<std::uint8_t, 3>, 4> kColors = {
      {{255, 0, 0}, {0, 255, 0}, {0, 0, 255}, {255, 255, 255}}};
  std::vector<std::uint8_t> rgba;
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < 2 * kSide; ++x) {
      const int field = (y >= kSide / 2 ? 2 : 0) + (x >= kSide ? 1 : 0);
      for (const std::uint8_t value : kColors[static_cast<std::size_t>(field)]) {
        rgba.push_back(value);
      }
      rgba.push_back(has_alpha && x < kSide ? 100 : 255);
    }
  }
  Image image(avifImageCreate(2 * kSide, kSide, 8, AVIF_PIXEL_FORMAT_YUV444), &avifImageDestroy);
  avifRGBImage rgb{};
  avifRGBImageSetDefaults(&rgb, image.get());
  rgb.format = AVIF_RGB_FORMAT_RGBA;
  rgb.ignoreAlpha = has_alpha ? AVIF_FALSE : AVIF_TRUE;
  rgb.pixels = rgba.data();
  rgb.rowBytes = 2 * kSide * 4;
  REQUIRE(avifImageRGBToYUV(image.get(), &rgb) == AVIF_RESULT_OK);
  return image;
}

std::string encode(const std::vector<const avifImage*>& frames) {
  const std::unique_ptr<avifEncoder, decltype(&avifEncoderDestroy)> encoder(avifEncoderCreate(),
                                                                            &avifEncoderDestroy);
  encoder->speed = AVIF_SPEED_FASTEST;
  encoder->minQuantizer = encoder->maxQuantizer = 5;
  const avifAddImageFlags flags =
      frames.size() == 1 ? AVIF_ADD_IMAGE_FLAG_SINGLE : AVIF_ADD_IMAGE_FLAG_NONE;
  for (const avifImage* frame : frames) {
    REQUIRE(avifEncoderAddImage(encoder.get(), frame, 1, flags) == AVIF_RESULT_OK);
  }
  avifRWData data = AVIF_DATA_EMPTY;
  REQUIRE(avifEncoderFinish(encoder.get(), &data) == AVIF_RESULT_OK);
  std::string bytes(reinterpret_cast<const char*>(data.data), data.size);
  avifRWDataFree(&data);
  return bytes;
}

// The letters of the fields' colours as they are seen, from the left, from the top.
std::string fields_of(const Pixels& pixels) {
  std::string letters;
  for (const int row : {1, 3}) {
    for (const int column : {1, 3}) {
      const auto x = static_cast<std::size_t>(pixels.width_px * column / 4);
      const auto y = static_cast<std::size_t>(pixels.height_px * row / 4);
      const std::uint8_t* color =
          &pixels.samples[(y * static_cast<std::size_t>(pixels.width_px) + x) * 3];
      const bool red = color[0] > 200;
      const bool green = color[1] > 200;
      const bool blue = color[2] > 200;
      letters += red && green && blue ? 'W' : red ? 'R' : green ? 'G' : blue ? 'B' : '?';
    }
  }
  return letters;
}

TEST_CASE("an AVIF file becomes JPEG, or PNG where it has alpha") {
  const Result<Picture> opaque = load_picture(encode({four_fields(false).get()}), "a.avif");
  REQUIRE(opaque.ok());
  CHECK(opaque->kind == PictureKind::Jpeg);
  CHECK(opaque->width_px == 64);
  CHECK(opaque->height_px == 32);
  CHECK(fields_of(*decode_picture(*opaque)) == "RGBW");
  CHECK_FALSE(opaque->repair.has_value());
  const Result<Picture> clear = load_picture(encode({four_fields(true).get()}), "a.avif");
  REQUIRE(clear.ok());
  CHECK(clear->kind == PictureKind::Png);
  const Result<Pixels> pixels = decode_picture(*clear);
  CHECK(fields_of(*pixels) == "RGBW");
  REQUIRE(pixels->alpha.size() == 64 * 32);
  CHECK(pixels->alpha[0] == doctest::Approx(100).epsilon(0.05));
  CHECK(pixels->alpha[63] == 255);
}

TEST_CASE("an AVIF file is turned and mirrored as it asks") {
  struct Case {
    std::uint8_t quarters;  // to the left
    int mirror;             // -1: none; 0: top and bottom change places; 1: left and right
    const char* seen;
  };
  for (const Case& c :
       {Case{0, -1, "RGBW"}, Case{1, -1, "GWRB"}, Case{2, -1, "WBGR"}, Case{3, -1, "BRWG"},
        Case{0, 0, "BWRG"}, Case{0, 1, "GRWB"}, Case{1, 0, "RBGW"}, Case{1, 1, "WGBR"},
        Case{2, 0, "GRWB"}, Case{2, 1, "BWRG"}, Case{3, 0, "WGBR"}, Case{3, 1, "RBGW"}}) {
    CAPTURE(int{c.quarters});
    CAPTURE(c.mirror);
    const Image image = four_fields(false);
    image->transformFlags = AVIF_TRANSFORM_IROT;
    image->irot.angle = c.quarters;
    if (c.mirror >= 0) {
      image->transformFlags |= AVIF_TRANSFORM_IMIR;
      image->imir.mode = static_cast<std::uint8_t>(c.mirror);
    }
    const Result<Picture> picture = load_picture(encode({image.get()}), "a.avif");
    REQUIRE(picture.ok());
    CHECK(picture->width_px == (c.quarters % 2 == 0 ? 64 : 32));
    CHECK(fields_of(*decode_picture(*picture)) == c.seen);
  }
}

TEST_CASE("of an AVIF file the part that it asks for is shown") {
  const Image image = four_fields(false);
  const avifCropRect right_half{32, 0, 32, 32};
  avifDiagnostics diagnostics{};
  REQUIRE(avifCleanApertureBoxConvertCropRect(&image->clap, &right_half, 64, 32, image->yuvFormat,
                                              &diagnostics) != AVIF_FALSE);
  image->transformFlags = AVIF_TRANSFORM_CLAP;
  const Result<Picture> picture = load_picture(encode({image.get()}), "a.avif");
  REQUIRE(picture.ok());
  CHECK(picture->width_px == 32);
  CHECK(fields_of(*decode_picture(*picture)) == "GGWW");
}

TEST_CASE("of an AVIF file that moves the first picture is shown, and that is said") {
  const Image image = four_fields(false);
  const Result<Picture> picture = load_picture(encode({image.get(), image.get()}), "a.avif");
  REQUIRE(picture.ok());
  CHECK(picture->repair.has_value());
  CHECK(fields_of(*decode_picture(*picture)) == "RGBW");
}

TEST_CASE("an AVIF file cut or changed anywhere is loaded or refused") {
  const std::string bytes = encode({four_fields(true).get()});
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    CHECK_FALSE(load_picture(bytes.substr(0, size), "a.avif").ok());
  }
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x5A);
    static_cast<void>(load_picture(changed, "a.avif"));
  }
}

}  // namespace
}  // namespace garland
