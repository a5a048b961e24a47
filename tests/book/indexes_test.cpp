#include "book/indexes.h"

#include <doctest/doctest.h>

#include <string>

#include "book/books.h"
#include "book/works_by_id.h"
#include "document/metadata_values.h"

using namespace garland;
using test::SmallBook;

namespace {

Document& add(SmallBook& book, const std::string& path, const std::string& title,
              const std::string& authors) {
  Document& document = book.add(path, {tree::paragraph("Words.")});
  test::set_title(document, title);
  document.metadata.contributors.value = contributors_from(Value::string(authors), Role::Author);
  document.metadata.contributors.origin = Origin::FrontMatter;
  return document;
}

void set_language(Document& document, const std::string& language) {
  document.metadata.language = {language, Origin::FrontMatter, "", {}};
}

void set_subjects(Document& document, std::vector<std::string> subjects) {
  document.metadata.subjects = {std::move(subjects), Origin::FrontMatter, "", {}};
}

// "[A] Heading: work, work; Heading: work".
std::string shown(const Index& index) {
  std::string text;
  for (const IndexGroup& group : index.groups) {
    if (!group.letter.empty()) text += "[" + group.letter + "] ";
    for (const IndexEntry& entry : group.entries) {
      text += plain_text(entry.heading) + ":";
      for (const std::string& work : entry.works) text += " " + work;
      text += "; ";
    }
  }
  return text;
}

std::string index_of(SmallBook& book, const std::string& kind, const std::string& yaml = "") {
  const Anthology anthology = book.build("indexes: " + kind + "\n" + yaml);
  return anthology.indexes.empty() ? "" : shown(anthology.indexes.front());
}

}  // namespace

TEST_CASE("a work is found by its name, wherever it stands in the book") {
  Anthology anthology;
  anthology.introduction = Work{"to-the-reader", {}, false};
  anthology.parts.resize(2);
  anthology.parts[1].introduction = Work{"part-two", {}, false};
  for (const char* id : {"sea", "salt"}) anthology.parts[1].works.push_back({id, {}, false});
  const WorksById works(anthology);
  for (const char* id : {"to-the-reader", "part-two", "sea", "salt"}) {
    CAPTURE(id);
    REQUIRE(works.find(id) != nullptr);
    CHECK(works.find(id)->id == id);
  }
  CHECK(works.find("") == nullptr);
  CHECK(works.find("sal") == nullptr);
}

TEST_CASE("introductions without titles of their own are in no index of titles") {
  SmallBook book;
  book.add("intro.md", {tree::paragraph("Welcome.")});
  book.add("part.md", {tree::paragraph("Welcome.")});
  add(book, "named.md", "Introduction", "Jane Roe");
  CHECK(index_of(book, "titles",
                 "introduction: intro.md\n"
                 "contents: [{part: P, introduction: part.md, sources: [named.md]}]") ==
        "Introduction: named; ");
}

TEST_CASE("authors stand by their families' names, each once, with all their works") {
  SmallBook book;
  add(book, "a.md", "A", "Jane Roe and Ursula K. Le Guin");
  add(book, "b.md", "B", "JANE ROE");
  add(book, "c.md", "C", "Zoë Ámos");
  Document& translated = add(book, "d.md", "D", "Homer");
  for (const Role role : {Role::Translator, Role::Photographer}) {
    const std::string name = role == Role::Translator ? "Ben Poe" : "Max Light";
    translated.metadata.contributors.value.push_back(contributor_from_name(name, role));
  }
  add(book, "e.md", "E", "村上春樹");
  Contributor body;
  body.name = "The League";
  add(book, "f.md", "F", "").metadata.contributors.value = {body};
  CHECK(index_of(book, "authors") ==
        "Ámos, Zoë: c; Homer: d; Le Guin, Ursula K.: a; The League: f; Poe, Ben: d; Roe, Jane: a "
        "b; 村上春樹: e; ");
}

