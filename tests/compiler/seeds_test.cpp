// The seeds: five real articles that a book must get right without any description. Their text is
// other people's, so the test speaks of shapes and counts alone.
#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>

#include "base/files.h"
#include "base/unicode.h"
#include "compiler/compiler.h"
#include "compiler/read_sources.h"
#include "compiler/report.h"
#include "document/walk.h"
#include "support/shared_data.h"

using namespace garland;

namespace {

template <typename Kind>
std::size_t count(const Document& document) {
  std::size_t found = 0;
  query(document, [&found](const Block& block) {
    if (block.as<Kind>() != nullptr) ++found;
  });
  return found;
}

// How often each byte stands in a text, white space and typed bullets aside.
std::map<char, long> letters_of(std::string_view text) {
  std::map<char, long> letters;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_space(c) || c == U'•') continue;
    for (const char byte : text.substr(begin, offset - begin)) ++letters[byte];
  }
  return letters;
}

// All that is left of a source: the tree, what was left out of the books, and the metadata.
std::string text_of(const Document& document) {
  std::string text = plain_text(document.metadata.title.value) +
                     plain_text(document.metadata.subtitle.value) +
                     document.metadata.publication.value;
  query(document, Visitors{[&text](const Block& block) {
                             if (const auto* dropped = block.as<Dropped>()) text += dropped->text;
                             if (const auto* code = block.as<CodeBlock>()) text += code->text;
                           },
                           [&text](const Inline& node) {
                             if (const auto* words = node.as<Text>()) text += words->text;
                           }});
  return text;
}

struct Expected {
  const char* file;
  const char* format;
  std::size_t headings;
  std::size_t quotations;
  std::size_t figures;
  std::size_t lists;
  bool has_dropped;
};

// What a careful editor finds in each.
constexpr Expected kExpected[] = {
    {"000_5732a14bd3a30345.txt", "markdown", 0, 2, 3, 0, false},
    {"001_4abe7e81557b0609.txt", "plain text", 2, 0, 0, 0, false},
    {"002_7f15035082e39bf8.txt", "plain text", 4, 0, 0, 0, true},
    {"003_7ff4668fca3b7e46.txt", "plain text", 5, 0, 1, 2, true},
    {"004_c14bae155650665f.txt", "plain text", 6, 0, 0, 1, true},
};

}  // namespace

TEST_CASE("each seed is understood as an editor would") {
  for (const Expected& expected : kExpected) {
    const auto path = test::shared_path(std::string("seeds/") + expected.file);
    if (!path) return;
    CAPTURE(expected.file);
    const std::string bytes = test::read_bytes(*path);
    Diagnostics diagnostics(expected.file, bytes);
    const auto document = read_document(bytes, expected.file, {}, diagnostics);
    REQUIRE(document.ok());
    CHECK(document->format == expected.format);
    CHECK(document->metadata.title.is_set());
    CHECK(count<Heading>(*document) == expected.headings);
    CHECK(count<Figure>(*document) == expected.figures);
    CHECK(count<List>(*document) == expected.lists);
    CHECK(count<BlockQuotation>(*document) >= expected.quotations);
    CHECK((report_source(*document).words.dropped > 0) == expected.has_dropped);
  }
}

TEST_CASE("no letter of a pasted seed is lost") {
  for (const Expected& expected : kExpected) {
    const auto path = test::shared_path(std::string("seeds/") + expected.file);
    if (!path) return;
    if (std::string_view(expected.format) == "markdown") continue;
    CAPTURE(expected.file);
    const std::string bytes = test::read_bytes(*path);
    Diagnostics diagnostics(expected.file, bytes);
    const auto document = read_document(bytes, expected.file, {}, diagnostics);
    REQUIRE(document.ok());
    std::map<char, long> kept = letters_of(text_of(*document));
    for (const auto& letter : letters_of(bytes)) {
      CAPTURE(letter.first);
      CHECK(kept[letter.first] >= letter.second);
    }
  }
}

TEST_CASE("the seeds' folder makes a book of five articles without a description") {
  const auto path = test::shared_path("seeds");
  if (!path) return;
  const auto folder = DiskFolder::open(*path);
  REQUIRE(folder.ok());
  CompileOptions options;
  options.folder_name = "seeds";
  options.styles_folder = GARLAND_ROOT "/styles";
  options.fonts_file = GARLAND_ROOT "/fonts/fonts.yaml";
  Diagnostics diagnostics;
  const auto compilation = compile(*folder, options, diagnostics);
  REQUIRE(compilation.ok());
  CHECK(compilation->anthology.works().size() == 5);
  CHECK(compilation->outputs.size() == 2);
  CHECK(diagnostics.count(Severity::Error) == 0);
  const Metadata& first = compilation->anthology.works()[0]->document.metadata;
  CHECK(first.contributors.value.size() == 1);
  CHECK(first.date.value.iso().size() == 10);
  CHECK(first.url.origin == Origin::Inferred);
}
