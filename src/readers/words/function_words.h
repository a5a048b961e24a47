// The small words of running text: articles, pronouns, prepositions, conjunctions. Sentences are
// full of them, menus and clouds of tags have hardly any; and they tell one language from another.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace garland {

// Languages of the tables, in their order.
constexpr auto kFunctionWordLanguages =
    std::to_array<std::string_view>({"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",
                                     "fi", "pl", "cs", "ru", "uk", "tr"});

// A set of these languages, one bit each.
using LanguageMask = std::uint32_t;

// How many function words of each language a text has.
struct FunctionWords {
  std::uint32_t words = 0;     // all words that were looked at
  std::uint32_t function = 0;  // of them function words of any language
  std::array<std::uint32_t, kFunctionWordLanguages.size()> by_language{};

  // Takes one word, with the languages of which it is a function word.
  void count(LanguageMask languages) {
    ++words;
    if (languages != 0) count_function_word(languages);
  }
  double share() const { return words == 0 ? 0.0 : static_cast<double>(function) / words; }
  void add(const FunctionWords& other);
  // The tag of the language with the most, empty where no language is clearly ahead.
  std::string_view language() const;

 private:
  void count_function_word(LanguageMask languages);
};

// Calls `take` with each function word and the languages that have it, some more than once.
void for_each_function_word(const std::function<void(std::string_view, LanguageMask)>& take);

}  // namespace garland
