#include "book/attributions.h"

#include <doctest/doctest.h>

#include <string>

#include "book/books.h"
#include "document/metadata_values.h"

using namespace garland;
using namespace garland::test;
using namespace garland::tree;

namespace {

Anthology book_with(Work work, std::string_view language = "en") {
  Anthology anthology;
  anthology.words = Words(language);
  anthology.parts.resize(1);
  anthology.parts[0].works.push_back(std::move(work));
  return anthology;
}

Work known_work() {
  Work work;
  work.id = "waves";
  Metadata& metadata = work.document.metadata;
  metadata.title.value = inlines("Of ", tree::link("x.md", emphasis("Waves")), mark("1"));
  metadata.contributors.value = {contributor_from_name("Jane Roe", Role::Author),
                                 contributor_from_name("A. Smith", Role::Translator)};
  metadata.date.value = {2024, 3, 12, "2024-03-12"};
  metadata.publication.value = "Sea Quarterly";
  metadata.url.value = "https://example.org/waves";
  metadata.accessed.value = {2025, 1, 2, "2025-01-02"};
  metadata.rights.value = "© 2024 Jane Roe";
  metadata.license.value = "CC BY 4.0";
  metadata.permission.value = "Reprinted by permission of the author.";
  return work;
}

}  // namespace

TEST_CASE("an attribution says title, authors, publication, date, address, rights and licence") {
  const auto attributions = make_attributions(book_with(known_work()));
  REQUIRE(attributions.size() == 1);
  CHECK(attributions[0].work == "waves");
  CHECK(plain_text(attributions[0].title) == "Of Waves");
  CHECK(plain_text(attributions[0].text) ==
        "Jane Roe, translated by A. Smith. Originally published in Sea Quarterly, 12 March 2024. "
        "Source: https://example.org/waves (accessed 2 January 2025). © 2024 Jane Roe. Licence: "
        "CC BY 4.0. Reprinted by permission of the author.");
  int link_count = 0;
  for (const Inline& node : attributions[0].text) link_count += node.as<Link>() != nullptr ? 1 : 0;
  CHECK(link_count == 2);
}

TEST_CASE("an attribution invents nothing") {
  Work work;
  work.id = "w";
  set_title(work.document, "Waves");
  const auto attributions = make_attributions(book_with(work));
  CHECK(attributions.at(0).text.empty());
  Work dated;
  dated.document.metadata.date.value = {2024, 0, 0, "2024"};
  dated.document.metadata.url.value = "javascript:alert(1)";
  const auto german = make_attributions(book_with(dated, "de"));
  CHECK(plain_text(german.at(0).text) == "Zuerst erschienen 2024. Quelle: javascript:alert(1).");
  for (const Inline& node : german[0].text) CHECK(node.as<Link>() == nullptr);
}

TEST_CASE("what is missing is reported in one line, with how to mend it") {
  Work work;
  Diagnostics diagnostics;
  report_missing_attribution(work, diagnostics);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].message == "this article has no author, no date, no source");
  CHECK(diagnostics.items()[0].help ==
        "add `author:`, `date:`, `url:` or `publication:` to the file's front matter or to its "
        "entry under `contents:` in anthology.yaml");
  work = known_work();
  work.document.metadata.date = {};
  Diagnostics dateless;
  report_missing_attribution(work, dateless);
  REQUIRE(dateless.items().size() == 1);
  CHECK(dateless.items()[0].message == "this article has no date");
  Diagnostics none;
  report_missing_attribution(known_work(), none);
  CHECK(none.items().empty());
}

TEST_CASE("pictures are credited, and one that two works show is named once") {
  const auto figure = [](const char* credit) {
    Figure content;
    content.blocks = {paragraph(image("sea.png", "The sea"))};
    content.credit = inlines(credit);
    return Block{content, {}, {}};
  };
  Work one = known_work();
  one.document.blocks = {figure("Photograph: Karl Poe")};
  Work two = known_work();
  two.id = "other";
  two.document.blocks = {figure("Photograph: Karl Poe"),
                         {Figure{{paragraph(image("plain.png", ""))}, {}, {}}, {}, {}}};
  Anthology anthology = book_with(one);
  anthology.parts[0].works.push_back(two);
  const auto attributions = make_attributions(anthology);
  REQUIRE(attributions.size() == 3);
  CHECK(attributions[1].is_picture);
  CHECK(attributions[1].work.empty());
  CHECK(plain_text(attributions[1].title) == "Picture: The sea");
  REQUIRE(attributions[1].title.size() == 2);
  CHECK_MESSAGE(attributions[1].title[1].as<Quotation>() != nullptr,
                "a caption stands in quotation marks");
  CHECK(plain_text(attributions[1].text) == "Photograph: Karl Poe.");
}

TEST_CASE("a picture is named by its caption, its alternative text, its file or the word alone") {
  struct Case {
    const char* target;
    const char* alternative;
    const char* caption;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {"a/sea.png", "The sea", "At low water.", "Picture: At low water"},
      {"a/sea.png", "The sea", "", "Picture: The sea"},
      {"a/sea.png", "", "", "Picture: sea.png"},
      {"data:image/png;base64,AA", "", "", "Picture"}};
  for (const Case& test : cases) {
    CAPTURE(test.expected);
    Figure figure;
    figure.blocks = {paragraph(image(test.target, test.alternative))};
    if (*test.caption != 0) figure.caption = {paragraph(test.caption)};
    figure.credit = inlines("Karl Poe");
    Work work = known_work();
    work.document.blocks = {Block{figure, {}, {}}};
    const auto attributions = make_attributions(book_with(work));
    REQUIRE(attributions.size() == 2);
    CHECK(plain_text(attributions[1].title) == test.expected);
  }
}
