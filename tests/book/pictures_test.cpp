#include "book/pictures.h"

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <utility>

#include "book/books.h"
#include "document/walk.h"

using namespace garland;
using namespace garland::tree;

namespace {

// A PNG file of one grey pixel.
std::string png(std::uint8_t grey) {
  Pixels pixels;
  pixels.width_px = pixels.height_px = 1;
  pixels.channels = 1;
  pixels.samples = {grey};
  return encode_png(pixels).value();
}

Work work_at(std::string path, Blocks blocks) {
  Work work;
  work.document.path = std::move(path);
  work.document.blocks = std::move(blocks);
  return work;
}

std::string picture_of(const Work& work) {
  std::string id;
  query(work.document, [&id](const Inline& node) {
    if (const auto* image = node.as<Image>()) id = image->picture;
  });
  return id;
}

struct Shown {
  std::string path;  // of the picture that was found; empty for none
  Diagnostics diagnostics;
};

Shown show(const std::string& target, const MemoryFolder& folder,
           const Description& description = {}) {
  Shown shown;
  Work work = work_at("a/one.md", {paragraph(on_line(image(target, "A"), 4))});
  const BookPictures result = collect_pictures({&work}, description, folder, 1, shown.diagnostics);
  for (const Picture& picture : result.pictures) {
    if (picture.id == picture_of(work)) shown.path = picture.path;
  }
  return shown;
}

}  // namespace

TEST_CASE("a picture has no more pixels than the description allows") {
  Pixels pixels{2000, 1000, 1, {}, {}};
  pixels.samples.resize(2'000'000, 100);
  MemoryFolder folder;
  folder.add("a/sea.png", encode_png(pixels).value());
  Description description;
  description.most_picture_pixels = 500'000;
  Work work = work_at("a/one.md", {paragraph(image("sea.png", "A"))});
  Diagnostics diagnostics;
  const BookPictures result = collect_pictures({&work}, description, folder, 1, diagnostics);
  REQUIRE(result.pictures.size() == 1);
  CHECK(result.pictures[0].width_px == 1000);
  CHECK(result.pictures[0].height_px == 500);
}

TEST_CASE("a picture whose file cannot be read is named, with the reason") {
  MemoryFolder folder;
  folder.add("a/vast.bmp", std::string((128 << 20) + 1, 'B'));
  for (const auto& [target, reason] :
       std::map<std::string, std::string>{{"vast.bmp", "'a/vast.bmp' is too large"},
                                          {"data:image/png;base64,$", "'data:' cannot be used"}}) {
    const Shown shown = show(target, folder);
    REQUIRE(shown.diagnostics.items().size() == 1);
    const Diagnostic& report = shown.diagnostics.items().front();
    CHECK(report.code == "broken-picture");
    CHECK(report.message.find(reason) != std::string::npos);
    CHECK(report.help.find("picture") != std::string::npos);
  }
}

TEST_CASE("a picture is found beside its source, from the root, and in folders for pictures") {
  MemoryFolder folder;
  folder.add("a/sea.png", png(1));
  folder.add("img/boat.png", png(2));
  folder.add("a/one two.png", png(3));
  folder.add("assets/1*x_y.png", png(4));
  folder.add("a/images/deck.png", png(5));
  folder.add("deep/er/only.png", png(6));
  struct Case {
    std::string target, path;
  };
  const Case cases[] = {
      {"sea.png", "a/sea.png"},
      {"./sea.png", "a/sea.png"},
      {"../img/boat.png", "img/boat.png"},
      {"/img/boat.png", "img/boat.png"},
      {"one%20two.png", "a/one two.png"},
      {"sea.png?w=300", "a/sea.png"},
      {"https://example.org/max/800/1*x_y.png", "assets/1*x_y.png"},
      {"https://example.org/max/800/1%2Ax_y.png?q=1", "assets/1*x_y.png"},
      {"https://example.org/deck.png", "a/images/deck.png"},
      {"//example.org/only.png", "deep/er/only.png"},
  };
  for (const Case& c : cases) {
    INFO("target: ", c.target);
    const Shown shown = show(c.target, folder);
    CHECK(shown.path == c.path);
    CHECK(shown.diagnostics.items().empty());
  }
}

TEST_CASE("pictures that are missing, broken or outside are reported with file and line") {
  MemoryFolder folder;
  folder.add("a/photo.png", png(1));
  folder.add("a/lies.png", "no picture at all");
  folder.add("a/empty.png", "");
  struct Case {
    std::string target, code, help;
  };
  const Case cases[] = {
      {"photo.pgn", "missing-picture", "a/photo.png"},
      {"Photo.PNG", "missing-picture", "a/photo.png"},
      {"../../etc/photo.jpg", "missing-picture", ""},
      {"file:///etc/passwd", "missing-picture", ""},
      {"", "missing-picture", ""},
      {"https://example.org/far.png", "remote-picture", "assets"},
      {"lies.png", "broken-picture", "PNG or JPEG"},
      {"empty.png", "broken-picture", ""},
      {"data:image/png;base64,AAAA", "broken-picture", ""},
      {"data:nonsense", "broken-picture", ""},
  };
  for (const Case& c : cases) {
    INFO("target: ", c.target);
    const Shown shown = show(c.target, folder);
    CHECK(shown.path.empty());
    REQUIRE(shown.diagnostics.items().size() == 1);
    const Diagnostic& item = shown.diagnostics.items()[0];
    CHECK(item.code == c.code);
    CHECK(item.file == "a/one.md");
    CHECK(item.range.begin_line == 4);
    INFO("help: ", item.help);
    CHECK(item.help.find(c.help) != std::string::npos);
  }
}

