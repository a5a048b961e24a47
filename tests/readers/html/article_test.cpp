// Which part of a saved page is its article, and what around and in it is the site's.
#include <doctest/doctest.h>

#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  const char* what;
  std::string html;
  const char* words;
};

}  // namespace

TEST_CASE("a page of questions keeps them, their answers, and who wrote what") {
  const std::string votes = "<div><button>up</button><div>42</div></div>";
  const std::string tools = "<div><a href='#'>Improve this</a> <a href='/q/1?x'>Follow</a></div>";
  const auto user = [](const std::string& name) {
    return "<div><time itemprop=dateCreated>3 May 2020</time><div itemprop=author itemscope><span "
           "itemprop=name>" +
           name + "</span><span>1,234</span><span>5 gold badges</span></div></div>";
  };
  const Parted parted =
      part(page("<div itemscope itemtype='https://schema.org/QAPage'><div itemprop=mainEntity "
                "itemscope itemtype='https://schema.org/Question'><h1 itemprop=name>How do I salt "
                "fish?</h1><div>Viewed 12k times</div>" +
                votes + "<div itemprop=text>" + kProse + "</div>" + tools + user("Jo Roe") +
                "<h2>1 Answer</h2><div itemprop=acceptedAnswer itemscope "
                "itemtype='https://schema.org/Answer'>" +
                votes + "<div itemprop=text><p>With salt, and with patience.</p></div>" + tools +
                user("Ada Poe") + "</div><h2>Your Answer</h2><p>Be kind.</p></div></div>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "How do I salt fish?");
  for (const char* words : {"The tide came in", "1 Answer", "With salt", "Jo Roe", "Ada Poe"}) {
    CAPTURE(std::string(words));
    CHECK(has(parted.kept, words));
  }
  for (const char* words : {"42", "badges", "Viewed", "Improve", "Follow", "Be kind"}) {
    CAPTURE(std::string(words));
    CHECK_FALSE(has(parted.kept, words));
    CHECK(has(parted.left_out, words));
  }
}

TEST_CASE("an answer whose text is not marked stays beside others whose text is") {
  const std::string answer = "itemscope itemtype='https://schema.org/Answer'>";
  const Parted parted = part(
      page("<div itemscope itemtype='https://schema.org/QAPage'><div itemscope "
           "itemtype='https://schema.org/Question'><h1 itemprop=name>How?</h1><div "
           "itemprop=text>" +
           kProse + "</div></div><div " + answer + "<p>With salt, and patience.</p></div><div " +
           answer + "<div itemprop=text><p>With smoke, and wood.</p></div></div></div>"));
  CHECK(has(parted.kept, "With salt"));
  CHECK(has(parted.kept, "With smoke"));
}

TEST_CASE("running text before the posts of a page of questions stays") {
  const Parted parted = part(
      page("<div itemscope itemtype='https://schema.org/QAPage'><p>We asked the harbour master, "
           "who has kept the light for thirty years, and wrote down what he said.</p><div "
           "itemscope itemtype='https://schema.org/Question'><h1 itemprop=name>How?</h1><div "
           "itemprop=text>" +
           kProse + "</div></div></div>"));
  CHECK(has(parted.kept, "We asked the harbour master"));
}

TEST_CASE("a paragraph of links that lead nowhere is of buttons") {
  const Parted parted = part(page("<article>" + kProse +
                                  "<p><a href='#'>Listen</a> <a href='javascript:x()'>Enlarge</a>"
                                  "</p><p><a href='#note'>See below</a></p></article>"));
  CHECK(has(parted.left_out, "Listen Enlarge (button)"));
  CHECK(has(parted.kept, "See below"));
}

TEST_CASE("the site's own boxes are left out wherever they stand, with a reason") {
  const Case cases[] = {
      {"a menu", "<nav><a href=/>Start</a></nav>", "Start"},
      {"a menu by its class", "<ul class=main-menu><li><a href=/a>Start</a></ul>", "Start"},
      {"a menu by its role", "<div role=navigation><a href=/>Start</a></div>", "Start"},
      {"breadcrumbs", "<div class=PostBreadcrumb><a href=/>Start</a></div>", "Start"},
      {"share buttons", "<div class='sharedaddy'><a href=x>Start</a></div>", "Start"},
      {"a cookie note", "<div id=cookie-law>We use cookies, and you may refuse them.</div>",
       "We use cookies"},
      {"a newsletter box", "<section class=newsletter-signup>Get our letter</section>",
       "Get our letter"},
      {"related articles", "<div class=yarpp-related><a href=b>Another tide</a></div>",
       "Another tide"},
      {"comments", "<ol class=commentlist><li>" + kProse + kProse + "</ol>", "The tide came in"},
      {"a comment form", "<form id=commentform><p>Write to us</p></form>", "Write to us"},
      {"an advert", "<div class='ad ad-top'>Buy salt</div>", "Buy salt"},
      {"a log-in box", "<div class=login-box>Sign in</div>", "Sign in"},
      {"a hidden element", "<div hidden>Behind the scenes</div>", "Behind the scenes"},
      {"an element hidden by style", "<p style='display: none'>Behind the scenes</p>",
       "Behind the scenes"},
      {"a skip link", "<a class=skip-link href=#main>Skip to content</a>", "Skip to content"},
      {"what is not printed", "<div class=noprint>Edit this page</div>", "Edit this page"},
      {"a dialog", "<dialog>Are you there?</dialog>", "Are you there?"},
      {"a wiki's note to its editors",
       "<table class='box-Expand metadata ambox' role=note><tr><td>This section needs expansion."
       "</table>",
       "needs expansion"},
      {"a button in a paragraph", "<p><a href=s>Share</a></p>", "Share"},
      {"keywords", "<div class=post-tags><a href=t>Salt</a> <a href=u>Tides</a></div>",
       "Salt Tides"},
      {"an advert of AMP", "<amp-ad><div>Buy salt</div></amp-ad>", "Buy salt"},
      {"a sidebar", "<div id=sidebar1><h3>Archive</h3><a href=a>May</a></div>", "Archive May"},
      {"the foot of the page", "<footer>All rights reserved</footer>", "All rights reserved"},
  };
  for (const Case& entry : cases) {
    for (const bool is_inside : {false, true}) {
      CAPTURE(std::string(entry.what));
      CAPTURE(is_inside);
      const std::string article = "<article>" + kProse + kProse + kProse + "<p>The end.</p>" +
                                  (is_inside ? entry.html : "") + "</article>";
      const Parted parted = part(page(article + (is_inside ? "" : entry.html)));
      CHECK(has(parted.kept, "The end."));
      CHECK(has(parted.left_out, entry.words));
    }
  }
}

TEST_CASE("notes, captions, tables, credits and words about the author stay") {
  const Case cases[] = {
      {"a table and its caption",
       "<table><caption>Prices</caption><tr><th>Salt</th></tr><tr><td>4</td></tr></table>",
       "Prices"},
      {"a figure beside the text",
       "<aside><figure><img src=a.png><figcaption>The quay</figcaption></figure></aside>",
       "The quay"},
      {"an aside in prose",
       "<aside><p>Salt was a crown monopoly here until the reform, and its price was fixed by "
       "the treasurer every spring.</p></aside>",
       "crown monopoly"},
      {"notes in a footer",
       "<footer class=footnotes><ol><li>See the harbour book of 1741, where both are told."
       "</ol></footer>",
       "harbour book"},
      {"notes in an aside", "<aside class=endnotes><p>See the harbour book.</p></aside>",
       "harbour book"},
      {"words about the author",
       "<div class=author-bio>Ann Roe kept the light at the bar for thirty years.</div>",
       "kept the light"},
      {"a credit", "<p class=credit>Photograph: Ben Poe</p>", "Ben Poe"},
      {"a quotation with its source",
       "<blockquote><p>Salt is memory.</p><footer>Ben Poe</footer></blockquote>", "Ben Poe"},
      {"a hatnote",
       "<div role=note class='hatnote navigation-not-searchable'>Not to be confused "
       "with <a href=b>pepper</a>.</div>",
       "Not to be confused"},
      {"an author's own list of links",
       "<ul><li><a href=#a>One</a><li><a href=#b>Two</a><li><a href=#c>Three</a></ul>", "Three"},
      {"a section named after what it is about",
       "<section id=cookies><h2>Cookies</h2><p>Made with salt, they keep all winter.</p></section>",
       "keep all winter"},
      {"an identifier made of the words of a heading within",
       "<div id=comment-changes-in-github><div><i></i><div><h3>Comment changes in GitHub</h3></div>"
       "<p>They go into the log.</p></div></div>",
       "into the log"},
      {"a heading whose own words are its identifier",
       "<h2><span id=See_also>See also</span></h2><ul><li><a href=b>Pepper</a></ul>", "See also"},
      {"a heading named after its anchor", "<h2 class=header-anchor-post>The second port</h2>",
       "second port"},
      {"a word that is also a site's", "<div class='no-sidebar has-comments'><p>Kept.</p></div>",
       "Kept."},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.what));
    const Parted parted =
        part(page("<article>" + kProse + entry.html + kProse + "</article>" + "<nav>Menu</nav>"));
    CHECK(has(parted.kept, entry.words));
    CHECK(has(parted.left_out, "Menu"));
  }
}

