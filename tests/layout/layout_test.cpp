#include "layout/layout.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "book/page_list.h"
#include "layout/books.h"
#include "support/tree.h"

namespace garland {
namespace {

using test::anthology_of;
using test::lay_out_book;
using test::pages_of;
using test::prose;
using test::reader_theme;
using test::styles_folder;
using test::text_of;
using test::theme_named;
using test::work_of;
using tree::blocks;
using tree::heading;
using tree::mark;
using tree::note;
using tree::paragraph;
using tree::with_id;

Blocks paragraphs(int count, unsigned seed, std::size_t word_count = 90) {
  Blocks made;
  for (int i = 0; i < count; ++i) {
    made.push_back(with_id(paragraph(prose(word_count, seed + static_cast<unsigned>(i))),
                           fmt::format("p-{}", i + 1)));
  }
  return made;
}

// All that the pages of a work say, in their order.
std::string text_of_work(const Packet& packet, const std::string& id) {
  std::string text;
  for (const Page* page : pages_of(packet, id)) {
    const std::string more = text_of(*page);
    constexpr std::string_view kSoftHyphen = "\u00AD";
    if (text.ends_with(kSoftHyphen)) {
      text.resize(text.size() - kSoftHyphen.size());
    } else if (!text.empty()) {
      text += " ";
    }
    text += more;
  }
  return collapse_spaces(text);
}

// For texts whose order a page may change: what is there at all, spaces and division aside.
std::string sorted_letters(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
  std::sort(text.begin(), text.end());
  return text;
}

TEST_CASE("a title of a million letters is cut in bookmarks, heads, contents and links") {
  const std::string title = prose(20000, 5);
  const Packet packet = lay_out_book(anthology_of({work_of("long", title, paragraphs(1, 1))}));
  for (const OutlineEntry& entry : packet.outline) CHECK(entry.title.size() < 1100);
  for (const Page& page : packet.pages) {
    for (const LinkArea& link : page.links) CHECK(link.contents.size() < 1100);
  }
  const std::string words = text_of_work(packet, "long");
  CHECK(words.find(title.substr(title.rfind(' ') + 1)) != std::string::npos);
  CHECK(packet.pages.size() < 3 * words.size() / 1500);
}

TEST_CASE("characters that no font has are reported once a work, with their places") {
  Block block = paragraph("A \uE123 b \uE123", tree::emphasis("c \uE124"));
  Inlines& inlines = block.as<Paragraph>()->inlines;
  inlines[0].range = {7, 3, 7, 9};
  inlines[1].range = {8, 1, 9, 2};
  Work work = work_of("sea", "The Sea", blocks(std::move(block)));
  work.document.path = "sea.md";
  Diagnostics diagnostics;
  lay_out_book(anthology_of({work}), diagnostics);
  std::vector<std::string> places;
  for (const Diagnostic& found : diagnostics.items()) {
    if (found.code != "missing-glyph") continue;
    places.push_back(fmt::format("{}:{}:{} {}", found.file, found.range.begin_line,
                                 found.range.begin_column, found.message));
  }
  REQUIRE(places.size() == 2);
  CHECK(places[0] == "sea.md:7:5 no font has U+E123");
  CHECK(places[1] == "sea.md:8:1 no font has U+E124");
}

TEST_CASE("the pages of an article say its words, all and in order") {
  const Anthology anthology = anthology_of({work_of("sea", "The Sea", paragraphs(40, 1))});
  const Packet packet = lay_out_book(anthology);
  std::string words = "The Sea Jane Roe";
  for (unsigned i = 0; i < 40; ++i) words += " " + prose(90, 1 + i);
  CHECK(text_of_work(packet, "sea") == words);
}

TEST_CASE("no word is divided between two pages") {
  constexpr auto kLong = std::to_array<std::string_view>(
      {"neighbouring", "arithmetic", "consideration", "understanding", "temperature", "harbour"});
  Blocks body;
  for (std::size_t i = 0; i < 60; ++i) {
    std::string words;
    for (std::size_t word = 0; word < 70 + i % 7; ++word) {
      words += std::string(kLong[(word * 5 + word / 3 + i) % kLong.size()]) + " ";
    }
    body.push_back(paragraph(words + "end."));
  }
  const Packet packet = lay_out_book(anthology_of({work_of("w", "Salt", std::move(body))}));
  const auto pages = pages_of(packet, "w");
  REQUIRE(pages.size() > 8);
  for (const Page* page : pages) CHECK_FALSE(text_of(*page).ends_with("\u00AD"));
}

TEST_CASE("the contents say the folio on which each article begins, forty of them") {
  std::vector<Work> works;
  for (int i = 1; i <= 40; ++i) {
    works.push_back(work_of(fmt::format("w-{}", i), fmt::format("Article Number {}", i),
                            paragraphs(1 + i % 9, static_cast<unsigned>(i))));
  }
  const Packet packet = lay_out_book(anthology_of(std::move(works)));
  std::string contents;
  for (const Page& page : packet.pages) {
    if (page.place == kContentsAnchor) contents += text_of(page) + " ";
  }
  for (int i = 1; i <= 40; ++i) {
    const Page* page = test::page_with_anchor(packet, fmt::format("w-{}", i));
    REQUIRE(page != nullptr);
    CAPTURE(contents);
    const std::string entry = fmt::format("Article Number {} {} Jane Roe", i, page->label);
    const std::string entry_close = fmt::format("Article Number {}{} Jane Roe", i, page->label);
    const bool is_listed = contents.find(entry) != std::string::npos ||
                           contents.find(entry_close) != std::string::npos;
    CHECK_MESSAGE(is_listed, entry);
  }
}

TEST_CASE("folios are roman in the front matter and begin with 1 in the body, on a recto") {
  const Packet packet = lay_out_book(anthology_of({work_of("sea", "The Sea", paragraphs(9, 1))}));
  const Page* first = test::page_with_anchor(packet, "sea");
  REQUIRE(first != nullptr);
  CHECK(first->label == "1");
  CHECK((first - packet.pages.data()) % 2 == 0);
  CHECK(packet.pages.front().label == "i");
}

TEST_CASE("a book in a right-to-left language is bound on the right") {
  Theme theme = reader_theme();
  theme.page.inner = 100_pt;
  theme.page.outer = 20_pt;
  for (const char* language : {"en", "he"}) {
    CAPTURE(language);
    Anthology anthology = anthology_of({work_of("a", "A", paragraphs(8, 1))});
    anthology.metadata.language = language;
    const Packet packet = lay_out_book(anthology, theme);
    const auto pages = pages_of(packet, "a");
    REQUIRE(pages.size() >= 2);
    // The first line of a page, which fills the measure on the first, a recto, and the second.
    const auto left_of = [](const Page& page) {
      Length left = page.width;
      for (const PageItem& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr && item.structure != kArtifact) left = std::min(left, run->origin.x);
      }
      return left;
    };
    const bool is_spine_left = std::string_view(language) == "en";
    CHECK((left_of(*pages[0]) > 60_pt) == is_spine_left);
    CHECK((left_of(*pages[1]) > 60_pt) != is_spine_left);
  }
}

TEST_CASE("articles that share labels, ids and titles keep their own notes") {
  std::vector<Work> works;
  for (int i = 1; i <= 40; ++i) {
    Work work = work_of(fmt::format("w-{}", i), "Introduction",
                        blocks(with_id(heading(1, "Introduction"), "introduction"),
                               paragraph(fmt::format("Text of {}.", i), mark("1"))),
                        {note("1", paragraph(fmt::format("Note of article {}.", i)))});
    works.push_back(std::move(work));
  }
  const Packet packet = lay_out_book(anthology_of(std::move(works)));
  for (int i = 1; i <= 40; ++i) {
    const std::string text = text_of_work(packet, fmt::format("w-{}", i));
    CAPTURE(text);
    CHECK(text.find(fmt::format("Text of {}.1", i)) != std::string::npos);
    CHECK(text.find(fmt::format("Note of article {}.", i)) != std::string::npos);
  }
}

TEST_CASE("a note stands on the page of its mark and leads back to it") {
  Blocks body;
  std::vector<Note> notes;
  for (int i = 1; i <= 60; ++i) {
    const std::string label = fmt::format("n{}", i);
    body.push_back(paragraph(prose(70, static_cast<unsigned>(i)), mark(label)));
    notes.push_back(note(label, paragraph(fmt::format("Remark{} ", i), prose(25, 7))));
  }
  const Packet packet =
      lay_out_book(anthology_of({work_of("sea", "The Sea", std::move(body), std::move(notes))}));
  for (int i = 1; i <= 60; ++i) {
    const std::string name = fmt::format("sea/note-{}", i);
    const Page* page = test::page_with_anchor(packet, name);
    REQUIRE(page != nullptr);
    CHECK(page == test::page_with_anchor(packet, name + "-mark"));
    CHECK(text_of(*page).find(fmt::format("Remark{} ", i)) != std::string::npos);
  }
}

TEST_CASE("a note longer than a page is set whole") {
  std::vector<Note> notes{note("long", paragraph(prose(1500, 3)))};
  Blocks body = paragraphs(12, 5);
  body.insert(body.begin(), paragraph("It begins.", mark("long")));
  const Packet packet =
      lay_out_book(anthology_of({work_of("sea", "The Sea", std::move(body), std::move(notes))}));
  std::string words = "The Sea Jane Roe It begins.1" + std::string("1.") + prose(1500, 3);
  for (unsigned i = 0; i < 12; ++i) words += prose(90, 5 + i);
  CHECK(sorted_letters(text_of_work(packet, "sea")) == sorted_letters(words));
}

TEST_CASE("marks within notes bring their notes to the page") {
  std::vector<Note> notes{note("a", paragraph("First remark", mark("b"))),
                          note("b", paragraph("Second remark", mark("a")))};
  const Packet packet = lay_out_book(anthology_of(
      {work_of("sea", "The Sea", blocks(paragraph("Text", mark("a"))), std::move(notes))}));
  const std::string text = text_of_work(packet, "sea");
  CHECK(text.find("First remark") != std::string::npos);
  CHECK(text.find("Second remark") != std::string::npos);
}

std::string shown(const Point& point) {
  return fmt::format("{},{}", point.x.units(), point.y.units());
}

std::string shown(const Rect& rect) {
  return fmt::format("{} {}x{}", shown(rect.origin), rect.width.units(), rect.height.units());
}

// All that a page has, with its place.
std::string facts_of(const Page& page) {
  std::string facts = page.label + " " + page.place + "\n";
  for (const PageItem& item : page.items) {
    facts += fmt::format("item of {}: ", item.structure);
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
      facts += fmt::format("face {} {} {}", run->face, shown(run->origin), run->text);
      for (const PlacedGlyph& glyph : run->glyphs.unpack()) {
        facts += fmt::format(" {}+{}", glyph.glyph, Length(glyph.advance).units());
      }
    } else if (const Rect* rect = rect_of(item)) {
      facts += shown(*rect);
    }
    facts += "\n";
  }
  for (const LinkArea& link : page.links) {
    facts +=
        fmt::format("link of {} to {}{}: {}", link.structure, link.url, link.anchor, link.contents);
    for (const Rect& rect : link.rects) facts += " " + shown(rect);
    facts += "\n";
  }
  for (const Anchor& anchor : page.anchors) {
    facts += fmt::format("anchor {} {}\n", anchor.name, shown(anchor.place));
  }
  return facts;
}

