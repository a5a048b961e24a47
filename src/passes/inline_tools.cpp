#include "passes/inline_tools.h"

#include "base/unicode.h"

namespace garland {
namespace {

// Whether the end node is nothing but white space once trimmed; a Text is trimmed in place.
bool trims_away(Inline& node, bool at_front) {
  if (is_line_break(node)) return true;
  auto* text = node.as<Text>();
  if (text == nullptr) return false;
  const std::string_view bare = trim(text->text);
  const auto begin = static_cast<std::size_t>(bare.data() - text->text.data());
  if (bare.empty()) return true;
  text->text = at_front ? text->text.substr(begin) : text->text.substr(0, begin + bare.size());
  return false;
}

}  // namespace

void merge_texts(Inlines& inlines) {
  std::size_t kept = 0;
  for (std::size_t index = 0; index < inlines.size(); ++index) {
    Text* before = kept == 0 ? nullptr : inlines[kept - 1].as<Text>();
    const Text* text = inlines[index].as<Text>();
    const bool joins = before != nullptr && text != nullptr && inlines[index].attributes.empty() &&
                       inlines[kept - 1].attributes.empty();
    if (joins) {
      before->text += text->text;
      SourceRange& range = inlines[kept - 1].range;
      if (range.is_known() && inlines[index].range.is_known()) {
        range.end_line = inlines[index].range.end_line;
        range.end_column = inlines[index].range.end_column;
      }
      continue;
    }
    if (kept != index) inlines[kept] = std::move(inlines[index]);
    ++kept;
  }
  inlines.resize(kept);
}

std::string comparable(std::string_view text) {
  std::string bare;
  const std::string folded = fold_case(text);
  for (std::size_t offset = 0; offset < folded.size();) {
    const char32_t c = next_code_point(folded, offset);
    if (is_letter(c) || is_digit(c) || is_mark(c)) append_utf8(bare, c);
  }
  return bare;
}

void trim_inlines(Inlines& inlines) {
  std::size_t front = 0;
  while (front < inlines.size() && trims_away(inlines[front], true)) ++front;
  inlines.erase(inlines.begin(), inlines.begin() + static_cast<std::ptrdiff_t>(front));
  while (!inlines.empty() && trims_away(inlines.back(), false)) inlines.pop_back();
}

void append_own_words(const Inlines& inlines, std::string& words) {
  for (const Inline& node : inlines) {
    if (!node.attributes.language.empty()) continue;
    if (const auto* text = node.as<Text>()) words += text->text;
    if (is_line_break(node)) words += ' ';
    if (const Inlines* inner = children_of(node)) append_own_words(*inner, words);
  }
}

}  // namespace garland
