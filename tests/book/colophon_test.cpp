#include "book/colophon.h"

#include <doctest/doctest.h>

#include <optional>

#include "book/description.h"

using namespace garland;

namespace {

using Paragraphs = std::vector<std::string>;

std::optional<Colophon> read(const std::string& yaml) {
  Diagnostics diagnostics;
  const Description description = read_description(yaml, diagnostics);
  CHECK(diagnostics.items().empty());
  return description.colophon;
}

}  // namespace

TEST_CASE("a colophon is yes, no, or paragraphs between empty lines") {
  CHECK_FALSE(read("title: A").has_value());
  CHECK_FALSE(read("colophon: no").has_value());
  CHECK_FALSE(read("colophon: false").has_value());
  REQUIRE(read("colophon: yes").has_value());
  CHECK(read("colophon: yes")->paragraphs.empty());
  CHECK(read("colophon: true")->paragraphs.empty());
  CHECK(read("colophon: Made by hand.")->paragraphs == Paragraphs{"Made by hand."});
  CHECK(read("colophon: |\n  Made by\n  hand.\n\n\n  Bound too.\n")->paragraphs ==
        Paragraphs{"Made by hand.", "Bound too."});
}

TEST_CASE("a colophon says what is known, in the book's language") {
  Anthology anthology;
  anthology.colophon.emplace();
  CHECK(colophon_paragraphs(anthology) == Paragraphs{"Set with Garland."});
  anthology.metadata.edition = "Erste Auflage";
  anthology.metadata.date = {2026, 11, 22, ""};
  anthology.words = Words("de");
  CHECK(colophon_paragraphs(anthology, {{"Roman", "Sans", "Mono"}, 10.5_pt, 13_pt}) ==
        Paragraphs{"Gesetzt aus der Roman, 10,5 auf 13 Punkt, mit Sans und Mono.",
                   "Gesetzt mit Garland.", "Erste Auflage, 22. November 2026"});
}
