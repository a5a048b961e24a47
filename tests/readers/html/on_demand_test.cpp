// What a page hides until a reader asks for it: notes behind their marks, answers behind headings.
#include <doctest/doctest.h>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("what a mark shows when it is touched is a note in the mark's place") {
  const char* notes[] = {
      "<sup class=x>2</sup><span style='display:none'>Salt of the bar.</span>",
      "<sup><a href='#' role=button>2</a></sup><span hidden>Salt of the bar.</span>",
      "<span class=footnote-mark>*</span> <span class=t hidden>Salt of the bar.</span>",
      "<a href='#n2'>2</a><span id=n2 role=tooltip hidden>Salt of the bar.</span>",
      "<sup title='Salt of the bar.'>2</sup>",
      "<sup><a title='Salt of the bar.'>2</a></sup>",
      "<a data-footnote=2><span title='Salt of the bar.'>2</span></a>",
  };
  for (const char* note : notes) {
    CAPTURE(std::string(note));
    const Parted parted =
        part(page("<article>" + kProse + "<p>They sold it" + note + " dear.</p></article>"));
    REQUIRE(parted.document.notes.size() == 1);
    CHECK(has(parted.kept, "Salt of the bar."));
    CHECK_FALSE(has(parted.kept, "it2"));
    CHECK_FALSE(has(parted.left_out, "Salt of the bar."));
  }
}

TEST_CASE("hidden words beside a number are a note only where something says so") {
  const char* others[] = {
      "<span>5</span><span hidden>stars of five were given.</span>",
      "<sup><a href='#fn'>5</a></sup><span hidden>A look at what stands below.</span>",
      "<a href='#' title='Go to page 5'>5</a>",
      "<abbr title='River Improvement Board'>R5</abbr>",
  };
  for (const char* other : others) {
    CAPTURE(std::string(other));
    const Parted parted =
        part(page("<article>" + kProse + "<p>They sold it. " + other + " Dear.</p></article>"));
    CHECK(parted.document.notes.empty());
  }
}

TEST_CASE("an answer that is folded away under its question is part of the article") {
  const std::string answer = "<p>By raising spoons, as they always had.</p>";
  const std::string folded[] = {
      "<h3><button aria-expanded=false>How?</button></h3><div style='display:none'>" + answer +
          "</div>",
      "<h3>How?</h3><div class=collapse aria-hidden=true>" + answer + "</div>",
      "<p>Now:</p><div class='accordion-content' hidden>" + answer + "</div>",
      "<p><button aria-controls=how>How?</button></p><p>Ask!</p><div id=how hidden>" + answer +
          "</div>",
      "<p><a data-toggle=collapse href='#how'>How?</a></p><p>Ask!</p><div id=how "
      "style='display:none'>" +
          answer + "</div>",
      "<p><button data-bs-toggle=collapse data-bs-target='#how'>How?</button></p><p>Ask!</p><div "
      "id=how hidden>" +
          answer + "</div>",
  };
  for (const std::string& entry : folded) {
    CAPTURE(entry);
    const Parted parted = part(page("<article>" + kProse + entry + kProse + "</article>"));
    CHECK(has(parted.kept, "By raising spoons"));
    CHECK_FALSE(has(parted.left_out, "By raising spoons"));
  }
}

TEST_CASE("windows, menus and forms that a button opens stay hidden") {
  const char* hidden[] = {
      "<div id=w role=dialog hidden><p>By raising spoons, as ever.</p></div>",
      "<div id=w class=modal hidden><p>By raising spoons, as ever.</p></div>",
      "<div id=w class=collapse hidden><a href=s>By raising spoons, as ever.</a></div>",
      "<div id=w hidden><p>By raising spoons, as ever.</p><form><input></form></div>",
      "<h3>A word from the baker</h3><div hidden><p>By raising spoons, as ever.</p></div>",
      "<div id=other hidden><p>By raising spoons, as ever.</p></div>",
  };
  for (const char* entry : hidden) {
    CAPTURE(std::string(entry));
    const Parted parted = part(page("<article>" + kProse + "<p><button aria-controls=w>How?" +
                                    "</button></p><p>So.</p>" + entry + kProse + "</article>"));
    CHECK(has(parted.left_out, "By raising spoons, as ever. (hidden from readers)"));
  }
}
