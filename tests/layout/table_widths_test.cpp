#include "layout/galley/table_widths.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace garland {
namespace {

constexpr Length kMeasure = 300_pt;
constexpr Length kGap = 10_pt;
constexpr Length kNarrowest = 30_pt;

TablePlan plan(const std::vector<ColumnNeed>& needs) {
  return plan_columns(needs, kMeasure, kGap, kNarrowest);
}

Length width_of(const TablePanel& panel) {
  return std::accumulate(panel.widths.begin(), panel.widths.end(),
                         kGap * static_cast<std::int64_t>(panel.widths.size() - 1));
}

// A column of rows that have so much text each.
ColumnNeed column_of(Length minimum, std::vector<Length> words) {
  const Length natural = *std::max_element(words.begin(), words.end());
  return {minimum, natural, std::move(words)};
}

}  // namespace

TEST_CASE("columns have their natural widths where there is room") {
  const TablePlan own = plan({{40_pt, 90_pt}, {40_pt, 120_pt}});
  CHECK(own.scale == 1);
  REQUIRE(own.panels.size() == 1);
  CHECK(own.panels[0].columns == std::vector<std::size_t>{0, 1});
  CHECK(own.panels[0].widths == std::vector<Length>{90_pt, 120_pt});
}

TEST_CASE("the type of a table is smaller where words would not fit, by no more than it must") {
  CHECK(plan({{140_pt, 500_pt}, {140_pt, 500_pt}}).scale == 1);
  CHECK(plan({{160_pt, 500_pt}, {160_pt, 500_pt}}).scale == 0.9);
  CHECK(plan({{180_pt, 500_pt}, {180_pt, 500_pt}}).scale == 0.8);
}

TEST_CASE("columns are pressed to one limit where their words do not fit in the smallest type") {
  const TablePlan pressed = plan({{20_pt, 20_pt}, {300_pt, 900_pt}, {400_pt, 900_pt}});
  CHECK(pressed.scale == 0.8);
  REQUIRE(pressed.panels.size() == 1);
  const std::vector<Length>& widths = pressed.panels[0].widths;
  CHECK(widths[0] == 16_pt);
  CHECK(widths[1] == widths[2]);
  CHECK(widths[1] > 131_pt);
  CHECK(width_of(pressed.panels[0]) <= kMeasure);
}

TEST_CASE("a table of too many columns is cut into panels that repeat the first one") {
  const TablePlan cut = plan(std::vector<ColumnNeed>(20, {60_pt, 80_pt}));
  REQUIRE(cut.panels.size() > 1);
  std::size_t next = 1;
  for (const TablePanel& panel : cut.panels) {
    CHECK(panel.columns.front() == 0);
    CHECK(panel.repeats_first == (&panel != &cut.panels.front()));
    for (std::size_t i = 1; i < panel.columns.size(); ++i) CHECK(panel.columns[i] == next++);
  }
  CHECK(next == 20);
}

TEST_CASE("a column of sentences is wider than one of a few words, if rows are lower for it") {
  const ColumnNeed number = column_of(30_pt, {30_pt, 30_pt, 30_pt});
  const ColumnNeed sentences = column_of(50_pt, {900_pt, 500_pt, 700_pt});
  const ColumnNeed remarks = column_of(50_pt, {130_pt, 110_pt, 120_pt});
  const std::vector<Length> widths = plan({number, sentences, remarks}).panels.at(0).widths;
  CHECK(widths[1] > 150_pt);
  CHECK(widths[2] >= 50_pt);
  CHECK(widths[2] < 100_pt);
}

TEST_CASE("columns keep one limit where a single long cell stands beside rows of short ones") {
  std::vector<Length> one_long(20, 100_pt);
  one_long[7] = 3000_pt;
  const std::vector<Length> even(20, 135_pt);
  const std::vector<Length> widths =
      plan({column_of(40_pt, one_long), column_of(40_pt, even)}).panels.at(0).widths;
  CHECK(widths[0] >= 140_pt);
  CHECK(widths[1] == 135_pt);
}

TEST_CASE("no panel is wider than the measure, whatever its columns need") {
  unsigned seed = 7;
  const auto random = [&seed](unsigned most) {
    seed = seed * 1664525 + 1013904223;
    return Length::from_units(static_cast<std::int64_t>(seed >> 8) % (most * 65536));
  };
  for (int table = 0; table < 500; ++table) {
    CAPTURE(table);
    std::vector<ColumnNeed> needs;
    for (int column = 0; column <= table % 12; ++column) {
      const Length minimum = random(120);
      const Length words = random(table % 5 == 0 ? 200 : 9000);
      needs.push_back(column_of(minimum, {std::max(minimum, words), random(100)}));
    }
    for (const TablePanel& panel : plan(needs).panels) {
      CHECK(width_of(panel) <= kMeasure);
      for (const Length width : panel.widths) CHECK(width > Length());
    }
  }
}

}  // namespace garland
