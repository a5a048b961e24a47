#include "compiler/budget_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "compiler/choose_theme.h"
#include "compiler/report.h"
#include "compiler/report_html.h"
#include "fonts/fonts.h"
#include "layout/layout.h"
#include "style/paper.h"

namespace garland {
namespace {

// Below these, pages are no longer good to read or to hold.
constexpr Length kLeastType = 8_pt;
constexpr Length kLeastMargin = 12_mm;
constexpr Length kMarginStep = 3_mm;

struct Change {
  std::string what;
  Value settings;  // keys of `pdf:`
};

Value text_value(std::string text) { return Value::string(std::move(text)); }

Value smaller_type(const Theme& theme) {
  const double size = theme.style(TextRole::Body).size.points() - 0.5;
  if (size < kLeastType.points()) return {};
  return Value::make_map({{"size", text_value(fmt::format("{:.4g}pt", size))}});
}

Value larger_paper(const Theme& theme) {
  const auto name = next_larger_paper({theme.page.width, theme.page.height});
  return name ? Value::make_map({{"paper", text_value(std::string(*name))}}) : Value();
}

Value openings_anywhere(const Theme& theme) {
  if (!theme.works_open_recto) return {};
  return Value::make_map({{"openings", text_value("any")}});
}

Value one_side(const Theme& theme) {
  if (!theme.page.is_two_sided) return {};
  return Value::make_map({{"sides", text_value("one")}});
}

Value narrower_margins(const Theme& theme) {
  Value margins = Value::make_map();
  bool is_narrower = false;
  for (const auto& [name, width] : {std::pair<const char*, Length>{"inner", theme.page.inner},
                                    {"outer", theme.page.outer},
                                    {"top", theme.page.top},
                                    {"bottom", theme.page.bottom}}) {
    const Length narrow = std::min(width, std::max(width - kMarginStep, Length(kLeastMargin)));
    is_narrower = is_narrower || narrow < width;
    margins.set(name, text_value(fmt::format("{:.1f}mm", narrow.points() * 25.4 / 72)));
  }
  return is_narrower ? Value::make_map({{"margins", std::move(margins)}}) : Value();
}

Value smaller_and_narrower(const Theme& theme) {
  Value both = smaller_type(theme);
  const Value margins = narrower_margins(theme);
  if (both.is_null() || margins.is_null()) return {};
  both.set("margins", *margins.find("margins"));
  return both;
}

Value without_note_pages(const Theme& theme) {
  if (theme.print.note_pages.where == NotePages::Where::None) return {};
  return Value::make_map({{"note_pages", text_value("none")}});
}

Value tighter_paragraphs(const Theme& theme) {
  if (theme.looseness < 0) return {};
  return Value::make_map({{"looseness", text_value("-1")}});
}

// To add one: a function that gives the settings, or Null where there is nothing to change.
std::vector<Change> changes_of(const Theme& theme) {
  struct Kind {
    const char* what;
    Value (*settings)(const Theme& theme);
  };
  std::vector<Change> changes;
  for (const Kind& kind : {Kind{"type half a point smaller", smaller_type},
                           Kind{"the next larger paper", larger_paper},
                           Kind{"margins 3 mm narrower", narrower_margins},
                           Kind{"smaller type and narrower margins", smaller_and_narrower},
                           Kind{"paragraphs a line shorter", tighter_paragraphs},
                           Kind{"articles beginning on any page", openings_anywhere},
                           Kind{"left and right pages alike", one_side},
                           Kind{"no pages for notes", without_note_pages}}) {
    Value settings = kind.settings(theme);
    if (!settings.is_null()) changes.push_back({kind.what, std::move(settings)});
  }
  return changes;
}

// "size: 10pt, margins: {inner: 16mm}"
std::string setting_text(const Value& settings) {
  std::string text;
  for (const auto& [key, value] : settings.map) {
    if (!text.empty()) text += ", ";
    text += key + ": " + (value.is_map() ? "{" + setting_text(value) + "}" : value.scalar);
  }
  return text;
}

Description with_settings(const Description& description, const Value& settings) {
  Description changed = description;
  if (!changed.pdf.is_map()) changed.pdf = Value::make_map();
  for (const auto& [key, value] : settings.map) changed.pdf.set(key, value);
  return changed;
}

class Budgeting {
 public:
  Budgeting(const CompileOptions& options, const Compilation& compilation, FontLibrary& fonts)
      : options_(options), compilation_(compilation), fonts_(fonts) {}

