// The leaf before the title page.
#include <doctest/doctest.h>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

Packet bound(const Theme& theme) {
  return test::lay_out_book(
      test::anthology_of({test::work_of("a", "A", {tree::paragraph("Words.")})}), theme);
}

TEST_CASE("the half title has the title alone, a blank page behind it and no folio") {
  Theme theme = test::theme_named("reader");
  theme.has_half_title = true;
  const Packet packet = bound(theme);
  REQUIRE(packet.pages.size() > 5);
  CHECK(test::text_of(packet.pages[0], test::Copied::All) == packet.title);
  CHECK(packet.pages[1].items.empty());
  CHECK(test::page_with_anchor(packet, "book/title") == &packet.pages[2]);
  CHECK(packet.pages[0].label == "i");
  CHECK(packet.pages[2].label == "iii");
  CHECK(test::page_with_anchor(packet, "book/contents")->label == "v");
  CHECK(test::page_with_anchor(packet, "a")->label == "1");
}

TEST_CASE("the half title is one page where pages have one side, and none where none is wanted") {
  Theme theme = test::theme_named("seminar");
  CHECK(test::page_with_anchor(bound(theme), "book/title")->label == "i");
  theme.has_half_title = true;
  CHECK(test::page_with_anchor(bound(theme), "book/title")->label == "ii");
}

TEST_CASE("a title page with many words on a small page is one page") {
  Theme theme = test::theme_named("reader");
  theme.has_half_title = false;
  theme.page.width = 298_pt;  // A6
  theme.page.height = 420_pt;
  Anthology anthology = test::anthology_of({test::work_of("a", "A", {tree::paragraph("Words.")})});
  anthology.metadata.title =
      "Poems, Letters, Interviews and Other Short Things for the Upper School, with Questions";
  anthology.metadata.subtitle = "Gathered by their teachers over a long winter for the ninth year";
  anthology.metadata.publisher = "Salt Press";
  const Packet packet = test::lay_out_book(anthology, theme);
  CHECK(test::text_of(packet.pages[0]).ends_with("Salt Press"));
  CHECK(test::text_of(packet.pages[1]).find("Garland") != std::string::npos);
}

}  // namespace
}  // namespace garland
