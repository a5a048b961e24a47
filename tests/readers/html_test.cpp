#include "readers/html.h"

#include <doctest/doctest.h>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

const std::string kWords(250, 'w');

}  // namespace

TEST_CASE("a page's article is read, what stands around it is set aside") {
  const Reading reading = read_as_html(
      "<!DOCTYPE html><html><head><title>T - Site</title></head><body><nav>Home</nav>"
      "<article><h1>T</h1><p>" +
      kWords + "</p><aside>Related</aside></article><footer>Foot</footer></body></html>");
  CHECK(plain_text(reading.document.metadata.title.value) == "T");
  const std::string body = body_of(reading.document);
  CHECK(body.starts_with("paragraph\n  text \"www"));
  for (const char* words : {"Home", "Related", "Foot"}) {
    CAPTURE(std::string(words));
    CHECK(body.find("dropped \"" + std::string(words)) != std::string::npos);
  }
}

TEST_CASE("metadata is taken from the page's head and its linked data") {
  const Reading reading = read_as_html(
      "<html lang=\"de\"><head><meta property=\"og:title\" content=\"T\">"
      "<meta name=\"author\" content=\"Ann Roe\"><meta property=\"og:site_name\" content=\"Mag\">"
      "<script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"datePublished\": "
      "\"2024-05-06\"}</script></head><body><p>a</p></body></html>");
  const Metadata& metadata = reading.document.metadata;
  CHECK(plain_text(metadata.title.value) == "T");
  REQUIRE(metadata.contributors.value.size() == 1);
  CHECK(metadata.contributors.value.front().name == "Ann Roe");
  CHECK(metadata.publication.value == "Mag");
  CHECK(metadata.date.value.iso() == "2024-05-06");
  CHECK(metadata.language.value == "de");
}

TEST_CASE("pages are known by their first tags") {
  CHECK(recognize_html("<!DOCTYPE html><p>x", "a.txt") > 90);
  CHECK(recognize_html("\n<html><body>x", "a.txt") > 90);
  CHECK(recognize_html("# Words\n\n<div>x</div>", "a.md") == 0);
}

TEST_CASE("words that only a browser shows are left out by name") {
  struct Case {
    const char* html;
    const char* dropped;
  };
  const Case cases[] = {
      {"<video src=v.mp4>Your browser cannot play this.</video>", "Your browser cannot play this."},
      {"<audio controls>No sound here.</audio>", "No sound here."},
      {"<iframe src=a.html>No frames.</iframe>", "No frames."},
      {"<object data=a.swf>The story in words.</object>", "The story in words."},
      {"<canvas>A chart of tides.</canvas>", "A chart of tides."},
      {"<canvas></canvas>", "<canvas>"},
      {"<input type=text value='Your name'>", "Your name"},
      {"<abbr title='World Health Organization'>WHO</abbr>", "WHO: World Health Organization"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.html));
    const std::string body = html_body("<p>Words " + std::string(entry.html) + " more.</p>");
    CHECK(body.find("dropped \"" + std::string(entry.dropped) + "\"") != std::string::npos);
  }
  CHECK(html_body("<p><input type=hidden value=x>w</p>") == "paragraph\n  text \"w\"\n");
}

TEST_CASE("what `drop:` names is left out of pages and of Markdown by the words of its block") {
  ReaderOptions options;
  options.drop = {{"Share this story", {}}, {"/^Read more:/", {}}};
  Diagnostics diagnostics("a", "");
  const Document page = read_html(
      "<p>Share <b>this</b> story</p><ul><li>Read more: tides</li><li>kept</li></ul>"
      "<h2>Share this story</h2><p>Do not Share this story.</p>",
      "a.html", options, diagnostics);
  const std::string body = body_of(page);
  CHECK(body.find("dropped \"Share this story\"") != std::string::npos);
  CHECK(body.find("dropped \"Read more: tides\"") != std::string::npos);
  CHECK(body.find("heading") == std::string::npos);
  CHECK(body.find("text \"kept\"") != std::string::npos);
  CHECK(body.find("text \"Do not Share this story.\"") != std::string::npos);
  CHECK(diagnostics.items().empty());
  const Document text =
      read_markdown("**Share** this\nstory\n\nkept", "a.md", options, diagnostics);
  CHECK(body_of(text).starts_with("dropped \"Share this story\""));
}

TEST_CASE("a page below front matter is read as a page, and the front matter is believed") {
  const std::string text =
      "---\ntitle: Of salt\nauthor: Ada Roe\ndrop: [\"Taken away.\"]\n---\n<!DOCTYPE html><html "
      "lang=en><head><title>Page</title></head><body><nav><a href=/>Menu</a></nav><article><h1>Head"
      "</h1>\n<p>The tide came in before noon, and with it the boats that had waited outside the "
      "bar "
      "since the night.</p><p>Taken away.</p></article></body></html>\n";
  CHECK(recognize_html(text, "a.html") == kCertain);
  CHECK(recognize_html("---\ntitle: Of salt\n---\n<p>{{ site.name }}</p>", "a.html") < 90);
  const Reading reading = read_as_html(text);
  const Metadata& metadata = reading.document.metadata;
  CHECK(plain_text(metadata.title.value) == "Of salt");
  REQUIRE(metadata.contributors.value.size() == 1);
  CHECK(metadata.contributors.value[0].name == "Ada Roe");
  const std::string body = body_of(reading.document);
  for (const char* words :
       {"heading 1\n  text \"Head\"", "dropped \"Menu", "dropped \"Taken away."}) {
    CAPTURE(std::string(words));
    CHECK(body.find(words) != std::string::npos);
  }
  REQUIRE(reading.document.blocks.size() > 1);
  CHECK(reading.document.blocks[1].range.begin_line == 7);
}

TEST_CASE("a numeric reference beyond all characters is the replacement character") {
  for (const char* reference : {"&#11111111111;", "&#4294967361;", "&#xFFFFFFFFFFF41;",
                                "&#x110000;", "&#1114112;", "&#99999999999999999999"}) {
    CAPTURE(std::string(reference));
    const std::string body = html_body("<p>a" + std::string(reference) + "</p>");
    CHECK(body == "paragraph\n  text \"a\xEF\xBF\xBD\"\n");
  }
  CHECK(html_body("<p>&#00000000000000065;&#x0000000000042;</p>") == "paragraph\n  text \"AB\"\n");
}

TEST_CASE("what elements say of language and direction goes to the blocks they hold") {
  const Reading reading = read_as_html(
      "<html><body><article><p>" + kWords +
      "</p><div lang=\"he\" dir=\"rtl\"><p>one</p><p lang=\"fr\">two</p></div>"
      "<ul><li lang=\"ru\">three</li></ul>"
      "<table><caption lang=\"el\">four</caption><tr><td dir=\"rtl\">five</td><td>six</td></tr>"
      "</table><dl><dt lang=\"la\">seven</dt><dd lang=\"it\">eight</dd></dl></article></body>");
  const std::string body = body_of(reading.document);
  for (const std::string shown :
       {"paragraph lang=he dir=\"rtl\"\n  text \"one\"", "paragraph lang=fr\n  text \"two\"",
        "paragraph lang=ru\n      text \"three\"", "paragraph lang=el\n      text \"four\"",
        "paragraph dir=\"rtl\"\n        text \"five\"", "paragraph\n        text \"six\"",
        "span lang=la\n      text \"seven\"", "paragraph lang=it\n      text \"eight\""}) {
    CAPTURE(body);
    CHECK_MESSAGE(body.find(shown) != std::string::npos, shown);
  }
}
