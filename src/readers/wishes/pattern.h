// Regular expressions that cannot be made slow: K. Thompson, "Regular expression search algorithm",
// CACM 11 (1968). The expression becomes a machine whose possible states are followed together,
// so the cost is the text's length times the expression's, whatever they are.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace garland {

class Pattern {
 public:
  // The usual notation, by code points: . [a-z] [^a-z] \d \w \s and their capitals, ( ) (?: ) |
  // * + ? ^ $, and a backslash before a sign that means itself. Errors: the notation is broken, or
  // uses what is not known here (counts in braces, looking around, back references).
  static Result<Pattern> compile(std::string_view expression);

  // Whether any part of the text matches. The machine's steps are taken off `steps_left`; when none
  // is left, the answer is no.
  bool is_found_in(std::string_view text, std::size_t& steps_left) const;

  // The machine's parts; for the compiler in pattern.cpp.
  struct CharacterClass {
    std::vector<std::pair<char32_t, char32_t>> ranges;  // inclusive
    std::vector<char> named;                            // 'd', 'D', 'w', 'W', 's', 'S'
    bool is_negated = false;
    bool contains(char32_t c) const;
  };
  struct State {
    enum class Kind { Class, Split, Begin, End, Match };
    Kind kind = Kind::Match;
    std::size_t character_class = 0;  // Class
    std::size_t next = 0;
    std::size_t other = 0;  // Split: the second way
  };

 private:
  std::vector<State> states_;
  std::vector<CharacterClass> classes_;
  std::size_t start_ = 0;
};

}  // namespace garland
