#include "epub/back_pages.h"

#include <doctest/doctest.h>

#include "base/xml.h"
#include "epub/books.h"
#include "epub/front_pages.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string attributions_of(Anthology book) {
  const Picture cover = small_picture(0);
  return write_attributions(make_plan(book, cover)).xhtml;
}

}  // namespace

TEST_CASE("a work's pictures are credited below it") {
  const std::string page = attributions_of(stress_book());
  CHECK(check_xml(page).ok());
  const std::size_t work = page.find("Tides &amp; &lt;currents&gt;");
  const std::size_t list = page.find("<ul class=\"attributions pictures\">", work);
  const std::size_t picture = page.find("The harbour", list);
  const std::size_t next_work = page.find("المد والجزر");
  REQUIRE(next_work != std::string::npos);
  CHECK(work < list);
  CHECK(list < picture);
  CHECK(picture < next_work);
}

TEST_CASE("a work without a title is still credited, by the word for that") {
  CHECK(attributions_of(stress_book()).find("<a href=\"works/other.xhtml\">Untitled</a>") !=
        std::string::npos);
}

TEST_CASE("a book that credits only pictures makes a sound page") {
  Anthology book = book_of({plain_work("a", "A")});
  book.attributions = {{"", true, make_text("The pier"), make_text("Jane Roe.")}};
  CHECK(check_xml(attributions_of(std::move(book))).ok());
}

TEST_CASE("an entry of the bibliography leads to the works that cite it") {
  const Anthology book = stress_book();
  const Picture cover = small_picture(0);
  const std::string page = write_bibliography(make_plan(book, cover)).xhtml;
  CHECK(page.find("<li>Roe, Jane. <em>Tides</em>. 1999. <span class=\"cited-in\">(cited in "
                  "<a href=\"works/stress.xhtml\">") != std::string::npos);
  CHECK(page.find("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\" href=\"works/") != std::string::npos);
  CHECK(page.find("unknown") == std::string::npos);
}

TEST_CASE("an index leads to works by their titles") {
  Anthology book = stress_book();
  IndexEntry roe{make_text("Roe & Roe"), "", {"stress", "عربي"}};
  book.indexes = {{IndexKind::Authors, {{"R", {roe}}}},
                  {IndexKind::Titles, {{"", {{make_text("Untitled"), "", {"other"}}}}}}};
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  const std::string authors = write_index(plan, book.indexes[0]).xhtml;
  CHECK(check_xml(authors).ok());
  CHECK(authors.find("<section epub:type=\"index\" role=\"doc-index\">") != std::string::npos);
  CHECK(authors.find("<h2 class=\"index-letter\">R</h2>") != std::string::npos);
  CHECK(authors.find("epub:type=\"index-term\">Roe &amp; Roe</span>") != std::string::npos);
  CHECK(authors.find("epub:type=\"index-locator\" href=\"works/stress.xhtml\">Tides &amp; ") !=
        std::string::npos);
  CHECK(authors.find("lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">المد") != std::string::npos);
  const std::string titles = write_index(plan, book.indexes[1]).xhtml;
  CHECK(check_xml(titles).ok());
  CHECK(titles.find("href=\"works/other.xhtml\">Untitled</a></span></li>") != std::string::npos);
  CHECK(titles.find("<h2") == std::string::npos);
  CHECK(plan.pages.back().file_name == "index-titles.xhtml");
}

TEST_CASE("a colophon takes over what the imprint says of the program") {
  Anthology book = book_of({plain_work("a", "A")});
  const Picture cover = small_picture(0);
  const std::string made_with(book.words["made-with"]);
  CHECK(write_imprint(make_plan(book, cover)).xhtml.find(made_with) != std::string::npos);
  book.colophon.emplace();
  const Plan plan = make_plan(book, cover);
  CHECK(write_imprint(plan).xhtml.find(made_with) == std::string::npos);
  const std::string page = write_colophon(plan).xhtml;
  CHECK(check_xml(page).ok());
  CHECK(page.find("<section epub:type=\"colophon\" role=\"doc-colophon\">") != std::string::npos);
  CHECK(page.find(made_with + ".</p>") != std::string::npos);
  CHECK(plan.pages.back().file_name == "colophon.xhtml");
}
