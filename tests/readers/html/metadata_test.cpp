// Title, authors, date and the rest, from what a page says and shows.
#include <doctest/doctest.h>

#include "readers/html/support.h"
#include "readers/html/title.h"

using namespace garland;
using namespace garland::test;

namespace {

Metadata metadata_of(std::string_view head, std::string_view body = "") {
  return read_as_html(page(body.empty() ? kProse : std::string(body), head)).document.metadata;
}

std::string names_in(const Metadata& metadata) {
  std::string names;
  for (const Contributor& person : metadata.contributors.value) {
    names += (names.empty() ? "" : " + ") + person.name;
  }
  return names;
}

std::string data(std::string_view json) {
  return "<script type=application/ld+json>" + std::string(json) + "</script>";
}

}  // namespace

TEST_CASE("authors are read wherever a page names them, the surer place first") {
  struct Case {
    std::string head;
    std::string body;
    const char* names;
  };
  const Case cases[] = {
      {"<meta name=author content='Ann Roe'>", kProse, "Ann Roe"},
      {"<meta name=citation_author content='Roe, Ann'><meta name=citation_author content='Poe, "
       "Ben'>",
       kProse, "Ann Roe + Ben Poe"},
      {data(R"({"@type":"Article","author":{"@type":"Person","name":"Ann Roe"}})"), kProse,
       "Ann Roe"},
      {data(
           R"([{"@graph":[{"@type":"Article","author":{"@id":"#a"}},{"@id":"#a","name":"Ann Roe"}]}])"),
       kProse, "Ann Roe"},
      {data(R"(<![CDATA[{"@type":["BlogPosting"],"author":["Ann Roe",{"name":"Ben Poe"}]}]]>)"),
       kProse, "Ann Roe + Ben Poe"},
      {"<meta name=author content='The Web Team'>" +
           data(R"({"@type":"NewsArticle","author":{"name":"Ann Roe"}})"),
       kProse, "Ann Roe"},
      {"", "<article><a rel=author href=/a>Ann Roe</a>" + kProse + "</article>", "Ann Roe"},
      {"",
       "<article><p class=meta>Posted on 3 May 2021 by annie in <a href=n>News</a></p>" + kProse +
           "</article>",
       "annie"},
      {"",
       "<article><p class=date>Erstellt von Ann Roe am Dienstag 6. Mai 2014</p>" + kProse +
           "</article>",
       "Ann Roe"},
      {"",
       "<article itemscope itemtype=http://schema.org/Article><span itemprop=author itemscope "
       "itemtype=http://schema.org/Person><span itemprop=name>Ann Roe</span></span>" +
           kProse + "</article>",
       "Ann Roe"},
      {"",
       "<div class=author-date>May 3, 2021 · Ann Roe on behalf of the Quay Team</div>"
       "<div class=post>" +
           kProse + "</div>",
       "Ann Roe"},
      {"<meta name=author content='https://example.org/ann'>", kProse, ""},
      {"",
       "<article>" + kProse + "</article><div class=comments><span class=author>Zed</span>" +
           kProse + "</div>",
       ""},
      {"",
       "<article><p class=date-author>3 May 2021 · The Harbour Team on behalf of the whole "
       "town</p>" +
           kProse + "</article>",
       "The Harbour Team on behalf of the whole town"},
      {"",
       "<article><div class=ltx_authors><span class='ltx_creator ltx_role_author'><span "
       "class=ltx_personname>Ann Roe</span><span class=ltx_author_notes>University of "
       "Lund</span></span> <span class=ltx_creator><span class=ltx_personname>Ben "
       "Poe</span></span></div>" +
           kProse + "</article>",
       "Ann Roe + Ben Poe"},
      {"",
       "<article><h1>The Quay</h1><div class=post-meta><div>By Ann Roe</div><div>Updated 10:14 AM "
       "EDT, May 3, 2021</div></div>" +
           kProse + "</article>",
       "Ann Roe"},
      {"",
       "<article><h1>The Quay</h1><div class=meta><div>Ann Roe Poe</div><div>Quayside - 3 May 2021 "
       "- 08:00</div></div>" +
           kProse + "</article>",
       "Ann Roe Poe"},
      {"",
       "<article><h1>The Quay</h1><div class=byline><h4 class=author-name>Ann Roe, Ben Poe</h4>"
       "<span class=byline-reading-time>• 4 min read</span></div>" +
           kProse + "</article>",
       "Ann Roe + Ben Poe"},
      // What the author is, beside the name.
      {"",
       "<article><h1>The Quay</h1><div class=avatar><span class=authorName>Ann Roe</span><small "
       "class=authorTitle>Quay maintainer</small></div>" +
           kProse + "</article>",
       "Ann Roe"},
      {"",
       "<article><h1>The Quay</h1><div class=author><a href=/u/oakum>oakum</a><span>1,204</span>"
       "<span>9 silver badges</span></div>" +
           kProse + "</article>",
       "oakum"},
      // The asker is the author, not who answers.
      {"",
       "<div itemscope itemtype='https://schema.org/Question'><p>" + kProse +
           "</p><div itemprop=author itemscope><a href=/users/1>asker</a></div></div><div>" +
           kProse + "</div><p><a href=/users/2>helper</a></p>",
       "asker"},
      // Within a box of the byline, what is closer to the name counts.
      {"",
       "<article><div class=byline><div class=author>By Ann Roe</div><div>Posted on June 29, 2017 "
       "in "
       "Boats</div></div>" +
           kProse + "</article>",
       "Ann Roe"},
      {"",
       "<article><p class=byline>Von Jana Roth (Text) und Uwe Kern (Fotos)</p>" + kProse +
           "</article>",
       "Jana Roth + Uwe Kern"},
      // A line of its own between blocks.
      {"",
       "<div class=post><h2>The Tide</h2><small>Veröffentlicht am 3. Mai 2010 von "
       "june</small><div class=entrytext>" +
           kProse + "</div></div>",
       "june"},
      // Whom a quotation is by is not who wrote the article.
      {"<meta name=author content='Ann Roe'>",
       "<article>" + kProse +
           "<div><blockquote>Nobody sleeps.</blockquote><div class=attribution>Ben "
           "Poe</div></div></article>",
       "Ann Roe"},
      {"",
       "<article><p><span property='dc:date dc:created' content=2014-02-03>Monday</span> <span "
       "rel=sioc:has_creator>june</span></p>" +
           kProse + "</article>",
       "june"},
      // The licence says in full whom the initials stand for.
      {"",
       "<article><a rel=author href=/a>AR</a>" + kProse +
           "</article><div class=sidebar>by <a rel=cc:attributionURL href=/>Ann Roe</a></div>",
       "Ann Roe"},
  };
  for (const Case& entry : cases) {
    CAPTURE(entry.head);
    CAPTURE(entry.body);
    CHECK(names_in(metadata_of(entry.head, entry.body)) == entry.names);
  }
}

TEST_CASE("dates are read wherever a page has them, of its writing and not of its changes") {
  struct Case {
    std::string head;
    std::string body;
    const char* date;
  };
  const Case cases[] = {
      {"<meta property=article:published_time content=2024-05-06T07:08:09Z>", kProse, "2024-05-06"},
      {"<meta name=parsely-pub-date content=2024-05-06>", kProse, "2024-05-06"},
      {"<meta name=DC.date.issued content=2024-05-06>", kProse, "2024-05-06"},
      {data(R"({"@type":"Article","datePublished":"2024-05-06","dateModified":"2025-01-01"})"),
       kProse, "2024-05-06"},
      {"", "<article><time datetime=2024-05-06>last week</time>" + kProse + "</article>",
       "2024-05-06"},
      {"",
       "<article><time class=updated datetime=2025-01-01>x</time><time class=published "
       "datetime=2024-05-06>y</time>" +
           kProse + "</article>",
       "2024-05-06"},
      {"", "<article><p class=date>6. Mai 2024</p>" + kProse + "</article>", "2024-05-06"},
      // Which way round the figures stand, the page's language tells.
      {"<meta property=og:locale content=fr_FR>",
       "<article><p class=date>Publié le 06/05/2024 à 19:02</p>" + kProse + "</article>",
       "2024-05-06"},
      {"", "<article><p>6 May 2024</p>" + kProse + "</article>", "2024-05-06"},
      {"", "<article><p>٦ مايو ٢٠٢٤</p>" + kProse + "</article>", "2024-05-06"},
      {"<link rel=canonical href=https://example.org/2024/05/06/salt/>", kProse, "2024-05-06"},
      {"", "<article><p>Last updated on 6 May 2024</p>" + kProse + "</article>", ""},
      {"", "<article>" + kProse + "</article><footer>© 2024 The Quay</footer>", ""},
  };
  for (const Case& entry : cases) {
    CAPTURE(entry.head);
    CAPTURE(entry.body);
    CHECK(metadata_of(entry.head, entry.body).date.value.iso() == entry.date);
  }
}

TEST_CASE("the title is what the page's data and its headings agree on") {
  struct Case {
    std::string head;
    std::string body;
    const char* title;
  };
  const Case cases[] = {
      {"<title>Salt and Time | The Quay</title>", "<h1>Salt and Time</h1>" + kProse,
       "Salt and Time"},
      {"<title>The Quay: Salt and Time</title>",
       "<h1>The Quay</h1><article><h2>Salt and Time</h2>" + kProse + "</article>", "Salt and Time"},
      {"<title>Salt and Time - The Quay</title><meta property=og:site_name content='The Quay'>",
       kProse, "Salt and Time"},
      {"<title>Salt</title><meta property=og:title content='Salt and Time'>", kProse,
       "Salt and Time"},
      {"<title>x</title><meta name=citation_title content='Salt and Time'>", "<h1>x</h1>" + kProse,
       "Salt and Time"},
      {"<title>Salt – a history</title>", kProse, "Salt – a history"},
      {"", "<h1>Salt and Time</h1>" + kProse, "Salt and Time"},
      // The text's own bold words write it as a sentence does.
      {"<title>Mill of Quay — The Quay</title>",
       "<article><h1>Mill of Quay</h1><div><p>The <b>mill of Quay</b> stands where the stream "
       "meets "
       "the harbour, and has stood there since before the harbour was built.</p>" +
           kProse + "</div></article>",
       "Mill of Quay"},
  };
  for (const Case& entry : cases) {
    CAPTURE(entry.head);
    CAPTURE(entry.body);
    CHECK(plain_text(metadata_of(entry.head, entry.body).title.value) == entry.title);
  }
}

TEST_CASE("a site's name is taken off a title where it is one") {
  struct Case {
    const char* title;
    const char* site;
    const char* plain;
  };
  const Case cases[] = {
      {"Salt | Quay", "Quay", "Salt"},
      {"Quay » Salt", "Quay", "Salt"},
      {"Salt - Time", "Quay", "Salt - Time"},
      {"How salt made the harbour rich — Quay", "", "How salt made the harbour rich"},
      {"Salt, or time", "", "Salt, or time"},
      {"Quay", "Quay", "Quay"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.title));
    CHECK(html::without_site_name(entry.title, entry.site) == entry.plain);
  }
}