// Headings, links and notes among paragraphs.
Work work_with_everything(int number) {
  const auto seed = static_cast<unsigned>(number * 10);
  Blocks body = paragraphs(8, seed);
  body.insert(body.begin() + 3, with_id(heading(1, prose(3, seed)), "h-1"));
  Link link;
  link.target.kind = LinkTarget::Kind::Internal;
  link.target.work = fmt::format("w-{}", number % 12 + 1);
  link.inlines = {{Text{"elsewhere"}, {}, {}}};
  body.push_back(paragraph("This leads ", Inline{std::move(link), {}, {}}, mark("a")));
  return work_of(fmt::format("w-{}", number), prose(4, seed + 1), std::move(body),
                 {note("a", paragraph(prose(20, seed)))});
}

TEST_CASE("the same book comes out whatever the number of threads") {
  std::vector<Work> works;
  for (int i = 1; i <= 12; ++i) works.push_back(work_with_everything(i));
  const Anthology anthology = anthology_of(std::move(works));
  Diagnostics diagnostics;
  const Packet one = lay_out_book(anthology, diagnostics, 1);
  const Packet four = lay_out_book(anthology, diagnostics, 4);
  REQUIRE(one.pages.size() == four.pages.size());
  REQUIRE(one.structure.size() == four.structure.size());
  std::size_t link_count = 0;
  std::size_t anchor_count = 0;
  for (std::size_t i = 0; i < one.pages.size(); ++i) {
    CHECK(facts_of(one.pages[i]) == facts_of(four.pages[i]));
    link_count += one.pages[i].links.size();
    anchor_count += one.pages[i].anchors.size();
  }
  CHECK(link_count >= 24);
  CHECK(anchor_count >= 24);
  for (std::size_t i = 0; i < one.structure.size(); ++i) {
    CHECK(one.structure[i].type == four.structure[i].type);
    CHECK(one.structure[i].id.str() == four.structure[i].id.str());
  }
  REQUIRE(one.outline.size() >= 24);
  REQUIRE(one.outline.size() == four.outline.size());
  for (std::size_t i = 0; i < one.outline.size(); ++i) {
    CHECK(one.outline[i].title == four.outline[i].title);
    CHECK(one.outline[i].anchor == four.outline[i].anchor);
    CHECK(one.outline[i].level == four.outline[i].level);
  }
}

