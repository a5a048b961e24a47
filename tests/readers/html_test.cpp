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