TEST_CASE("an element that holds most of the words is never left out for its name") {
  for (const char* name : {"class=sidebar", "class=share", "class=related", "class=menu",
                           "id=comments", "style='display:none'", "aria-hidden=true"}) {
    CAPTURE(std::string(name));
    const Parted parted =
        part(page("<div " + std::string(name) + ">" + kProse + kProse + "</div>"));
    CHECK(has(parted.kept, "The tide came in"));
  }
  CHECK(has(part(page("<form>" + kProse + kProse + "</form>")).kept, "The tide came in"));
}

TEST_CASE("the article is found with and without the page's own marks") {
  const std::string links =
      "<ul><li><a href=a>One of the others</a><li><a href=b>And one "
      "more</a><li><a href=c>The last of them</a></ul>";
  const Case cases[] = {
      {"<article>", "<article>" + kProse + "</article>", "The tide"},
      {"item property", "<div itemprop=articleBody>" + kProse + "</div>", "The tide"},
      {"microformat", "<div class='h-entry'><div class=e-content>" + kProse + "</div></div>",
       "The tide"},
      {"main", "<main>" + kProse + "</main>", "The tide"},
      {"no marks at all", "<div><div>" + kProse + "</div></div>", "The tide"},
      {"a cell of a table for layout",
       "<table><tr><td>" + links + "<td>" + kProse + kProse + "</table>", "The tide"},
      {"pieces side by side",
       "<div class=story-body>" + kProse +
           "</div><div class=story-body><p>The second piece, as "
           "long as any other, ends the story here.</p>" +
           kProse + "</div>",
       "second piece"},
      {"an <article> that is a teaser is not believed",
       "<article><a href=x>Other news</a></article><div>" + kProse + kProse + "</div>", "The tide"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.what));
    const Parted parted = part(page("<div class=x>" + links + "</div><div>" + entry.html +
                                    "</div><div>" + links + "</div>"));
    CHECK(has(parted.kept, entry.words));
    CHECK(has(parted.kept, "autumn"));
    CHECK_FALSE(has(parted.kept, "The last of them"));
  }
}

