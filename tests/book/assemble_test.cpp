#include "book/assemble.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "book/books.h"
#include "document/check.h"
#include "document/dump.h"
#include "document/metadata_values.h"
#include "document/walk.h"

using namespace garland;
using namespace garland::test;
using namespace garland::tree;

namespace {

Block reference_list(const std::string& entry) {
  return {
      Division{Division::Role::References, {heading(1, "References"), paragraph(entry)}}, {}, {}};
}

// Work number `i` of forty that share all the names they can.
void add_colliding(SmallBook& book, int i) {
  Blocks blocks = {
      with_id(heading(1, "Introduction"), "introduction"),
      paragraph(
          "Text ", mark("1"), " and ", tree::link("#introduction", "above"), " and ",
          tree::link("../" + std::to_string((i + 1) % 40) + "/essay.md#introduction", "next")),
      paragraph(Inline{
          Citation{{{"roe", "", "", false}}, Citation::Form::Parenthetical, make_text("[@roe]")},
          {},
          {}}),
      reference_list("Poe, Karl. 1845. The Raven and the Sea. Harbour.")};
  Document& document = book.add(std::to_string(i) + "/essay.md", std::move(blocks));
  set_title(document, "Essay " + std::to_string(i));
  document.metadata.language.value = i % 2 == 0 ? "en" : "de";
  document.notes.push_back(note("1", paragraph("Note of " + std::to_string(i))));
  ReferenceEntry entry;
  entry.key = "roe";
  entry.type = "book";
  entry.fields = {{"title", "Book of " + std::to_string(i)}, {"issued", std::to_string(1900 + i)}};
  entry.authors = {{"Jane Roe", "Roe", "Jane", "", Role::Author}};
  document.references.push_back(entry);
}

std::string dump_all(const Anthology& anthology) {
  std::string text;
  for (const Work* work : anthology.works()) text += work->id + "\n" + dump(work->document);
  for (const JointReference& reference : anthology.references) {
    text += plain_text(reference.entry) + fmt::format(" {}\n", fmt::join(reference.cited_by, ","));
  }
  for (const Attribution& line : anthology.attributions) text += plain_text(line.text) + "\n";
  return text;
}

}  // namespace

TEST_CASE("words of the book and captions of opening pictures are finished, its name is not") {
  SmallBook book;
  Document& document = book.add("a.md", {paragraph("Body.")});
  document.metadata.hero_image.value = "sea.png";
  document.metadata.hero_image_caption.value = "the sea";
  book.options.finish.text = [](std::string_view text, std::string_view) { return to_upper(text); };
  book.options.finish.document = [](Document& one, std::string_view) {
    query(one.blocks, [&one](const Block& block) {
      if (const auto* figure = block.as<Figure>()) {
        one.metadata.description.value = plain_text(figure->caption.at(0).as<Paragraph>()->inlines);
      }
    });
  };
  const std::string yaml = "title: It's salt\ncontents:\n  - {part: It's one, sources: [a.md]}\n";
  const Anthology finished = book.build(yaml);
  book.options.finish = {};
  const Anthology typed = book.build(yaml);
  CHECK(finished.metadata.title == "IT'S SALT");
  CHECK(finished.parts.at(0).title == "IT'S ONE");
  CHECK(finished.works().at(0)->document.metadata.description.value == "the sea");
  CHECK(finished.metadata.slug == typed.metadata.slug);
  CHECK(finished.metadata.identifier == typed.metadata.identifier);
  CHECK(finished.parts.at(0).id == typed.parts.at(0).id);
}

TEST_CASE("forty works that share every name stay forty works") {
  SmallBook book;
  for (int i = 0; i < 40; ++i) add_colliding(book, i);
  const Anthology anthology = book.build();
  const auto works = anthology.works();
  REQUIRE(works.size() == 40);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < works.size(); ++i) {
    INFO("work ", works[i]->document.path);
    const Document& document = works[i]->document;
    CHECK(ids.insert(works[i]->id).second);
    CHECK(plain_text(document.metadata.title.value) == fmt::format("Essay {}", i));
    CHECK(plain_text(document.notes.at(0).blocks.at(0).as<Paragraph>()->inlines) ==
          fmt::format("Note of {}", i));
    CHECK(works[i]->has_references);
    for (const std::string& fault : check(document)) FAIL_CHECK(fault);
    std::vector<LinkTarget> targets;
    query(document, [&targets](const Inline& node) {
      if (const auto* found = node.as<Link>()) targets.push_back(found->target);
    });
    REQUIRE(targets.size() == 3);
    CHECK(targets[0].work == works[i]->id);
    CHECK(targets[1].work == works[(i + 1) % 40]->id);
    CHECK(targets[1].anchor == "introduction");
    CHECK(targets[2].work == works[i]->id);
    const std::string text = dump(document);
    CHECK(text.find(fmt::format("Roe {}", 1900 + i)) != std::string::npos);
    CHECK(text.find(fmt::format("Book of {}\"", i)) != std::string::npos);
  }
  // Forty books of one key, and the one entry that all share.
  REQUIRE(anthology.references.size() == 41);
  CHECK(anthology.references[0].cited_by.size() == 40);
  CHECK(anthology.references[0].cited_by[0] == works[0]->id);
  CHECK(anthology.references[1].cited_by.size() == 1);
}

