#include "epub/nav.h"

#include <doctest/doctest.h>

#include "epub/books.h"
#include "epub/content_document.h"
#include "epub/ncx.h"

using namespace garland;
using namespace garland::test;

namespace {

std::vector<ContentsEntry> contents_of(const Plan& plan) {
  std::vector<WrittenPage> pages(plan.pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (plan.pages[i].work != nullptr) pages[i] = write_work_page(plan, plan.pages[i]);
  }
  return make_contents(plan, pages);
}

// One entry a line, indented by depth.
std::string outline(const std::vector<ContentsEntry>& entries, int depth = 0) {
  std::string lines;
  for (const ContentsEntry& entry : entries) {
    lines += std::string(static_cast<std::size_t>(depth) * 2, ' ') + entry.title + "\n";
    lines += outline(entry.children, depth + 1);
  }
  return lines;
}

}  // namespace

TEST_CASE("the contents nest sections in works and works in parts") {
  const Anthology book = stress_book();
  const Picture cover = small_picture(0);
  CHECK(outline(contents_of(make_plan(book, cover))) ==
        "Introduction\n"
        "Ebb\n"
        "  On the ebb\n"
        "  Tides & <currents> \"of\" the ’sea’\n"
        "    The sea\n"
        "      Deeper <&>\n"
        "    Forms\n"
        "  المد والجزر\n"
        "    مقدمة\n"
        "Flow\n"
        "  Untitled\n"
        "Bibliography\n"
        "Attributions\n");
}

TEST_CASE("a part's page is named after the part, not after its place") {
  const Anthology book = stress_book();
  const Picture cover = small_picture(0);
  std::vector<std::string> names;
  for (const PlannedPage& page : make_plan(book, cover).pages) {
    if (page.part != nullptr) names.push_back(page.file_name);
  }
  CHECK(names == std::vector<std::string>{"part-ebb.xhtml", "part-flow.xhtml"});
}

TEST_CASE("the works of a book without parts are its first level") {
  const Anthology book = colliding_book(3);
  const Picture cover = small_picture(0);
  CHECK(outline(contents_of(make_plan(book, cover))) ==
        "Title 1\n  Introduction\nTitle 2\n  Introduction\nTitle 3\n  Introduction\n");
}

TEST_CASE("the nav marks the language of a title and hides the landmarks") {
  const Anthology book = stress_book();
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string nav = write_nav(plan, contents_of(plan));
  CHECK(nav.find("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\"") != std::string::npos);
  CHECK(nav.find("epub:type=\"landmarks\" hidden=\"hidden\"") != std::string::npos);
  for (const char* type :
       {"cover", "titlepage", "copyright-page", "toc", "bodymatter", "bibliography", "credits"}) {
    CHECK_MESSAGE(nav.find("<a epub:type=\"" + std::string(type) + "\"") != std::string::npos,
                  "no landmark: " << type);
  }
}

TEST_CASE("the NCX repeats the contents with the book's identifier") {
  const Anthology book = stress_book();
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string ncx = write_ncx(plan, contents_of(plan));
  CHECK(ncx.find("name=\"dtb:uid\" content=\"" + book.metadata.identifier) != std::string::npos);
  CHECK(ncx.find("name=\"dtb:depth\" content=\"4\"") != std::string::npos);
  CHECK(ncx.find("src=\"works/stress.xhtml#sea\"") != std::string::npos);
}

TEST_CASE("indexes stand in the contents, a colophon in the landmarks") {
  Anthology book = book_of({plain_work("a", "A")});
  book.indexes = {{IndexKind::Titles, {{"", {{make_text("A"), "", {"a"}}}}}}};
  book.colophon.emplace();
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::vector<ContentsEntry> contents = contents_of(plan);
  CHECK(outline(contents) == "A\nIndex of Titles\n");
  const std::string nav = write_nav(plan, contents);
  CHECK(nav.find("<a epub:type=\"colophon\" href=\"colophon.xhtml\">Colophon</a>") !=
        std::string::npos);
}
