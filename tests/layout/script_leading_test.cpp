#include "layout/script_leading.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::fonts;
using test::lay_out_book;
using test::pages_of;
using test::styles_folder;
using test::theme_named;
using test::work_of;

double leading_in_em(const Theme& theme, TextRole role) {
  return theme.style(role).leading.points() / theme.style(role).size.points();
}

TEST_CASE("a theme keeps its leading for the scripts of its own face") {
  for (const std::string& name : installed_themes(styles_folder())) {
    for (const char* language : {"en", "de", "el", "ru", "vi", "", "qq"}) {
      CAPTURE(name);
      CAPTURE(language);
      CHECK_FALSE(with_script_leading(theme_named(name), language, fonts()));
    }
  }
}

TEST_CASE("scripts of tall letters get more leading, and the text block whole lines of it") {
  for (const char* name : {"reader", "seminar", "journal"}) {
    const Theme theme = theme_named(name);
    for (const char* language : {"ja", "zh-Hant", "zh", "ko", "ar", "ur", "hi", "bn", "th", "my"}) {
      CAPTURE(name);
      CAPTURE(language);
      const auto led = with_script_leading(theme, language, fonts());
      REQUIRE(led);
      CHECK(leading_in_em(*led, TextRole::Body) >= 1.35);
      CHECK(leading_in_em(*led, TextRole::Body) <= 2.15);
      CHECK(led->text_height() == theme.text_height());
      const Length leading = led->style(TextRole::Body).leading;
      const double lines = led->text_height().points() / leading.points();
      CHECK(std::abs(lines - std::round(lines)) * leading.points() < 0.1);
      const double factor = leading.points() / theme.style(TextRole::Body).leading.points();
      CHECK(led->style(TextRole::Heading1).leading.points() ==
            doctest::Approx(theme.style(TextRole::Heading1).leading.points() * factor));
      CHECK(led->style(TextRole::CodeBlock).leading == theme.style(TextRole::CodeBlock).leading);
    }
  }
}

TEST_CASE("signs as high as the em stand half an em apart at least") {
  const auto led = with_script_leading(theme_named("reader"), "ja", fonts());
  REQUIRE(led);
  CHECK(leading_in_em(*led, TextRole::Body) >= 1.5);
}

Blocks paragraphs_of(const std::string& sentence) {
  Blocks text;
  for (int i = 0; i < 24; ++i) {
    std::string words;
    for (int k = 0; k < 3 + i; ++k) words += sentence;
    text.push_back(tree::paragraph(words));
  }
  return text;
}

// How far the point is from the nearest line of a grid, in points.
double off_grid(Length y, Length grid) {
  const double lines = y.points() / grid.points();
  return std::abs(lines - std::round(lines)) * grid.points();
}

TEST_CASE("all lines of an article stand on one grid, whatever its script") {
  const std::pair<const char*, const char*> sentences[] = {
      {"ja", "庭の桜が咲き、朝の光が静かに差し込んだ。"},
      {"ar", "كانت الحديقة هادئة في الصباح وامتلأت بالضوء. "},
      {"hi", "सुबह बगीचे में हल्की धूप फैली और चिड़ियाँ गाने लगीं। "},
      {"th", "ตอนเช้าสวนเงียบสงบและแสงแดดอ่อนส่องลงมา "},
      {"en", "The garden lay quiet (庭の桜) and filled with light. "}};
  for (const char* name : {"reader", "seminar", "journal"}) {
    const Theme theme = theme_named(name);
    for (const auto& entry : sentences) {
      const char* const language = entry.first;
      CAPTURE(name);
      CAPTURE(language);
      Work work = work_of("garden", "", paragraphs_of(entry.second));
      work.document.metadata.language.value = language;
      work.document.metadata.language.origin = Origin::FrontMatter;
      const Packet packet = lay_out_book(anthology_of({std::move(work)}), theme);
      const auto led = with_script_leading(theme, language, fonts());
      const Length grid = (led ? *led : theme).style(TextRole::Body).leading;
      const auto pages = pages_of(packet, "garden");
      REQUIRE(pages.size() > 1);
      Length first;
      for (const PageItem& item : pages.at(1)->items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr || item.structure == kArtifact) continue;
        if (first == Length()) first = run->origin.y;
        CHECK(off_grid(run->origin.y - first, grid) < 0.1);
      }
    }
  }
}

}  // namespace
}  // namespace garland
