// Names of classes against the words inside: prose without links is no box of the site.
#include <doctest/doctest.h>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string box(std::string_view name, std::string_view words) {
  return "<div class='" + std::string(name) + "'>" + std::string(words) + "</div>";
}

}  // namespace

TEST_CASE("a class name alone takes no running text out of an article") {
  const std::string words = "<p>The ferry had no owner, and no timetable.</p>";
  for (const char* name :
       {"related-thoughts", "widget-box", "sponsor-story", "promo", "share-of-catch",
        "comments-on-salt", "footer-remark", "sidebar-text", "entry-teaser", "banner-text"}) {
    CAPTURE(std::string(name));
    const Parted parted =
        part(page("<article><h1>Salt</h1>" + kProse + box(name, words) + kProse + "</article>"));
    CHECK(has(parted.kept, "no timetable"));
    CHECK_FALSE(has(parted.left_out, "no timetable"));
  }
}

TEST_CASE("a sign of copyright that names no owner is the article's") {
  for (const char* words : {"<p>By rule 2(c) of the port, the ferry had no owner.</p>",
                            "<p>On its bow, the ferry had a © and two stars.</p>"}) {
    CAPTURE(std::string(words));
    const Parted parted = part(
        page("<article><h1>Salt</h1>" + kProse + box("widget", words) + kProse + "</article>"));
    CHECK(has(parted.kept, "ferry"));
  }
}

TEST_CASE("under a site's name, links, buttons and what only a site says are the site's") {
  const char* boxes[] = {
      "<p>The ferry, and other stories: <a href=f>The ferry that nobody owned.</a></p>",
      "<p>Do you like the ferry, and its crew?</p><button>Yes</button>",
      "<p>The ferry: log in to read more about it, and to comment.</p>",
      "<p>© 2019 The ferry, its owners, and their heirs.</p>",
  };
  for (const char* words : boxes) {
    for (const char* name : {"related", "widget", "promo", "footer"}) {
      CAPTURE(std::string(words));
      CAPTURE(std::string(name));
      const Parted parted = part(page("<article>" + kProse + box(name, words) + "</article>"));
      CHECK_FALSE(has(parted.kept, "ferry"));
      CHECK(has(parted.left_out, "ferry"));
    }
  }
}

TEST_CASE("what readers wrote below an article is no part of it") {
  const Parted parted = part(
      page("<article>" + kProse +
           box("comments", "<p>My father was the ferryman, and never paid.</p>") + "</article>"));
  CHECK(has(parted.left_out, "ferryman, and never paid. (comments of readers)"));
}

TEST_CASE("the text of a site beside its article stays out, links or no links") {
  const Parted parted =
      part(page("<div class=content>" + kProse + "</div>" +
                box("sidebar", "<p>Harbour notes come from the quay, every month.</p>")));
  CHECK(has(parted.left_out, "Harbour notes come from the quay, every month. (beside"));
}

TEST_CASE("a page that is built of widgets is read whole") {
  const auto widget = [](const std::string& kind, const std::string& inside) {
    return "<div class='pb-widget pb-widget-" + kind + "'><div class='pb-widget-container'>" +
           inside + "</div></div>";
  };
  const Parted parted = part(
      page("<nav><a href=/>Home</a></nav><div class=pb-widget-wrap>" +
               widget("heading", "<h1>The salt road</h1>") + widget("text", kProse) +
               widget("heading", "<h2>The wells</h2>") + widget("text", "<p>One was sweet.</p>") +
               widget("image",
                      "<figure><img src=w.png><figcaption class=widget-caption>A well</figcaption>"
                      "</figure>") +
               widget("quote",
                      "<blockquote><p>Salt is memory.</p><cite class=q__author>A digger</cite>"
                      "</blockquote>") +
               widget("text", kProse) + "</div>",
           "<title>The salt road - Wayside</title>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "The salt road");
  CHECK(parted.document.metadata.contributors.value.empty());
  for (const char* words : {"The wells", "One was sweet", "A well", "A digger"}) {
    CAPTURE(std::string(words));
    CHECK(has(parted.kept, words));
  }
  CHECK(has(parted.left_out, "Home"));
}

TEST_CASE("a teaser without links is how the article begins, and takes no title along") {
  const std::string lead = "<p>The tide had its own ideas that year.</p>";
  const std::string bodies[] = {
      "<h1>Salt</h1>" + box("article-teaser", lead) + kProse,
      box("article-teaser", "<h1>Salt</h1>" + lead) + kProse,
      "<h1>Salt</h1><p class=article__teaser>The tide had its own ideas that year.</p>" +
          box("article-body", kProse),
  };
  for (const std::string& body : bodies) {
    CAPTURE(body);
    const Parted parted =
        part(page("<article>" + body + "</article>", "<title>Salt - Harbour Notes</title>"));
    CHECK(plain_text(parted.document.metadata.title.value) == "Salt");
    CHECK(has(parted.kept, "its own ideas"));
  }
}

TEST_CASE("a quotation pulled out of the text stays in its aside") {
  const Parted parted = part(page(
      "<article>" + kProse + "<aside><blockquote>Salt is memory</blockquote></aside></article>"));
  CHECK(has(parted.kept, "Salt is memory"));
}
