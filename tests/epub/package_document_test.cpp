#include "epub/package_document.h"

#include <doctest/doctest.h>

#include "epub/books.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string package_of(const Anthology& book, const PageFacts& facts = {}) {
  const Picture cover = small_picture(0);
  const Plan plan = make_plan(book, cover);
  return write_package_document(plan, std::vector<PageFacts>(plan.pages.size(), facts));
}

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the package document names the book, its editors and every author") {
  const std::string package = package_of(stress_book());
  for (const char* part :
       {"<dc:identifier id=\"pub-id\">urn:uuid:6ba7b810-9dad-41d1-80b4-00c04fd430c8",
        "<dc:title id=\"title\">Tides</dc:title>", "property=\"title-type\">main",
        "<dc:title id=\"subtitle\">A reader &amp; more &lt;of it&gt;</dc:title>",
        "<dc:language>en</dc:language>\n<dc:language>ar</dc:language>",
        "<dc:creator id=\"person-1\">John Poe</dc:creator>", "scheme=\"marc:relators\">edt",
        "property=\"file-as\">Poe, John", "<dc:contributor id=\"person-3\">Jane Roe",
        "scheme=\"marc:relators\">aut", "<dc:publisher>Shore Press", "<dc:date>2025-03</dc:date>",
        "<dc:rights>© 2025 the authors", "<dc:subject>Sea &amp; shore",
        "property=\"dcterms:modified\">2025-03-19T00:00:00Z"}) {
    CHECK_MESSAGE(holds(package, part), "not in the package document: " << part);
  }
  CHECK_MESSAGE(package.find("Jane Roe") == package.rfind("Jane Roe"),
                "an author of several works is named once");
}

TEST_CASE("a book that says little about itself is still a valid book") {
  Anthology book = book_of({plain_work("a", "")});
  book.metadata.title = " ";
  book.metadata.language = "";
  const std::string package = package_of(book);
  CHECK(holds(package, "<dc:title id=\"title\">Untitled</dc:title>"));
  CHECK(holds(package, "<dc:language>und</dc:language>"));
}

TEST_CASE("only what is true of the pictures is claimed") {
  PageFacts none;
  PageFacts described;
  described.has_pictures = true;
  PageFacts undescribed = described;
  undescribed.has_pictures_without_alternative = true;
  const Anthology book = stress_book();
  CHECK_FALSE(holds(package_of(book, none), "visual"));
  CHECK_FALSE(holds(package_of(book, none), "alternativeText"));
  CHECK(holds(package_of(book, described), "alternativeText"));
  CHECK(holds(package_of(book, described), "accessModeSufficient\">textual<"));
  CHECK(holds(package_of(book, described), "dcterms:conformsTo\">EPUB Accessibility 1.1 - "));
  CHECK_FALSE(holds(package_of(book, undescribed), "alternativeText"));
  CHECK_FALSE(holds(package_of(book, undescribed), "accessModeSufficient\">textual<"));
  CHECK_FALSE(holds(package_of(book, undescribed), "conformsTo"));
  CHECK(holds(package_of(book, none), "accessibilityHazard\">none"));
}

TEST_CASE("a book with formulas that nobody could read claims no conformance") {
  PageFacts facts;
  facts.has_mathml = true;
  CHECK(holds(package_of(stress_book(), facts), "conformsTo"));
  facts.has_raw_tex = true;
  CHECK_FALSE(holds(package_of(stress_book(), facts), "conformsTo"));
}

TEST_CASE("a book in a language written from the right turns its pages that way") {
  Anthology book = stress_book();
  CHECK_FALSE(holds(package_of(book), "page-progression-direction"));
  book.metadata.language = "he";
  CHECK(holds(package_of(book), "page-progression-direction=\"rtl\""));
}

TEST_CASE("who did two things for the book is named once, in both roles") {
  Work work = plain_work("a", "A");
  Contributor person;
  person.name = "Jo Poe";
  for (const Role role : {Role::Author, Role::Translator, Role::Author}) {
    person.role = role;
    work.document.metadata.contributors.value.push_back(person);
  }
  const std::string package = package_of(book_of({std::move(work)}));
  CHECK(package.find(">Jo Poe<") == package.rfind(">Jo Poe<"));
  CHECK(holds(package, "scheme=\"marc:relators\">aut"));
  CHECK(holds(package, "scheme=\"marc:relators\">trl"));
}

TEST_CASE("the package document says where the works stood before and which edition this is") {
  Anthology book = book_of({plain_work("a", "A"), plain_work("b", "B")});
  for (Work& work : book.parts.front().works) {
    work.document.metadata.url.value = "https://example.org/a b";
  }
  book.metadata.edition = "Second edition";
  const std::string package = package_of(book);
  CHECK(holds(package, "<dc:source>https://example.org/a%20b</dc:source>"));
  CHECK(package.find("<dc:source>") == package.rfind("<dc:source>"));
  CHECK(holds(package, "schema:bookEdition\">Second edition<"));
}

TEST_CASE(
    "the package document says which volume of a series this is, and where old readers begin") {
  Anthology book = book_of({plain_work("a", "A")});
  CHECK_FALSE(holds(package_of(book), "belongs-to-collection"));
  book.metadata.series = "Harbour Readers";
  book.metadata.volume = "3";
  const std::string package = package_of(book);
  CHECK(holds(package, "property=\"belongs-to-collection\" id=\"series\">Harbour Readers<"));
  CHECK(holds(package, "refines=\"#series\" property=\"collection-type\">series<"));
  CHECK(holds(package, "refines=\"#series\" property=\"group-position\">3<"));
  CHECK(holds(package, "<reference type=\"toc\""));
  CHECK(holds(package, "<reference type=\"text\""));
}

TEST_CASE("pages with formulas say so") {
  PageFacts facts;
  facts.has_mathml = true;
  const std::string package = package_of(stress_book(), facts);
  CHECK(holds(package, "properties=\"mathml\""));
  CHECK(holds(package, "property=\"schema:accessibilityFeature\">MathML"));
  CHECK_FALSE(holds(package_of(stress_book()), "mathml"));
}
