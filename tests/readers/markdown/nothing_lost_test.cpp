// Every word of a Markdown text is in the document that is made of it.
#include <doctest/doctest.h>

#include <filesystem>
#include <regex>
#include <string>
#include <utility>

#include "readers/front_matter/front_matter.h"
#include "readers/lost_words.h"
#include "readers/reading.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

// The body as it is written, addresses and all, without what no rendering shows: the tags of HTML,
// the names and values without quotation marks of a site's tags, references' labels and
// definitions.
std::string body_as_written(const std::string& text) {
  Diagnostics diagnostics("a.md", text);
  std::string body(split_front_matter(text, diagnostics).body);
  const std::pair<const char*, const char*> kUnseen[] = {
      {"</?(a|b|code|em|i|span|strong|sub|sup|tt)( [^<>]*)?>", ""},
      {"</?[a-zA-Z][^<>]*>", " "},
      {"&[a-z]+;", " "},
      {"(^|\\n)[ >]*\\[[^\\]^][^\\]]*\\]:[^\\n]*", "\n"},  // a reference's definition
      {"\\]\\[[^\\]]*\\]", "]"},                           // and its label
      {"[{][{%][^{}\"]*", "{{"},                           // before a tag's first quoted words
      {"\"[^{}\"\n]*[}%][}]", "\""},                       // behind its last
      {"[a-z]+=[\"']", "'"},                               // an attribute's name
      {"\\[![A-Z]+\\]", ""},                               // an alert's kind
      {"(^|\n)[ >]*[0-9]+[.)] ", "\n"},                    // an item's number
  };
  for (const auto& [form, instead] : kUnseen) {
    body = std::regex_replace(body, std::regex(form), instead);
  }
  return body;
}

}  // namespace

TEST_CASE("cells behind the last column stay known, out of their table") {
  const Reading reading = read_as_markdown("| a | b |\n|---|---|\n| c | d | e | f |\n| g | h |\n");
  CHECK(reading.has("surplus-cells"));
  const auto* dropped = reading.document.blocks.back().as<Dropped>();
  REQUIRE(dropped != nullptr);
  CHECK(dropped->text == "e | f");
}

TEST_CASE("an alternative text in a picture's list takes no word from its brackets") {
  for (const char* text : {"![One](p.png){alt='two'}", "![One](p.png 'three'){alt='two'}"}) {
    const std::string lost = lost_words("One two", read_as_markdown(text).document);
    CHECK_MESSAGE(lost.empty(), std::string(text), " lost: ", lost);
  }
}

TEST_CASE("marks nested too deep keep what is no mark") {
  std::string text = "word[^n] $x$ ![picture](p.png) `code`\\\nline";
  for (int i = 0; i < 20; ++i) text = "**a *b " + text + " b* a**";
  const Reading reading = read_as_markdown(text + "\n\n[^n]: The note.\n");
  CHECK(reading.has("nested-too-deep"));
  CHECK(reading.document.notes.size() == 1);
  CHECK_FALSE(reading.has("unused-note"));
  CHECK(lost_words("word n x picture p png code line", reading.document) == "");
}

TEST_CASE("every word of a real article is in its tree, left out of it or known of it") {
  const auto folder = shared_path("data/markdown-articles/articles");
  if (!folder) return;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(*folder)) {
    if (entry.path().extension() != ".md") continue;
    const std::string text = read_bytes(entry.path());
    const Document document = read_as_markdown(text, entry.path().filename().string()).document;
    const std::string lost = lost_words(body_as_written(text), document);
    CHECK_MESSAGE(lost.empty(), entry.path().filename().string(), " lost: ", lost);
  }
}
