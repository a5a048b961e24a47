#include "style/paper.h"

#include <doctest/doctest.h>

#include "style/properties.h"

namespace garland {
namespace {

TEST_CASE("paper is named or measured") {
  struct Row {
    const char* text;
    double width, height;  // points; 0 for what is refused
  };
  const Row rows[] = {{"a4", 595.28, 841.89},
                      {"A5", 419.53, 595.28},
                      {"letter", 612, 792},
                      {"6x9", 432, 648},
                      {"148mm x 210mm", 419.53, 595.28},
                      {"5in x 8in", 360, 576},
                      {"A3", 841.89, 1190.55},
                      {"b5", 498.9, 708.66},
                      {"legal", 612, 1008},
                      {"tabloid", 792, 1224},
                      {"6 x 9", 432, 648},
                      {"6 \u00D7 9 in", 432, 648},
                      {"5.5 x 8.5 in", 396, 612},
                      {"148 x 210mm", 419.53, 595.28},
                      {"5.5 x 8.5", 0, 0},
                      {"", 0, 0},
                      {"a99", 0, 0},
                      {"1in x 1in", 0, 0},
                      {"9999in x 2in", 0, 0},
                      {"5in x", 0, 0},
                      {"wide x high", 0, 0}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto paper = parse_paper(row.text);
    CHECK(paper.has_value() == (row.width > 0));
    if (!paper) continue;
    CHECK(paper->width.points() == doctest::Approx(row.width).epsilon(0.001));
    CHECK(paper->height.points() == doctest::Approx(row.height).epsilon(0.001));
  }
}

TEST_CASE("an area is printed on the smallest paper that holds it, turned as the area is") {
  const PaperSize two_of_a5 = smallest_paper_for({296_mm, 210_mm});
  CHECK(two_of_a5.width == Length(297_mm));
  CHECK(two_of_a5.height == Length(210_mm));
  CHECK(smallest_paper_for({396_pt, 612_pt}).height == Length(612_pt));
  CHECK(smallest_paper_for({5000_pt, 10_pt}).width == Length(5000_pt));
}

TEST_CASE("the next larger paper is of the same family") {
  CHECK(next_larger_paper(*parse_paper("a5")) == "b5");
  CHECK(next_larger_paper(*parse_paper("6x9")) == "letter");
  CHECK_FALSE(next_larger_paper(*parse_paper("a3")).has_value());
  CHECK_FALSE(next_larger_paper({401_pt, 601_pt}).has_value());
}

TEST_CASE("lengths need a unit that is known") {
  const LengthContext context{10_pt, 12_pt};
  struct Row {
    const char* text;
    double points;  // below zero for what is refused
  };
  const Row rows[] = {{"12pt", 12},     {"1in", 72},    {"25.4mm", 72},  {"2em", 20},
                      {"1.5lines", 18}, {"0", 0},       {"3 lines", 36}, {"12", -1},
                      {"pt", -1},       {"nan pt", -1}, {"1e9pt", -1},   {"5 furlongs", -1},
                      {"", -1}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto length = parse_length(row.text, context);
    CHECK(length.has_value() == (row.points >= 0));
    if (length) CHECK(length->points() == doctest::Approx(row.points).epsilon(0.001));
  }
}

TEST_CASE("a share is in per cent") {
  struct Row {
    const char* text;
    int thousandths;  // below zero for what is refused
  };
  const Row rows[] = {{"2%", 20},  {"0.9%", 9},  {"1.5 %", 15}, {"0", 0},
                      {"5%", 50},  {"5.1%", -1}, {"100%", -1},  {"2", -1},
                      {"-1%", -1}, {"101%", -1}, {"%", -1},     {"2pt", -1},
                      {"2%%", -1}, {"", -1},     {"nan%", -1},  {"1e9%", -1}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto share = parse_share(row.text);
    CHECK(share.has_value() == (row.thousandths >= 0));
    if (share) CHECK(share->thousandths == row.thousandths);
  }
}

}  // namespace
}  // namespace garland
