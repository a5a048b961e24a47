#include "style/paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "style/margins.h"
#include "style/packet_settings.h"
#include "style/properties.h"

namespace garland {
namespace {

struct NamedPaper {
  std::string_view name;
  PaperSize size;
};
constexpr std::array<NamedPaper, 13> kPapers{{{"a3", {297_mm, 420_mm}},
                                              {"a4", {210_mm, 297_mm}},
                                              {"a5", {148_mm, 210_mm}},
                                              {"a6", {105_mm, 148_mm}},
                                              {"b5", {176_mm, 250_mm}},
                                              {"sra3", {320_mm, 450_mm}},
                                              {"tabloid", {792_pt, 1224_pt}},
                                              {"letter", {612_pt, 792_pt}},
                                              {"legal", {612_pt, 1008_pt}},
                                              {"half-letter", {396_pt, 612_pt}},
                                              {"digest", {396_pt, 612_pt}},
                                              {"6x9", {432_pt, 648_pt}},
                                              {"5x8", {360_pt, 576_pt}}}};

// Papers of pages, by their size.
constexpr std::array<std::string_view, 5> kMetricPapers = {"a6", "a5", "b5", "a4", "a3"};
constexpr std::array<std::string_view, 5> kAmericanPapers = {"5x8", "half-letter", "6x9", "letter",
                                                             "legal"};

constexpr Length kSmallestPaper = 216_pt;
constexpr Length kLargestPaper = 4320_pt;
constexpr int kFewestLines = 8;
constexpr int kSinkageShare = 2;  // of the text block's height, as a divisor
constexpr int kNarrowestEms = 10;
constexpr int kNarrowestColumnEms = 15;  // where there are several
constexpr Length kSmallestType = 5_pt;
constexpr Length kLargestType = 36_pt;

// "6 × 9 in" as "6x9in".
std::string plain_spelling(std::string_view text) {
  constexpr std::string_view kCross = "\u00D7";
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with(kCross)) {
      plain += 'x';
      at += kCross.size() - 1;
    } else if (text[at] != ' ') {
      plain += to_ascii_lower(text[at]);
    }
  }
  return plain;
}

// A side without a unit has that of the other: "6x9in".
std::optional<PaperSize> parse_sides(std::string_view across, std::string_view down) {
  const std::size_t unit = down.find_last_of("0123456789.");
  std::string width(across);
  if (unit != std::string_view::npos && parse_length(width, {}) == std::nullopt) {
    width += down.substr(unit + 1);
  }
  const auto first = parse_length(width, {});
  const auto second = parse_length(down, {});
  if (!first || !second) return std::nullopt;
  return PaperSize{*first, *second};
}

// All lengths of the type grow alike, so that the design keeps its proportions.
void scale_type(Theme& theme, double ratio) {
  for (TextStyle& style : theme.styles) {
    for (Length TextStyle::*field :
         {&TextStyle::size, &TextStyle::leading, &TextStyle::first_indent, &TextStyle::left_indent,
          &TextStyle::right_indent, &TextStyle::space_before, &TextStyle::space_after}) {
      style.*field = (style.*field).scaled(ratio);
    }
  }
  theme.title_sinkage = theme.title_sinkage.scaled(ratio);
  theme.page.max_measure = theme.page.max_measure.scaled(ratio);
}

struct Margin {
  std::string_view name;
  Length PageGeometry::*field;
};
constexpr std::array<Margin, 4> kMargins{{{"inner", &PageGeometry::inner},
                                          {"outer", &PageGeometry::outer},
                                          {"top", &PageGeometry::top},
                                          {"bottom", &PageGeometry::bottom}}};

std::optional<Length> margin_of(std::string_view key, const Value& value, const Theme& theme,
                                Diagnostics& diagnostics) {
  const auto length = parse_length(value.scalar, context_of(theme));
  if (length && *length >= Length()) return length;
  complain(key, value, "a length such as 18mm", diagnostics);
  return std::nullopt;
}

// One length for all of them.
void set_all_margins(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto length = margin_of("margins", value, theme, diagnostics);
  if (!length) return;
  for (const Margin& margin : kMargins) theme.page.*margin.field = *length;
}

void set_each_margin(Theme& theme, const Value& map, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Margin& margin : kMargins) {
    known.push_back(margin.name);
    const Value* value = map.find(margin.name);
    if (value == nullptr) continue;
    const auto length =
        margin_of(fmt::format("margins: {}", margin.name), *value, theme, diagnostics);
    if (length) theme.page.*margin.field = *length;
  }
  report_strangers("margin", map, known, diagnostics);
}

void fit_columns(Theme& theme, const SourceRange& place, Diagnostics& diagnostics) {
  int& columns = theme.page.columns;
  const int asked = columns;
  const Length narrowest = theme.style(TextRole::Body).size * kNarrowestColumnEms;
  while (columns > 1 && theme.measure() < narrowest) --columns;
  if (columns == asked) return;
  diagnostics.warning("no-room", place,
                      fmt::format("the page has room for {} of the {} columns", columns, asked),
                      "choose fewer columns, smaller type, narrower margins or larger paper");
}

}  // namespace

std::optional<PaperSize> parse_paper(std::string_view text) {
  const std::string name = plain_spelling(text);
  for (const NamedPaper& paper : kPapers) {
    if (paper.name == name) return paper.size;
  }
  const std::size_t cross = name.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const std::string_view whole = name;
  const auto paper = parse_sides(whole.substr(0, cross), whole.substr(cross + 1));
  if (!paper) return std::nullopt;
  for (const Length side : {paper->width, paper->height}) {
    if (side < kSmallestPaper || side > kLargestPaper) return std::nullopt;
  }
  return paper;
}