TEST_CASE("a link that leads nowhere in the book is reported and its words are kept") {
  Link link;
  link.target = {LinkTarget::Kind::Internal, "gone.md", "gone", "x"};
  link.inlines = make_text("lost words");
  const Anthology anthology = anthology_of(
      {work_of("sea", "The Sea", blocks(paragraph("See ", Inline{link, {}, {}}, ".")))});
  Diagnostics diagnostics;
  const Packet packet = lay_out_book(anthology, diagnostics);
  test::check_packet(packet, test::reader_theme());
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "lost-link");
  CHECK(text_of_work(packet, "sea").find("lost words") != std::string::npos);
}

TEST_CASE("a link to an address that no PDF holds is reported and its words are kept") {
  for (const std::size_t size : {30'000U, 33'000U}) {
    CAPTURE(size);
    const bool is_kept = size < 32'000;
    Inline way = tree::link("https://example.org/" + std::string(size, 'a'), "the report");
    std::get<Link>(way.content).target.kind = LinkTarget::Kind::External;
    Diagnostics diagnostics;
    const Packet packet = lay_out_book(
        anthology_of({work_of("sea", "The Sea", blocks(paragraph("See ", std::move(way))))}),
        diagnostics);
    std::size_t areas = 0;
    for (const Page* page : test::pages_of(packet, "sea")) {
      CHECK(text_of(*page).find("the report") != std::string::npos);
      areas += page->links.size();
    }
    CHECK((areas > 0) == is_kept);
    CHECK(diagnostics.items().empty() == is_kept);
  }
}