TEST_CASE("the number of threads changes nothing") {
  std::string first;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    SmallBook book;
    book.options.jobs = jobs;
    for (int i = 0; i < 40; ++i) add_colliding(book, i);
    const std::string text = dump_all(book.build());
    if (first.empty()) first = text;
    CHECK(text == first);
  }
}

TEST_CASE("what the description says of a work overrules its front matter") {
  SmallBook book;
  set_title(book.add("a.md"), "Wrong");
  book.add("b.md");
  const Anthology anthology = book.build(
      "contents:\n  - {file: a.md, title: Right, author: Jane Roe, date: 2024}\n"
      "  - part: Two\n    sources: [b.md]\n");
  REQUIRE(anthology.parts.size() == 2);
  const Metadata& metadata = anthology.parts[0].works.at(0).document.metadata;
  CHECK(plain_text(metadata.title.value) == "Right");
  CHECK(metadata.contributors.value.at(0).family == "Roe");
  CHECK(anthology.parts[1].title == "Two");
  CHECK(anthology.parts[1].id == "part-two");
}

TEST_CASE("a work without a title is named after its file, and that is reported") {
  SmallBook book;
  book.add("on_the-sea.md");
  const Anthology anthology = book.build();
  CHECK(plain_text(anthology.parts[0].works[0].document.metadata.title.value) == "On the sea");
  REQUIRE(book.reports("missing-title").size() == 1);
  CHECK(book.reports("missing-title")[0].file == "on_the-sea.md");
  CHECK(book.reports("missing-attribution").size() == 1);
}

TEST_CASE("an introduction needs no title, author or source") {
  SmallBook book;
  book.add("intro.md");
  const Anthology anthology = book.build("introduction: intro.md\nlanguage: de");
  REQUIRE(anthology.introduction.has_value());
  CHECK(plain_text(anthology.introduction->document.metadata.title.value) == "Einleitung");
  CHECK(book.diagnostics.items().empty());
  CHECK(anthology.parts.size() == 1);
}

TEST_CASE("identifiers of works are ASCII, unique and steady") {
  SmallBook book;
  for (const char* path : {"essay.md", "essay.txt", "Essay 2.md", "море.md", "море.txt", "é.md"}) {
    book.add(path);
  }
  std::set<std::string> ids;
  const Anthology anthology = book.build();
  for (const Work* work : anthology.works()) {
    INFO("id: ", work->id);
    CHECK(ids.insert(work->id).second);
    CHECK(work->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos);
  }
  CHECK(ids.count("essay") == 1);
  CHECK(ids.count("e") == 1);
}

TEST_CASE("what the description does not say of the book follows from the sources") {
  SmallBook book;
  book.add("a.md").metadata.language.value = "de";
  Document& second = book.add("b.md");
  second.metadata.language.value = "de";
  second.metadata.date.value = {2024, 5, 0, "2024-05"};
  book.add("c.md").metadata.language.value = "en";
  const Anthology anthology = book.build();
  CHECK(anthology.metadata.title == "My reader");
  CHECK(anthology.metadata.slug == "my-reader");
  CHECK(anthology.metadata.language == "de");
  CHECK(anthology.words["contents"] == "Inhalt");
  CHECK(anthology.metadata.modified == "2024-05-01T00:00:00Z");
  CHECK(anthology.metadata.identifier.starts_with("urn:uuid:"));
  CHECK(anthology.metadata.identifier.size() == 9 + 36);
  CHECK(book.build().metadata.identifier == anthology.metadata.identifier);
  CHECK(book.build("editors: Jane Roe").metadata.identifier != anthology.metadata.identifier);
}

