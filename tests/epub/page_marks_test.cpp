#include "epub/page_marks.h"

#include <doctest/doctest.h>

#include <random>

#include "epub/books.h"
#include "epub/content_document.h"
#include "epub/nav.h"
#include "epub/ncx.h"
#include "epub/package_document.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::test;
using namespace garland::tree;

namespace {

Block named(std::string id, Block block) {
  block.attributes.id = std::move(id);
  return block;
}

// The page of one work, "w", in a book whose packet has these pages.
std::string page_with(Blocks blocks, std::vector<PageStart> starts) {
  Work work = plain_work("w", "Title");
  work.document.blocks = std::move(blocks);
  const Anthology book = book_of({std::move(work)});
  const Picture cover = small_picture(0);
  const PageList pages{"book.pdf", std::move(starts)};
  const Plan plan = make_plan(book, cover, &pages);
  return write_work_page(plan, plan.pages.at(plan.page_of_work.at("w"))).xhtml;
}

std::string page_mark(const std::string& folio) {
  return "<span epub:type=\"pagebreak\" role=\"doc-pagebreak\" id=\"packet-page-" + folio +
         "\" aria-label=\"" + folio + "\"/>";
}

bool has(const std::string& page, const std::string& words) {
  const bool is_there = page.find(words) != std::string::npos;
  if (!is_there) MESSAGE("“" << words << "” is not in\n" << page);
  return is_there;
}

}  // namespace

TEST_CASE("a page's mark stands before its first word, inside of what encloses the word") {
  const std::string page = page_with(
      blocks(named("p-1", paragraph("über one ", emphasis("two three"), " four")),
             named("p-2", paragraph("five six"))),
      {{"1", "w", "", 0}, {"2", "w", "p-1", 5}, {"3", "w", "p-1", 13}, {"4", "w", "p-2", 5}});
  CHECK(has(page, page_mark("1") + "<header"));
  CHECK(
      has(page, ">über " + page_mark("2") + "one <em>two " + page_mark("3") + "three</em> four<"));
  CHECK(has(page, ">five " + page_mark("4") + "six<"));
}

TEST_CASE("several pages may begin in one text, and one where a text ends") {
  const std::string page =
      page_with(blocks(named("p-1", paragraph("one two three", "four"))),
                {{"1", "w", "p-1", 4}, {"2", "w", "p-1", 8}, {"3", "w", "p-1", 13}});
  CHECK(has(page,
            "one " + page_mark("1") + "two " + page_mark("2") + "three" + page_mark("3") + "four"));
}

TEST_CASE("every page has a mark, though its words are not where the packet had them") {
  const std::string page =
      page_with(blocks(named("p-1", paragraph("one")), named("p-2", paragraph("two"))),
                {{"1", "w", "p-1", 90}, {"2", "w", "nowhere", 3}, {"3", "w", "p-2", 3}});
  CHECK(has(page, page_mark("1") + "two"));
  CHECK(page.find(page_mark("2")) < page.find(page_mark("3")));
  CHECK(page.find(page_mark("3")) != std::string::npos);
}

TEST_CASE("marks stand in the order of the pages, wherever their words do") {
  const std::string page = page_with(
      blocks(named("p-1", paragraph("one")), named("p-2", paragraph("two")),
             named("p-3", paragraph("three"))),
      {{"1", "w", "p-2", 0}, {"2", "w", "p-1", 0}, {"3", "w", "nowhere", 0}, {"4", "w", "p-3", 0}});
  CHECK(has(page, page_mark("1") + page_mark("2") + "two"));
  CHECK(has(page, page_mark("3") + page_mark("4") + "three"));
}

TEST_CASE("pages that begin anywhere and nowhere have one mark each, in their order") {
  Blocks paragraphs;
  for (int i = 0; i < 8; ++i) {
    paragraphs.push_back(named("p-" + std::to_string(i), paragraph("some ", emphasis("words"))));
  }
  std::mt19937 random(5);  // the same on every machine
  for (int round = 0; round < 100; ++round) {
    std::vector<PageStart> starts;
    for (int i = 0; i < 12; ++i) {
      starts.push_back(
          {std::to_string(i), "w", "p-" + std::to_string(random() % 10), random() % 13});
    }
    const std::string page = page_with(paragraphs, starts);
    std::size_t behind = 0;
    for (const PageStart& start : starts) {
      const std::size_t mark = page.find(page_mark(start.label));
      CHECK(mark != std::string::npos);
      CHECK(mark >= behind);
      CHECK(page.find(page_mark(start.label), mark + 1) == std::string::npos);
      behind = mark;
    }
    CHECK(check_xml(page));
  }
}

TEST_CASE("a name of the source that is a mark's gives way") {
  const std::string page =
      page_with(blocks(named("packet-page-1", paragraph("one"))), {{"1", "w", "", 0}});
  CHECK(has(page, page_mark("1")));
  CHECK(page.find("id=\"packet-page-1\"") == page.rfind("id=\"packet-page-1\""));
}

TEST_CASE("cells of a table are found by their places") {
  Table table;
  table.columns.resize(2);
  for (const char* words : {"a", "b"}) {
    TableRow row;
    for (const char* second : {"1", "2"}) {
      row.cells.push_back({{paragraph(std::string(words) + second)}});
    }
    table.body.push_back(std::move(row));
  }
  const std::string page = page_with({named("table-1", {std::move(table), {}, {}})},
                                     {{"1", "w", cell_element("table-1", 1, 0), 0}});
  CHECK(has(page, "<td>" + page_mark("1") + "b1</td>"));
}

TEST_CASE("the page lists lead to the marks of all places that the book has") {
  const Anthology book = book_of({plain_work("w", "Title")});
  const Picture cover = small_picture(0);
  const PageList pages{"book.pdf",
                       {{"i", "", "", 0},
                        {"iii", kTitlePageAnchor, "", 0},
                        {"v", kContentsAnchor, "", 0},
                        {"1", "w", "", 0}}};
  const Plan plan = make_plan(book, cover, &pages);
  std::vector<std::string> folios;
  for (const PageTarget& target : page_targets(plan)) folios.push_back(target.folio);
  CHECK(folios == std::vector<std::string>{"iii", "v", "1"});
  const std::vector<ContentsEntry> contents =
      make_contents(plan, std::vector<WrittenPage>(plan.pages.size()));
  const std::string nav = write_nav(plan, contents);
  CHECK(has(nav, "<a href=\"title-page.xhtml#packet-page-iii\">iii</a>"));
  CHECK(has(nav, "<h1>" + page_mark("v")));
  const std::string ncx = write_ncx(plan, contents);
  CHECK(has(ncx, "<pageTarget id=\"page-v\" type=\"front\""));
  CHECK(has(ncx, "<pageTarget id=\"page-1\" type=\"normal\" value=\"1\""));
  const std::vector<PageFacts> facts(plan.pages.size());
  CHECK(has(write_package_document(plan, facts), "pages:pageBreakSource\">book.pdf<"));
}

TEST_CASE("without a packet nothing is said of pages") {
  const Anthology book = book_of({plain_work("w", "Title")});
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::vector<ContentsEntry> contents =
      make_contents(plan, std::vector<WrittenPage>(plan.pages.size()));
  CHECK(write_nav(plan, contents).find("page-list") == std::string::npos);
  CHECK(write_ncx(plan, contents).find("pageList") == std::string::npos);
  const std::vector<PageFacts> facts(plan.pages.size());
  CHECK(write_package_document(plan, facts).find("pageBreak") == std::string::npos);
}