TEST_CASE("a page says at which words of which paragraph it begins") {
  const Packet packet =
      lay_out_book(anthology_of({work_of("sea", "The Sea", paragraphs(30, 1, 200))}));
  const auto pages = pages_of(packet, "sea");
  REQUIRE(pages.size() > 5);
  for (std::size_t i = 1; i < pages.size(); ++i) {
    const Page& page = *pages[i];
    REQUIRE(page.element.starts_with("p-"));
    const auto number = static_cast<unsigned>(std::stoul(page.element.substr(2)));
    const std::string words = prose(200, number);
    const std::string begin = text_of(page).substr(0, 12);
    CAPTURE(begin);
    CHECK(words.substr(page.text_offset, begin.size()) == begin);
  }
}

TEST_CASE("parts have title pages on a recto and head the structure of their articles") {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", paragraphs(12, 1))});
  anthology.parts[0].id = "one";
  anthology.parts[0].title = "Water";
  anthology.parts.push_back(anthology.parts[0]);
  anthology.parts[1].id = "two";
  anthology.parts[1].title = "Land";
  anthology.parts[1].works = {
      work_of("hill", "The Hill",
              blocks(with_id(heading(1, "A Slope"), "slope"), paragraph(prose(40, 2))))};
  const Packet packet = lay_out_book(anthology);
  for (const char* anchor : {"book/part-one", "book/part-two"}) {
    const Page* page = test::page_with_anchor(packet, anchor);
    REQUIRE(page != nullptr);
    CHECK((page - packet.pages.data()) % 2 == 0);
  }
  std::vector<std::string> titles;
  for (const OutlineEntry& entry : packet.outline) {
    titles.push_back(fmt::format("{} {}", entry.level, entry.title));
  }
  CHECK(titles == std::vector<std::string>{"1 Contents", "1 Water", "2 The Sea", "1 Land",
                                           "2 The Hill", "3 A Slope"});
}

