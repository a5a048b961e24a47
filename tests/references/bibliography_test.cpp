#include <doctest/doctest.h>

#include <string>

#include "references/chicago.h"
#include "references/references.h"
#include "support/shared_data.h"

using namespace garland;

namespace {

std::string entry_text(std::string_view bibliography, std::string_view path) {
  Diagnostics diagnostics;
  const auto entries = read_bibliography(bibliography, path, diagnostics);
  if (entries.empty()) return "no entry";
  return plain_text(chicago_entry(entries.front(), "", {}));
}

}  // namespace

TEST_CASE("entries of every usual kind are set in Chicago's manner") {
  struct Case {
    std::string bibtex;
    const char* expected;
  };
  const Case cases[] = {
      {"@article{a, author={Bertram, Aaron and Wentworth, Richard}, title={Gromov invariants}, "
       "journal={J. Amer. Math. Soc.}, year=1996, volume=9, number=2, pages={529-571}}",
       "Bertram, Aaron, and Richard Wentworth. 1996. “Gromov invariants.” J. Amer. Math. Soc. 9 "
       "(2): 529–571."},
      {"@book{b, author={Homer}, title={Die Ilias}, translator={Schadewaldt, Wolfgang}, "
       "edition=3, publisher={Artemis \\& Winkler}, date=2004}",
       "Homer. 2004. Die Ilias. 3rd ed. Translated by Wolfgang Schadewaldt. Artemis & Winkler."},
      {"@collection{c, editor={Matuz, Roger}, title={Contemporary Literary Criticism}, "
       "volume=61, publisher={Gale}, year=1990}",
       "Matuz, Roger, ed. 1990. Contemporary Literary Criticism. Vol. 61. Gale."},
      {"@incollection{d, author={Moraux, Paul}, title={Le De Anima?}, booktitle={Aristotle on "
       "Mind}, editor={Lloyd, G. E. R. and Owen, G. E. L.}, publisher={CUP}, year=1979}",
       "Moraux, Paul. 1979. “Le De Anima?” In Aristotle on Mind, edited by G. E. R. Lloyd and G. "
       "E. L. Owen. CUP."},
      {"@phdthesis{e, author={Loh, Nin C.}, title={An accelerometer}, school={MIT}, "
       "type={Master's thesis}, year=1992}",
       "Loh, Nin C. 1992. “An accelerometer.” Master's thesis, MIT."},
      {"@online{f, title={A page}, url={https://example.org/a\\_b}, urldate={2024-05-01}}",
       "“A page.” n.d. Accessed 2024-05-01. https://example.org/a_b."},
      {"@book{g, author={A, B and C, D and E, F and G, H and I, J and K, L and M, N}, title={T}, "
       "date={1984/1986}}",
       "A, B, D C, F E, et al. 1984–1986. T."},
      {"@book{i, author={Cicero}, title={De natura}, editor={Ursula Blank}, translator={Ursula "
       "Blank}, publisher={A and {B and C}}, year=1995}",
       "Cicero. 1995. De natura. Edited and translated by Ursula Blank. A; B and C."},
      {"@techreport{j, author={Chiu, W.}, title={A Model}, institution={IBM}, type={resreport}, "
       "number={RC-6947}, year=1978}",
       "Chiu, W. 1978. A Model. Research report RC-6947. IBM."},
      {"@mastersthesis{k, author={Loh, N.}, title={A Meter}, school={MIT}, year=1992}",
       "Loh, N. 1992. “A Meter.” Master’s thesis, MIT."},
      {"@book{h, author={{Barnes and Noble}}, title={T}, year=2000}", "Barnes and Noble. 2000. T."},
  };
  for (const Case& c : cases) {
    INFO("BibTeX: ", c.bibtex);
    CHECK(entry_text(c.bibtex, "a.bib") == c.expected);
  }
}

TEST_CASE("CSL-JSON and CSL-YAML give the entry that BibTeX gives") {
  const std::string expected = "Roe, Jane. 1999. The Sea. Harbour.";
  CHECK(entry_text("@book{roe, author={Roe, Jane}, title={The Sea}, publisher={Harbour}, "
                   "year=1999}",
                   "a.bib") == expected);
  CHECK(entry_text(R"([{"id": "roe", "type": "book", "title": "The Sea", "publisher": "Harbour",
        "author": [{"family": "Roe", "given": "Jane"}], "issued": {"date-parts": [[1999]]}}])",
                   "a.json") == expected);
  CHECK(entry_text("references:\n- id: roe\n  type: book\n  title: The Sea\n  publisher: Harbour\n"
                   "  author: {family: Roe, given: Jane}\n  issued: 1999\n",
                   "a.yaml") == expected);
}

