#include <doctest/doctest.h>

#include "readers/reader.h"
#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string format_of(std::string_view text, std::string_view path) {
  Diagnostics diagnostics;
  const Result<Document> document = read_source(text, path, {}, diagnostics);
  return document.ok() ? document->format : "error";
}

}  // namespace

TEST_CASE("the kind of a source is decided by its content before its name") {
  CHECK(format_of("---\ntitle: T\n---\n\nWords.", "a.txt") == "plain text");
  CHECK(format_of("---\ntags:\n- a\n- b\n- c\n---\n\nWords.", "a.txt") == "plain text");
  CHECK(format_of("---\ntitle: T\n---\n\nWords with a [link](https://a.b).", "a.txt") ==
        "markdown");
  CHECK(format_of("---\ntitle: T\n---\n\nWords.", "a.md") == "markdown");
  CHECK(format_of("# Title\n\nWords with a [link](https://a.b).", "a.txt") == "markdown");
  CHECK(format_of("<!DOCTYPE html><html><body><p>x</p></body></html>", "a.md") == "html");
  CHECK(format_of("Words.\n\n*More* words.", "a.md") == "markdown");
  // Bullets and quoted replies are typed in any text.
  const std::string pasted = "Menu\nTwo loaves\n- flour\n- salt\n- water\n\n> Is it late?\n\nNo.\n";
  CHECK(format_of(pasted, "a.txt") == "plain text");
  CHECK(format_of("## Two loaves\n\n" + pasted, "a.txt") == "markdown");
  CHECK(format_of(pasted, "a.md") == "markdown");
}

TEST_CASE("front matter may say which reader takes the text") {
  CHECK(format_of("---\nformat: plain text\n---\n# Words", "a.md") == "plain text");
  CHECK(format_of("---\nformat: html\ntitle: T\n---\n# What Quarto makes", "a.qmd") == "markdown");
}

TEST_CASE("messages about a source show its lines as they were decoded") {
  const std::string text("---\ntitel: \xE9t\xE9\n---\nL'\xE9t\xE9, la mer \xE0 midi.\n");
  Diagnostics diagnostics("a.md", text);
  CHECK(read_source(text, "a.md", {}, diagnostics).ok());
  bool is_shown = false;
  for (const Diagnostic& item : diagnostics.items()) {
    is_shown |= item.source_line == "titel: \u00e9t\u00e9";
  }
  CHECK(is_shown);
}

TEST_CASE("a file that is no text is an error, and so is an unknown format") {
  Diagnostics diagnostics;
  CHECK_FALSE(read_source("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.md", {}, diagnostics).ok());
  ReaderOptions options;
  options.format = "docx";
  const Result<Document> document = read_source("words", "a.md", options, diagnostics);
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().help.find("markdown") != std::string::npos);
}

TEST_CASE("what was guessed, replaced or left out in decoding is said") {
  struct Case {
    std::string bytes;
    const char* code;
  };
  const Case cases[] = {
      {"Caf\xE9 cr\xE8me br\xFBl\xE9"
       "e, d\xE9j\xE0 vu",
       "guessed-encoding"},
      {"a\x01"
       "b and more words",
       "control-characters"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.code));
    Diagnostics diagnostics;
    const Result<Document> document = read_source(entry.bytes, "a.md", {}, diagnostics);
    CHECK(document.ok());
    REQUIRE(diagnostics.items().size() >= 1);
    CHECK(diagnostics.items().front().code == entry.code);
  }
}
