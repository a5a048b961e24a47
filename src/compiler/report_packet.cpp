#include "compiler/report_packet.h"

#include <fmt/format.h>

namespace garland::report {
namespace {

void write_head(PageWriter& page) {
  page.open("thead");
  page.open("tr");
  page.element("th", {{"scope", "col"}}, "Article");
  for (const char* head : {"From page", "Pages", "Lines on the last", "To save pages"}) {
    page.element("th", {{"scope", "col"}, {"class", "number"}}, head);
  }
  page.close();
  page.close();
  page.line_end();
}

std::string saving(const BudgetLine& line) {
  if (line.pages_to_save == 0) return "";
  return fmt::format("{} less: {}", counted(static_cast<std::size_t>(line.last_lines), "line"),
                     counted(line.pages_to_save, "page"));
}

void write_row(PageWriter& page, const BudgetLine& line) {
  page.open("tr");
  page.element("th", {{"scope", "row"}, {"dir", "auto"}},
               shown(line.title.empty() ? line.source : line.title));
  for (const std::string& cell :
       {line.folio, grouped(line.page_count), std::to_string(line.last_lines), saving(line)}) {
    page.element("td", {{"class", "number"}}, cell);
  }
  page.close();
  page.line_end();
}

}  // namespace

void write_packet(PageWriter& page, const PageBudget& budget) {
  page.open("section", {{"id", "packet"}});
  page.element("h2", {}, "The packet");
  page.element("p", {},
               fmt::format("{}, {} of them blank: {} of paper, printed on both sides. A full page "
                           "has {}.",
                           counted(budget.page_count, "page"), grouped(budget.blank_count),
                           counted(budget.sheet_count, "sheet"),
                           counted(static_cast<std::size_t>(budget.lines_a_page), "line")));
  page.open("div", {{"class", "wide"},
                    {"role", "region"},
                    {"tabindex", "0"},
                    {"aria-label", "Pages of the articles"}});
  page.open("table");
  write_head(page);
  page.open("tbody");
  for (const BudgetLine& line : budget.lines) {
    if (!line.source.empty()) write_row(page, line);
  }
  page.close();
  page.close();
  page.close();
  page.close();
  page.line_end();
}

}  // namespace garland::report
