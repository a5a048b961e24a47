#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "document/walk.h"
#include "readers/plain_text.h"
#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string repeated(std::string_view text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("thousands of levels are dissolved, with the text and a warning") {
  for (const char* opening : {">", "- ", "1. ", "*a **b "}) {
    CAPTURE(std::string(opening));
    const Reading reading = read_as_markdown(repeated(opening, 10000) + "deep");
    CHECK(check(reading.document).empty());
    CHECK(dump(reading.document).find("deep") != std::string::npos);
  }
  CHECK(read_as_markdown(repeated(">", 10000) + "deep").has("nested-too-deep"));
  const Reading html = read_as_html("<html><body>" + repeated("<div><b>", 5000) + "deep");
  CHECK(check(html.document).empty());
  CHECK(dump(html.document).find("deep") != std::string::npos);
}

TEST_CASE("long runs of opening signs stay text") {
  for (const char* sign : {"[", "![", "![[]()", "^[", "$a ", "$$", "^a ", "{a ", "`", "<b",
                           "_a __b ", "[^", "\\(a ", "~a", "::: x\n", ": ", "| ", "@a"}) {
    CAPTURE(std::string(sign));
    const Reading reading = read_as_markdown("words\n\n" + repeated(sign, 5000));
    CHECK(check(reading.document).empty());
    CHECK_FALSE(reading.document.blocks.empty());
  }
}

TEST_CASE("very many brackets within each other keep their words") {
  constexpr int kMany = 30000;
  const std::string words = repeated("[a ", kMany) + "deep";
  for (const char* closing : {"]{.b}", "]"}) {
    CAPTURE(std::string(closing));
    const Reading spans = read_as_markdown("x " + words + repeated(closing, kMany) + "\n");
    CHECK(check(spans.document).empty());
    CHECK(dump(spans.document).find("deep") != std::string::npos);
  }
  const Reading locators =
      read_as_markdown("---\nreferences: [{id: a}]\n---\n\n" + repeated("@a [p. ", kMany) + "deep" +
                       repeated("]", kMany) + "\n");
  CHECK(dump(locators.document).find("deep") != std::string::npos);
}

TEST_CASE("very many options of a directive are all left out") {
  const Reading reading =
      read_as_markdown(":::{note}\n" + repeated(":a: b\n", 30000) + "\nWords.\n:::\n");
  CHECK(dump(reading.document).find("Words.") != std::string::npos);
  CHECK(dump(reading.document).find("an option of the site's") != std::string::npos);
}

TEST_CASE("a table that would be filled a thousandfold is read as text") {
  const std::string head = repeated("a|", 1000) + "\n" + repeated("-|", 1000) + "\n";
  const Reading reading = read_as_markdown(head + repeated("x\n", 1000));
  CHECK(reading.has("ragged-table"));
  const Reading html = read_as_html("<table><tr>" + repeated("<td>a", 1000) +
                                    repeated("<tr><td>b", 1000) + "</table>");
  CHECK(html.has("ragged-table"));
  CHECK(check(html.document).empty());
}

TEST_CASE("a megabyte in one paragraph keeps every word") {
  const std::string text = repeated("word *emphasis* and `code` ", 40000);
  const Reading reading = read_as_markdown(text);
  std::size_t emphasis_count = 0;
  query(reading.document, [&](const Inline& node) {
    if (node.as<Emphasis>() != nullptr) ++emphasis_count;
  });
  CHECK(emphasis_count == 40000);
}

TEST_CASE("a paragraph of countless links among emphasis keeps its text, with a warning") {
  const std::string text = repeated("*a* [b](/u) ", 20000) + "end";
  const Reading reading = read_as_markdown(text);
  CHECK(reading.has("too-many-links"));
  CHECK(dump(reading.document).find("end\"") != std::string::npos);
}

TEST_CASE("comments end where the HTML standard ends them") {
  const std::string body = html_body(
      "<html><body><p>alpha<!-->beta<p>gamma<!--->delta<!-- x --><p>kept<!-- y --!> too<!-- z -->"
      "<p>end");
  for (const char* word : {"alpha", "beta", "gamma", "delta", "kept", "too", "end"}) {
    CAPTURE(std::string(word));
    CHECK(body.find(word) != std::string::npos);
  }
}

TEST_CASE("custom elements that are named as the readers' own mean nothing") {
  const char* const tags =
      "<x-verse><x-stanza><x-line indent=\"abc\">one</x-line><x-line "
      "indent=\"99999999999999999999\">"
      "two</x-line></x-stanza></x-verse><p><x-citation items=a>three</x-citation> "
      "<x-math>four</x-math> <x-inline-note>five</x-inline-note> "
      "<x-dropped words=nothing reason=none>six</x-dropped></p>";
  for (const Reading& reading : {read_as_html("<html><body>" + std::string(tags)),
                                 read_as_markdown("Words.\n\n" + std::string(tags))}) {
    CAPTURE(dump(reading.document));
    CHECK(check(reading.document).empty());
    CHECK(reading.document.notes.empty());
    const std::string body = body_of(reading.document);
    for (const char* word : {"one", "two", "three", "four", "five", "six"}) {
      CAPTURE(std::string(word));
      CHECK(body.find(word) != std::string::npos);
    }
    CHECK(body.find("verse") == std::string::npos);
    CHECK(body.find("citation") == std::string::npos);
  }
}

TEST_CASE("what once cost the square of its size is read whole") {
  constexpr int kMany = 200'000;
  const std::string markdown[] = {
      "a <!-- " + repeated(" ", kMany) + "-->", "a " + repeated("<!-- b ", kMany) + ">",
      "a\n" + repeated("<!-- b\n-->\n", kMany / 4), repeated(":wave: ", kMany),
      "@def title = \"A\"\n@def hasmath = true\n" + repeated("a", kMany)};
  for (const std::string& text : markdown) {
    CAPTURE(text.substr(0, 40));
    const Reading reading = read_as_markdown(text);
    CHECK(check(reading.document).empty());
    CHECK_FALSE(reading.document.blocks.empty());
  }
  const Reading formula = read_as_html("<p><math>" + repeated("<mi>x</mi>", kMany) + "</math></p>");
  CHECK(check(formula.document).empty());
  for (const std::string& text : {"A title\n\n" + repeated(std::string(39, 'a') + "-\n", kMany / 8),
                                  repeated("        References\n\n    - aa bb\n\n", kMany / 8)}) {
    CAPTURE(text.substr(0, 40));
    Diagnostics diagnostics("a.txt", text);
    CHECK(check(read_plain_text(text, "a.txt", {}, diagnostics)).empty());
  }
}

TEST_CASE("a list begins with no number that its items could not count on from") {
  for (const char* start : {"2147483647", "-2147483648", "99999999999999999999"}) {
    CAPTURE(std::string(start));
    const Reading reading = read_as_html("<html><body><ol start=" + std::string(start) +
                                         "><li></li><li>one</li></ol></body></html>");
    const auto* list = reading.document.blocks.front().as<List>();
    REQUIRE(list != nullptr);
    CHECK(std::abs(list->start) <= 999'999'999);
  }
}
