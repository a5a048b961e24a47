// What every pass promises, over the trees of all real sources beside the repository: it does
// nothing the second time, and it loses no words.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "document/dump.h"
#include "document/walk.h"
#include "passes/pass.h"
#include "readers/reader.h"
#include "support/shared_data.h"

using namespace garland;
using namespace garland::test;

namespace {

constexpr std::uintmax_t kMostBytes = 400'000;  // of a file; larger ones only take longer

// Letters and digits alone: passes set marks and spaces.
void add_letters(std::string_view text, std::string& letters) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_letter(c) || is_digit(c)) letters.append(text, begin, offset - begin);
  }
}

class LetterCounter {
 public:
  explicit LetterCounter(const Document& document) {
    const Metadata& metadata = document.metadata;
    add(plain_text(metadata.title.value));
    add(plain_text(metadata.subtitle.value));
    add(metadata.publication.value);
    for (const Contributor& person : metadata.contributors.value) add(person.name);
    // A sentence on where the article comes from stands in the source line, and here.
    for (const Inference& inference : document.inferences) {
      if (inference.what == "attribution") add(inference.why);
    }
    query(document, Visitors{[this](const Block& block) { add_block(block); },
                             [this](const Inline& node) { add_inline(node); }});
  }

  std::size_t count() const { return letters_.size(); }

 private:
  void add(std::string_view text) { add_letters(text, letters_); }
  void add_block(const Block& block) {
    if (const auto* code = block.as<CodeBlock>()) add(code->text);
    if (const auto* math = block.as<MathBlock>()) add(math->tex);
    if (const auto* dropped = block.as<Dropped>()) add(dropped->text);
  }
  void add_inline(const Inline& node) {
    if (const auto* text = node.as<Text>()) add(text->text);
    if (const auto* code = node.as<Code>()) add(code->text);
    if (const auto* math = node.as<Math>()) add(math->tex);
  }
  std::string letters_;
};

std::vector<std::filesystem::path> sources() {
  std::vector<std::filesystem::path> found;
  for (const char* folder :
       {"data/webpages/pages", "data/webpages/clips", "data/markdown-articles/articles", "seeds"}) {
    const auto path = shared_path(folder);
    if (!path) return {};
    for (const auto& entry : std::filesystem::directory_iterator(*path)) {
      const std::string suffix = entry.path().extension().string();
      const bool is_text = suffix == ".md" || suffix == ".txt" || suffix == ".html";
      if (is_text && entry.file_size() <= kMostBytes) found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("no pass loses words, and none does anything the second time") {
  for (const std::filesystem::path& path : sources()) {
    const std::string name = path.filename().string();
    const std::string text = read_bytes(path);
    Diagnostics unheard(name, text);
    Result<Document> document = read_source(text, name, {}, unheard);
    REQUIRE(document.ok());
    for (const Pass& pass : passes()) {
      const std::string what = std::string(pass.name) + " of " + name;
      const std::size_t before = LetterCounter(*document).count();
      pass.run(*document, unheard);
      CHECK_MESSAGE(LetterCounter(*document).count() >= before,
                    what << " loses words: keep them in the tree, as Dropped if need be");
      const std::string once = dump(*document);
      pass.run(*document, unheard);
      CHECK_MESSAGE(dump(*document) == once,
                    what << " does something the second time: a pass must find its work done");
    }
  }
}
