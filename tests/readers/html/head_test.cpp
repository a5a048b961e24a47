// The head of an article: its deck, its byline, what a site writes between title and text.
#include <doctest/doctest.h>

#include "document/inline.h"
#include "readers/html/letters.h"
#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

const std::string kHead =
    "<meta name=citation_author content='Ann Roe'><meta property=article:published_time "
    "content=2021-05-03>";

}  // namespace

TEST_CASE("a line named as the deck is the subtitle and not said twice") {
  const char* const pages[] = {
      "<p class=standfirst>What the tide, and the salt, were worth.</p>",
      "<h2 class='post-subtitle'>What the tide, and the salt, were worth.</h2>",
      "<div class=gh-article-excerpt>What the tide, and the salt, were worth.</div>",
      "<header><p class=subtitle>What the tide, and the salt, were worth.</p></header>",
  };
  for (const char* deck : pages) {
    CAPTURE(std::string(deck));
    const Parted parted =
        part(page("<article><h1>The Tide</h1>" + std::string(deck) + kProse + "</article>"));
    CHECK(plain_text(parted.document.metadata.subtitle.value) ==
          "What the tide, and the salt, were worth.");
    CHECK(!has(parted.kept, "were worth"));
  }
  const Parted group =
      part(page("<article><hgroup><h1>The Tide</h1><p>What it was worth</p></hgroup>" + kProse +
                "</article>"));
  CHECK(plain_text(group.document.metadata.subtitle.value) == "What it was worth");
  // A few words elsewhere are no deck, whatever they are called.
  CHECK(!part(page("<article><h1>The Tide</h1><p>By Ann Roe</p><p class=Subtitle>Harbour "
                   "reporters</p>" +
                   kProse + "</article>"))
             .document.metadata.subtitle.is_set());
  // A first paragraph that is only set apart is text.
  const Parted lead =
      part(page("<article><h1>The Tide</h1><p class=lead>Nobody was there, and nobody came.</p>" +
                kProse + "</article>"));
  CHECK(has(lead.kept, "Nobody was there"));
  CHECK(!lead.document.metadata.subtitle.is_set());
}

TEST_CASE("a heading right under the title, outside of the article, is the deck") {
  const std::string head = "<div><h1>The Tide</h1><h2>What the tide was worth</h2>";
  const std::string byline = "<p>By Ann Roe</p></div>";
  const auto subtitle = [](const std::string& body) {
    return plain_text(part(page(body)).document.metadata.subtitle.value);
  };
  CHECK(subtitle(head + byline + "<div class=text>" + kProse + kProse + "</div>") ==
        "What the tide was worth");
  // One of the article's own, a list of other pages, or several.
  CHECK(
      subtitle("<article><h1>The Tide</h1><h2>What the tide was worth</h2>" + kProse + "</article>")
          .empty());
  CHECK(subtitle(head + "<h3>More of it</h3>" + byline + "<div class=text>" + kProse + kProse +
                 "</div>")
            .empty());
}

TEST_CASE("a byline behind a deck, a picture's caption or the page's own <header> is read") {
  const char* const heads[] = {
      "<p class=deck>What the tide, and the salt, were worth.</p>",
      "<p class=vorspann>What the tide, and the salt, were worth.</p>",
      "<figure><img src=a.png><figcaption>The quay, long before the harbour was built, in a "
      "photograph by nobody that we know of.</figcaption></figure>",
      "<header><p>A long walk along the harbour, with a few words of the fishermen who were "
      "there.</p></header>",
  };
  for (const char* head : heads) {
    CAPTURE(std::string(head));
    const Parted parted = part(page("<article><h1>The Tide</h1>" + std::string(head) +
                                    "<p>By Ann Roe, 3 May 2021</p>" + kProse + "</article>"));
    REQUIRE(parted.document.metadata.contributors.value.size() == 1);
    CHECK(parted.document.metadata.contributors.value.front().name == "Ann Roe");
    CHECK(parted.document.metadata.date.value.iso() == "2021-05-03");
  }
}

TEST_CASE("a deck that stands in the article's head, outside of its marked text, is kept") {
  const Parted parted = part(
      page("<article class=post><header><h1>The Tide</h1><p class=entry-excerpt>What the tide, and "
           "the salt, were worth.</p><div class=entry-meta><a rel=author href=/a>Ann "
           "Roe</a></div></header><div class=entry-content>" +
           kProse + "</div></article>"));
  CHECK(plain_text(parted.document.metadata.subtitle.value) ==
        "What the tide, and the salt, were worth.");
  REQUIRE(parted.document.metadata.contributors.is_set());
  CHECK(parted.document.metadata.contributors.value.front().name == "Ann Roe");
}