// Three parts of four articles each.
Anthology anthology_in_parts() {
  Anthology anthology = anthology_of({});
  anthology.parts.clear();
  for (int part = 1; part <= 3; ++part) {
    anthology.parts.push_back({fmt::format("part-{}", part), fmt::format("Part {}", part), {}, {}});
    for (int i = 1; i <= 4; ++i) {
      anthology.parts.back().works.push_back(
          work_of(fmt::format("w-{}-{}", part, i), prose(static_cast<std::size_t>(i + 1), 7),
                  paragraphs(3 * part, static_cast<unsigned>(i))));
    }
  }
  return anthology;
}

TEST_CASE("the contents of twelve articles in three parts stand on one page") {
  const Packet packet = lay_out_book(anthology_in_parts());
  const Page* contents = test::page_with_anchor(packet, "book/contents");
  REQUIRE(contents != nullptr);
  const auto leads_to = [&](const Anchor& anchor) {
    return std::any_of(contents->links.begin(), contents->links.end(),
                       [&](const LinkArea& link) { return link.anchor == anchor.name; });
  };
  for (const Page& page : packet.pages) {
    for (const Anchor& anchor : page.anchors) {
      if (!anchor.name.starts_with("w-") || anchor.name.find('/') != std::string::npos) continue;
      CHECK_MESSAGE(leads_to(anchor), "not on the first page of the contents: " << anchor.name);
    }
  }
}

TEST_CASE("leaders end at one place and their dots stand one below the other") {
  const Packet packet = lay_out_book(anthology_in_parts());
  const Page* contents = test::page_with_anchor(packet, "book/contents");
  REQUIRE(contents != nullptr);
  std::map<std::int64_t, Length> ends;  // of the lines, by their baseline
  Length step;
  const GlyphRun* last = nullptr;
  for (const PageItem& item : contents->items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || run->text != "." || item.structure != kArtifact) continue;
    ends[run->origin.y.units()] = run->origin.x;
    const bool is_same_line = last != nullptr && last->origin.y == run->origin.y;
    if (is_same_line && step == Length()) step = run->origin.x - last->origin.x;
    if (is_same_line) CHECK(run->origin.x - last->origin.x == step);
    last = run;
  }
  CHECK(ends.size() == 12);
  for (const auto& [baseline, end] : ends) CHECK(end == ends.begin()->second);
}

TEST_CASE("an entry of the joint bibliography leads to the articles that cite it") {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", paragraphs(3, 1))});
  anthology.references = {{make_text("Roe, Jane. Tides. 1999."), {"sea", "lost"}}};
  const Packet packet = lay_out_book(anthology);
  const Page* page = test::page_with_anchor(packet, "book/bibliography");
  REQUIRE(page != nullptr);
  REQUIRE(page->links.size() == 1);
  CHECK(page->links[0].anchor == "sea");
  CHECK(page->links[0].contents == "The Sea");
}

TEST_CASE("the attributions name a picture as one, and every work, whatever is known of it") {
  Anthology anthology = anthology_of({work_of("sea", "The Sea", paragraphs(3, 1))});
  Inlines title = make_text("Picture: ");
  title.push_back({Quotation{make_text("Low water")}, {}, {}});
  anthology.attributions = {{"sea", false, make_text("The Sea"), {}},
                            {"sea", true, title, make_text("Photograph: Karl Poe.")}};
  const Packet packet = lay_out_book(anthology);
  const Page* page = test::page_with_anchor(packet, "book/attributions");
  REQUIRE(page != nullptr);
  CHECK(text_of(*page).find("The Sea. Picture: “Low water”. Photograph: Karl Poe.") !=
        std::string::npos);
}

// What stands on a page from left to right, leaders aside: the runs' texts and left edges.
std::map<std::string, double> left_edges(const Page& page) {
  std::map<std::string, double> edges;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run != nullptr && item.structure != kArtifact) {
      edges.emplace(run->text, run->origin.x.points());
    }
  }
  return edges;
}

