#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.h"
#include "compiler/budget_report.h"
#include "compiler/report.h"

using namespace garland;

namespace {

CompileOptions options_of() {
  CompileOptions options;
  options.jobs = 1;
  options.folder_name = "book";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  return options;
}

std::string article(const std::string& title, int paragraphs) {
  std::string text = "---\ntitle: " + title + "\nauthor: Jo Roe\ndate: 2024\n---\n\n";
  for (int i = 0; i < paragraphs; ++i) {
    text +=
        "The ferry crosses the sound twice a day, and on most crossings there is nobody on "
        "deck but the dog. It has learned to wait for the second whistle, and the crew have "
        "learned to wait for the dog before they let the rope go from the pier.\n\n";
  }
  return text;
}

MemoryFolder folder_of(const std::string& settings) {
  MemoryFolder folder;
  folder.add("anthology.yaml", "title: Ferries\npdf: " + settings + "\n");
  folder.add("long.md", article("Long", 40));
  folder.add("short.md", article("Short", 3));
  return folder;
}

BudgetReport report_of(const std::string& settings) {
  Diagnostics diagnostics;
  Result<BudgetReport> report = report_budget(folder_of(settings), options_of(), diagnostics);
  REQUIRE(report.ok());
  return *report;
}

std::size_t pages_of(const std::string& settings) {
  Diagnostics diagnostics;
  CompileOptions options = options_of();
  options.wants_epub = false;
  const auto compilation = compile(folder_of(settings), options, diagnostics);
  REQUIRE(compilation.ok());
  return compilation->outputs.at(0).page_count;
}

}  // namespace

TEST_CASE("the budget says where the pages go") {
  const PageBudget budget = report_of("{paper: a5}").budget;
  CHECK(budget.page_count == pages_of("{paper: a5}"));
  CHECK(budget.sheet_count == (budget.page_count + 1) / 2);
  CHECK(budget.lines_a_page > 20);
  std::size_t pages = budget.blank_count;
  std::vector<std::string> sources;
  for (const BudgetLine& line : budget.lines) {
    pages += line.page_count;
    if (!line.source.empty()) sources.push_back(line.source);
  }
  CHECK(pages == budget.page_count);
  CHECK(sources == std::vector<std::string>{"long.md", "short.md"});
}

TEST_CASE("every variant has the pages of a packet that is built with its settings") {
  const BudgetReport report = report_of("{paper: a5}");
  CHECK(report.variants.size() >= 4);
  for (const BudgetVariant& variant : report.variants) {
    CAPTURE(variant.setting);
    const bool has_paper = variant.setting.find("paper:") != std::string::npos;
    const std::string settings = has_paper ? variant.setting : "paper: a5, " + variant.setting;
    CHECK(variant.budget.page_count == pages_of("{" + settings + "}"));
  }
}

TEST_CASE("variants are those that the settings leave room for") {
  const auto has = [](const BudgetReport& report, const std::string& setting) {
    return std::any_of(report.variants.begin(), report.variants.end(),
                       [&](const BudgetVariant& variant) {
                         return variant.setting.find(setting) != std::string::npos;
                       });
  };
  const BudgetReport two_sided = report_of("{paper: a5, openings: recto, note_pages: after}");
  CHECK(has(two_sided, "openings: any"));
  CHECK(has(two_sided, "sides: one"));
  CHECK(has(two_sided, "note_pages: none"));
  CHECK(has(two_sided, "paper: b5"));
  const BudgetReport one_sided = report_of("{paper: a3, sides: one, size: 8pt, margins: 9mm}");
  CHECK_FALSE(has(one_sided, "openings"));
  CHECK_FALSE(has(one_sided, "sides"));
  CHECK_FALSE(has(one_sided, "note_pages"));
  CHECK_FALSE(has(one_sided, "paper"));
  CHECK_FALSE(has(one_sided, "size"));
  CHECK_FALSE(has(one_sided, "margins"));
}

TEST_CASE("a last page of a few lines is pointed out where cutting them makes the book shorter") {
  Packet packet;
  packet.pages.resize(8);
  BoundPart first{"a", "A", 0, 3, 0, 4, false};
  BoundPart second{"b", "B", 4, 4, 0, 40, true};  // after a blank page
  packet.parts = {first, second};
  Theme theme;
  theme.page.height = 400_pt;
  theme.styles[static_cast<std::size_t>(TextRole::Body)].leading = 10_pt;
  const Anthology anthology;
  // Without its third page the first article ends where the second may begin.
  CHECK(budget_of(packet, anthology, theme).lines.at(0).pages_to_save == 2);
  CHECK(budget_of(packet, anthology, theme).lines.at(1).pages_to_save == 0);
  packet.parts[0].last_lines = 11;
  CHECK(budget_of(packet, anthology, theme).lines.at(0).pages_to_save == 0);
  packet.parts[0].last_lines = 4;
  packet.parts[0].page_count = 4;  // no blank page: one would come where the cut page was
  CHECK(budget_of(packet, anthology, theme).lines.at(0).pages_to_save == 0);
}

TEST_CASE("the budget is told to people and to programs, and by the build's own report") {
  const BudgetReport report = report_of("{paper: a5}");
  const std::string text = budget_text(report);
  for (const char* part : {"Ferries:", "(long.md)", "of paper", "size: 10pt", "sides: one"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  const Value value = budget_report_value(report, {});
  CHECK(value.find("variants")->list.size() == report.variants.size());
  CHECK(value.find("packet")->find("parts")->list.size() == report.budget.lines.size());

  Diagnostics diagnostics;
  const auto compilation = compile(folder_of("{paper: a5}"), options_of(), diagnostics);
  REQUIRE(compilation.ok());
  const Value built = report_value(*compilation, diagnostics, {});
  REQUIRE(built.find("packet") != nullptr);
  CHECK(*built.find("packet") == *value.find("packet"));
  CHECK(compilation->report_page.bytes.find("id=\"packet\"") != std::string::npos);
}

TEST_CASE("a creep that would take the text into the fold is warned of") {
  for (const char* creep : {"0.1mm", "2mm"}) {
    Diagnostics diagnostics;
    CompileOptions options = options_of();
    options.wants_epub = false;
    const std::string settings =
        std::string(
            "{paper: a5, margins: 2mm, note_pages: facing, sheets: {fold: booklet, creep: ") +
        creep + "}}";
    REQUIRE(compile(folder_of(settings), options, diagnostics).ok());
    const auto warned =
        std::count_if(diagnostics.items().begin(), diagnostics.items().end(),
                      [](const Diagnostic& one) { return one.code == "creep-too-large"; });
    CHECK(warned == (creep == std::string_view("2mm") ? 1 : 0));
  }
}

TEST_CASE("sheets of the settings are made beside the packet, and counted") {
  Diagnostics diagnostics;
  CompileOptions options = options_of();
  options.wants_epub = false;
  const auto compilation = compile(folder_of("{paper: a5, sheets: booklet}"), options, diagnostics);
  REQUIRE(compilation.ok());
  REQUIRE(compilation->outputs.size() == 2);
  CHECK(compilation->outputs[1].name == "ferries.sheets.pdf");
  CHECK(compilation->outputs[1].sheet_count == (compilation->outputs[0].page_count + 3) / 4);
  CHECK(compilation->budget->sheet_count == compilation->outputs[1].sheet_count);
}