TEST_CASE("lines between title and text that say what the book prints itself are left out") {
  struct Case {
    const char* html;
    bool is_left_out;
  };
  const Case cases[] = {
      {"<p>By Ann Roe</p>", true},
      {"<p>By Ann Roe<br>May 3, 2021</p>", true},
      {"<p>Ann Roe · 3 May 2021 · 5 min read</p>", true},
      {"<div>3 May 2021, 06:10 GMT</div>", true},
      {"<p>5 min read · 3 May 2021</p>", true},
      {"<h3>3 May 2021 | <a href=a>Ann Roe</a></h3>", true},
      // What the metadata does not have stays.
      {"<p>By Ben Poe</p>", false},
      {"<p>Ann Roe · 7 June 2019</p>", false},
      {"<p>Last updated on 7 June 2022</p>", false},
      {"<p>Ann Roe kept the light.</p>", false},
      {"<p>For my mother</p>", false},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.html));
    const Parted parted = part(page(
        "<article><h1>The Tide</h1>" + std::string(entry.html) + kProse + "</article>", kHead));
    CHECK(has(parted.left_out, "which the book prints by itself") == entry.is_left_out);
  }
}

TEST_CASE("a byline and paragraphs set apart by line breaks alone are told apart") {
  const std::string prose =
      "The tide came in before noon, and with it the boats that had waited outside the bar since "
      "the night.<br>\n<br>By evening the harbour was full, and the price of salt had doubled.";
  const Parted parted =
      part(page("<div id=menu><a href=/>Start</a></div><div><h1>The "
                "Tide</h1>By Ann Roe<br>May 3, 2021<br><br>" +
                prose + "</div>"));
  REQUIRE(parted.document.metadata.contributors.is_set());
  CHECK(parted.document.metadata.contributors.value.front().name == "Ann Roe");
  CHECK(parted.document.metadata.date.value.iso() == "2021-05-03");
  CHECK(has(parted.left_out, "By Ann Roe May 3, 2021"));
  CHECK(has(parted.kept, "paragraph"));
  CHECK(!has(parted.kept, "Ann Roe"));
  const std::size_t first = parted.kept.find("The tide came");
  const std::size_t second = parted.kept.find("By evening");
  REQUIRE(second != std::string::npos);
  CHECK(has(std::string_view(parted.kept).substr(first, second - first), "paragraph"));
}

TEST_CASE("letters that were read as windows-1252 are put right, and only those") {
  CHECK(html::read_again_as_utf8("CafÃ© â€“ Ã‰tÃ©") == "Café – Été");
  CHECK(!html::read_again_as_utf8("Café – Été"));
  CHECK(!html::read_again_as_utf8("Plain"));
  CHECK(!html::read_again_as_utf8("NESCAFÉ® is back"));
  CHECK(!html::read_again_as_utf8("CafÃ© 日本"));
  const Parted parted = part(page("<h1>Die MÃ¼hle</h1>" + kProse, "<title>Die MÃ¼hle</title>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "Die Mühle");
  CHECK(has(parted.document.metadata.title.rule, "windows-1252"));
  CHECK(!has(parted.kept, "hle"));
}

TEST_CASE("who changed an article, and when, is told where nothing better is") {
  const std::string changed = "<p class=entry-meta>Updated on October 3, 2019 by Ada Quill</p>";
  const Parted parted = part(page("<article><h1>Salt</h1>" + changed + kProse + "</article>"));
  REQUIRE(parted.document.metadata.contributors.value.size() == 1);
  CHECK(parted.document.metadata.contributors.value[0].name == "Ada Quill");
  CHECK(parted.document.metadata.date.value.iso() == "2019-10-03");
  const Parted counted =
      part(page("<article><h1>Salt</h1><p class=entry-meta>Updated on October 3, 2019 by Ada Quill "
                "<a href='#c'>12 Comments on this</a></p>" +
                kProse + "</article>"));
  CHECK(counted.document.metadata.contributors.value[0].name == "Ada Quill");
  const Parted both = part(
      page("<article><h1>Salt</h1><p class=entry-meta>Published on May 1, 2018 by Ann Roe</p>" +
           changed + kProse + "</article>"));
  CHECK(both.document.metadata.date.value.iso() == "2018-05-01");
  CHECK(both.document.metadata.contributors.value[0].name == "Ann Roe");
}

TEST_CASE("a line with a heading's role is a heading") {
  const Parted parted =
      part(page("<article><div role=heading aria-level=1>Salt</div>" + kProse +
                    "<p role=heading aria-level=3>The bar</p>" + kProse +
                    "<div role=heading><p>A paragraph within.</p></div></article>",
                "<title>Salt - Harbour Notes</title>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "Salt");
  CHECK(has(parted.kept, "heading 3\n  text \"The bar\""));
  CHECK_FALSE(has(parted.kept, "heading 2"));
}

TEST_CASE("title and subtitle by the styles of a word processor are the article's") {
  const Parted parted = part(
      page("<div><p class=MsoTitle>On Minutes</p><p class=MsoSubtitle>A short guide for clubs</p>" +
               kProse + "<h1>1 Why</h1>" + kProse + "</div>",
           "<title>Untitled</title>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "On Minutes");
  CHECK(plain_text(parted.document.metadata.subtitle.value) == "A short guide for clubs");
  CHECK(has(parted.kept, "1 Why"));
  CHECK(parted.document.metadata.title.rule == "heading of the article");
}