TEST_CASE("what stands beside the article's text and belongs to it is gathered") {
  const std::string text =
      "<div class=entry-content>" + kProse + "<p>Salt<a href=#n1>*</a> was dear.</p></div>";
  const Case cases[] = {
      {"a deck before it", "<p class=standfirst>How a harbour grew rich.</p>" + text, "grew rich"},
      {"a lead picture", "<figure><img src=a.png><figcaption>The quay</figcaption></figure>" + text,
       "The quay"},
      {"notes behind it", text + "<div class=notes><ol><li id=n1>Sea salt only.</li></ol></div>",
       "Sea salt only"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.what));
    const Parted parted = part(page("<article>" + entry.html + "</article>"));
    CHECK(has(parted.kept, entry.words));
    CHECK(has(parted.kept, "The tide"));
  }
}

TEST_CASE("a page's own list of its headings goes with the list's heading") {
  const Parted parted = part(
      page("<article>" + kProse +
           "<div class=ez-toc-container><p>Table of Contents</p><ul><li><a href=#a>First of all</a>"
           "<li><a href=#b>And then</a></ul></div><h2 id=a>First of all</h2>" +
           kProse + "</article>"));
  CHECK(has(parted.left_out, "Table of Contents First of all And then"));
  CHECK(!has(parted.kept, "Table of Contents"));
}