TEST_CASE("a title whose parts only a style sheet sets apart is written as the data has it") {
  const Parted parted = part(page(
      "<article><h1><span>Tide</span><span>The last crossing</span></h1>" + kProse + "</article>",
      "<meta property=og:title content='Tide: The last crossing'>"));
  CHECK(plain_text(parted.document.metadata.title.value) == "Tide: The last crossing");
  CHECK(!has(parted.kept, "crossing"));
}

TEST_CASE("what an editor calls a page before anybody names it is no title") {
  for (const char* title : {"Untitled Document", "New Page 1", "Unbenannt"}) {
    CHECK(!metadata_of("<title>" + std::string(title) + "</title>").title.is_set());
  }
}

TEST_CASE("what no name of a site is known for stays in a title when it is long") {
  CHECK(html::without_site_name(
            "Fish — Catch them and make them your own — The best of the harbour", "Salt Press") ==
        "Fish — Catch them and make them your own — The best of the harbour");
  CHECK(html::without_site_name("The price of salt | Sea & Shore", "Salt Press") ==
        "The price of salt");
  CHECK(html::without_site_name("The price of salt - Harbour Times", "The Harbour Times") ==
        "The price of salt");
}

TEST_CASE("licence, language, address and picture are taken from the page's data") {
  const Metadata metadata = metadata_of(
      "<link rel=canonical href=https://example.org/salt><link rel=license "
      "href=https://creativecommons.org/licenses/by/4.0/><meta property=og:locale content=pt_BR>"
      "<meta property=og:image content=salt.png><meta name=description content='Of salt.'>"
      "<meta name=citation_doi content=10.1000/182>");
  CHECK(metadata.url.value == "https://example.org/salt");
  CHECK(metadata.license.value == "https://creativecommons.org/licenses/by/4.0/");
  CHECK(metadata.language.value == "pt-BR");
  CHECK(metadata.hero_image.value == "salt.png");
  CHECK(metadata.description.value == "Of salt.");
  CHECK(metadata.doi.value == "10.1000/182");
}
