#include "epub/shops.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>

#include "base/ascii.h"

namespace garland {
namespace {

// Something of the book that is measured, and how much of it there is.
struct Measured {
  std::string file;  // for messages: a source, or the book
  std::string thing;
  std::int64_t amount = 0;
  SourceRange range = {};  // in that file
};

std::vector<Measured> book_bytes(const FinishedEbook& book) {
  return {{std::string(book.file_name), "it has", static_cast<std::int64_t>(book.byte_count)}};
}

std::vector<Measured> document_bytes(const FinishedEbook& book) {
  std::vector<Measured> all;
  for (const ZipEntry& member : book.members) {
    if (!member.name.ends_with(".xhtml")) continue;
    all.push_back({std::string(book.file_name), member.name + " has",
                   static_cast<std::int64_t>(member.unpacked_size)});
  }
  return all;
}

// Members by the signs in their names that are neither letters nor figures of ASCII, nor "-_./".
std::vector<Measured> odd_signs(const FinishedEbook& book) {
  std::vector<Measured> all;
  for (const ZipEntry& member : book.members) {
    const auto count = std::count_if(member.name.begin(), member.name.end(), [](char c) {
      return !is_ascii_letter(c) && !is_ascii_digit(c) &&
             std::string_view("-_./").find(c) == std::string_view::npos;
    });
    all.push_back({std::string(book.file_name), member.name + " has", count});
  }
  return all;
}

template <typename Amount>
std::vector<Measured> of_pictures(const FinishedEbook& book, Amount amount) {
  std::vector<Measured> all;
  for (const Picture& picture : *book.pictures) {
    const bool is_file = !picture.range.is_known();
    all.push_back({picture.path, is_file ? "it has" : "the picture here has", amount(picture),
                   picture.range});
  }
  return all;
}

std::vector<Measured> picture_bytes(const FinishedEbook& book) {
  return of_pictures(book, [](const Picture& picture) {
    return static_cast<std::int64_t>(picture.bytes->size());
  });
}

std::vector<Measured> picture_pixels(const FinishedEbook& book) {
  return of_pictures(book, [](const Picture& picture) {
    return std::int64_t{picture.width_px} * picture.height_px;
  });
}

// Whether a PNG file's pixels or the entries of its palette have an opacity: bit 2 of the colour
// type, which is byte 25, or a chunk tRNS before the first IDAT (PNG, 11.2.1 and 11.3.1.1).
bool has_opacity(const Picture& picture) {
  constexpr std::size_t kColourType = 25;
  constexpr unsigned char kAlpha = 4;
  const std::string_view png = *picture.bytes;
  if (picture.kind != PictureKind::Png || png.size() <= kColourType) return false;
  if ((static_cast<unsigned char>(png[kColourType]) & kAlpha) != 0) return true;
  const std::string_view head = png.substr(0, png.find("IDAT"));
  return head.find("tRNS") != std::string_view::npos;
}

// Screenshots often have an opacity that hides nothing.
std::int64_t transparent_layers(const Picture& picture) {
  if (!has_opacity(picture)) return 0;
  const Result<Pixels> pixels = decode_picture(picture);
  return pixels && !pixels->alpha.empty() ? 1 : 0;
}

std::vector<Measured> picture_transparency(const FinishedEbook& book) {
  return of_pictures(book, transparent_layers);
}

std::vector<Measured> of_cover(const FinishedEbook& book, std::int64_t amount) {
  const bool is_made = book.cover->drawing != nullptr;  // no file of the editor's
  return {{is_made ? std::string(book.file_name) : book.cover->path, "it has", amount}};
}

std::vector<Measured> cover_short_side(const FinishedEbook& book) {
  return of_cover(book, std::min(book.cover->width_px, book.cover->height_px));
}

std::vector<Measured> cover_long_side(const FinishedEbook& book) {
  return of_cover(book, std::max(book.cover->width_px, book.cover->height_px));
}

std::vector<Measured> cover_bytes(const FinishedEbook& book) {
  return of_cover(book, static_cast<std::int64_t>(book.cover->bytes->size()));
}

enum class Bound { AtMost, AtLeast };

struct ShopRule {
  Shop shop;
  std::vector<Measured> (*measure)(const FinishedEbook&);
  Bound bound;
  std::int64_t limit;
  std::string_view unit;
  std::string_view wish;  // after the shop's name
  std::string_view help;
};

constexpr std::int64_t kMega = 1'000'000;
constexpr std::int64_t kGiga = 1'000 * kMega;

// What a book of ours cannot break is not here: a table of contents of both kinds, a cover in a
// document of its own, no scripts, no other pictures than PNG and JPEG, valid EPUB 3.
//
// Published at:
//   Kindle      kdp.amazon.com/help/topic/GYEKAVKMSE23PFTM (files), G6GTK3T3NUHKLEFX (covers),
//               G75V4YX5X8GRGXWV (pictures)
//   Kobo        github.com/kobolabs/epub-spec: Image Formatting, Cover Images, OPF, Limitations
//   Apple Books itunespartner.apple.com/books/support/9-prepare-book (files),
//               help.apple.com/itc/booksassetguide/en.lproj/itca71ad3c33.html (pictures)
//   Google Play support.google.com/books/partner/answer/3424254
constexpr std::array kShopRules = std::to_array<ShopRule>({
    {Shop::Kindle, book_bytes, Bound::AtMost, 650 * kMega, "bytes",
     "takes e-books of at most 650 MB", "leave pictures out, or make two books"},
    {Shop::Kindle, picture_transparency, Bound::AtMost, 0, "transparent layer",
     "shows no transparent pictures", "give it a background"},
    {Shop::Kindle, cover_short_side, Bound::AtLeast, 625, "pixels",
     "wants covers whose shorter side has at least 625 pixels", "give a larger cover"},
    {Shop::Kindle, cover_long_side, Bound::AtLeast, 1'000, "pixels",
     "wants covers whose longer side has at least 1000 pixels", "give a larger cover"},
    {Shop::Kindle, cover_long_side, Bound::AtMost, 10'000, "pixels",
     "takes covers whose longer side has at most 10000 pixels", "give a smaller cover"},
    {Shop::Kobo, book_bytes, Bound::AtMost, kGiga, "bytes", "advises against e-books above 1 GB",
     "leave pictures out, or make two books"},
    {Shop::Kobo, document_bytes, Bound::AtMost, 10 * kMega, "bytes",
     "advises against documents above 10 MB", "divide the article"},
    {Shop::Kobo, odd_signs, Bound::AtMost, 0, "others",
     "asks for names of files that have letters and figures of ASCII alone", "rename the source"},
    {Shop::Kobo, picture_bytes, Bound::AtMost, 5 * kMega, "bytes",
     "advises against pictures above 5 MB", "make it smaller, or a JPEG file"},
    {Shop::Kobo, picture_transparency, Bound::AtMost, 0, "transparent layer",
     "asks for pictures without transparent backgrounds", "give it a background"},
    {Shop::Kobo, cover_bytes, Bound::AtMost, 3 * kMega, "bytes",
     "advises against covers above 3 MB", "make it smaller, or a JPEG file"},
    {Shop::AppleBooks, book_bytes, Bound::AtMost, 2 * kGiga, "bytes",
     "takes e-books of at most 2 GB", "leave pictures out, or make two books"},
    {Shop::AppleBooks, picture_pixels, Bound::AtMost, 5'600'000, "pixels",
     "takes pictures of at most 5.6 million pixels", "make it smaller"},
    {Shop::GooglePlay, book_bytes, Bound::AtMost, 2 * kGiga, "bytes",
     "takes e-books of at most 2 GB", "leave pictures out, or make two books"},
    {Shop::GooglePlay, cover_short_side, Bound::AtLeast, 640, "pixels",
     "wants covers whose sides have at least 640 pixels", "give a larger cover"},
    {Shop::GooglePlay, cover_long_side, Bound::AtMost, 7'200, "pixels",
     "takes covers whose sides have at most 7200 pixels", "give a smaller cover"},
});

constexpr std::array kShops{Shop::Kindle, Shop::Kobo, Shop::AppleBooks, Shop::GooglePlay};

bool keeps(const ShopRule& rule, std::int64_t amount) {
  return rule.bound == Bound::AtMost ? amount <= rule.limit : amount >= rule.limit;
}

// Whether the rule is kept by all that it is about.
bool check(const ShopRule& rule, const FinishedEbook& book, Diagnostics& diagnostics) {
  bool is_kept = true;
  for (const Measured& one : rule.measure(book)) {
    if (keeps(rule, one.amount)) continue;
    is_kept = false;
    Diagnostics own(one.file, {});
    own.note("shop-rule", one.range,
             fmt::format("{} {}, and {} {} {}", name_of(rule.shop), rule.wish, one.thing,
                         one.amount, rule.unit),
             std::string(rule.help));
    diagnostics.append(own);
  }
  return is_kept;
}

}  // namespace

std::string_view name_of(Shop shop) {
  constexpr std::array<std::string_view, kShops.size()> kNames{"Kindle", "Kobo", "Apple Books",
                                                               "Google Play"};
  return kNames.at(static_cast<std::size_t>(shop));
}

std::string in_words(const std::vector<Shop>& shops) {
  std::string words;
  for (std::size_t i = 0; i < shops.size(); ++i) {
    if (i > 0) words += i + 1 < shops.size() ? ", " : " and ";
    words += name_of(shops[i]);
  }
  return words.empty() ? "no shop" : words;
}

std::vector<Shop> fitting_shops(const FinishedEbook& book, Diagnostics& diagnostics) {
  std::array<bool, kShops.size()> fits{};
  fits.fill(true);
  for (const ShopRule& rule : kShopRules) {
    if (!check(rule, book, diagnostics)) fits.at(static_cast<std::size_t>(rule.shop)) = false;
  }
  std::vector<Shop> fitting;
  std::copy_if(kShops.begin(), kShops.end(), std::back_inserter(fitting),
               [&](Shop shop) { return fits.at(static_cast<std::size_t>(shop)); });
  return fitting;
}

}  // namespace garland
