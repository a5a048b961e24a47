#include "passes/language.h"

#include <fmt/format.h>

#include <string>

#include "base/language_guess.h"
#include "document/walk.h"

namespace garland {
namespace {

// As much as a guess needs: more words change nothing.
constexpr std::size_t kEnoughBytes = 16U << 10;

void add_words(const Inlines& inlines, std::string& words) {
  for (const Inline& node : inlines) {
    if (!node.attributes.language.empty()) continue;
    if (const auto* text = node.as<Text>()) words += text->text;
    if (node.as<SoftBreak>() != nullptr || node.as<LineBreak>() != nullptr) words += ' ';
    if (const Inlines* inner = children_of(node)) add_words(*inner, words);
  }
}

// The words of the text, without code and those marked as another language.
std::string words_of(const Document& document) {
  std::string words = plain_text(document.metadata.title.value) + "\n";
  query(document, [&words](const Block& block) {
    const auto* paragraph = block.as<Paragraph>();
    const bool is_marked = !block.attributes.language.empty();
    if (paragraph == nullptr || is_marked || words.size() >= kEnoughBytes) return;
    add_words(paragraph->inlines, words);
    words += '\n';
  });
  return words;
}

}  // namespace

void infer_language(Document& document, Diagnostics& /*diagnostics*/) {
  Sourced<std::string>& language = document.metadata.language;
  if (language.is_set()) return;
  const LanguageGuess guess = guess_language(words_of(document));
  if (guess.language.empty()) return;
  const std::string why = fmt::format("{} % of the words are in it", guess.percent);
  language = {guess.language, Origin::Inferred, why, {}};
  document.inferences.push_back({{}, fmt::format("language {}", guess.language), why});
}

}  // namespace garland
