// Notes that nothing links to their marks, and notes in lists of terms.
#include <doctest/doctest.h>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

Parted part_article(const std::string& words) {
  return part(page("<article><h1>Salt</h1>" + kProse + words + "</article>"));
}

}  // namespace

TEST_CASE("raised numbers and the paragraphs at the end that repeat them are notes") {
  const Parted parted = part_article(
      "<p>He was duke.<sup>1</sup> He liked plums.<sup><span>2</span></sup></p><hr><h2>Notes</h2>"
      "<p><sup>1</sup> Of an island.</p><p><sup>2</sup> Dried ones.</p>");
  REQUIRE(parted.document.notes.size() == 2);
  CHECK(has(parted.kept, "Of an island."));
  CHECK_FALSE(has(parted.kept, "duke.1"));
  CHECK(has(parted.left_out, "Notes (heading of the notes"));
}

TEST_CASE("raised numbers that no paragraphs answer to stay as they are") {
  const char* texts[] = {
      "<p>A field of 4 m<sup>2</sup>.</p><p><sup>1</sup> Of an island.</p>",
      "<p>He was duke.<sup>1</sup> A field of 1 m<sup>1</sup>.</p><p><sup>1</sup> Of an "
      "island.</p>",
      "<p><sup>1</sup> In spring it rained.</p><p><sup>2</sup> In summer, too.</p>",
      "<p>He was duke.<sup>1</sup></p><p><sup>1</sup> Of an island.</p><p>So be "
      "it.<sup>2</sup></p>",
      "<p>He was duke.<sup>1</sup></p><p><sup>2</sup> Of an island.</p>",
  };
  for (const char* text : texts) {
    CAPTURE(std::string(text));
    CHECK(part_article(text).document.notes.empty());
  }
}

TEST_CASE("terms that notes are listed under are their numbers") {
  const Parted parted = part_article(
      "<p>See <a class=footnote-reference href='#f1' id=i1>1</a> and <a href='#c1' id=i2>[H88]</a>."
      "</p><dl class='footnote brackets'><dt id=f1><span><a class=fn-backref "
      "href='#i1'>1</a></span>"
      "</dt><dd><p>Gongs differ.</p></dd></dl><dl class=citation><dt id=c1><span><a "
      "class=fn-backref href='#i2'>H88</a></span></dt><dd><p>Harker, Gongs.</p></dd></dl>");
  REQUIRE(parted.document.notes.size() == 2);
  CHECK(has(parted.kept, "Gongs differ."));
  CHECK_FALSE(has(parted.kept, "H88"));
  CHECK_FALSE(has(parted.kept, "definition"));
}
