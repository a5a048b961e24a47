// Numbers in letters.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace garland {

// The largest number that Roman numerals write without further signs.
constexpr std::uint64_t kMostRoman = 3999;

// "xiv"; the decimal figures of 0 and of numbers above kMostRoman.
inline std::string roman(std::uint64_t number) {
  struct Step {
    std::uint64_t value;
    std::string_view letters;
  };
  constexpr std::array<Step, 13> kSteps{{{1000, "m"},
                                         {900, "cm"},
                                         {500, "d"},
                                         {400, "cd"},
                                         {100, "c"},
                                         {90, "xc"},
                                         {50, "l"},
                                         {40, "xl"},
                                         {10, "x"},
                                         {9, "ix"},
                                         {5, "v"},
                                         {4, "iv"},
                                         {1, "i"}}};
  if (number == 0 || number > kMostRoman) return std::to_string(number);
  std::string text;
  for (const Step& step : kSteps) {
    for (; number >= step.value; number -= step.value) text += step.letters;
  }
  return text;
}

}  // namespace garland
