#include "compiler/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "base/parallel.h"
#include "book/assemble.h"
#include "book/source_names.h"
#include "compiler/attachments.h"
#include "compiler/choose_theme.h"
#include "compiler/embed_fonts.h"
#include "compiler/report_page.h"
#include "cover/cover.h"
#include "epub/epub.h"
#include "fonts/fonts.h"
#include "layout/book/page_starts.h"
#include "layout/layout.h"
#include "passes/pass.h"
#include "passes/typography.h"
#include "pdf/imposition.h"
#include "pdf/pdf.h"
#include "pdf/sheets.h"
#include "readers/wishes/wishes.h"
#include "style/theme.h"

namespace garland {
namespace {

// Times the phases of one run and tells the user of them.
class Phases {
 public:
  Phases(const CompileOptions& options, std::vector<Timing>& timings)
      : options_(options), timings_(timings) {}
  ~Phases() { end(); }
  Phases(const Phases&) = delete;
  Phases& operator=(const Phases&) = delete;

  void begin(std::string_view name) {
    end();
    name_ = name;
    started_ = std::chrono::steady_clock::now();
    if (options_.on_phase) options_.on_phase(name);
  }

  void end() {
    if (name_.empty()) return;
    const auto wall = std::chrono::steady_clock::now() - started_;
    timings_.push_back({name_, std::chrono::duration_cast<std::chrono::microseconds>(wall)});
    name_.clear();
  }

