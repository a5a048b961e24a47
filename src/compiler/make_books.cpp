#include "compiler/make_books.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "book/source_names.h"
#include "compiler/embed_fonts.h"
#include "cover/cover.h"
#include "epub/epub.h"
#include "layout/book/page_starts.h"
#include "layout/layout.h"
#include "pdf/imposition.h"
#include "pdf/sheets.h"

namespace garland {
namespace {

struct Book {
  std::vector<Output> outputs;
  std::optional<PageBudget> budget;  // of the packet
  Diagnostics diagnostics;
};

// The cover that was given, or one made from the theme.
Result<Picture> cover_of(const Workshop& shop) {
  if (shop.anthology.cover) {
    if (const Picture* given = shop.anthology.find_picture(*shop.anthology.cover)) return *given;
  }
  return make_cover(shop.anthology.metadata, shop.anthology.words, shop.theme, shop.fonts);
}

// `pages` are the packet's where there is one, or null.
Book make_epub(const Workshop& shop, const PageList* pages) {
  Book book;
  const Result<Picture> cover = cover_of(shop);
  decltype(EpubOptions::make_fonts) make_fonts;
  if (shop.theme.embeds_fonts) {
    make_fonts = [&](const UsedCharacters& used) {
      return embed_fonts(shop.theme, shop.fonts, used, book.diagnostics);
    };
  }
  Result<std::string> bytes =
      cover ? write_epub(shop.anthology, shop.theme, *cover, {shop.jobs, pages, make_fonts})
            : Result<std::string>(cover.error());
  if (bytes) {
    const std::string name = shop.anthology.metadata.slug + ".epub";
    Result<std::vector<ZipEntry>> members = list_zip(*bytes);
    std::optional<std::vector<Shop>> shops;
    if (members) {
      shops = fitting_shops(
          {name, bytes->size(), std::move(*members), &shop.anthology.pictures, &*cover},
          book.diagnostics);
    }
    book.outputs.push_back({name, std::move(*bytes), 0, 0, std::move(shops)});
  } else {
    book.diagnostics.error("no-epub", {}, bytes.error().message, bytes.error().help);
  }
  return book;
}

// Pages that creep further than their inner margin lose text in the fold.
void check_creep(const Theme& theme, std::size_t page_count, Diagnostics& diagnostics) {
  const SheetSettings& sheets = *theme.print.sheets;
  const double scale = plan_sheets(theme.page.width, theme.page.height, sheets).scale;
  if (largest_creep(page_count, sheets) <= theme.page.inner.scaled(scale)) return;
  Diagnostics own(std::string(kDescriptionFile), {});
  own.warning("creep-too-large", {},
              "pdf: sheets: the creep moves the innermost pages further than their inner margin",
              "fold fewer pages together (signature: 16), or take a smaller creep");
  diagnostics.append(own);
}

// The packet's pages on sheets of paper, where they are wanted.
void make_sheets(const Workshop& shop, const Packet& packet, const std::vector<Picture>& pictures,
                 Book& book) {
  if (!shop.theme.print.sheets) return;
  check_creep(shop.theme, packet.pages.size(), book.diagnostics);
  Result<std::string> bytes = write_sheets(packet, pictures, shop.fonts, shop.theme.print);
  if (bytes) {
    book.outputs.push_back({shop.anthology.metadata.slug + ".sheets.pdf", std::move(*bytes), 0,
                            count_sheets(packet.pages.size(), shop.theme.print.sheets)});
  } else {
    book.diagnostics.error("no-sheets", {}, bytes.error().message, bytes.error().help);
  }
}

// The cover that the packet is to have; without one it is bound all the same.
std::optional<Picture> packet_cover(const Workshop& shop, Diagnostics& diagnostics) {
  if (!shop.theme.print.has_cover) return std::nullopt;
  Result<Picture> cover = cover_of(shop);
  if (cover) return std::move(*cover);
  diagnostics.error("no-cover", {}, cover.error().message, cover.error().help);
  return std::nullopt;
}

// The packet as it is before it becomes a file.
struct LaidOut {
  std::optional<Picture> cover;
  Packet packet;
  PageList pages;
  Diagnostics diagnostics;
};

std::string packet_file(const Workshop& shop) { return shop.anthology.metadata.slug + ".pdf"; }

LaidOut lay_out_packet(const Workshop& shop) {
  LaidOut laid_out;
  laid_out.cover = packet_cover(shop, laid_out.diagnostics);
  const Picture* cover = laid_out.cover ? &*laid_out.cover : nullptr;
  laid_out.packet =
      lay_out(shop.anthology, shop.theme, shop.fonts, {shop.jobs, cover}, laid_out.diagnostics);
  laid_out.pages = {packet_file(shop), page_starts(laid_out.packet)};
  return laid_out;
}

Book make_pdf(const Workshop& shop, LaidOut& laid_out) {
  Book book;
  book.diagnostics = std::move(laid_out.diagnostics);
  std::vector<Picture> with_cover;
  if (laid_out.cover) {
    with_cover = shop.anthology.pictures;
    with_cover.push_back(*laid_out.cover);
  }
  const std::vector<Picture>& pictures = laid_out.cover ? with_cover : shop.anthology.pictures;
  make_sheets(shop, laid_out.packet, pictures, book);
  book.budget = budget_of(laid_out.packet, shop.anthology, shop.theme);
  const std::size_t page_count = laid_out.packet.pages.size();
  Result<std::string> bytes = write_pdf(std::move(laid_out.packet), pictures, shop.fonts,
                                        shop.attachments, shop.theme.print);
  if (bytes) {
    book.outputs.insert(book.outputs.begin(), {packet_file(shop), std::move(*bytes), page_count});
  } else {
    book.diagnostics.error("no-pdf", {}, bytes.error().message, bytes.error().help);
  }
  return book;
}

}  // namespace

Books make_books(const Workshop& shop, Diagnostics& diagnostics) {
  std::optional<LaidOut> laid_out;
  if (shop.options.wants_pdf) laid_out = lay_out_packet(shop);
  std::vector<std::function<Book(const Workshop&)>> makers;
  if (shop.options.wants_epub) {
    makers.push_back([&laid_out](const Workshop& own) {
      return make_epub(own, laid_out ? &laid_out->pages : nullptr);
    });
  }
  if (laid_out) {
    makers.push_back([&laid_out](const Workshop& own) { return make_pdf(own, *laid_out); });
  }
  const unsigned threads = thread_count(shop.jobs);
  Workshop own = shop;
  own.jobs = std::max(1U, threads / static_cast<unsigned>(std::max<std::size_t>(1, makers.size())));
  std::vector<Book> books(makers.size());
  parallel_for(makers.size(), threads, [&](std::size_t i) { books[i] = makers[i](own); });
  Books all;
  for (Book& book : books) {
    diagnostics.append(book.diagnostics);
    std::move(book.outputs.begin(), book.outputs.end(), std::back_inserter(all.outputs));
    if (book.budget) all.budget = std::move(book.budget);
  }
  return all;
}

}  // namespace garland
