#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using test::prose;
using test::work_of;
using tree::blocks;
using tree::emphasis;
using tree::inlines;
using tree::paragraph;

// Twice as many pixels as points: two inches and a half by two, unless asked for otherwise.
Picture picture() { return test::grey_picture(360, 288); }
Picture icon() { return test::grey_picture(30, 30); }

Inline image_of(const Picture& picture, std::string width = "") {
  Inline node = tree::image("pier.png", "A pier");
  node.as<Image>()->picture = picture.id;
  node.as<Image>()->width = std::move(width);
  return node;
}

struct Seen {
  std::vector<Rect> pictures;
  std::string words;
};

Seen see(Block block) {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", blocks(std::move(block)))});
  anthology.pictures = {picture(), icon()};
  Seen seen;
  const Packet packet = lay_out_book(anthology);
  test::check_packet(packet, test::reader_theme());
  for (const Page* page : test::pages_of(packet, "sea")) {
    seen.words += test::text_of(*page);
    for (const PageItem& item : page->items) {
      const auto* placed = std::get_if<PlacedPicture>(&item.content);
      if (placed != nullptr) seen.pictures.push_back(placed->rect);
    }
  }
  return seen;
}

double width_of(const Rect& rect) { return std::round(rect.width.points()); }

TEST_CASE("a picture has its own size wherever it stands") {
  Link link;
  link.target.kind = LinkTarget::Kind::External;
  link.target.url = "https://example.org/";
  link.inlines = inlines(image_of(picture()));
  struct Row {
    const char* where;
    Block block;
  };
  for (const Row& row : {
           Row{"alone", paragraph(image_of(picture()))},
           Row{"in emphasis", paragraph(emphasis(image_of(picture())))},
           Row{"in a link", paragraph(Inline{link, {}, {}})},
           Row{"among words", paragraph("Here ", image_of(picture()), " it is.")},
           Row{"in a list", tree::bullets(tree::item(paragraph(image_of(picture()))))},
           Row{"above its caption",
               paragraph(image_of(picture()), Inline{SoftBreak{}, {}, {}}, emphasis("Below it."))},
       }) {
    CAPTURE(row.where);
    const Seen seen = see(row.block);
    REQUIRE(seen.pictures.size() == 1);
    CHECK(width_of(seen.pictures[0]) == 180);
  }
}

TEST_CASE("a small picture among words is as high as the line") {
  const Seen seen = see(paragraph("Press ", image_of(icon()), " now."));
  REQUIRE(seen.pictures.size() == 1);
  CHECK(seen.pictures[0].height < 14_pt);
}

TEST_CASE("pictures of one paragraph stand side by side where they fit, else below each other") {
  const Inline space = {SoftBreak{}, {}, {}};
  const Seen row = see(paragraph(image_of(picture(), "100pt"), space, image_of(picture(), "40%")));
  REQUIRE(row.pictures.size() == 2);
  CHECK(row.pictures[0].origin.x + row.pictures[0].width < row.pictures[1].origin.x);
  const Seen column = see(paragraph(image_of(picture()), space, image_of(picture())));
  REQUIRE(column.pictures.size() == 2);
  CHECK(column.pictures[0].origin.x == column.pictures[1].origin.x);
}

TEST_CASE("a picture has the width that its source asks for, within the measure") {
  const Length measure = test::reader_theme().measure();
  CHECK(width_of(see(paragraph(image_of(picture(), "50%"))).pictures.at(0)) ==
        std::round(measure.points() / 2));
  CHECK(width_of(see(paragraph(image_of(picture(), "90pt"))).pictures.at(0)) == 90);
  CHECK(see(paragraph(image_of(picture(), "9000pt"))).pictures.at(0).width <= measure + 1_pt);
  CHECK(width_of(see(paragraph(image_of(picture(), "wide"))).pictures.at(0)) == 180);
}

TEST_CASE("pictures on lines of their own among words are set apart from these, which all stay") {
  const Inline end = {SoftBreak{}, {}, {}};
  const Seen seen = see(paragraph(prose(80, 1), end, image_of(picture()), end, prose(80, 2)));
  CHECK(seen.pictures.size() == 1);
  CHECK(collapse_spaces(seen.words).find("A pier") == std::string::npos);
  const std::string last = prose(80, 2).substr(prose(80, 2).rfind(' ') + 1);
  CHECK(seen.words.find(last) != std::string::npos);
}

}  // namespace
}  // namespace garland