Work work_in(std::string language, std::string id, std::string title) {
  Work work = work_of(std::move(id), std::move(title), paragraphs(1, 3));
  work.document.metadata.language.value = std::move(language);
  work.document.metadata.language.origin = Origin::Description;
  return work;
}

constexpr const char* kHebrewTitle = "\u05D9\u05DD";
constexpr const char* kArabicTitle = "\u0627\u0644\u0628\u062D\u0631";

TEST_CASE(
    "contents of a right-to-left book begin at the right and have their numbers at the left") {
  Anthology anthology = anthology_of({work_in("he", "sea", kHebrewTitle)});
  anthology.metadata.language = "he";
  const Packet packet = lay_out_book(anthology);
  const Page* page = test::page_with_anchor(packet, "book/contents");
  REQUIRE(page != nullptr);
  const auto edges = left_edges(*page);
  REQUIRE(edges.contains(kHebrewTitle));
  REQUIRE(edges.contains("1"));
  const Theme& theme = test::reader_theme();
  CHECK(edges.at("1") < theme.page.outer.points() + theme.page.inner.points());
  CHECK(edges.at(kHebrewTitle) > page->width.points() - theme.page.outer.points() - 60);
  test::check_packet(packet, theme);
}

TEST_CASE("a right-to-left title in a left-to-right book's contents begins where the others do") {
  const Packet packet =
      lay_out_book(anthology_of({work_in("en", "sea", "Sea"), work_in("ar", "bahr", kArabicTitle),
                                 work_in("he", "yam", kHebrewTitle)}));
  const Page* page = test::page_with_anchor(packet, "book/contents");
  REQUIRE(page != nullptr);
  const auto edges = left_edges(*page);
  for (const char* title : {kArabicTitle, kHebrewTitle}) {
    CAPTURE(title);
    REQUIRE(edges.contains(title));
    CHECK(edges.at(title) == doctest::Approx(edges.at("Sea")).epsilon(0.01));
  }
  for (const char* language : {"ar", "he"}) {
    const auto is_tagged = [&](const StructureNode& node) {
      return node.type == StructureType::Reference && node.language == language;
    };
    CHECK(std::any_of(packet.structure.begin(), packet.structure.end(), is_tagged));
  }
}

TEST_CASE("a right-to-left article's title stands flush right") {
  const Packet packet = lay_out_book(anthology_of({work_in("he", "yam", kHebrewTitle)}));
  const Page* page = test::page_with_anchor(packet, "yam");
  REQUIRE(page != nullptr);
  const Theme& theme = test::reader_theme();
  const double right = (theme.page.inner + theme.measure()).points();  // of a recto
  for (const PageItem& item : page->items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr || run->text != kHebrewTitle) continue;
    Length end = run->origin.x;
    for (const PlacedGlyph& glyph : run->glyphs.unpack()) end += glyph.advance;
    CHECK(end.points() == doctest::Approx(right).epsilon(0.005));
    return;
  }
  FAIL("the title is not on the article's first page");
}

TEST_CASE("a language without a dictionary is noted once, and only where words are divided") {
  // No dictionary can be installed for Klingon; Arabic and Chinese divide no words.
  Diagnostics diagnostics;
  lay_out_book(
      anthology_of({work_in("tlh-Latn", "a", "A"), work_in("tlh-Latn-US", "b", "B"),
                    work_in("ar", "c", "C"), work_in("zh", "d", "D"), work_in("und", "e", "E")}),
      diagnostics);
  std::vector<std::string> notes;
  for (const Diagnostic& found : diagnostics.items()) {
    if (found.code == "no-hyphenation") notes.push_back(found.message);
  }
  CHECK(notes == std::vector<std::string>{"words in “tlh” are not divided"});
}

TEST_CASE("running heads name the book and the article, and give way when too long") {
  const Packet packet =
      lay_out_book(anthology_of({work_of("sea", "The Sea", paragraphs(30, 1)),
                                 work_of("long", prose(60, 9), paragraphs(30, 2))}));
  const auto sea = pages_of(packet, "sea");
  CHECK(text_of(*sea[0], test::Copied::All).find("Tides and Letters") == std::string::npos);
  CHECK(text_of(*sea[1], test::Copied::All).find("Tides and Letters") != std::string::npos);
  CHECK(text_of(*sea[2], test::Copied::All).find("The Sea") != std::string::npos);
  bool has_ellipsis = false;
  for (const Page* page : pages_of(packet, "long")) {
    has_ellipsis = has_ellipsis || text_of(*page, test::Copied::All).find("…") != std::string::npos;
  }
  CHECK(has_ellipsis);
}