TEST_CASE("a list of links into the page is its contents where a label says so") {
  const std::string list =
      "<ul><li><a href=#a>First of all</a><li><a href=#b>And then</a><li><a href=#c>At "
      "last</a></ul>";
  for (const char* label : {"<h2>Contents</h2>", "<p><b>Inhaltsverzeichnis:</b></p>",
                            "<div>On this page</div>", "<h3>目次</h3>"}) {
    CAPTURE(std::string(label));
    const Parted parted = part(page("<article>" + kProse + label + list + kProse + "</article>"));
    CHECK(has(parted.left_out, "First of all"));
    CHECK(!has(parted.kept, "heading"));
  }
  CHECK(has(part(page("<article>" + kProse + "<p>See these:</p>" + list + "</article>")).kept,
            "First of all"));
  CHECK(has(
      part(page("<article>" + kProse +
                "<h2>Contents</h2><ul><li>Salt<li><a href=#a>Pepper</a><li>Water</ul></article>"))
          .kept,
      "Pepper"));
}

TEST_CASE("words for those who do not see the page are left out of captions too") {
  const Parted parted = part(page("<article>" + kProse +
                                  "<figure><img src=a.png><figcaption><span "
                                  "class=visually-hidden>Image caption, </span>The "
                                  "quay</figcaption></figure></article>"));
  CHECK(has(parted.kept, "The quay"));
  CHECK(!has(parted.kept, "Image caption"));
}

TEST_CASE("the author's name within words about the author stays") {
  CHECK(
      has(part(page("<article>" + kProse +
                    "<div class=author-box><div class=author><h3>Ann Roe</h3><p>She kept the light "
                    "at the bar, for thirty years.</p></div></div></article>"))
              .kept,
          "She kept the light"));
}

TEST_CASE("words about the author that stand behind the article stay") {
  const Parted parted = part(
      page("<main><article>" + kProse +
           "</article><div class=author-bio><p>Ann Roe kept the light at the bar for thirty "
           "years.</p></div><div class=comments><div class=author-bio>Ben Poe has written much, "
           "and all of it below the line.</div></div></main>"));
  CHECK(has(parted.kept, "kept the light"));
  CHECK(!has(parted.kept, "below the line"));
}

TEST_CASE("the lines at an article's head and foot are its metadata, not its text") {
  const Parted parted =
      part(page("<article><h1>Salt</h1><p class=byline>By Ann Roe</p><time class=entry-date "
                "datetime=2024-05-06>6 May</time>" +
                kProse + "<p class=post-tags>Filed under <a href=t>Sea</a></p></article>"));
  REQUIRE(parted.document.metadata.contributors.value.size() == 1);
  CHECK(parted.document.metadata.contributors.value.front().name == "Ann Roe");
  CHECK(parted.document.metadata.date.value.iso() == "2024-05-06");
  CHECK(plain_text(parted.document.metadata.title.value) == "Salt");
  CHECK_FALSE(has(parted.kept, "Ann Roe"));
  CHECK_FALSE(has(parted.kept, "Filed"));
  CHECK_FALSE(has(parted.kept, "heading"));
  CHECK(has(parted.left_out, "By Ann Roe (says who wrote the article)"));
  CHECK(has(parted.left_out, "Filed under Sea (what the article is filed under)"));
}

