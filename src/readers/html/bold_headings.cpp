#include "readers/html/bold_headings.h"

#include <string>
#include <string_view>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestHeading = 80;  // bytes
constexpr int kLevel = 2;

bool has_heading(const Document& document) {
  bool found = false;
  query(document.blocks,
        [&found](const Block& block) { found = found || block.as<Heading>() != nullptr; });
  return found;
}

// What a paragraph that is bold as a whole says; null for any other.
Inlines* bold_words(Block& block) {
  auto* paragraph = block.as<Paragraph>();
  Inlines* inlines = paragraph == nullptr ? nullptr : &paragraph->inlines;
  while (inlines != nullptr && inlines->size() == 1) {
    Inline& only = inlines->front();
    if (auto* strong = only.as<Strong>()) return &strong->inlines;
    auto* emphasis = only.as<Emphasis>();
    auto* span = only.as<Span>();
    inlines = emphasis != nullptr ? &emphasis->inlines : span != nullptr ? &span->inlines : nullptr;
  }
  return nullptr;
}

bool reads_like_heading(const Inlines& words) {
  for (const Inline& node : words) {
    if (node.as<LineBreak>() != nullptr || node.as<Image>() != nullptr) return false;
  }
  const std::string text(trim(plain_text(words)));
  if (text.empty() || text.size() > kLongestHeading) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(text, at);
  if (!is_letter(first) && !is_digit(first)) return false;
  for (const std::string_view end :
       {".", ",", ";", ":", "!", "?", "…", "。", "：", "？", "！", "،", "؛", "؟"}) {
    if (text.ends_with(end)) return false;
  }
  return true;
}

bool is_candidate(Block& block) {
  const Inlines* words = bold_words(block);
  return words != nullptr && reads_like_heading(*words);
}

}  // namespace

void find_bold_headings(Document& document) {
  if (has_heading(document)) return;
  Blocks& blocks = document.blocks;
  Block* before = nullptr;  // a candidate that nothing has followed yet
  for (Block& block : blocks) {
    if (block.as<Dropped>() != nullptr) continue;
    const bool is_bold = bold_words(block) != nullptr;
    if (before != nullptr && !is_bold && block.as<ThematicBreak>() == nullptr) {
      Heading made;
      made.level = kLevel;
      made.inlines = std::move(*bold_words(*before));
      before->content = std::move(made);
      document.inferences.push_back(
          {before->range, "heading",
           "bold and alone in its paragraph; the page marks no headings"});
    }
    before = is_bold && before == nullptr && is_candidate(block) ? &block : nullptr;
  }
}

}  // namespace garland::html
