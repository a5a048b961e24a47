#include "pdf/pictures.h"

#include <doctest/doctest.h>

#include <memory>

#include "judges.h"
#include "packet_builder.h"
#include "pdf/predictor.h"
#include "support/shared_data.h"

namespace garland {
namespace {

using test::contains;
using test::PacketBuilder;

// A packet that shows the picture in a figure.
PacketBuilder show(const Picture& picture) {
  PacketBuilder b;
  b.add_page();
  b.add_block(0, StructureType::H1, "A picture");
  const StructureId figure = b.add_node(0, StructureType::Figure);
  b.node(figure).alternative = "Grey squares";
  b.node(figure).has_box = true;
  b.node(figure).box = {{50_pt, 80_pt}, 100_pt, 100_pt};
  b.add_picture(figure, picture);
  return b;
}

TEST_CASE("grey, coloured and transparent PNG pictures are embedded and pass the checks") {
  for (const int channels : {1, 3}) {
    for (const bool has_alpha : {false, true}) {
      const Picture picture = test::make_png(20, 10, channels, has_alpha);
      const std::string pdf = test::write(show(picture).packet, {picture});
      test::check_file(pdf);
      const auto objects = test::objects_of(pdf);
      if (!objects) continue;
      CHECK(contains(*objects, "/SMask") == has_alpha);
      CHECK(contains(*objects, channels == 1 ? "/ColorSpace /DeviceGray" : "/DeviceRGB"));
      CHECK(contains(*objects, "/BBox"));
      CHECK(contains(*objects, "(Grey squares)"));
    }
  }
}

TEST_CASE("JPEG files go in undecoded, whatever they were before they were loaded") {
  const auto folder = test::shared_path("data/images");
  if (!folder) return;
  for (const char* file :
       {"jpeg-decoder/reftest_images_mozilla_jpg-size-31x31.jpg",
        "jpeg-decoder/reftest_images_grayscale_square.jpg", "exif/Landscape_6.jpg",
        "jpeg-decoder/reftest_images_mozilla_jpg-cmyk-1.jpg"}) {
    CAPTURE(file);
    const Result<Picture> picture = load_picture(test::read_bytes(*folder / file), file);
    REQUIRE(picture.ok());
    const std::string pdf = test::write(show(*picture).packet, {*picture});
    test::check_file(pdf);
    CHECK(contains(pdf, *picture->bytes));
  }
}

TEST_CASE("in grey, every colour of text, rules and pictures is a grey of its luminance") {
  PrintSettings print;
  print.colors = PrintColors::Grey;
  std::vector<Picture> pictures = {test::make_png(20, 10, 3, true)};
  if (const auto folder = test::shared_path("data/images")) {
    const char* file = "jpeg-decoder/reftest_images_mozilla_jpg-size-31x31.jpg";
    Result<Picture> photograph = load_picture(test::read_bytes(*folder / file), file);
    REQUIRE(photograph.ok());
    pictures.push_back(std::move(*photograph));
  }
  PacketBuilder b = show(pictures.front());
  b.add_picture(kArtifact, pictures.back());
  test::TextOptions red;
  red.color = {255, 0, 0};
  b.add_block(0, StructureType::P, "Red words", red);
  const std::string pdf = test::write_printed(b.packet, pictures, print);
  test::check_file(pdf);
  const auto objects = test::objects_of(pdf);
  if (!objects) return;
  CHECK(contains(*objects, "/DeviceGray"));
  CHECK_FALSE(contains(*objects, "/DeviceRGB"));
  CHECK(contains(*objects, "0.498 g"));
  CHECK_FALSE(contains(*objects, " rg\n"));
}

TEST_CASE("what was drawn here stays a drawing, in the print's colours") {
  using Kind = OutlineStep::Kind;
  Picture picture = test::make_png(20, 10, 3, false);
  Shape shape;
  shape.red = 255;
  shape.outline = {{Kind::Move, {0, 0, 0}, {0, 0, 0}},
                   {Kind::Line, {20, 0, 0}, {0, 0, 0}},
                   {Kind::Cubic, {20, 15, 10.26}, {5, 10, 10}},
                   {Kind::Close, {}, {}}};
  picture.drawing = std::make_shared<const Drawing>(Drawing{20, 10, {shape}});
  const std::string pdf = test::write(show(picture).packet, {picture});
  test::check_file(pdf);
  const auto objects = test::objects_of(pdf);
  if (!objects) return;
  CHECK(contains(*objects, "1 0 0 rg\n0 0 m\n20 0 l\n20 5 15 10 10.3 10 c\nh\nf\n"));
  CHECK(contains(*objects, "/Subtype /Form"));
  CHECK_FALSE(contains(*objects, "/Width 20"));
  PrintSettings print;
  print.colors = PrintColors::Grey;
  const auto grey = test::objects_of(test::write_printed(show(picture).packet, {picture}, print));
  REQUIRE(grey.has_value());
  CHECK(contains(*grey, "0.498 g\n0 0 m"));
}

TEST_CASE("a picture shown twice is embedded once, and one not shown not at all") {
  const Picture shown = test::make_png(8, 8, 3, false);
  const Picture hidden = test::make_png(9, 9, 3, false);
  PacketBuilder b = show(shown);
  b.add_picture(kArtifact, shown);
  const auto objects = test::objects_of(test::write(b.packet, {hidden, shown}));
  if (!objects) return;
  CHECK(objects->find("/Width 8") == objects->rfind("/Width 8"));
  CHECK(contains(*objects, "/Width 8"));
  CHECK_FALSE(contains(*objects, "/Width 9"));
}

TEST_CASE("rows are predicted by the filter that leaves least") {
  // A row equal to the one above it costs nothing by the filter Up, a level row nothing by Sub.
  const std::string out = predict_rows({1, 90, 7, 1, 90, 7, 50, 50, 50}, 3, 1);
  CHECK(out.substr(4, 4) == std::string("\x02\0\0\0", 4));
  CHECK(out.substr(8, 4) == std::string("\x01\x32\0\0", 4));
}

}  // namespace
}  // namespace garland
