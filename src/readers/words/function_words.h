// The small words of running text: articles, pronouns, prepositions, conjunctions. Sentences are
// full of them, menus and clouds of tags have hardly any; and they tell one language from another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace garland {

// Languages of the tables, in their order.
constexpr auto kFunctionWordLanguages =
    std::to_array<std::string_view>({"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",
                                     "fi", "pl", "cs", "ru", "uk", "tr"});

// How many function words of each language a text has.
struct FunctionWords {
  std::uint32_t words = 0;     // all words that were looked at
  std::uint32_t function = 0;  // of them function words of any language
  std::array<std::uint32_t, kFunctionWordLanguages.size()> by_language{};

  double share() const { return words == 0 ? 0.0 : static_cast<double>(function) / words; }
  void add(const FunctionWords& other);
  // The tag of the language with the most, empty where no language is clearly ahead.
  std::string_view language() const;
};

// Takes words in lower case with single spaces between them (page_words.h: lookup_words).
FunctionWords count_function_words(std::string_view words);

}  // namespace garland
