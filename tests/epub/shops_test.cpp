#include "epub/shops.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace garland;

namespace {

Picture picture_of(std::string path, int width_px, int height_px, std::size_t byte_count = 100) {
  Picture picture;
  picture.path = std::move(path);
  picture.kind = PictureKind::Jpeg;
  picture.width_px = width_px;
  picture.height_px = height_px;
  picture.bytes = std::make_shared<const std::string>(byte_count, 'x');
  return picture;
}

// A book that every shop takes, for each test to break one thing of.
struct Book {
  std::uint64_t byte_count = 100'000;
  std::vector<ZipEntry> members{{"mimetype", 20}, {"EPUB/works/essay.xhtml", 9'000}};
  std::vector<Picture> pictures{picture_of("map.jpg", 1000, 1000)};
  Picture cover = picture_of("cover.jpg", 1600, 2400);
};

struct Verdict {
  std::string fits;
  std::vector<Diagnostic> notes;
};

Verdict judge(const Book& book) {
  Diagnostics diagnostics;
  const std::vector<Shop> shops = fitting_shops(
      {"book.epub", book.byte_count, book.members, &book.pictures, &book.cover}, diagnostics);
  return {in_words(shops), diagnostics.items()};
}

// Whether a note on the file says both.
bool says(const Verdict& verdict, std::string_view file, std::string_view rule,
          std::string_view amount) {
  return std::any_of(verdict.notes.begin(), verdict.notes.end(), [&](const Diagnostic& note) {
    return note.severity == Severity::Note && note.code == "shop-rule" && note.file == file &&
           note.message.find(rule) != std::string::npos &&
           note.message.find(amount) != std::string::npos && !note.help.empty();
  });
}

}  // namespace

TEST_CASE("a picture written into an article is named by the article and its line") {
  Book book;
  book.pictures = {picture_of("page.html", 5000, 5000)};
  book.pictures[0].range = SourceRange::at(12, 3);
  const Verdict verdict = judge(book);
  CHECK(says(verdict, "page.html", "Apple Books", "the picture here has 25000000 pixels"));
  CHECK(verdict.notes.at(0).range.begin_line == 12);
}

TEST_CASE("a book that keeps every rule fits all shops, without a word on it") {
  const Verdict verdict = judge(Book());
  CHECK(verdict.fits == "Kindle, Kobo, Apple Books and Google Play");
  CHECK(verdict.notes.empty());
}

TEST_CASE("a cover that is too small or too large is named with its size") {
  Book book;
  book.cover = picture_of("cover.jpg", 600, 900);
  Verdict verdict = judge(book);
  CHECK(verdict.fits == "Kobo and Apple Books");
  CHECK(says(verdict, "cover.jpg", "Kindle wants covers whose shorter side", "has 600 pixels"));
  CHECK(says(verdict, "cover.jpg", "Kindle wants covers whose longer side", "has 900 pixels"));
  CHECK(says(verdict, "cover.jpg", "Google Play wants covers", "has 600 pixels"));

  book.cover = picture_of("cover.jpg", 2000, 8000);
  CHECK(judge(book).fits == "Kindle, Kobo and Apple Books");
  book.cover = picture_of("cover.jpg", 2000, 10'001);
  CHECK(judge(book).fits == "Kobo and Apple Books");
  book.cover = picture_of("cover.png", 1600, 2400, 3'000'001);
  book.cover.drawing = std::make_shared<const Drawing>();  // it was made
  verdict = judge(book);
  CHECK(verdict.fits == "Kindle, Apple Books and Google Play");
  CHECK(says(verdict, "book.epub", "Kobo advises against covers", "3000001 bytes"));
}

TEST_CASE("a picture with too many pixels or bytes is named by its source") {
  Book book;
  book.pictures.push_back(picture_of("huge.jpg", 2801, 2000));
  Verdict verdict = judge(book);
  CHECK(verdict.fits == "Kindle, Kobo and Google Play");
  CHECK(says(verdict, "huge.jpg", "Apple Books takes pictures", "5602000 pixels"));

  book.pictures.back() = picture_of("heavy.jpg", 2800, 2000, 5'000'001);
  verdict = judge(book);
  CHECK(verdict.fits == "Kindle, Apple Books and Google Play");
  CHECK(says(verdict, "heavy.jpg", "Kobo advises against pictures above 5 MB", "5000001 bytes"));
}

TEST_CASE("a picture that is transparent is named, an opaque one is not") {
  Pixels pixels{2, 2, 3, std::vector<std::uint8_t>(12, 9), {}};
  for (const int opacity : {-1, 255, 100}) {  // none at all; one that hides nothing
    CAPTURE(opacity);
    const bool is_transparent = opacity == 100;
    if (opacity >= 0) pixels.alpha.assign(4, static_cast<std::uint8_t>(opacity));
    const Result<std::string> png = encode_png(pixels);
    REQUIRE(png);
    const Result<Picture> picture = load_picture(*png, "scheme.png");
    REQUIRE(picture);
    Book book;
    book.pictures = {*picture};
    const Verdict verdict = judge(book);
    CHECK((verdict.fits == "Apple Books and Google Play") == is_transparent);
    CHECK(says(verdict, "scheme.png", "Kindle", "transparent") == is_transparent);
    CHECK(says(verdict, "scheme.png", "Kobo", "transparent") == is_transparent);
  }
}

TEST_CASE("a document that is too large, or has a name of odd signs, is named") {
  Book book;
  book.members.push_back({"EPUB/works/long.xhtml", 10'000'001});
  Verdict verdict = judge(book);
  CHECK(verdict.fits == "Kindle, Apple Books and Google Play");
  CHECK(says(verdict, "book.epub", "Kobo advises against documents above 10 MB",
             "EPUB/works/long.xhtml has 10000001 bytes"));
  book.members.back() = {"EPUB/works/s\u00E9l 1.xhtml", 9'000};
  verdict = judge(book);
  CHECK(verdict.fits == "Kindle, Apple Books and Google Play");
  CHECK(says(verdict, "book.epub", "Kobo asks for names of files", "has 3 others"));
}

TEST_CASE("a book above a shop's limit fits those with higher ones") {
  Book book;
  book.byte_count = 650'000'001;
  const Verdict verdict = judge(book);
  CHECK(verdict.fits == "Kobo, Apple Books and Google Play");
  CHECK(says(verdict, "book.epub", "Kindle takes e-books of at most 650 MB", "650000001 bytes"));
  book.byte_count = 1'000'000'001;
  CHECK(judge(book).fits == "Apple Books and Google Play");
  book.byte_count = 2'000'000'001;
  CHECK(judge(book).fits == "no shop");
}
