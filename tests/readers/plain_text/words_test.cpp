// No word of a source is lost, whatever the reader makes of it.
#include <doctest/doctest.h>

#include <map>
#include <random>
#include <sstream>

#include "document/check.h"
#include "readers/plain_text/support.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

// Letters and figures only, so that marks, hyphens and line ends do not matter.
std::string letters(std::string_view text) {
  std::string found;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
        (c >= 'A' && c <= 'Z')) {
      found += c;
    }
  }
  return found;
}

std::map<char, std::size_t> counts(const std::string& text) {
  std::map<char, std::size_t> found;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++found[c];
  }
  return found;
}

// All that the document tells, the metadata's lines as they stood in the source.
std::string told(const Document& document, std::string_view source) {
  std::string text = words_of(document.blocks) + dropped(document);
  for (const Note& note : document.notes) text += words_of(note.blocks);
  std::vector<std::string> lines;
  std::istringstream stream{std::string(source)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  const Metadata& metadata = document.metadata;
  std::map<std::uint32_t, bool> taken;  // a byline and date may be one line
  for (const SourceRange& range : {metadata.title.range, metadata.subtitle.range,
                                   metadata.contributors.range, metadata.date.range}) {
    for (std::uint32_t i = range.begin_line; i <= range.end_line && i > 0; ++i) {
      if (!taken[i]) text += lines.at(i - 1);
      taken[i] = true;
    }
  }
  return text;
}

const char* const kLines[] = {
    "The Green Lighthouse",
    "By Jane Roe",
    "12 March 2020",
    "",
    "",
    "",
    "The ferry crosses the sound twice a day, and nobody is on deck but the dog.",
    "and so it goes on, line by line, without",
    "a stop",
    "• salt",
    "  - rope",
    "1. first of all",
    "2. second",
    "    A paragraph that is set in from the others, for whatever reason.",
    "References",
    "Roe, Jane. (1999). Of Boats. Harbour Press.",
    "[1] A note on boats.",
    "It was said [1] before.",
    "Share",
    "You need to be logged in to comment",
    "More from the harbour",
    "Photo: Ada Quill",
    "Close-up of a green door with a brass handle, seen from below.",
    "* * *",
    "“It is never late,” he said:",
    "“The sea is late again today.”",
    "— Ada Quill",
    "See https://example.org/a_(b), or www.example.org.",
    "Ein zweites Leuchtfeuer",
    "第二章",
};

}  // namespace

TEST_CASE("every letter of a source is in the tree, and the tree is sound") {
  std::mt19937 random(20);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const int count = static_cast<int>(random() % 40) + 1;
    for (int i = 0; i < count; ++i) {
      text += kLines[random() % std::size(kLines)];
      text += "\n";
    }
    CAPTURE(text);
    const Document document = read(text);
    auto expected = counts(letters(text));
    auto found = counts(letters(told(document, text)));
    for (const auto& letter : expected) {
      // Letters that number a list are marks.
      CAPTURE(letter.first);
      CHECK(found[letter.first] >= letter.second);
    }
    for (const std::string& problem : check(document)) FAIL_CHECK(problem);
  }
}

TEST_CASE("every block has its place in the source") {
  std::string text;
  for (const char* line : kLines) text += std::string(line) + "\n\n";
  const Document document = read(text);
  std::uint32_t line = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.range.is_known());
    CHECK(block.range.begin_line > line);
    CHECK(block.range.end_line >= block.range.begin_line);
    line = block.range.end_line;
  }
}

TEST_CASE("words that end in a letter of several bytes end in its column") {
  const Document document = read(
      "The Harbour\n\nA link to café http://example.org/é and more words "
      "stand here, so that it is a paragraph.\n");
  const auto* paragraph = all<Paragraph>(document).front();
  REQUIRE(paragraph->inlines.size() == 3);
  const SourceRange address = paragraph->inlines[1].range;
  CHECK(address.begin_column == 16);
  CHECK(address.end_column == 35);
}

TEST_CASE("large texts are read whole") {
  const std::string sentence(kBody);
  std::string one_line = "A Title\n\n";
  while (one_line.size() < 2'000'000) one_line += sentence + " ";
  CHECK(letters(told(read(one_line), one_line)).size() == letters(one_line).size());
  std::string many_lines;
  for (int i = 0; i < 50'000; ++i) many_lines += "line of words\n";
  CHECK(read(many_lines).blocks.size() > 0);
}

TEST_CASE("the sample clips have the sections that an editor sees") {
  struct Case {
    const char* name;
    std::size_t headings;
    std::size_t lists;
  };
  const Case cases[] = {{"001_4abe7e81557b0609.txt", 2, 0},
                        {"002_7f15035082e39bf8.txt", 4, 0},
                        {"003_7ff4668fca3b7e46.txt", 5, 2},
                        {"004_c14bae155650665f.txt", 6, 1}};
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const auto path = shared_path(std::string("seeds/") + item.name);
    if (!path) return;
    const std::string text = read_bytes(*path);
    const Document document = read(text);
    CHECK(document.metadata.title.is_set());
    CHECK(headings(document).size() == item.headings);
    CHECK(all<List>(document).size() == item.lists);
    CHECK(counts(letters(told(document, text))) == counts(letters(text)));
  }
}