  PageBudget lay_out_with(const Theme& theme, Diagnostics& diagnostics) const {
    const Picture cover;  // its pages count, not what they show
    const Packet packet =
        lay_out(compilation_.anthology, theme, fonts_, {options_.jobs, &cover}, diagnostics);
    return budget_of(packet, compilation_.anthology, theme);
  }

  // What is wrong with the settings or the text has been said of the book as it is.
  Result<BudgetVariant> try_change(const Change& change) const {
    Diagnostics said_already;
    const Result<Theme> theme = choose_theme(
        options_, with_settings(compilation_.description, change.settings), said_already);
    if (!theme) return theme.error();
    return BudgetVariant{change.what, setting_text(change.settings),
                         lay_out_with(*theme, said_already)};
  }

 private:
  const CompileOptions& options_;
  const Compilation& compilation_;
  FontLibrary& fonts_;
};

std::string line_text(const BudgetLine& line, int lines_a_page) {
  const bool is_article = !line.source.empty();
  const std::string last =
      is_article ? fmt::format("{} of {}", line.last_lines, lines_a_page) : std::string();
  std::string text = fmt::format("{:>6} {:>6}  {:<9} ", line.folio, line.page_count, last);
  text += printable(line.title.empty() ? "(half title, title page or imprint)" : line.title);
  if (is_article) text += printable(fmt::format(" ({})", line.source));
  if (line.note_page_count > 0) {
    text += fmt::format(", {} for notes", report::counted(line.note_page_count, "page"));
  }
  if (line.pages_to_save > 0) {
    text += fmt::format(": cutting {} saves {}",
                        report::counted(static_cast<std::size_t>(line.last_lines), "line"),
                        report::counted(line.pages_to_save, "page"));
  }
  return text + "\n";
}

std::string difference_text(std::size_t now, std::size_t then) {
  if (now == then) return "as now";
  if (then < now) return report::counted(now - then, "page") + " fewer";
  return report::counted(then - now, "page") + " more";
}

}  // namespace

Result<BudgetReport> report_budget(const Folder& folder, const CompileOptions& options,
                                   Diagnostics& diagnostics) {
  const Result<Compilation> read = read_anthology(folder, options, diagnostics);
  if (!read) return read.error();
  const Result<Theme> theme = choose_theme(options, read->description, diagnostics);
  if (!theme) return theme.error();
  const Result<std::unique_ptr<FontLibrary>> fonts = FontLibrary::open(options.fonts_file);
  if (!fonts) return fonts.error();
  report_unknown_families(*theme, **fonts, diagnostics);
  const Budgeting budgeting(options, *read, **fonts);
  BudgetReport report;
  report.title = read->anthology.metadata.title;
  report.budget = budgeting.lay_out_with(*theme, diagnostics);
  for (const Change& change : changes_of(*theme)) {
    if (options.on_phase) options.on_phase("trying " + change.what);
    Result<BudgetVariant> variant = budgeting.try_change(change);
    if (!variant) return variant.error();
    report.variants.push_back(std::move(*variant));
  }
  return report;
}

std::string budget_text(const BudgetReport& report) {
  const PageBudget& now = report.budget;
  std::string text = fmt::format("{}: {} ({} blank), {} of paper printed on both sides\n\n",
                                 printable(report.title), report::counted(now.page_count, "page"),
                                 now.blank_count, report::counted(now.sheet_count, "sheet"));
  text += fmt::format("{:>6} {:>6}  {:<9}\n", "from", "pages", "last page");
  for (const BudgetLine& line : now.lines) text += line_text(line, now.lines_a_page);
  text += "\nLaid out with other settings (pdf: in anthology.yaml):\n";
  for (const BudgetVariant& variant : report.variants) {
    const std::size_t pages = variant.budget.page_count;
    text +=
        fmt::format("{:>6} pages, {:>4} sheets  {:<15} {}: {}\n", pages, variant.budget.sheet_count,
                    difference_text(now.page_count, pages), variant.what, variant.setting);
  }
  return text;
}

Value budget_report_value(const BudgetReport& report, const Diagnostics& diagnostics) {
  Value variants = Value::make_list();
  for (const BudgetVariant& variant : report.variants) {
    Value value = Value::make_map(
        {{"what", text_value(variant.what)}, {"setting", text_value(variant.setting)}});
    for (auto& [key, count] : budget_value(variant.budget).map) {
      if (key != "parts") value.set(key, std::move(count));
    }
    variants.list.push_back(std::move(value));
  }
  Value value = diagnostics_value(diagnostics);
  value.set("title", text_value(report.title));
  value.set("packet", budget_value(report.budget));
  value.set("variants", std::move(variants));
  return value;
}

}  // namespace garland
