#include "layout/galley/glyph_forms.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

using tree::blocks;
using tree::inlines;
using tree::paragraph;

std::string fractions_of(std::string_view text) {
  std::string found;
  for (const TextStretch& at : find_fractions(text)) {
    found += std::string(text.substr(at.begin_offset, at.end_offset - at.begin_offset)) + " ";
  }
  return found;
}

TextSpan span_in(std::string family) {
  TextSpan span;
  span.font.family = std::move(family);
  span.size = 10_pt;
  span.language = "en";
  return span;
}

// The run of the packet's first article that has these words and no others.
const GlyphRun* run_of(const Packet& packet, std::string_view words) {
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && run->text == words && item.structure != kArtifact) return run;
    }
  }
  return nullptr;
}

Packet packet_of(Blocks body, const Theme& theme) {
  return test::lay_out_book(test::anthology_of({test::work_of("sea", "The Sea", std::move(body))}),
                            theme);
}

}  // namespace

TEST_CASE("figures around a slash are a fraction only where they can be nothing else") {
  struct Row {
    std::string_view text, fractions;
  };
  for (const Row& row : std::vector<Row>{{"1/2 cup", "1/2 "},
                                         {"about 3/4.", "3/4 "},
                                         {"2 1/2 and 2-3/8 inches, 4\u00A02/3", "1/2 3/8 2/3 "},
                                         {"between 1/4 and 3/4, say", "1/4 3/4 "},
                                         {"1/2/2024", ""},
                                         {"on 11/2 and 1/25", ""},
                                         {"(1/2)", ""},
                                         {"1/2%", ""},
                                         {"v1/2", ""},
                                         {"a/1/2/b", ""},
                                         {"1/3 of them", ""},
                                         {"24/7, 9/11, 2/1", ""},
                                         {"1/2.5", ""},
                                         {"/", ""},
                                         {"1/", ""},
                                         {"/2", ""},
                                         {"and/or", ""}}) {
    CAPTURE(row.text);
    CHECK(fractions_of(row.text) == row.fractions);
  }
}

TEST_CASE("a face is asked for what it has") {
  FontLibrary& fonts = test::fonts();
  CHECK(has_superiors(span_in("serif"), "12", fonts));
  CHECK(has_superiors(span_in("sans"), "th", fonts));
  CHECK_FALSE(has_superiors(span_in("serif"), "a?", fonts));
  CHECK_FALSE(has_superiors(span_in("heros"), "12", fonts));
  CHECK_FALSE(has_superiors(span_in("serif"), "", fonts));
  CHECK(has_fraction(span_in("serif"), "1/2", fonts));
  CHECK_FALSE(has_fraction(span_in("mono"), "1/2", fonts));
}

TEST_CASE("raised words are the face's superiors, or smaller where it has none") {
  Theme theme = test::reader_theme();
  for (const std::string family : {"serif", "heros"}) {
    CAPTURE(family);
    const bool is_small = family == "heros";
    for (TextStyle& style : theme.styles) style.family = family;
    const Inline raised{Superscript{inlines("2")}, {}, {}};
    const Packet packet =
        packet_of(blocks(paragraph("Long ago."), paragraph("It was x", raised, " then.")), theme);
    const Length size = theme.style(TextRole::Body).size;
    const GlyphRun* small = run_of(packet, "2");
    // A superior stands in its line's run; a smaller figure is a run of its own.
    CHECK((small != nullptr) == is_small);
    if (small != nullptr) CHECK(small->size < size);
  }
}

TEST_CASE("in formulas all is raised alike") {
  const Theme theme = test::reader_theme();
  const Inline formula{Math{Math::Kind::Inline, "x^2"}, {}, {}};
  const Packet inside = packet_of(blocks(paragraph("Here ", formula, ".")), theme);
  CHECK(run_of(inside, "2") != nullptr);
  const Block display{MathBlock{"x^2"}, {}, {}};
  CHECK(run_of(packet_of(blocks(paragraph("Here."), display), theme), "2") != nullptr);
}

TEST_CASE("figures in tables are of one width in every theme") {
  for (const std::string_view name : {"reader", "seminar", "large-print", "journal"}) {
    CAPTURE(name);
    const Theme theme = test::theme_named(name);
    const TextStyle& style = theme.style(TextRole::TableCell);
    CHECK(style.tabular_figures);
    CHECK_FALSE(style.old_style_figures);
    CHECK_FALSE(theme.style(TextRole::Body).tabular_figures);
    Features features;
    features.old_style_figures = false;
    features.tabular_figures = true;
    FontLibrary& fonts = test::fonts();
    const FaceId face = fonts.face({style.family, Weight::Regular, Slant::Upright});
    const auto width = [&](const char* figures) {
      int sum = 0;
      for (const ShapedGlyph& glyph :
           fonts.shape(face, features, figures, "Latn", "en", Direction::LeftToRight)) {
        sum += glyph.x_advance;
      }
      return sum;
    };
    CHECK(width("1111") == width("8888"));
  }
}

}  // namespace garland
