#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "document/check.h"
#include "document/walk.h"
#include "references/references.h"
#include "trees.h"

using namespace garland;
using namespace garland::tree;

namespace {

std::vector<ReferenceEntry> library(const std::string& bibtex) {
  Diagnostics diagnostics;
  auto entries = read_bibliography(bibtex, "a.bib", diagnostics);
  CHECK(diagnostics.items().empty());
  return entries;
}

void cite_all(Document& document, const char* work, const std::vector<ReferenceEntry>& entries,
              Diagnostics& diagnostics) {
  cite(document, work, {&entries}, {}, diagnostics);
}

const char* const kRoe = "@book{roe99, author={Roe, Jane}, title={The Sea}, year=1999}";

std::string rendered(const Inline& node) { return plain_text(node.as<Citation>()->rendered); }

// The words of one citation in a work of its own.
std::string cite_one(Inline node, const std::string& bibtex) {
  Document document;
  document.blocks = {paragraph(Inlines{std::move(node)})};
  Diagnostics diagnostics;
  cite_all(document, "waves", library(bibtex), diagnostics);
  return rendered(document.blocks[0].as<Paragraph>()->inlines[0]);
}

}  // namespace

TEST_CASE("a citation is set in author-date form") {
  CHECK(cite_one(citation("roe99"), kRoe) == "(Roe 1999)");
  CHECK(cite_one(citation("roe99", "p. 3-5"), kRoe) == "(Roe 1999, 3–5)");
  CHECK(cite_one(citation("roe99", "chap. 2"), kRoe) == "(Roe 1999, chap. 2)");
  CHECK(cite_one(citation("roe99", "", Citation::Form::Narrative), kRoe) == "Roe (1999)");
  CHECK(cite_one(citation("k"), "@book{k, author={Roe, J. and Poe, K.}, title={T}, year=2000}") ==
        "(Roe and Poe 2000)");
  CHECK(cite_one(citation("k"),
                 "@book{k, author={Roe, J. and Poe, K. and Doe, L.}, title={T}, year=2000}") ==
        "(Roe et al. 2000)");
  CHECK(cite_one(citation("k"), "@online{k, title={A page}}") == "(“A page” n.d.)");
}

TEST_CASE("several works in one citation stand side by side") {
  Citation both{{{"roe99", "see", "", false}, {"poe", "", "p. 4", false}, {"roe99", "", "", true}},
                Citation::Form::Parenthetical,
                {text("[x]")}};
  const std::string bib =
      std::string(kRoe) + "\n@book{poe, author={Poe, K.}, title={T}, year=1845}";
  CHECK(cite_one({both, {}, {}}, bib) == "(see Roe 1999; Poe 1845, 4; 1999)");
}

TEST_CASE("the entries cited follow the article, each with an id that its citation links to") {
  Document document;
  document.blocks = {paragraph(Inlines{citation("roe99"), citation("roe99")})};
  document.blocks[0].attributes.id = "ref-roe99";  // taken already
  Diagnostics diagnostics;
  cite_all(document, "waves", library(kRoe), diagnostics);
  REQUIRE(document.blocks.size() == 2);
  const Division* division = document.blocks[1].as<Division>();
  REQUIRE(division != nullptr);
  CHECK(division->role == Division::Role::References);
  REQUIRE(division->blocks.size() == 2);
  CHECK(division->blocks[0].as<Heading>() != nullptr);
  CHECK(division->blocks[1].attributes.id == "ref-roe99-2");
  const Citation* node = document.blocks[0].as<Paragraph>()->inlines[0].as<Citation>();
  const Link* link = node->rendered[1].as<Link>();
  REQUIRE(link != nullptr);
  CHECK(link->target.kind == LinkTarget::Kind::Internal);
  CHECK(link->target.work == "waves");
  CHECK(link->target.anchor == "ref-roe99-2");
  for (const std::string& fault : check(document)) FAIL_CHECK(fault);
}

TEST_CASE("an entry that the author typed himself is linked to and not printed twice") {
  Document document;
  document.blocks = {paragraph(Inlines{citation("roe99")}), heading(1, "References"),
                     paragraph("Roe, Jane. 1999. The Sea.")};
  mark_reference_list(document);
  Diagnostics diagnostics;
  cite_all(document, "waves", library(kRoe), diagnostics);
  CHECK(listed_references(document).size() == 1);
}

TEST_CASE("a heading at the end with nothing under it takes the entries") {
  Document document;
  document.blocks = {paragraph(Inlines{citation("roe99")}), heading(2, "References")};
  mark_reference_list(document);
  Diagnostics diagnostics;
  cite_all(document, "waves", library(kRoe), diagnostics);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[1].as<Division>()->blocks.size() == 2);
}

TEST_CASE("works of one author and year are told apart by letters, namesakes by initials") {
  const char* bib =
      "@book{b, author={Roe, Jane}, title={Waves}, year=1999}\n"
      "@book{a, author={Roe, Jane}, title={Boats}, year=1999}\n"
      "@book{c, author={Roe, Karl}, title={Nets}, year=1999}";
  Document document;
  document.blocks = {paragraph(Inlines{citation("b"), citation("a"), citation("c")})};
  Diagnostics diagnostics;
  cite_all(document, "w", library(bib), diagnostics);
  const Inlines& inlines = document.blocks[0].as<Paragraph>()->inlines;
  CHECK(rendered(inlines[0]) == "(J. Roe 1999b)");
  CHECK(rendered(inlines[1]) == "(J. Roe 1999a)");
  CHECK(rendered(inlines[2]) == "(K. Roe 1999)");
  const auto entries = listed_references(document);
  REQUIRE(entries.size() == 3);
  CHECK(plain_text(entries[0].entry) == "Roe, Jane. 1999a. Boats.");
}

TEST_CASE("an unknown key is reported with the nearest one and its text stays") {
  Document document;
  document.blocks = {paragraph(Inlines{citation("roe98")})};
  Diagnostics diagnostics;
  cite_all(document, "w", library(kRoe), diagnostics);
  CHECK(rendered(document.blocks[0].as<Paragraph>()->inlines[0]) == "[@roe98]");
  CHECK(document.blocks.size() == 1);
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "unknown-citation");
  CHECK(diagnostics.items()[0].help.find("@roe99") != std::string::npos);
  CHECK(diagnostics.items()[0].range.begin_line == 3);
}

TEST_CASE("a handle is no citation where there is no bibliography") {
  Document document;
  document.blocks = {paragraph(Inlines{citation("handle", "", Citation::Form::Narrative)})};
  Diagnostics diagnostics;
  cite_all(document, "w", {}, diagnostics);
  CHECK(diagnostics.items().empty());
}

TEST_CASE("inside a link a citation is words alone") {
  Document document;
  Inline link{Link{{}, "", {citation("roe99")}}, {}, {}};
  document.blocks = {paragraph(Inlines{link})};
  Diagnostics diagnostics;
  cite_all(document, "w", library(kRoe), diagnostics);
  for (const std::string& fault : check(document)) FAIL_CHECK(fault);
}

TEST_CASE("two works may use one key for different entries") {
  CHECK(cite_one(citation("k"), "@book{k, author={Roe, J.}, title={A}, year=1}") == "(Roe 1)");
  CHECK(cite_one(citation("k"), "@book{k, author={Poe, J.}, title={B}, year=2}") == "(Poe 2)");
}