TEST_CASE("the date of modification never comes from a clock") {
  SmallBook book;
  book.add("a.md");
  CHECK(book.build().metadata.modified == "1980-01-01T00:00:00Z");
  book.options.source_date_epoch = "1709210096";
  CHECK(book.build().metadata.modified == "2024-02-29T12:34:56Z");
  CHECK(book.build("date: 2025-03-19").metadata.modified == "2025-03-19T00:00:00Z");
  for (const char* bad : {"-1", "x", "99999999999999999999", "999999999999", ""}) {
    book.options.source_date_epoch = bad;
    CHECK(book.build().metadata.modified == "1980-01-01T00:00:00Z");
  }
}

TEST_CASE("bibliographies of the description and of a work are read once and reported once") {
  SmallBook book;
  const Block cites = paragraph(
      Inline{Citation{{{"poe", "", "", false}}, Citation::Form::Parenthetical, make_text("[@poe]")},
             {},
             {}});
  book.add("a.md", {cites});
  book.add("b.md", {cites}).bibliography_files = {"gone.bib"};
  book.folder.add("library.bib", "@book{poe, author={Poe, Karl}, title={Sea}, year=1845}\n@x{");
  const Anthology anthology = book.build("references: {style: magic, files: [library.bib]}");
  CHECK(anthology.references.size() == 1);
  CHECK(anthology.references[0].cited_by.size() == 2);
  CHECK(book.reports("missing-bibliography").size() == 1);
  REQUIRE(book.reports("broken-bibliography").size() == 1);
  CHECK(book.reports("broken-bibliography")[0].file == "library.bib");
  CHECK(book.reports("unknown-citation-style").size() == 1);
}

TEST_CASE("names of files do not follow the order of the book") {
  const auto ids_of = [](const std::vector<std::string>& paths) {
    SmallBook book;
    std::string yaml = "contents:\n";
    for (const std::string& path : paths) {
      book.add(path, {paragraph("Body of " + path)});
      yaml += "  - " + path + "\n";
    }
    std::map<std::string, std::string> ids;
    const Anthology anthology = book.build(yaml);
    for (const Work* work : anthology.works()) ids[work->document.path] = work->id;
    return ids;
  };
  auto all = ids_of({"Essay.md", "essay.md", "essay.txt", "a b.md"});
  CHECK(all["essay.md"] == "essay");
  CHECK(all["a b.md"] == "a-b");
  CHECK(all["Essay.md"].starts_with("essay-"));
  CHECK(all["Essay.md"] != all["essay.txt"]);
  CHECK(ids_of({"essay.txt", "a b.md", "essay.md", "Essay.md"}) == all);
  CHECK(ids_of({"Essay.md", "essay.md"})["Essay.md"] == all["Essay.md"]);
}

TEST_CASE("parts of one title are told apart by what they begin with") {
  const auto part_of = [](const std::string& first, const std::string& second) {
    SmallBook book;
    for (const char* path : {"a.md", "b.md"}) book.add(path, {paragraph("Body.")});
    const Anthology anthology = book.build("contents:\n  - {part: Notes, sources: [" + first +
                                           "]}\n  - {part: Notes, sources: [" + second + "]}\n");
    std::map<std::string, std::string> ids;
    for (const Part& part : anthology.parts) ids[part.works.at(0).document.path] = part.id;
    return ids;
  };
  const auto ids = part_of("a.md", "b.md");
  CHECK(ids.at("a.md") != ids.at("b.md"));
  CHECK(part_of("b.md", "a.md") == ids);
}

TEST_CASE("the book's identifier follows its title and editors alone") {
  const auto identifier_of = [](const std::string& yaml) {
    SmallBook book;
    book.add("a.md", {paragraph("Body.")});
    return book.build(yaml).metadata.identifier;
  };
  const std::string plain = identifier_of("title: Salt\neditors: [Ada Roe]\n");
  CHECK(identifier_of("title: Salt\nsubtitle: Ten pieces\neditors: [Ada Roe]\n") == plain);
  CHECK(identifier_of("title: Salt\neditors: [Ben Poe]\n") != plain);
  CHECK(identifier_of("title: Pepper\neditors: [Ada Roe]\n") != plain);
}

TEST_CASE("a book of nothing is an anthology with one empty part") {
  SmallBook book;
  const Anthology anthology = book.build();
  CHECK(anthology.parts.size() == 1);
  CHECK(anthology.works().empty());
}
