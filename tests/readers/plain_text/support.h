// Reading plain text in tests, and what a tree says at a glance.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/walk.h"
#include "readers/plain_text.h"

namespace garland::test {

inline Document read(std::string_view text, const ReaderOptions& options = {}) {
  Diagnostics diagnostics("clip.txt", text);
  return read_plain_text(text, "clip.txt", options, diagnostics);
}

// Words of the blocks, one line a block, what was left out aside.
inline std::string words_of(const Blocks& blocks) {
  std::string words;
  query(blocks, Visitors{[&words](const Block& block) {
                           if (!words.empty() && words.back() != '\n') words += '\n';
                           if (const auto* code = block.as<CodeBlock>()) words += code->text;
                         },
                         [&words](const Inline& node) {
                           if (const auto* text = node.as<Text>()) words += text->text;
                         }});
  return words;
}

template <typename Node>
std::vector<const Node*> all(const Document& document) {
  std::vector<const Node*> found;
  query(document, [&found](const Block& block) {
    if (const auto* node = block.as<Node>()) found.push_back(node);
  });
  return found;
}

inline std::vector<std::string> headings(const Document& document) {
  std::vector<std::string> found;
  for (const Heading* heading : all<Heading>(document)) {
    found.push_back(plain_text(heading->inlines));
  }
  return found;
}

inline std::vector<std::string> paragraphs(const Document& document) {
  std::vector<std::string> found;
  for (const Paragraph* paragraph : all<Paragraph>(document)) {
    found.push_back(plain_text(paragraph->inlines));
  }
  return found;
}

// Everything left out, in order.
inline std::string dropped(const Document& document) {
  std::string found;
  for (const Dropped* node : all<Dropped>(document)) found += node->text + "\n";
  return found;
}

inline bool has_inference(const Document& document, std::string_view what) {
  for (const Inference& inference : document.inferences) {
    if (inference.what == what && !inference.why.empty()) return true;
  }
  return false;
}

// Sentences of our own, so that a text is as long as real ones.
inline constexpr std::string_view kBody =
    "The ferry crosses the sound twice a day, and on most crossings there is nobody on deck but "
    "the dog. It has learned to wait for the second whistle.";
inline constexpr std::string_view kMore =
    "Nobody remembers who painted the lighthouse green, though everyone agrees that it was a "
    "mistake. The paint was cheap, and the winter was long.";

}  // namespace garland::test
