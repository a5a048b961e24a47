// What becomes of picture files on their way into the books.
#include <doctest/doctest.h>
#include <webp/encode.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/color.h"
#include "pictures/jpeg.h"
#include "pictures/picture.h"
#include "pictures/scale.h"

namespace garland {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

// A picture without hard edges, which JPEG keeps well.
Pixels gradient(int width, int height, int channels) {
  Pixels pixels{width, height, channels, {}, {}};
  for (int i = 0; i < width * height * channels; ++i) {
    pixels.samples.push_back(static_cast<std::uint8_t>(i / channels % width * 255 / width));
  }
  return pixels;
}

std::string segment(unsigned char marker, std::string_view body) {
  const std::size_t length = body.size() + 2;
  std::string bytes = "\xFF";
  bytes += static_cast<char>(marker);
  bytes += static_cast<char>(length >> 8U);
  bytes += static_cast<char>(length & 0xFFU);
  return bytes + std::string(body);
}

std::string jpeg_with(const std::string& segments, int channels = 3) {
  std::string bytes = *encode_jpeg(gradient(40, 24, channels));
  return bytes.insert(2, segments);
}

std::uint32_t checksum(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0);
  }
  return ~crc;
}

std::string number(std::uint32_t value) {
  std::string bytes;
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(value >> shift);
  return bytes;
}

std::string chunk(std::string_view type, std::string_view data) {
  const std::string body = std::string(type) + std::string(data);
  return number(static_cast<std::uint32_t>(data.size())) + body + number(checksum(body));
}

// A PNG file with chunks after its header.
std::string png_with(const std::string& chunks) {
  constexpr std::size_t kAfterHeader = 8 + 25;
  std::string bytes = *encode_png(gradient(6, 4, 3));
  return bytes.insert(kAfterHeader, chunks);
}

const std::string_view kTurned =
    "Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"sv;

// Two pixels, red and green, in two rows; then a second picture where `is_animated`.
std::string gif(bool is_animated) {
  const std::string picture("\x2C\0\0\0\0\x01\0\x02\0\0\x02\x02\x44\x0A\0", 15);
  std::string bytes("GIF89a\x01\0\x02\0\x80\0\0\xFF\0\0\0\xFF\0", 19);
  bytes += picture;
  if (is_animated) bytes += picture;
  return bytes + ";";
}

TEST_CASE("a sound JPEG file goes through with its pixels untouched and nothing said beside them") {
  const std::string plain = jpeg_with("");
  const Result<Picture> expected = load_picture(plain, "a.jpg");
  REQUIRE(expected.ok());
  for (const std::string& extra :
       {segment(0xE1, "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"sv), segment(0xFE, "a comment"),
        segment(0xE2, "ICC_PROFILE\0\x01\x01no profile at all"sv), segment(0xED, "Photoshop 3.0"),
        segment(0xE1, "Exif\0\0MM\0*\0\0\0\x08\0\0 52.5 N 13.4 E"sv)}) {
    CAPTURE(extra);
    const Result<Picture> picture = load_picture(jpeg_with(extra), "a.jpg");
    REQUIRE(picture.ok());
    CHECK(*picture->bytes == *expected->bytes);
    CHECK(picture->id == expected->id);
    CHECK_FALSE(picture->repair.has_value());
  }
  CHECK(decode_jpeg(*expected->bytes)->samples == decode_jpeg(plain)->samples);
  CHECK(*load_picture(plain + "and what a camera adds", "a.jpg")->bytes == *expected->bytes);
}

TEST_CASE("a turned photograph is stored upright") {
  const Result<Picture> picture = load_picture(jpeg_with(segment(0xE1, kTurned)), "a.jpg");
  REQUIRE(picture.ok());
  CHECK(picture->width_px == 24);
  CHECK(picture->height_px == 40);
  CHECK(read_jpeg_header(*picture->bytes)->width_px == 24);
  CHECK_FALSE(picture->repair.has_value());
}