TEST_CASE("a heading of related links takes the links with it, and only those") {
  const Parted parted = part(page("<article>" + kProse +
                                  "<h2>Related articles</h2><ul><li><a href=a>Pepper</a>"
                                  "</ul></article>"));
  CHECK(has(parted.left_out, "Pepper (links to other articles)"));
  const Parted words = part(page("<article>" + kProse +
                                 "<h2>Related articles</h2><p>Of the two "
                                 "that I wrote, neither was printed.</p></article>"));
  CHECK(has(words.kept, "neither was printed"));
}

TEST_CASE("`keep: all` brings back everything that a page shows or hides") {
  ReaderOptions options;
  options.keep_all = true;
  Diagnostics diagnostics("a", "");
  const Document document =
      read_html(page("<nav>Menu</nav><article>" + kProse + "</article><p hidden>Behind</p>"),
                "a.html", options, diagnostics);
  const std::string body = body_of(document);
  CHECK(has(body, "text \"Menu\""));
  CHECK(has(body, "text \"Behind\""));
  CHECK_FALSE(has(body, "dropped"));
}

TEST_CASE("pages of common software are read whole, without their frames") {
  const Case cases[] = {
      {"a post with its author in its foot",
       "<div class='post hentry'><h3 class=entry-title>Salt</h3><div class=entry-content>" +
           kProse +
           "</div><div class=post-footer><span class=vcard>Posted by <span class=fn><a rel=author "
           "href=p>Ann Roe</a></span></span><div class=labels><a href=l>Sea</a></div></div></div>"
           "<div class=comments>" +
           kProse + "</div>",
       "Ann Roe"},
      {"an export with its title twice",
       "<article><header><h1 class=p-name>Salt</h1></header><section class=p-summary>Of the "
       "sea.</section><section class=e-content><hr><h3>Salt</h3>" +
           kProse +
           "</section><footer><p>By <a class='p-author h-card' href=a>Ann Roe</a></p></footer>"
           "</article>",
       "Ann Roe"},
      {"an old page of tables and breaks",
       "<table><tr><td><a href=a>Home</a><br><a href=b>News</a></td><td><font><b>Salt</b><br>By "
       "Ann "
       "Roe, 4 March 2003<br><br>The tide came in before noon, and with it the boats that had "
       "waited outside the bar since the night.<br><br>It would not fall again until the autumn, "
       "said the harbour master, who knew.</font></td></tr></table>",
       ""},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.what));
    const Parted parted = part(page(entry.html, "<title>The Quay: Salt</title>"));
    CHECK(plain_text(parted.document.metadata.title.value) == "Salt");
    CHECK(has(parted.kept, "text \"The tide"));
    CHECK(has(parted.kept, "autumn"));
    CHECK_FALSE(has(parted.kept, "heading"));
    CHECK_FALSE(has(parted.kept, "Home"));
    CHECK_FALSE(has(parted.kept, "Sea"));
    if (entry.words[0] != 0) {
      REQUIRE(parted.document.metadata.contributors.value.size() == 1);
      CHECK(parted.document.metadata.contributors.value.front().name == entry.words);
    }
  }
}

TEST_CASE("what an article's foot holds beside the site's words stays") {
  const Parted parted = part(page(
      "<article><div class=article-body>" + kProse +
      "</div><footer><div class=author-bio><p>Ann Roe "
      "kept the light at the bar, and wrote of it for thirty years.</p></div><ul class=topics><li>"
      "<a href=t>Sea</a></ul></footer></article>"));
  CHECK(has(parted.kept, "kept the light"));
  CHECK(has(
      part(page("<article>" + kProse + "<aside class=pullquote><p>The price of salt</p></aside>" +
                kProse + "</article>"))
          .kept,
      "text \"The price of salt\""));
}
