#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>
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
Picture banner() { return test::grey_picture(800, 40); }
Picture wide_picture() { return test::grey_picture(1200, 600); }

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

// What stands on an article's pages, places of all of them as if these were one below the other.
struct Shown {
  std::vector<Rect> pictures;
  std::vector<GlyphRun> runs;

  // The first run that has the letters.
  const GlyphRun& run(const std::string& letters) const {
    const auto found = std::find_if(runs.begin(), runs.end(), [&](const GlyphRun& run) {
      return run.text.find(letters) != std::string::npos;
    });
    REQUIRE_MESSAGE(found != runs.end(), letters);
    return *found;
  }
};

Shown show(Blocks content, std::vector<Note> notes = {}) {
  Blocks all = blocks(paragraph("Leading words."));
  std::move(content.begin(), content.end(), std::back_inserter(all));
  Anthology anthology = anthology_of({work_of("sea", "The Sea", std::move(all), std::move(notes))});
  anthology.pictures = {picture(), icon(), banner()};
  const Packet packet = lay_out_book(anthology);
  test::check_packet(packet, test::reader_theme());
  Shown shown;
  Length above;
  for (const Page* page : test::pages_of(packet, "sea")) {
    for (const PageItem& item : page->items) {
      if (const auto* placed = std::get_if<PlacedPicture>(&item.content)) {
        shown.pictures.push_back(placed->rect);
        shown.pictures.back().origin.y += above;
      } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        shown.runs.push_back(*run);
        shown.runs.back().origin.y += above;
      }
    }
    above += test::reader_theme().page.height;
  }
  return shown;
}

Length bottom_of(const Rect& rect) { return rect.origin.y + rect.height; }

TEST_CASE("a picture that no line has room for stands between the words, which go on below it") {
  const Inline cases[] = {
      Inline{Span{inlines("Kites over ", image_of(picture()), " and boats.")}, {}, {}},
      emphasis("Kites over ", image_of(picture()), " and boats."),
      tree::link("https://example.org/", "Kites over ", image_of(picture()), " and boats."),
      Inline{Span{inlines("Kites over ", image_of(banner()), " and boats.")}, {}, {}},
  };
  for (const Inline& words : cases) {
    CAPTURE(&words - cases);
    const Shown shown = show(blocks(paragraph(words)));
    REQUIRE(shown.pictures.size() == 1);
    const GlyphRun& before = shown.run("Kites");
    const GlyphRun& after = shown.run("boats");
    CHECK(shown.pictures[0].origin.y > before.origin.y + before.size / 2);
    CHECK(after.origin.y > bottom_of(shown.pictures[0]) + after.size);
    CHECK(after.origin.x < before.origin.x);
    CHECK(shown.run("and").text.starts_with("and"));
    CHECK(shown.run("and").origin.x == shown.run("Leading").origin.x);
  }
}

TEST_CASE("a point behind a picture stays with the words before it") {
  const Shown shown = show(blocks(paragraph("Kites over ", image_of(picture()), ", and boats."),
                                  paragraph("At its end ", image_of(picture()), ".")));
  CHECK(shown.run("over").text.ends_with("over,"));
  CHECK(shown.run("end").text.ends_with("end."));
}

TEST_CASE("a note's mark stands beside the picture that it follows, within the measure") {
  const Length measure = test::reader_theme().measure();
  for (const char* width : {"", "100%"}) {
    CAPTURE(width);
    const Shown shown = show(blocks(paragraph(image_of(picture(), width), tree::mark("n"))),
                             {tree::note("n", paragraph("Of the pier."))});
    REQUIRE(shown.pictures.size() == 1);
    const Rect& rect = shown.pictures[0];
    const GlyphRun& mark = shown.run("1");
    const Length left = shown.run("Leading").origin.x;
    CHECK(mark.origin.x >= rect.origin.x + rect.width);
    CHECK(mark.origin.x < rect.origin.x + rect.width + mark.size);
    CHECK(mark.origin.x < left + measure);
    CHECK(mark.origin.y <= bottom_of(rect));
    CHECK(mark.origin.y > bottom_of(rect) - mark.size);
  }
}

TEST_CASE("a picture among a note's words stands between them, within the measure") {
  const Shown shown =
      show(blocks(paragraph("A mark", tree::mark("n"), ".")),
           {tree::note("n", paragraph("Kites over ", image_of(picture(), "100%"), " and boats."))});
  REQUIRE(shown.pictures.size() == 1);
  const Rect& rect = shown.pictures[0];
  const Length left = shown.run("Leading").origin.x;
  CHECK(rect.origin.x >= left);
  CHECK(rect.origin.x + rect.width <= left + test::reader_theme().measure());
  CHECK(shown.run("Kites").origin.y < rect.origin.y);
  CHECK(shown.run("Kites").origin.y == shown.run("1.").origin.y);
  CHECK(shown.run("boats").origin.y > bottom_of(rect));
}

// Where something stands in the order in which pages of columns are read.
struct Place {
  std::size_t page = 0;
  bool is_second_column = false;
  Length y;
  auto operator<=>(const Place& other) const = default;
};

struct Placed {
  Place before, picture, behind;
  Length picture_width;
};

// In two columns, where a picture stands between the words that it has in its block.
Placed place(Blocks content) {
  const Theme theme = test::theme_named("journal");
  Anthology anthology = anthology_of({work_of("sea", "The Sea", std::move(content))});
  anthology.pictures = {wide_picture()};
  const Packet packet = lay_out_book(anthology, theme);
  test::check_packet(packet, theme);
  Placed placed;
  std::size_t page_number = 0;
  for (const Page* page : test::pages_of(packet, "sea")) {
    const auto at = [&](Point point) {
      return Place{page_number, point.x > theme.page.width / 2, point.y};
    };
    for (const PageItem& item : page->items) {
      if (const auto* shown = std::get_if<PlacedPicture>(&item.content)) {
        placed.picture = at(shown->rect.origin);
        placed.picture_width = shown->rect.width;
      } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        if (run->text == "Foremost.") placed.before = at(run->origin);
        if (run->text == "Hindmost.") placed.behind = at(run->origin);
      }
    }
    ++page_number;
  }
  return placed;
}

TEST_CASE("a picture in an item, a quotation or a callout stays there, within its column") {
  const Blocks held =
      blocks(paragraph("Foremost."), paragraph(image_of(wide_picture())), paragraph("Hindmost."));
  const Blocks cases =
      blocks(tree::bullets(ListItem{ListItem::Task::None, held, {}}),
             Block{BlockQuotation{held, {}}, {}, {}}, Block{Callout{"note", {}, held}, {}, {}},
             Block{DefinitionList{{{inlines("Pier"), {held}}}}, {}, {}});
  const Length measure = test::theme_named("journal").measure();
  for (std::size_t words = 100; words < 500; words += 25) {
    for (const Block& block : cases) {
      CAPTURE(words);
      CAPTURE(&block - cases.data());
      const Placed placed =
          place(blocks(paragraph(prose(words, 1)), block, paragraph(prose(300, 2))));
      CHECK(placed.picture_width <= measure);
      CHECK(placed.before < placed.picture);
      CHECK(placed.picture < placed.behind);
    }
  }
}

}  // namespace
}  // namespace garland
