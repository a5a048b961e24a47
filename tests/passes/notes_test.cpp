#include "passes/notes.h"

#include <doctest/doctest.h>

#include <string>

#include "document/check.h"
#include "document/dump.h"
#include "support/tree.h"

using namespace garland;
using namespace garland::tree;

namespace {

struct Outcome {
  Document document;
  Diagnostics diagnostics;
};

Outcome numbered(Blocks blocks, std::vector<Note> notes) {
  Outcome outcome;
  outcome.document.blocks = std::move(blocks);
  outcome.document.notes = std::move(notes);
  number_notes(outcome.document, outcome.diagnostics);
  CHECK(check(outcome.document).empty());
  return outcome;
}

// "1:b 2:a"
std::string numbers(const Document& document) {
  std::string text;
  for (const Note& note : document.notes) {
    text += (text.empty() ? "" : " ") + std::to_string(note.number) + ":" + note.label;
  }
  return text;
}

}  // namespace

TEST_CASE("notes are numbered by their first marks") {
  const Outcome outcome =
      numbered(blocks(paragraph("x", mark("b"), mark("a"), mark("b")), paragraph(mark("c"))),
               {note("a", paragraph("A")), note("b", paragraph("B")), note("c", paragraph("C"))});
  CHECK(numbers(outcome.document) == "1:b 2:a 3:c");
  CHECK(outcome.diagnostics.items().empty());
}

TEST_CASE("a note marked inside a note comes after those of the body") {
  const Outcome outcome = numbered(
      blocks(paragraph(mark("a"), mark("c"))),
      {note("a", paragraph("A", mark("b"))), note("b", paragraph("B")), note("c", paragraph("C"))});
  CHECK(numbers(outcome.document) == "1:a 2:c 3:b");
}

TEST_CASE("a mark without a note becomes text and is reported") {
  const Outcome outcome = numbered(blocks(paragraph("x", mark("gone"), "y")), {});
  CHECK(dump(outcome.document.blocks) == "paragraph\n  text \"x[^gone]y\"\n");
  REQUIRE(outcome.diagnostics.items().size() == 1);
  CHECK(outcome.diagnostics.items().front().code == "mark-without-note");
  CHECK(outcome.document.inferences.size() == 1);
}

TEST_CASE("a note without a mark moves to the end of the body and is reported") {
  const Outcome outcome = numbered(blocks(paragraph("x", mark("a"))),
                                   {note("lost", paragraph("L")), note("a", paragraph("A"))});
  CHECK(numbers(outcome.document) == "1:a");
  CHECK(dump(Blocks{outcome.document.blocks.back()}) ==
        "division .unmarked-note\n  paragraph\n    text \"L\"\n");
  REQUIRE(outcome.diagnostics.items().size() == 1);
  CHECK(outcome.diagnostics.items().front().code == "note-without-mark");
}

TEST_CASE("a note that only an unmarked note marks stays a note") {
  const Outcome outcome = numbered(
      blocks(paragraph("x")), {note("b", paragraph("B")), note("a", paragraph("A", mark("b")))});
  CHECK(numbers(outcome.document) == "1:b");
  CHECK(outcome.diagnostics.items().size() == 1);
}

TEST_CASE("notes that mark each other in a ring lose no text") {
  const Outcome outcome = numbered(blocks(paragraph("x")), {note("a", paragraph("A", mark("b"))),
                                                            note("b", paragraph("B", mark("a")))});
  CHECK(numbers(outcome.document) == "1:b");
  CHECK(dump(outcome.document, {.ranges = false}).find("text \"A\"") != std::string::npos);
  CHECK(dump(outcome.document).find("text \"B[^a]\"") != std::string::npos);
}

TEST_CASE("a second note of the same label is kept under another") {
  const Outcome outcome = numbered(blocks(paragraph(mark("a"))),
                                   {note("a", paragraph("A")), note("a", paragraph("B"))});
  CHECK(numbers(outcome.document) == "1:a");
  CHECK(dump(outcome.document).find("text \"B\"") != std::string::npos);
  CHECK(outcome.diagnostics.items().front().code == "duplicate-note");
}