std::optional<std::string_view> next_larger_paper(const PaperSize& paper) {
  for (const auto& family : {kMetricPapers, kAmericanPapers}) {
    for (std::size_t i = 0; i + 1 < family.size(); ++i) {
      const auto named = parse_paper(family[i]);
      if (named->width == paper.width && named->height == paper.height) return family[i + 1];
    }
  }
  return std::nullopt;
}

PaperSize smallest_paper_for(const PaperSize& area) {
  const Length longer = std::max(area.width, area.height);
  const Length shorter = std::min(area.width, area.height);
  const NamedPaper* best = nullptr;
  for (const NamedPaper& paper : kPapers) {
    // Standard sizes are whole millimetres: two pages of A5 beside each other are a hair off A4.
    const bool fits = paper.size.height + 1_pt >= longer && paper.size.width + 1_pt >= shorter;
    if (fits && (best == nullptr || paper.size.height < best->size.height)) best = &paper;
  }
  if (best == nullptr) return area;
  if (area.width <= area.height) return best->size;
  return {best->size.height, best->size.width};
}

bool has_room(const Theme& theme) {
  const TextStyle& body = theme.style(TextRole::Body);
  return theme.text_width() >= body.size * kNarrowestEms &&
         theme.text_height() >= body.leading * kFewestLines;
}

void set_size(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const Length old = theme.style(TextRole::Body).size;
  const auto size = parse_length(value.scalar, context_of(theme));
  if (!size || *size < kSmallestType || *size > kLargestType) {
    return complain("size", value, "the size of the body's type, 5pt to 36pt", diagnostics);
  }
  scale_type(theme, size->points() / old.points());
}

void set_paper(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto paper = parse_paper(value.scalar);
  if (!paper) {
    return complain("paper", value, kPaperWanted, diagnostics);
  }
  PageGeometry& page = theme.page;
  const double across = paper->width.points() / page.width.points();
  const double down = paper->height.points() / page.height.points();
  page.width = paper->width;
  page.height = paper->height;
  page.inner = page.inner.scaled(across);
  page.outer = page.outer.scaled(across);
  page.top = page.top.scaled(down);
  page.bottom = page.bottom.scaled(down);
}

// Two fifths of what is won go to the spine.
void limit_measure(PageGeometry& page) {
  const Length longest = page.max_measure * page.columns + page.column_gap * (page.columns - 1);
  const Length extra = page.width - page.inner - page.outer - longest;
  if (extra <= Length() || page.max_measure <= Length()) return;
  page.inner += extra * 2 / 5;
  page.outer += extra - extra * 2 / 5;
}

void set_sides(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  if (value.scalar == "two" || value.scalar == "2") {
    theme.page.is_two_sided = true;
  } else if (value.scalar == "one" || value.scalar == "1") {
    theme.page.is_two_sided = false;
    theme.works_open_recto = false;
    const Length both = theme.page.inner + theme.page.outer;
    theme.page.inner = both / 2;
    theme.page.outer = both - both / 2;
  } else {
    complain("sides", value, "one or two", diagnostics);
  }
}

void set_columns(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto columns = parse_count(value.scalar);
  const bool is_known = columns && *columns >= 1 && *columns <= kMostColumns;
  if (!is_known) return complain("columns", value, "a number from 1 to 4", diagnostics);
  theme.page.columns = *columns;
}

void set_looseness(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const bool is_known = value.scalar == "-1" || value.scalar == "0" || value.scalar == "1";
  if (!is_known) return complain("looseness", value, "-1, 0 or 1", diagnostics);
  theme.looseness = value.scalar == "-1" ? -1 : value.scalar == "1" ? 1 : 0;
}

void set_line_numbers(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const auto step = parse_count(value.scalar);
  if (!step) {
    return complain("line_numbers", value, "every how many lines one is numbered, or 0",
                    diagnostics);
  }
  theme.line_numbers = *step;
}

void set_openings(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  if (value.scalar == "recto") {
    theme.works_open_recto = theme.page.is_two_sided;
  } else if (value.scalar == "any") {
    theme.works_open_recto = false;
  } else {
    complain("openings", value, "recto or any", diagnostics);
  }
}

void set_margins(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  const PageGeometry before = theme.page;
  const bool has_each = value.is_map();
  has_each ? set_each_margin(theme, value, diagnostics)
           : set_all_margins(theme, value, diagnostics);
  if (has_room(theme)) return;
  diagnostics.warning("no-room", value.range, "these margins leave no room for a column of text",
                      "choose narrower margins, smaller type or larger paper");
  for (const Margin& margin : kMargins) theme.page.*margin.field = before.*margin.field;
}

const Value* find_page_setting(const Value& overrides) {
  for (const char* name : {"margins", "paper", "size", "columns", "line_numbers", "sides"}) {
    const Value* value = overrides.find(name);
    if (value != nullptr && !value->is_null()) return value;
  }
  return nullptr;
}

void fit_text_block(Theme& theme, const PageGeometry& designed, const SourceRange& place,
                    Diagnostics& diagnostics) {
  if (!has_room(theme)) {
    diagnostics.warning("no-room", place, "the paper has no room for a column of text",
                        "choose narrower margins, smaller type or larger paper");
    theme.page = designed;
  }
  fit_columns(theme, place, diagnostics);
  const Length leading = theme.style(TextRole::Body).leading;
  const std::int64_t lines = theme.text_height().units() / leading.units();
  theme.page.bottom = theme.page.height - theme.page.top - leading * lines;
  theme.title_sinkage = std::min(theme.title_sinkage, theme.text_height() / kSinkageShare);
  fit_margins(theme, place, diagnostics);
}

}  // namespace garland
