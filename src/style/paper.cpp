#include "style/paper.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "style/properties.h"

namespace garland {
namespace {

struct NamedPaper {
  std::string_view name;
  PaperSize size;
};
constexpr std::array<NamedPaper, 8> kPapers{{{"a4", {210_mm, 297_mm}},
                                             {"a5", {148_mm, 210_mm}},
                                             {"b5", {176_mm, 250_mm}},
                                             {"letter", {612_pt, 792_pt}},
                                             {"legal", {612_pt, 1008_pt}},
                                             {"half-letter", {396_pt, 612_pt}},
                                             {"6x9", {432_pt, 648_pt}},
                                             {"digest", {396_pt, 612_pt}}}};

constexpr Length kSmallestPaper = 216_pt;
constexpr Length kLargestPaper = 4320_pt;
constexpr int kFewestLines = 8;
constexpr int kNarrowestEms = 10;
constexpr Length kLeastFoot = 4_pt;  // below the folio's baseline
constexpr Length kSmallestType = 5_pt;
constexpr Length kLargestType = 36_pt;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    c = to_ascii_lower(c);
  }
  return result;
}

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

void complain(std::string_view key, const Value& value, std::string_view wanted,
              Diagnostics& diagnostics) {
  diagnostics.warning("bad-setting", value.range,
                      fmt::format("pdf: {} is \"{}\"", key, value.scalar),
                      fmt::format("write {}", wanted));
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
    return complain("paper", value, "a4, a5, letter, 6x9 or a size such as 148mm x 210mm",
                    diagnostics);
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

// Lines that the eye cannot follow back are cut; two fifths of what is won go to the spine.
void limit_measure(PageGeometry& page) {
  const Length extra = page.width - page.inner - page.outer - page.max_measure;
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

struct Margin {
  std::string_view name;
  Length PageGeometry::*field;
};
constexpr std::array<Margin, 4> kMargins{{{"inner", &PageGeometry::inner},
                                          {"outer", &PageGeometry::outer},
                                          {"top", &PageGeometry::top},
                                          {"bottom", &PageGeometry::bottom}}};

void set_margin(Theme& theme, const Margin& margin, const Value& value, Diagnostics& diagnostics) {
  const auto length = parse_length(value.scalar, context_of(theme));
  if (!length || *length < Length()) {
    return complain(fmt::format("margins: {}", margin.name), value, "a length such as 18mm",
                    diagnostics);
  }
  theme.page.*margin.field = *length;
}

void set_margins(Theme& theme, const Value& value, Diagnostics& diagnostics) {
  std::vector<std::string_view> known;
  for (const Margin& margin : kMargins) {
    known.push_back(margin.name);
    if (value.is_scalar()) set_margin(theme, margin, value, diagnostics);
    if (const Value* one = value.find(margin.name)) set_margin(theme, margin, *one, diagnostics);
  }
  for (const Value::Entry& entry : value.map) {
    if (std::find(known.begin(), known.end(), entry.first) == known.end()) {
      report_unknown("margin", entry, known, diagnostics);
    }
  }
}

bool has_room(const Theme& theme) {
  const TextStyle& body = theme.style(TextRole::Body);
  return theme.measure() >= body.size * kNarrowestEms &&
         theme.text_height() >= body.leading * kFewestLines;
}

// Running head and folio come nearer to the text where the margin is too narrow for the theme's
// white; a running head that would stand in the text or be cut off is left out.
void fit_heads(Theme& theme) {
  const TextStyle& head = theme.style(TextRole::RunningHead);
  theme.running_head_drop = std::min(theme.running_head_drop, theme.page.top - head.size);
  theme.has_running_heads = theme.has_running_heads && theme.running_head_drop >= head.leading / 2;
  theme.folio_drop = std::min(theme.folio_drop, theme.page.bottom - kLeastFoot);
}

}  // namespace

std::optional<PaperSize> parse_paper(std::string_view text) {
  const std::string name = lower(without_spaces(text));
  for (const NamedPaper& paper : kPapers) {
    if (paper.name == name) return paper.size;
  }
  const std::size_t cross = name.find('x');
  if (cross == std::string::npos) return std::nullopt;
  const std::string_view whole = name;
  const auto width = parse_length(without_spaces(whole.substr(0, cross)), {});
  const auto height = parse_length(without_spaces(whole.substr(cross + 1)), {});
  if (!width || !height) return std::nullopt;
  for (const Length side : {*width, *height}) {
    if (side < kSmallestPaper || side > kLargestPaper) return std::nullopt;
  }
  return PaperSize{*width, *height};
}

void apply_overrides(Theme& theme, const Value& overrides, Diagnostics& diagnostics) {
  struct Setting {
    std::string_view name;
    void (*apply)(Theme&, const Value&, Diagnostics&);
  };
  // In this order: a margin that is named stands, whatever the paper.
  constexpr std::array<Setting, 4> kSettings{
      {{"size", set_size}, {"paper", set_paper}, {"sides", set_sides}, {"margins", set_margins}}};
  std::vector<std::string_view> known = {"attach"};  // the book takes it from the map
  for (const Setting& setting : kSettings) {
    known.push_back(setting.name);
    if (setting.name == "sides") limit_measure(theme.page);
    const Value* value = overrides.find(setting.name);
    if (value != nullptr) setting.apply(theme, *value, diagnostics);
  }
  for (const Value::Entry& entry : overrides.map) {
    if (std::find(known.begin(), known.end(), entry.first) == known.end()) {
      report_unknown("pdf setting", entry, known, diagnostics);
    }
  }
}

void fit_text_block(Theme& theme, const PageGeometry& designed, Diagnostics& diagnostics) {
  if (!has_room(theme)) {
    diagnostics.warning("no-room", {}, "the margins leave no room for a column of text",
                        "choose narrower margins, smaller type or larger paper");
    theme.page = designed;
  }
  const Length leading = theme.style(TextRole::Body).leading;
  const std::int64_t lines = theme.text_height().units() / leading.units();
  theme.page.bottom = theme.page.height - theme.page.top - leading * lines;
  fit_heads(theme);
}

}  // namespace garland