// The numbers of lines that stand beside the text block of a page, with their baselines.
std::vector<std::pair<std::string, Length>> line_numbers(const Page& page, const Theme& theme) {
  std::vector<std::pair<std::string, Length>> numbers;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    // A drop capital's own white stands out of the text block.
    if (run == nullptr || run->is_silent || run->origin.x >= theme.page.inner) continue;
    CHECK(item.structure == kArtifact);
    numbers.emplace_back(run->text, run->origin.y);
  }
  return numbers;
}

TEST_CASE("every fifth line of running text has its number beside it, on its baseline") {
  const Theme theme = theme_named("seminar");
  Blocks text = paragraphs(12, 3);
  text.insert(text.begin() + 4, heading(1, "A heading is not counted"));
  const Packet packet = lay_out_book(anthology_of({work_of("sea", "The Sea", text)}), theme);
  const auto pages = pages_of(packet, "sea");
  REQUIRE(pages.size() > 1);
  for (const Page* page : pages) {
    std::set<Length> baselines;
    for (const PageItem& item : page->items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      const bool is_body = run != nullptr && item.structure != kArtifact &&
                           run->size == theme.style(TextRole::Body).size;
      if (is_body) baselines.insert(run->origin.y);
    }
    const std::vector<Length> lines(baselines.begin(), baselines.end());
    const auto numbers = line_numbers(*page, theme);
    CHECK(numbers.size() == lines.size() / 5);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      CAPTURE(i);
      CHECK(numbers[i].first == std::to_string(5 * (i + 1)));
      CHECK(numbers[i].second == lines.at(5 * i + 4));
    }
  }
}

TEST_CASE("no line is numbered where the theme does not ask for it") {
  const Packet packet = lay_out_book(anthology_of({work_of("sea", "The Sea", paragraphs(12, 3))}));
  for (const Page* page : pages_of(packet, "sea")) {
    CHECK(line_numbers(*page, reader_theme()).empty());
  }
}

TEST_CASE("paragraphs are parted by white where the theme has it instead of indents") {
  const Theme theme = theme_named("large-print");
  const Packet packet =
      lay_out_book(anthology_of({work_of("sea", "The Sea", paragraphs(3, 5, 20))}), theme);
  const Page& page = *pages_of(packet, "sea").at(0);
  std::set<double> steps;  // from baseline to baseline, in points
  const GlyphRun* last = nullptr;
  for (const PageItem& item : page.items) {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    const bool is_body = run != nullptr && item.structure != kArtifact &&
                         run->size == theme.style(TextRole::Body).size;
    if (!is_body) continue;
    if (last != nullptr && run->origin.y > last->origin.y) {
      steps.insert((run->origin.y - last->origin.y).points());
    }
    last = run;
  }
  const TextStyle& body = theme.style(TextRole::Body);
  CHECK(fmt::format("{}", fmt::join(steps, ", ")) ==
        fmt::format("{}, {}", body.leading.points(), (body.leading + body.space_after).points()));
}

TEST_CASE("every theme sets a book, and nothing runs off its pages") {
  for (const std::string& name : installed_themes(styles_folder())) {
    CAPTURE(name);
    Blocks text = paragraphs(20, 7);
    text.insert(text.begin() + 3, heading(1, "The harbour at low water"));
    const Packet packet = lay_out_book(
        anthology_of({work_of("sea", "The Sea", text), work_of("long", prose(60, 9), text)}),
        theme_named(name));
    CHECK(text_of_work(packet, "sea").find("The harbour at low water") != std::string::npos);
  }
}

TEST_CASE("an empty book is a whole packet") {
  const Packet packet = lay_out_book(anthology_of({}));
  CHECK_FALSE(packet.pages.empty());
  lay_out_book(anthology_of({work_of("empty", "", {})}));
}

}  // namespace
}  // namespace garland