 private:
  const CompileOptions& options_;
  std::vector<Timing>& timings_;
  std::string name_;
  std::chrono::steady_clock::time_point started_;
};

Description read_folder_description(const Folder& folder, Diagnostics& diagnostics) {
  if (!folder.exists(kDescriptionFile)) return {};
  const Result<std::string> yaml = folder.read(kDescriptionFile, kMaxDescriptionBytes);
  Diagnostics own(std::string(kDescriptionFile), yaml ? *yaml : std::string_view());
  Description description;
  if (yaml) {
    description = read_description(*yaml, own);
  } else {
    own.error("unreadable-description", {}, yaml.error().message, yaml.error().help);
  }
  diagnostics.append(own);
  return description;
}

// Whether an article is a title at most.
bool holds_nothing(const Document& document) {
  const bool is_left_out =
      std::all_of(document.blocks.begin(), document.blocks.end(),
                  [](const Block& block) { return block.as<Dropped>() != nullptr; });
  return is_left_out && !document.metadata.hero_image.is_set();
}

struct ReadSource {
  std::optional<Document> document;
  SourceReport report;
  Diagnostics diagnostics;
};

void read_wishes(const Value& map, Wisher wisher, ReaderOptions& options,
                 Diagnostics& diagnostics) {
  for (const auto& [key, value] : map.map) {
    read_wish(key, value, wisher, options, diagnostics);
  }
}

// What the description says of how to read every source.
ReaderOptions book_options(const Description& description, Diagnostics& diagnostics) {
  ReaderOptions options;
  options.description_file = kDescriptionFile;
  options.has_bibliography = !description.bibliography_files.empty();
  Diagnostics own(std::string(kDescriptionFile), {});
  read_wishes(description.reading, Wisher::Book, options, own);
  diagnostics.append(own);
  return options;
}

// The same with what it says of one. Its metadata is applied, and misspelt keys are reported, when
// the book is assembled.
ReaderOptions reader_options(const SourceEntry& entry, const ReaderOptions& for_all,
                             Diagnostics& diagnostics) {
  ReaderOptions options = for_all;
  options.has_bibliography |= !entry.bibliography_files.empty();
  Diagnostics own(std::string(kDescriptionFile), {});
  read_wishes(entry.overrides, Wisher::Entry, options, own);
  diagnostics.append(own);
  return options;
}

ReadSource read_one(const Folder& folder, const SourceEntry& entry, const ReaderOptions& for_all) {
  ReadSource source;
  const ReaderOptions options = reader_options(entry, for_all, source.diagnostics);
  const Result<std::string> bytes = folder.read(entry.file, kMaxSourceBytes);
  Diagnostics own(entry.file, bytes ? *bytes : std::string_view());
  if (bytes) {
    Result<Document> document = read_document(*bytes, entry.file, options, own);
    if (document) {
      source.document = std::move(*document);
      source.report = report_source(*source.document);
    } else {
      own.error("unreadable-source", document.error().range, document.error().message,
                document.error().help);
    }
  } else {
    own.error("unreadable-source", {}, bytes.error().message, bytes.error().help);
  }
  source.diagnostics.append(own);
  return source;
}

// Reads all sources and reports on them; those that cannot be read leave the list.
std::vector<Document> read_all(const Folder& folder, unsigned jobs, Compilation& compilation,
                               std::vector<ChosenSource>& chosen, Diagnostics& diagnostics) {
  const ReaderOptions for_all = book_options(compilation.description, diagnostics);
  std::vector<ReadSource> read(chosen.size());
  parallel_for(chosen.size(), jobs,
               [&](std::size_t i) { read[i] = read_one(folder, chosen[i].entry, for_all); });
  std::vector<Document> documents;
  std::vector<ChosenSource> readable;
  for (std::size_t i = 0; i < read.size(); ++i) {
    diagnostics.append(read[i].diagnostics);
    if (!read[i].document) continue;
    documents.push_back(std::move(*read[i].document));
    compilation.sources.push_back(std::move(read[i].report));
    readable.push_back(std::move(chosen[i]));
  }
  chosen = std::move(readable);
  report_unused_book_wishes(for_all, documents, diagnostics);
  return documents;
}

// What both writers need.
struct Workshop {
  const CompileOptions& options;
  const Anthology& anthology;
  const Theme& theme;
  FontLibrary& fonts;
  const std::vector<Attachment>& attachments;  // of the packet
  unsigned jobs;                               // threads for one book
};

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

// The packet is laid out first, for the e-book says where its pages begin; then both are written at
// once: they share nothing but what they read, and the threads, so that no more run than are
// wanted.
void make_books(const Workshop& shop, Compilation& compilation, Diagnostics& diagnostics) {
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
  for (Book& book : books) {
    diagnostics.append(book.diagnostics);
    std::move(book.outputs.begin(), book.outputs.end(), std::back_inserter(compilation.outputs));
    if (book.budget) compilation.budget = std::move(book.budget);
  }
}

// What is known of the sources as the books have it: overruled by the description, or taken from
// the file's name.
void finish_reports(Compilation& compilation) {
  std::map<std::string_view, const Work*> works;
  for (const Work* work : compilation.anthology.works()) works.emplace(work->document.path, work);
  for (SourceReport& source : compilation.sources) {
    const auto work = works.find(source.path);
    if (work != works.end()) finish_report(source, work->second->document);
  }
}

// The sources are read once more, for the few lines that the page shows.
void make_report_page(const Folder& folder, const CompileOptions& options,
                      const Diagnostics& diagnostics, Compilation& compilation) {
  parallel_for(compilation.sources.size(), options.jobs, [&](std::size_t i) {
    SourceReport& source = compilation.sources[i];
    const Result<std::string> bytes = folder.read(source.path, kMaxSourceBytes);
    if (bytes) add_lines(source, diagnostics, *bytes);
  });
  compilation.report_page = {compilation.anthology.metadata.slug + std::string(kReportSuffix),
                             report_page(compilation, diagnostics, options.sources_address)};
}

}  // namespace

Result<Document> read_document(std::string_view bytes, std::string_view path,
                               const ReaderOptions& options, Diagnostics& diagnostics) {
  Result<Document> document = read_source(bytes, path, options, diagnostics);
  if (!document) return document;
  run_passes(*document, diagnostics);
  if (holds_nothing(*document)) {
    diagnostics.warning("empty-source", {}, "this article has no text",
                        "write it, or take the file out of the folder");
  }
  return document;
}

Result<Compilation> read_anthology(const Folder& folder, const CompileOptions& options,
                                   Diagnostics& diagnostics) {
  Compilation compilation;
  Phases phases(options, compilation.timings);
  phases.begin("reading");
  compilation.description = read_folder_description(folder, diagnostics);
  std::vector<ChosenSource> chosen = choose_sources(compilation.description, folder, diagnostics);
  std::vector<Document> documents =
      read_all(folder, options.jobs, compilation, chosen, diagnostics);
  if (documents.empty()) {
    return Error{"there is no article to build",
                 "put Markdown, plain-text or HTML files into the folder",
                 {}};
  }
  phases.begin("assembling");
  compilation.anthology = assemble(compilation.description, chosen, std::move(documents), folder,
                                   {options.folder_name,
                                    options.source_date_epoch,
                                    options.jobs,
                                    {set_typographic_marks, with_typographic_marks}},
                                   diagnostics);
  finish_reports(compilation);
  phases.end();
  return compilation;
}

Result<Compilation> compile(const Folder& folder, const CompileOptions& options,
                            Diagnostics& diagnostics) {
  Result<Compilation> read = read_anthology(folder, options, diagnostics);
  if (!read) return read;
  Phases phases(options, read->timings);
  phases.begin("making the books");
  const Result<Theme> theme = choose_theme(options, read->description, diagnostics);
  if (!theme) return theme.error();
  const Result<std::unique_ptr<FontLibrary>> fonts = FontLibrary::open(options.fonts_file);
  if (!fonts) return fonts.error();
  report_unknown_families(*theme, **fonts, diagnostics);
  const std::vector<Attachment> attachments =
      make_attachments(read->description, read->anthology, folder);
  make_books({options, read->anthology, *theme, **fonts, attachments, options.jobs}, *read,
             diagnostics);
  make_report_page(folder, options, diagnostics, *read);
  phases.end();
  return read;
}

}  // namespace garland