TEST_CASE("a JPEG file that decodes with warnings is packed anew and reported") {
  const std::string whole = *encode_jpeg(gradient(400, 300, 3));
  const Result<Picture> cut = load_picture(whole.substr(0, whole.size() * 2 / 3), "cut.jpg");
  REQUIRE(cut.ok());
  REQUIRE(cut->repair.has_value());
  CHECK(cut->repair->message.find("'cut.jpg' is not shown as it is: the JPEG file is damaged") !=
        std::string::npos);
  CHECK_FALSE(load_picture(*cut->bytes, "mended.jpg")->repair.has_value());
}

TEST_CASE("the curves of sRGB's profile are formulas, not tables") {
  const std::string profile = *make_srgb_profile();
  CHECK(profile.find("para") != std::string::npos);
  CHECK(profile.find("curv") == std::string::npos);
  CHECK(profile.size() < 1000);
}

TEST_CASE("colours of another profile than sRGB become sRGB, and sRGB's own profile is dropped") {
  const std::string srgb = *make_srgb_profile();
  CHECK(ColorConversion::make(srgb, 3)->changes_colors() == false);
  CHECK_FALSE(ColorConversion::make(srgb, 1).has_value());
  CHECK_FALSE(ColorConversion::make("no profile", 3).has_value());
  const Result<Picture> picture =
      load_picture(jpeg_with(segment(0xE2, "ICC_PROFILE\0\x01\x01"s + srgb)), "a.jpg");
  REQUIRE(picture.ok());
  CHECK(*picture->bytes == *load_picture(jpeg_with(""), "b.jpg")->bytes);
}

TEST_CASE("a JPEG file with bytes between its picture and its end is packed anew, without a word") {
  std::string bytes = jpeg_with("");
  const std::string surplus(40, 'a');
  bytes.insert(bytes.size() - 2, surplus);
  const Result<Picture> picture = load_picture(bytes, "a.jpg");
  REQUIRE(picture.ok());
  CHECK_FALSE(picture->repair.has_value());
  CHECK(picture->bytes->find(surplus) == std::string::npos);
}

TEST_CASE("a PNG file loses its texts, times and EXIF, and is turned as that asks") {
  const Result<Picture> expected = load_picture(png_with(""), "a.png");
  REQUIRE(expected.ok());
  const Result<Picture> noted = load_picture(
      png_with(chunk("tEXt", "Author\0Jo"sv) + chunk("tIME", "\x07\xE8\x01\x01\0\0\0"sv)), "a.png");
  REQUIRE(noted.ok());
  CHECK(*noted->bytes == *expected->bytes);
  CHECK_FALSE(noted->repair.has_value());
  const Result<Picture> turned = load_picture(png_with(chunk("eXIf", kTurned.substr(6))), "a.png");
  REQUIRE(turned.ok());
  CHECK(turned->width_px == expected->height_px);
}

TEST_CASE("a broken note in a PNG file does no harm to the picture") {
  std::string broken = chunk("tEXt", "Author\0Jo"sv);
  broken.back() = static_cast<char>(broken.back() ^ 1);
  const Result<Picture> picture = load_picture(png_with(broken), "a.png");
  REQUIRE(picture.ok());
  CHECK(*picture->bytes == *load_picture(png_with(""), "a.png")->bytes);
}

TEST_CASE("of a GIF file the first picture becomes PNG, and that others are left out is said") {
  for (const bool is_animated : {false, true}) {
    CAPTURE(is_animated);
    const Result<Picture> picture = load_picture(gif(is_animated), "a.gif");
    REQUIRE(picture.ok());
    CHECK(picture->kind == PictureKind::Png);
    CHECK(picture->repair.has_value() == is_animated);
    CHECK(decode_picture(*picture)->samples == std::vector<std::uint8_t>{255, 0, 0, 0, 255, 0});
  }
}

TEST_CASE("a GIF file cut or changed anywhere is loaded or refused") {
  const std::string bytes = gif(true);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    static_cast<void>(load_picture(bytes.substr(0, at), "a.gif"));
    for (const int mask : {0x01, 0x80, 0xFF}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ mask);
      static_cast<void>(load_picture(changed, "a.gif"));
    }
  }
}