TEST_CASE("one ORCID is one person, under the name that comes first") {
  SmallBook book;
  add(book, "a.md", "A", "Jane Roe").metadata.contributors.value[0].orcid = "0000-0001";
  add(book, "b.md", "B", "J. Roe").metadata.contributors.value[0].orcid = "0000-0001";
  add(book, "c.md", "C", "Jane Roe");
  CHECK(index_of(book, "authors") == "Roe, Jane: a b c; ");
}

TEST_CASE("titles are filed without the article of their own language, and printed with it") {
  SmallBook book;
  add(book, "a.md", "The Zebra", "A B");
  add(book, "b.md", "“A Garland”", "A B");
  add(book, "c.md", "Die Hard", "A B");
  set_language(add(book, "d.md", "Die Brücke", "A B"), "de");
  set_language(add(book, "e.md", "L’Étranger", "A B"), "fr-FR");
  add(book, "f.md", "Theory", "A B");
  CHECK(index_of(book, "titles", "language: en") ==
        "Die Brücke: d; Die Hard: c; L’Étranger: e; “A Garland”: b; Theory: f; The Zebra: a; ");
}

TEST_CASE("an article is a whole word with more behind it") {
  CHECK(without_article("The Garland", "en") == "Garland");
  CHECK(without_article("THE GARLAND", "en-GB") == "GARLAND");
  CHECK(without_article("Theory", "en") == "Theory");
  CHECK(without_article("The", "en") == "The");
  CHECK(without_article("The ", "en") == "The ");
  CHECK(without_article("l'eau", "fr") == "eau");
  CHECK(without_article("La Mer", "en") == "La Mer");
  CHECK(without_article("The Garland", "ja") == "The Garland");
  CHECK(without_article("", "en").empty());
}

TEST_CASE("subjects that differ in their capitals are one") {
  SmallBook book;
  set_subjects(add(book, "a.md", "A", "A B"), {"Sea  salt", "boats"});
  set_subjects(add(book, "b.md", "B", "A B"), {"sea salt", "", "sea salt"});
  CHECK(index_of(book, "subjects") == "boats: a; Sea salt: a b; ");
}

TEST_CASE("a long index is grouped by letters, in the manner of the book's language") {
  SmallBook book;
  std::vector<std::string> subjects = {"Ähre", "Åland", "1984", "ost"};
  for (char c = 'a'; c <= 'z'; ++c) subjects.push_back(std::string(2, c));
  set_subjects(add(book, "a.md", "A", "A B"), subjects);
  const std::string german = index_of(book, "subjects", "language: de");
  CHECK(german.starts_with("1984: a; [A] aa: a; Ähre: a; Åland: a; [B] bb: a; "));
  CHECK(german.find("[O] oo: a; ost: a; [P]") != std::string::npos);
  const std::string swedish = index_of(book, "subjects", "language: sv");
  CHECK(swedish.ends_with("[Z] zz: a; [Å] Åland: a; [Ä] Ähre: a; "));
}

TEST_CASE("an index without entries is left out, and the message says how to mend that") {
  SmallBook book;
  add(book, "a.md", "A", "A B");
  const Anthology anthology = book.build("indexes: [subjects, titles, titles]");
  REQUIRE(anthology.indexes.size() == 1);
  CHECK(anthology.indexes.front().kind == IndexKind::Titles);
  const std::vector<Diagnostic> told = book.reports("empty-index");
  REQUIRE(told.size() == 1);
  CHECK(told[0].range.is_known());
  CHECK(told[0].help.find("`subjects:`") != std::string::npos);
}

TEST_CASE("an index that there is not is reported with the nearest that there is") {
  SmallBook book;
  add(book, "a.md", "A", "A B");
  CHECK(book.build("indexes: [author, colours]").indexes.empty());
  const std::vector<Diagnostic> told = book.reports("unknown-index");
  REQUIRE(told.size() == 2);
  CHECK(told[0].help.find("authors") != std::string::npos);
  CHECK(told[1].help.find("authors, or titles, or subjects") != std::string::npos);
}