TEST_CASE("a large BibLaTeX file is read without a word of complaint") {
  const auto path = test::shared_path("data/csl/biblatex-examples.bib");
  if (!path) return;
  Diagnostics diagnostics;
  const auto entries = read_bibliography(test::read_bytes(*path), "examples.bib", diagnostics);
  for (const Diagnostic& item : diagnostics.items()) FAIL_CHECK(format_diagnostic(item));
  CHECK(entries.size() == 90);
  for (const ReferenceEntry& entry : entries) {
    const std::string text = plain_text(chicago_entry(entry, "", {}));
    INFO(entry.key, ": ", text);
    CHECK(text.size() > 20);
    CHECK(text.find_first_of("{}\\") == std::string::npos);
  }
}

TEST_CASE("macros and crossrefs are resolved") {
  const char* bib =
      "@string{hup = {Harvard }}\n"
      "@incollection{part, author={Roe, Jane}, title={Waves}, crossref={whole}}\n"
      "@collection{whole, editor={Poe, John}, title={The Sea}, publisher=hup # {Press}, "
      "year=1999}\n";
  CHECK(entry_text(bib, "a.bib") ==
        "Roe, Jane. 1999. “Waves.” In The Sea, edited by John Poe. Harvard Press.");
}

TEST_CASE("a broken entry is reported with its line and the next one is read") {
  Diagnostics diagnostics;
  const auto entries = read_bibliography(
      "@book{good1, title={A}}\n@book{bad, title={never closed\n\n@book{good2, title={B}}\n",
      "a.bib", diagnostics);
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].key == "good2");
  REQUIRE(diagnostics.items().size() == 1);
  CHECK(diagnostics.items()[0].code == "broken-bibliography");
  CHECK(diagnostics.items()[0].range.begin_line == 2);
}

TEST_CASE("what an entry refers to in vain is reported with its line") {
  Diagnostics diagnostics;
  const auto entries = read_bibliography(
      "@book{a, title={A},\npublisher=nosuch # { Press}, month=mar}\n@inbook{b, title={B}, "
      "crossref={whole}}\n",
      "a.bib", diagnostics);
  CHECK(entries.size() == 2);
  REQUIRE(diagnostics.items().size() == 2);
  CHECK(diagnostics.items()[0].code == "unknown-macro");
  CHECK(diagnostics.items()[0].range.begin_line == 2);
  CHECK(diagnostics.items()[1].code == "unknown-crossref");
  CHECK(diagnostics.items()[1].range.begin_line == 3);
  Diagnostics of_json;
  read_bibliography("[{\"type\":\"book\",\"title\":\"The Sea\"}]", "a.json", of_json);
  REQUIRE(of_json.items().size() == 1);
  CHECK(of_json.items()[0].message == "the reference “The Sea” has no “id”");
}

TEST_CASE("a key used twice is reported and the first entry counts") {
  Diagnostics diagnostics;
  const auto entries =
      read_bibliography("@book{k, title={A}}\n@book{k, title={B}}", "a.bib", diagnostics);
  REQUIRE(entries.size() == 1);
  CHECK(field_of(entries[0], "title") == "A");
  CHECK(diagnostics.items().at(0).code == "duplicate-key");
}

TEST_CASE("hostile bibliographies end in diagnostics") {
  std::string bomb = "@string{a0 = {xxxxxxxxxxxxxxxx}}\n";
  for (int i = 1; i < 60; ++i) {
    const std::string last = "a" + std::to_string(i - 1);
    bomb += "@string{a" + std::to_string(i) + " = " + last + " # " + last + "}\n";
  }
  const std::string cases[] = {
      bomb,
      "@book{k, title=" + std::string(100000, '{'),
      "@book{",
      "@",
      "@book{k, title=\"a",
      "@book{k title={x}}",
      std::string(100000, '@'),
      "@a{k,crossref={k}}",
  };
  for (const std::string& text : cases) {
    Diagnostics diagnostics;
    read_bibliography(text, "a.bib", diagnostics);
  }
  for (const char* text : {"", "3", "[3]", "{\"a\":1}", "[{\"id\":\"x\",\"issued\":[]}]"}) {
    Diagnostics diagnostics;
    read_bibliography(text, "a.json", diagnostics);
  }
}

TEST_CASE("an entry that does not end costs no other entry, and faults are listed up to a bound") {
  std::string text = "@book{good, title = {T\n@handle of a user}, year = 2000}\n";
  for (int i = 0; i < 200; ++i) text += "@book{bad, title = {\n";
  text += "@book{last, title = {L}}\n";
  Diagnostics diagnostics;
  const auto entries = read_bibliography(text, "a.bib", diagnostics);
  REQUIRE(entries.size() == 2);
  CHECK(entries.back().key == "last");
  CHECK(diagnostics.count(Severity::Error) == 50);
}
