#include "book/credits.h"

#include <doctest/doctest.h>

#include "base/value.h"
#include "book/books.h"
#include "document/metadata_values.h"

using namespace garland;
using namespace garland::test;
using namespace garland::tree;

namespace {

Contributor person(const char* name, Role role, const char* orcid = "") {
  Contributor person = contributor_from_name(name, role);
  person.orcid = orcid;
  return person;
}

Anthology book() {
  Anthology anthology;
  anthology.metadata.title = "The “Sea”";
  anthology.metadata.slug = "the-sea";
  anthology.metadata.editors = {person("Ada Roe", Role::Editor)};
  anthology.metadata.date = {2026, 0, 0, "2026"};
  anthology.parts.resize(1);
  Work work;
  work.id = "waves";
  work.document.path = "sea/waves.md";
  Metadata& metadata = work.document.metadata;
  metadata.title.value = inlines("Of ", emphasis("Waves"));
  metadata.contributors.value = {
      person("Jane Roe", Role::Author, "0000-0001"), person("John Poe", Role::Author),
      person("A. Smith", Role::Translator), person("Lee Ray", Role::Photographer)};
  metadata.date.value = {2024, 3, 12, "2024-03-12"};
  metadata.accessed.value = {2025, 1, 0, "2025-01"};
  metadata.publication.value = "Sea Quarterly";
  metadata.url.value = "https://example.org/waves";
  metadata.license.value = "CC BY 4.0";
  metadata.language.value = "en";
  anthology.parts[0].works.push_back(std::move(work));
  return anthology;
}

// The items, written in one line each.
std::vector<std::string> items_of(const Anthology& anthology) {
  const Result<Value> json = parse_json(credits_json(anthology));
  REQUIRE(json.ok());
  std::vector<std::string> items;
  for (const Value& item : json->list) items.push_back(write_json(item, 0));
  return items;
}

}  // namespace

TEST_CASE("credits name the anthology and each work as CSL-JSON does") {
  const std::vector<std::string> items = items_of(book());
  REQUIRE(items.size() == 2);
  CHECK(
      items[0] ==
      R"({"id":"the-sea","type":"book","title":"The “Sea”","editor":[{"family":"Roe","given":"Ada"}],)"
      R"("issued":{"date-parts":[[2026]]}})");
  CHECK(
      items[1] ==
      R"({"id":"waves","type":"article","title":"Of Waves",)"
      R"("author":[{"family":"Roe","given":"Jane"},{"family":"Poe","given":"John"}],)"
      R"("contributor":[{"family":"Ray","given":"Lee"}],)"
      R"("translator":[{"family":"Smith","given":"A."}],)"
      R"("container-title":"Sea Quarterly","issued":{"date-parts":[[2024,3,12]]},)"
      R"("accessed":{"date-parts":[[2025,1]]},"URL":"https://example.org/waves","language":"en",)"
      R"("custom":{"orcid":{"Jane Roe":"0000-0001"},"attribution":"Jane Roe and John Poe, translated by )"
      R"(A. Smith, photographs by Lee Ray. Originally published in Sea Quarterly, 12 March 2024. )"
      R"(Source: https://example.org/waves (accessed January 2025). Licence: CC BY 4.0.",)"
      R"("file":"sea/waves.md","license":"CC BY 4.0",)"
      R"("license-url":"https://creativecommons.org/licenses/by/4.0/"}})");
}

TEST_CASE("credits invent nothing, and keep dates and names that are not understood") {
  Anthology anthology = book();
  Work work;
  work.id = "untitled";
  work.document.path = "untitled.md";
  work.document.metadata.date.value = {0, 0, 0, "in the spring"};
  work.document.metadata.contributors.value = {{"The Salt Club", "", "", "", Role::Author}};
  anthology.parts[0].works = {std::move(work)};
  const std::vector<std::string> items = items_of(anthology);
  REQUIRE(items.size() == 2);
  CHECK(items[1].find(R"("author":[{"literal":"The Salt Club"}])") != std::string::npos);
  CHECK(items[1].find(R"("issued":{"literal":"in the spring"})") != std::string::npos);
  CHECK(items[1].find("\"title\"") == std::string::npos);
  CHECK(items[1].find("license") == std::string::npos);
}

TEST_CASE("credits have the pictures that the attributions have, with the work that shows them") {
  SmallBook small;
  Document& document = small.add("a.md");
  set_title(document, "A");
  Figure figure;
  Image image;
  image.target = "https://example.org/pan.png";
  figure.blocks = blocks(paragraph(Inline{image, {}, {}}));
  figure.caption = blocks(paragraph("The pans"));
  figure.credit = inlines("Photograph: Lee Ray");
  document.blocks = blocks(Block{figure, {}, {}});
  const std::vector<std::string> items = items_of(small.build());
  REQUIRE(items.size() == 3);
  CHECK(items[2] ==
        R"({"id":"picture-1","type":"graphic","title":"Picture: The pans",)"
        R"("custom":{"attribution":"Photograph: Lee Ray. Source: https://example.org/pan.png.",)"
        R"("shown-in":"a"}})");
}
