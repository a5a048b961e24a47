// Pages whose article is one preformatted text.
#include <doctest/doctest.h>

#include <string>

#include "readers/lost_words.h"
#include "readers/reader.h"
#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

const std::string kText =
    "The tide came in before noon, and with it the boats that had\n"
    "waited outside the bar since the night. Nobody on the quay had\n"
    "expected them so early in the year.\n\n"
    "By evening the harbour was full, the nets hung over the railings,\n"
    "and the price of salt had doubled twice over. It would not fall\n"
    "again until the autumn.\n";

Document read_page_of(const std::string& body, const ReaderOptions& options = {}) {
  Diagnostics diagnostics;
  Result<Document> read = read_source("<!DOCTYPE html><html><body>" + body + "</body></html>",
                                      "a.html", options, diagnostics);
  REQUIRE(read.ok());
  return std::move(*read);
}

}  // namespace

TEST_CASE("a page that is one preformatted text is read as a plain text is") {
  const Document document =
      read_page_of("<pre>\nThe Tides of the Bay\nby Jo Roe\n\n" + kText + "\n* one\n* two\n</pre>");
  CHECK(plain_text(document.metadata.title.value) == "The Tides of the Bay");
  REQUIRE(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.contributors.value.front().name == "Jo Roe");
  CHECK(document.format == "html");
  const std::string body = body_of(document);
  CHECK(body.find("code block") == std::string::npos);
  CHECK(body.find("had waited outside the bar") != std::string::npos);
  CHECK(body.find("list bullet") != std::string::npos);
  CHECK(document.blocks.front().range.begin_line == 5);
}

TEST_CASE("what the page tells counts for more, and what its text tells stays known") {
  const std::string text = "The Tides of the Bay\nby Jo Roe\n\n" + kText;
  const Document document =
      read_page_of("<h1>Archive of the bay, volume two</h1><p>by Ada Poe</p><pre>" + text +
                   "</pre><hr><pre>" + kText + "</pre>");
  CHECK(plain_text(document.metadata.title.value) == "Archive of the bay, volume two");
  CHECK(lost_words("Archive of the bay volume two by Ada Poe " + text + kText, document) == "");
}

TEST_CASE("a byline that stays in the text is not left out as well") {
  std::string verse;
  for (int i = 0; i < 10; ++i) {
    verse += "The water rises twice a day and falls\nas often, and the boats rise and fall.\n\n";
  }
  const std::string body =
      body_of(read_page_of("<h1>Archive of the bay</h1><p>by Ada Poe</p><pre>The Tides\n\nby Jo "
                           "Roe\n\n" +
                           verse + "</pre>"));
  const std::size_t first = body.find("Jo Roe");
  CHECK_MESSAGE(first != std::string::npos, body);
  CHECK_MESSAGE(body.find("Jo Roe", first + 1) == std::string::npos, body);
}

TEST_CASE("what stands in several preformatted texts keeps the page's lines") {
  const Document document =
      read_page_of("<pre>" + kText + "</pre>\n<hr>\n<pre>\n" + kText + "</pre>");
  REQUIRE_FALSE(document.blocks.empty());
  CHECK(document.blocks.back().range.begin_line == 15);
}

TEST_CASE("listings, and texts that are not most of their page, stay as they are") {
  std::string code;
  for (int i = 0; i < 30; ++i) code += "int f" + std::to_string(i) + "(int x) { return x + 1; }\n";
  CHECK(body_of(read_page_of("<p>Look:</p><pre>" + code + "</pre>")).find("code block") !=
        std::string::npos);
  std::string prose;
  for (int i = 0; i < 3; ++i) prose += "<p>" + kText + "</p>";
  CHECK(body_of(read_page_of(prose + "<pre>" + kText + "</pre>")).find("code block") !=
        std::string::npos);
  CHECK(body_of(read_page_of("<pre>A short text, and no more.</pre>")).find("code block") !=
        std::string::npos);
}