TEST_CASE("a WebP file becomes PNG, or JPEG where it was packed with loss") {
  const Pixels pixels = gradient(16, 8, 3);
  std::uint8_t* out = nullptr;
  const std::size_t lossless = WebPEncodeLosslessRGB(pixels.samples.data(), 16, 8, 48, &out);
  const std::string sharp(reinterpret_cast<const char*>(out), lossless);
  WebPFree(out);
  const std::size_t lossy = WebPEncodeRGB(pixels.samples.data(), 16, 8, 48, 90, &out);
  const std::string photograph(reinterpret_cast<const char*>(out), lossy);
  WebPFree(out);
  const Result<Picture> png = load_picture(sharp, "a.webp");
  REQUIRE(png.ok());
  CHECK(png->kind == PictureKind::Png);
  CHECK(decode_picture(*png)->samples == gradient(16, 8, 1).samples);
  const Result<Picture> jpeg = load_picture(photograph, "b.webp");
  REQUIRE(jpeg.ok());
  CHECK(jpeg->kind == PictureKind::Jpeg);
  CHECK(jpeg->width_px == 16);
  for (std::size_t size = 0; size < sharp.size(); ++size) {
    CHECK_FALSE(load_picture(sharp.substr(0, size), "a.webp").ok());
  }
}

TEST_CASE("an SVG drawing becomes pixels at print's resolution") {
  const Result<Picture> picture = load_picture(
      "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'>"
      "<rect width='96' height='48' fill='#ff0000'/></svg>",
      "a.svg");
  REQUIRE(picture.ok());
  CHECK(picture->kind == PictureKind::Png);
  CHECK(picture->width_px == 300);
  CHECK(picture->height_px == 150);
  CHECK(picture->pixels_per_inch == doctest::Approx(300));
  CHECK(picture->width_px / picture->screen_scale == doctest::Approx(96));
  const Result<Pixels> pixels = decode_picture(*picture);
  CHECK(pixels->alpha.empty());
  CHECK(pixels->samples[0] == 255);
  CHECK(pixels->samples[1] == 0);
}

TEST_CASE("what an SVG file has that no book can show is said") {
  struct Case {
    std::string_view content;
    std::string_view said;  // nothing: all is shown
  };
  const std::vector<Case> cases = {
      {"<rect width='9' height='9'/>", ""},
      {"<a href='https://example.org/'><use href='#a'/></a>", ""},
      {"<image width='9' height='9' href='data:image/png;base64,AAAA'/>", ""},
      {"<image href=\"https://example.org/a.png\"/>", "references to other files"},
      {"<use xlink:href='b.svg#c' xmlns:xlink='http://www.w3.org/1999/xlink'/>",
       "references to other files"},
      {"<script>draw()</script>", "scripts"},
      {"<foreignObject><p>Words</p></foreignObject>", "text in HTML"},
      {"<switch><foreignObject/><text>Words</text></switch>", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.content));
    const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'>" +
                            std::string(c.content) + "</svg>";
    const Result<Picture> picture = load_picture(svg, "a.svg");
    REQUIRE(picture.ok());
    CHECK(picture->repair.has_value() == !c.said.empty());
    if (picture->repair) CHECK(picture->repair->message.find(c.said) != std::string::npos);
  }
}

TEST_CASE("an SVG drawing's size is what it states, its view box, or what it draws") {
  struct Case {
    std::string_view attributes;
    int width, height;
  };
  for (const Case& c :
       {Case{"width='1in' height='2in'", 300, 600}, Case{"viewBox='0 0 200 100'", 1875, 938},
        Case{"width='100%' height='100%' viewBox='0 0 200 100'", 1875, 938},
        Case{"width='9000' height='9000'", 2366, 2366}}) {
    CAPTURE(c.attributes);
    const Result<Picture> picture =
        load_picture("<svg xmlns='http://www.w3.org/2000/svg' " + std::string(c.attributes) +
                         "><rect width='20' height='10'/></svg>",
                     "a.svg");
    REQUIRE(picture.ok());
    CHECK(picture->width_px == c.width);
    CHECK(picture->height_px == c.height);
  }
}

