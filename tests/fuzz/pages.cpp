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
#include "pdf/sheets.h"
#include "style/theme.h"

namespace garland::fuzz {
namespace {

constexpr const char* kStyles = GARLAND_ROOT "/styles";
constexpr std::size_t kMostDocuments = 3;
constexpr std::size_t kBooksPerFile = 8;  // of so many books one is written

// Papers that themes were not made for, beside the theme's own.
constexpr auto kPapers =
    std::to_array<std::string_view>({"", "3in x 3in", "a4", "3in x 20in", "30in x 3in"});

// What else the description may say under `pdf:`. The first choice of each leaves the theme's.
struct SettingChoices {
  std::string_view name;
  std::array<std::string_view, 4> values;
};
constexpr auto kSettings = std::to_array<SettingChoices>({
    {"columns", {"", "1", "2", "4"}},
    {"line_numbers", {"", "0", "1", "5"}},
    {"sides", {"", "one", "two", "one"}},
    {"openings", {"", "recto", "any", "recto"}},
    {"size", {"", "6pt", "10.5pt", "24pt"}},
    {"margins", {"", "0mm", "20mm", "40mm"}},
    {"bleed", {"", "3mm", "0mm", "10mm"}},
    {"marks", {"", "crop", "none", "crop"}},
    {"colors", {"", "grey", "full", "grey"}},
    {"links", {"", "notes", "list", "codes"}},
    {"half_title", {"", "yes", "no", "yes"}},
    {"cover", {"", "yes", "no", "yes"}},
    {"note_pages", {"", "after", "end", "facing"}},
    {"sheets", {"", "booklet", "2", "9"}},
    {"looseness", {"", "-1", "1", "0"}},
});

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
    fonts_ = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml").value();
    folder_.add(std::string(kSmallPicture), grey_png(20, 10));
    folder_.add(std::string(kTallPicture), grey_png(4, 3000));
    folder_.add(std::string(kWidePicture), grey_png(3000, 4));
  }

  std::size_t theme_count() const { return themes_.size(); }
  Theme theme(std::size_t index, const Value& settings) const {
    Diagnostics ignored;
    return load_theme(themes_.at(index), kStyles, settings, ignored).value();
  }
  const Folder& folder() const { return folder_; }
  FontLibrary& fonts() const { return *fonts_; }

 private:
  std::vector<std::string> themes_ = installed_themes(kStyles);
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

// The settings come last of all choices: inputs that were kept before there were any lead to the
// same pages.
Value make_settings(Choices& choices, std::string_view paper) {
  Value settings = Value::make_map();
  if (!paper.empty()) settings.set("paper", Value::string(std::string(paper)));
  for (const SettingChoices& setting : kSettings) {
    const std::string_view value = setting.values[choices.below(setting.values.size())];
    if (!value.empty()) settings.set(std::string(setting.name), Value::string(std::string(value)));
  }
  return settings;
}

// Empty, or why the files could not be written.
std::string write(Packet packet, const Anthology& anthology, const Theme& theme,
                  FontLibrary& fonts) {
  if (theme.print.sheets) {
    const auto sheets = write_sheets(packet, anthology.pictures, fonts, theme.print);
    if (!sheets) return sheets.error().message;
  }
  const auto file = write_pdf(std::move(packet), anthology.pictures, fonts);
  return file ? "" : file.error().message;
}

}  // namespace

std::string rule_broken_by_pages(std::string_view bytes) {
  static const Workshop shop;
  Choices choices(bytes);
  const std::size_t theme_and_paper = choices.below(shop.theme_count() * kPapers.size());
  const bool is_written = choices.below(kBooksPerFile) == 0;
  const Anthology anthology = make_book(choices, shop.folder());
  const Value settings = make_settings(choices, kPapers[theme_and_paper % kPapers.size()]);
  const Theme theme = shop.theme(theme_and_paper / kPapers.size(), settings);
  Diagnostics diagnostics;
  Packet packet = lay_out(anthology, theme, shop.fonts(), {1}, diagnostics);
  if (const Status sound = check_packet(packet, anthology.pictures); !sound) {
    return sound.error().message;
  }
  std::string rule = broken_rule(packet, anthology);
  if (!rule.empty() || !is_written) return rule;
  return write(std::move(packet), anthology, theme, shop.fonts());
}

}  // namespace garland::fuzz
