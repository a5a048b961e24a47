#include "passes/language.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "base/language_guess.h"
#include "document/language_tag.h"
#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

// As much as a guess needs: more words change nothing.
constexpr std::size_t kEnoughBytes = 16U << 10;

// The words of the text, without code and those marked as another language.
std::string words_of(const Document& document) {
  std::string words = plain_text(document.metadata.title.value) + "\n";
  query(document, [&words](const Block& block) {
    const auto* paragraph = block.as<Paragraph>();
    const bool is_marked = !block.attributes.language.empty();
    if (paragraph == nullptr || is_marked || words.size() >= kEnoughBytes) return;
    append_own_words(paragraph->inlines, words);
    words += '\n';
  });
  return words;
}

void check_language(std::string& language, const SourceRange& range, Diagnostics& diagnostics) {
  if (language.empty()) return;
  std::string tag = language_tag(language);
  if (tag.empty()) {
    diagnostics.warning("bad-language", range,
                        fmt::format("“{}” is the tag of no language", language),
                        "write one such as “en”, “pt-BR” or “zh-Hant”");
  }
  language = std::move(tag);
}

template <typename Node>
void check_language_of(Node& node, Diagnostics& diagnostics) {
  check_language(node.attributes.language, node.range, diagnostics);
}

}  // namespace

void check_languages(Document& document, Diagnostics& diagnostics) {
  Sourced<std::string>& language = document.metadata.language;
  if (language.is_set()) check_language(language.value, language.range, diagnostics);
  if (language.value.empty()) language = {};
  walk(document, Visitors{[&](Inline& node) { check_language_of(node, diagnostics); },
                          [&](Block& node) { check_language_of(node, diagnostics); }});
}

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