TEST_CASE("an SVG drawing reads nothing outside of itself and does not grow without bounds") {
  const std::string head =
      "<svg xmlns='http://www.w3.org/2000/svg' "
      "xmlns:xlink='http://www.w3.org/1999/xlink' width='10' height='10'>";
  const Result<Picture> empty = load_picture(head + "</svg>", "a.svg");
  REQUIRE(empty.ok());
  for (const std::string body :
       {"<image xlink:href='file:///etc/hostname' width='10' height='10'/>",
        "<image xlink:href='https://example.org/a.png' width='10' height='10'/>",
        "<script>while (true) {}</script>"}) {
    CAPTURE(body);
    const Result<Picture> picture = load_picture(head + body + "</svg>", "a.svg");
    REQUIRE(picture.ok());
    CHECK(picture->id == empty->id);
  }
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a0 'aaaaaaaaaa'>";
  for (int i = 1; i < 20; ++i) {
    const std::string inner = "&a" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY a" + std::to_string(i) + " '" + inner + inner + inner + inner + "'>";
  }
  static_cast<void>(load_picture(bomb + "]>" + head + "<text>&a19;</text></svg>", "bomb.svg"));
  CHECK_FALSE(
      load_picture("<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1'/>", "wide.svg")
          .ok());
}

// A picture of many soft colours that are nowhere alike, as a camera makes them.
Pixels photograph(int width, int height) {
  Pixels pixels{width, height, 3, {}, {}};
  std::uint32_t noise = 1;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      for (const int value : {x * 200 / width, y * 200 / height, 100}) {
        noise = noise * 1664525 + 1013904223;
        pixels.samples.push_back(static_cast<std::uint8_t>(value + static_cast<int>(noise >> 27U)));
      }
    }
  }
  return pixels;
}

// A BMP file of 24 bits, rows from the top.
std::string bmp(const Pixels& pixels) {
  const auto little = [](std::uint32_t value) {
    const std::string bytes = number(value);
    return std::string(bytes.rbegin(), bytes.rend());
  };
  std::string rows;
  for (std::size_t at = 0; at < pixels.samples.size(); at += 3) {
    for (const std::size_t c : {2U, 1U, 0U}) rows += static_cast<char>(pixels.samples[at + c]);
  }
  return "BM" + little(static_cast<std::uint32_t>(54 + rows.size())) + little(0) + little(54) +
         little(40) + little(static_cast<std::uint32_t>(pixels.width_px)) +
         little(static_cast<std::uint32_t>(-pixels.height_px)) + "\x01\0\x18\0"s +
         std::string(24, '\0') + rows;
}

TEST_CASE("what is no drawing by its kind of file becomes JPEG where PNG would be much larger") {
  const Result<Picture> taken = load_picture(bmp(photograph(400, 300)), "a.bmp");
  REQUIRE(taken.ok());
  CHECK(taken->kind == PictureKind::Jpeg);
  const Result<Picture> drawn = load_picture(bmp(gradient(400, 300, 3)), "b.bmp");
  REQUIRE(drawn.ok());
  CHECK(drawn->kind == PictureKind::Png);
  CHECK(decode_picture(*drawn)->channels == 1);
}

TEST_CASE("a picture larger than the books show is made smaller in proportion") {
  Pixels large = gradient(4000, 2000, 3);
  const Result<Picture> png = load_picture(*encode_png(large), "a.png");
  const Result<Picture> jpeg = load_picture(*encode_jpeg(large), "a.jpg");
  for (const Result<Picture>* picture : {&png, &jpeg}) {
    REQUIRE(picture->ok());
    const Picture& stored = **picture;
    CHECK(std::int64_t{stored.width_px} * stored.height_px <= kMostShownPixels);
    CHECK(stored.width_px == doctest::Approx(2 * stored.height_px).epsilon(0.01));
    CHECK_FALSE(stored.repair.has_value());
  }
}

TEST_CASE("scaling takes the mean of what a pixel covers, and transparent pixels have no colour") {
  const Pixels grey = scale_down({4, 2, 1, {0, 100, 200, 200, 100, 200, 100, 100}, {}}, 2);
  CHECK(grey.samples == std::vector<std::uint8_t>{100, 150});
  const Pixels clear = scale_down({2, 2, 1, {255, 10, 255, 10}, {0, 255, 0, 255}}, 1);
  CHECK(clear.samples == std::vector<std::uint8_t>{10});
  CHECK(clear.alpha == std::vector<std::uint8_t>{128});
}

}  // namespace
}  // namespace garland
