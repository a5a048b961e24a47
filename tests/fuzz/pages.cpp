#include "fuzz/pages.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

#include "book/assemble.h"
#include "document/check.h"
#include "fonts/fonts.h"
#include "fuzz/page_rules.h"
#include "fuzz/random_document.h"
#include "layout/layout.h"
#include "passes/pass.h"
#include "passes/typography.h"
#include "pdf/check_packet.h"
#include "pdf/pdf.h"
#include "style/theme.h"

namespace garland::fuzz {
namespace {

constexpr std::size_t kMostDocuments = 3;
constexpr std::size_t kBooksPerFile = 8;  // of so many books one is written

// Papers that themes were not made for, beside the theme's own.
constexpr auto kPapers =
    std::to_array<std::string_view>({"", "3in x 3in", "a4", "3in x 20in", "30in x 3in"});

std::string grey_png(int width_px, int height_px) {
  Pixels pixels;
  pixels.width_px = width_px;
  pixels.height_px = height_px;
  pixels.channels = 1;
  pixels.samples.assign(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px),
                        160);
  return encode_png(pixels).value();
}

// What every run uses again.
class Workshop {
 public:
  Workshop() {
    const std::string styles = GARLAND_ROOT "/styles";
    for (const std::string& name : installed_themes(styles)) {
      for (const std::string_view paper : kPapers) {
        Value settings = Value::make_map();
        if (!paper.empty()) settings.set("paper", Value::string(std::string(paper)));
        Diagnostics ignored;
        themes_.push_back(load_theme(name, styles, settings, ignored).value());
      }
    }
    fonts_ = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml").value();
    folder_.add(std::string(kSmallPicture), grey_png(20, 10));
    folder_.add(std::string(kTallPicture), grey_png(4, 3000));
    folder_.add(std::string(kWidePicture), grey_png(3000, 4));
  }

  const Theme& theme(Choices& choices) const { return themes_[choices.below(themes_.size())]; }
  const Folder& folder() const { return folder_; }
  FontLibrary& fonts() const { return *fonts_; }

 private:
  std::vector<Theme> themes_;
  std::unique_ptr<FontLibrary> fonts_;
  MemoryFolder folder_;
};

Anthology make_book(Choices& choices, const Folder& folder) {
  std::vector<ChosenSource> sources;
  std::vector<Document> documents;
  Diagnostics diagnostics;
  while (documents.size() < kMostDocuments && (documents.empty() || choices.are_left())) {
    ChosenSource source;
    source.entry.file = std::to_string(documents.size()) + ".md";
    documents.push_back(random_document(choices, source.entry.file));
    run_passes(documents.back(), diagnostics);
    sources.push_back(std::move(source));
  }
  return assemble({}, sources, std::move(documents), folder,
                  {"fuzz", "", 1, {set_typographic_marks, with_typographic_marks}}, diagnostics);
}

}  // namespace

std::string rule_broken_by_pages(std::string_view bytes) {
  static const Workshop shop;
  Choices choices(bytes);
  const Theme& theme = shop.theme(choices);
  const bool is_written = choices.below(kBooksPerFile) == 0;
  const Anthology anthology = make_book(choices, shop.folder());
  Diagnostics diagnostics;
  Packet packet = lay_out(anthology, theme, shop.fonts(), {1}, diagnostics);
  if (const Status sound = check_packet(packet, anthology.pictures); !sound) {
    return sound.error().message;
  }
  std::string rule = broken_rule(packet, anthology);
  if (!rule.empty() || !is_written) return rule;
  const auto file = write_pdf(std::move(packet), anthology.pictures, shop.fonts());
  return file ? "" : file.error().message;
}

}  // namespace garland::fuzz
