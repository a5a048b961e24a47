// Pages with very many of one thing: nothing is lost, and the time is that of reading them. (These
// pages took minutes while something was done over again for each of their parts.)
#include <doctest/doctest.h>

#include <algorithm>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

constexpr int kMany = 20000;

std::string many(int count, const char* before, const char* behind) {
  std::string text;
  for (int i = 0; i < count; ++i) text += before + std::to_string(i) + behind;
  return text;
}

int count(std::string_view text, std::string_view words) {
  int found = 0;
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("very many headings before the text are compared with the page's titles") {
  const std::string titles = "<title>The Tide | Quay</title>" +
                             many(60, "<meta name=og:title content='The Tide, or ", "'>");
  const Parted parted =
      part(page("<article><h1>The Tide</h1>" + many(kMany, "<h2>Part ", " of many</h2>") + kProse +
                    "</article>",
                titles));
  CHECK(count(parted.kept, "heading") == kMany);
  CHECK(has(parted.kept, "Part 19999 of many"));
}

TEST_CASE("very many authors are all named, once each") {
  const Parted parted = part(
      page(kProse, many(kMany, "<meta name=citation_author content='Ann Roe the ", "th'>") +
                       many(kMany, "<meta name=citation_author content='Ann Roe the ", "th'>")));
  CHECK(parted.document.metadata.contributors.value.size() == kMany);
}

TEST_CASE("very many lines that repeat the deck are not taken for it again and again") {
  const Parted parted =
      part(page("<article><hgroup><h1>The Tide</h1>" + std::string("<p>What it was worth</p>") +
                many(kMany, "<p>What it was worth</p><!--", "-->") + "</hgroup>" + kProse + kProse +
                kProse + "</article>"));
  CHECK(count(parted.kept, "What it was worth") == kMany);
}

TEST_CASE("very many paragraphs in one link are each in it") {
  const Parted parted = part(page("<article>" + std::string(kProse) + "<a href='/tide'>" +
                                  many(kMany, "<p>The ", "th tide.</p>") + "</a></article>"));
  CHECK(count(parted.kept, "th tide.") == kMany);
}

TEST_CASE("very many notes, and very many marks of one note, are joined") {
  std::string marks;
  std::string notes;
  for (int i = 0; i < kMany; ++i) {
    const std::string number = std::to_string(i);
    marks +=
        "<p>Salt<a href=#f" + number + " id=r" + number + ">[" + number.substr(0, 3) + "]</a></p>";
    notes += "<li id=f" + number + "><a href=#r" + number + ">^</a> Sea.</li>";
  }
  const Parted parted =
      part(page("<article>" + kProse + marks + "<ol>" + notes + "</ol></article>"));
  CHECK(parted.document.notes.size() == kMany);
  const Parted one = part(page("<article>" + kProse + many(kMany, "<a href=#f id=r", ">[1]</a> ") +
                               "<ol><li id=f>" + many(kMany, "<a href=#r", ">^</a> ") +
                               "Sea.</li></ol></article>"));
  CHECK(one.document.notes.size() == 1);
}

TEST_CASE("tags within tags within tags are read") {
  for (const char* tag : {"<dl><dd>", "<div class=poem>", "<font><b>", "<div class=toc>",
                          "<table><tr><td>", "<blockquote>", "<ul><li>"}) {
    CAPTURE(std::string(tag));
    std::string html;
    for (int i = 0; i < 3000; ++i) html += tag;
    const Parted parted = part(page("<article>" + kProse + html + "Within.</article>"));
    CHECK(has(parted.kept, "Within."));
  }
}