TEST_CASE("a placeholder is no description, and is reported with its line") {
  MemoryFolder folder;
  folder.add("a/IMG_1.png", png(1));
  const auto shown_as = [&folder](Block block, Diagnostics& diagnostics) {
    Work work = work_at("a/one.md", {std::move(block)});
    collect_pictures({&work}, {}, folder, 1, diagnostics);
    std::string alternative;
    query(work.document, [&](const Inline& node) {
      if (const auto* found = node.as<Image>()) alternative = found->alternative;
    });
    return alternative;
  };
  Diagnostics diagnostics;
  CHECK(shown_as(paragraph(on_line(image("IMG_1.png", "IMG_1"), 4)), diagnostics) == "");
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items().front().code == "undescribed-picture");
  CHECK(diagnostics.items().front().range.begin_line == 4);
  CHECK(diagnostics.items().front().message ==
        "nothing says what the picture “IMG_1.png” shows: “IMG_1” does not");
  CHECK(shown_as(paragraph(image("IMG_1.png", "The quay")), diagnostics) == "The quay");
  Figure figure;
  figure.blocks = {paragraph(image("IMG_1.png", "image"))};
  figure.caption = {paragraph("The quay")};
  CHECK(shown_as(Block{figure, {}, {}}, diagnostics) == "");
  CHECK(diagnostics.items().size() == 1);
}

TEST_CASE("a data address holds its picture") {
  // "iVBOR…" would be a whole file: any PNG does, so one is written out here.
  const std::string bytes = png(9);
  std::string address = "data:image/png,";
  constexpr char kDigits[] = "0123456789ABCDEF";
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    address += '%';
    address += kDigits[byte >> 4];
    address += kDigits[byte & 15];
  }
  CHECK(show(address, MemoryFolder()).path == "a/one.md");
}

TEST_CASE("the description's assets stand for addresses") {
  MemoryFolder folder;
  folder.add("x/y.png", png(1));
  Description description;
  description.assets = {{"https://example.org/z?id=1", "x/y.png"}};
  CHECK(show("https://example.org/z?id=1", folder, description).path == "x/y.png");
}

TEST_CASE("pictures of one name stay two, and equal bytes are one picture") {
  MemoryFolder folder;
  folder.add("a/p.png", png(1));
  folder.add("b/p.png", png(2));
  folder.add("c/other.png", png(1));
  Work a = work_at("a/x.md", {paragraph(image("p.png", "A"))});
  Work b = work_at("b/x.md", {paragraph(image("p.png", "B"))});
  Work c = work_at("c/x.md", {paragraph(image("other.png", "C"))});
  Diagnostics diagnostics;
  const BookPictures result = collect_pictures({&a, &b, &c}, {}, folder, 1, diagnostics);
  CHECK(result.pictures.size() == 2);
  CHECK(picture_of(a) != picture_of(b));
  CHECK(picture_of(a) == picture_of(c));
  // An address on the web that two files could stand for is left alone.
  Work d = work_at("d.md", {paragraph(image("https://example.org/p.png", "D"))});
  collect_pictures({&d}, {}, folder, 1, diagnostics);
  CHECK(picture_of(d).empty());
}

TEST_CASE("a hero image opens its article once") {
  Work work = work_at("a.md", {with_id(paragraph("Body."), "opening-picture")});
  work.document.metadata.hero_image.value = "sea.png";
  work.document.metadata.hero_image_caption.value = "The sea";
  work.document.metadata.hero_image_alternative.value = "Water";
  place_hero_image(work);
  place_hero_image(work);
  REQUIRE(work.document.blocks.size() == 2);
  const Figure* figure = work.document.blocks[0].as<Figure>();
  REQUIRE(figure != nullptr);
  CHECK(work.document.blocks[0].attributes.id == "opening-picture-2");
  CHECK(plain_text(figure->caption.at(0).as<Paragraph>()->inlines) == "The sea");
  CHECK(figure->blocks.at(0).as<Paragraph>()->inlines.at(0).as<Image>()->alternative == "Water");
}

TEST_CASE("the cover is a picture of the book, and a missing one is an error") {
  MemoryFolder folder;
  folder.add("cover.png", png(1));
  Description description;
  description.cover.path = "cover.png";
  Diagnostics diagnostics;
  const BookPictures result = collect_pictures({}, description, folder, 1, diagnostics);
  REQUIRE(result.cover.has_value());
  CHECK(result.pictures.at(0).id == *result.cover);
  description.cover.path = "covr.png";
  CHECK_FALSE(collect_pictures({}, description, folder, 1, diagnostics).cover.has_value());
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "broken-cover");
  CHECK(diagnostics.items()[0].help == "did you mean “cover.png”?");
}
