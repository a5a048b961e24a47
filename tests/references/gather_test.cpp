#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "references/references.h"
#include "trees.h"

using namespace garland;
using namespace garland::tree;

namespace {

Document work_with(std::vector<Inlines> entries) {
  Document document;
  Division list{Division::Role::References, {}};
  for (Inlines& entry : entries) list.blocks.push_back(paragraph(std::move(entry)));
  document.blocks.push_back({std::move(list), {}, {}});
  return document;
}

std::vector<GatheredReference> gather(const std::vector<Document>& works,
                                      std::string_view language = "en") {
  std::vector<const Document*> pointers;
  for (const Document& work : works) pointers.push_back(&work);
  return gather_references(pointers, language);
}

}  // namespace

TEST_CASE("one work written in several ways is one entry, and the fuller one is kept") {
  struct Case {
    Inlines left, right;
    bool is_same;
  };
  const std::vector<Case> cases = {
      {{text("Fromm, Erich. (1956). The Art of Loving. Harper & Brothers.")},
       {text("FROMM, ERICH (1956): The art of loving. Harper & Brothers")},
       true},
      {{text("Fromm, E. (1956). The Art of Loving. New York: Harper.")},
       {text("Fromm, Erich. "), emphasis("The Art of Loving"), text(". Harper, 1956.")},
       true},
      {{text("Roe, J. 1999. “Of Waves and Tides.” Sea 3.")},
       {text("Roe, Jane. “Of Waves and Tides.” "), emphasis("Sea"), text(" 3 (1999): 4–5.")},
       true},
      {{text("Roe, J. 1999. Waves. https://doi.org/10.1234/AB.c")},
       {text("J. Roe, Of waves, doi:10.1234/ab.C.")},
       true},
      {{text("Roe, J. 1999. The Sea and the Shore. doi:10.1234/a1")},
       {text("Roe, J. 1999. The Sea and the Shore. 2. doi:10.1234/b2")},
       false},
      {{text("Roe, J. 1999. The Sea and the Shore.")},
       {text("Roe, J. 2003. The Sea and the Shore.")},
       false},
      {{text("Roe, J. 1999. Introduction. In: A.")},
       {text("Roe, J. 1999. Preface. In: B.")},
       false},
      {{text("Roe, Jane. The Tide. Harbour. ISBN 0-306-40615-2.")},
       {text("Roe, J. 1999. Tide, The. ISBN: 978-0-306-40615-7")},
       true},
      {{text("Roe, Jane. One essay of it. ISBN 0-306-40615-2.")},
       {text("Poe, John. Another essay of it. ISBN 0-306-40615-2.")},
       false},
      {{text("Roe, J. 1999. Tides. https://www.example.org/tides/")},
       {text("Tides and their turn (1999), http://example.org/tides#top.")},
       true},
      {{text("Roe, J. 1999. Tides. https://example.org/")},
       {text("Poe, J. 1999. Shores. https://example.org/")},
       false},
      {{text("Roe, J. 1999. Tides. https://example.org/a")},
       {text("Roe, J. 2003. Tides. https://example.org/a")},
       false},
      {{text("Müller, K. 1999. Über das Meer. X.")},
       {text("Muller, K. 1999. Uber das Meer. X.")},
       true},
  };
  for (const Case& c : cases) {
    INFO(plain_text(c.left), " | ", plain_text(c.right));
    const auto references = gather({work_with({c.left}), work_with({c.right})});
    CHECK(references.size() == (c.is_same ? 1 : 2));
    if (c.is_same && references.size() == 1) {
      CHECK(references[0].cited_by == std::vector<std::size_t>{0, 1});
      CHECK(plain_text(references[0].entry).size() >=
            std::max(plain_text(c.left).size(), plain_text(c.right).size()) - 3);
    }
  }
}

TEST_CASE("two entries of one article are two unless they are letter for letter the same") {
  const Inlines a = {text("Roe, J. 1999a. The Sea and the Shore. Harbour.")};
  const Inlines b = {text("Roe, J. 1999b. The Sea and the Shore. Haven.")};
  CHECK(gather({work_with({a, b})}).size() == 2);
  CHECK(gather({work_with({a, a})}).size() == 1);
}

TEST_CASE("the list is in the alphabetical order of the language") {
  const std::vector<Document> works = {work_with({{text("Zorn, A. 2001. X.")},
                                                  {text("Ärlig, B. 2001. X.")},
                                                  {text("“Boats.” 1999.")},
                                                  {text("Andersen, H. 1840. X.")}})};
  const auto german = gather(works, "de");
  CHECK(plain_text(german[0].entry).starts_with("Andersen"));
  CHECK(plain_text(german[1].entry).starts_with("Ärlig"));
  CHECK(plain_text(german[2].entry).starts_with("“Boats"));
  const auto swedish = gather(works, "sv");
  CHECK(plain_text(swedish[3].entry).starts_with("Ärlig"));
}

TEST_CASE("an entry of the joint list has no ids, notes or pictures") {
  Inlines entry = {text("Roe, J. 1999. The Sea.")};
  entry[0].attributes.id = "ref-roe";
  entry.push_back({NoteReference{"1"}, {}, {}});
  entry.push_back({Image{"a.png", "", "", "A", ""}, {}, {}});
  const auto references = gather({work_with({entry})});
  REQUIRE(references.at(0).entry.size() == 1);
  CHECK(references[0].entry[0].attributes.id.empty());
}
