// What is fuzzed: each entrance through which bytes of a stranger come in. The fuzz programs run
// one of these each; the ordinary tests run all of them over the crashes of the past.
#pragma once

#include <string_view>
#include <vector>

namespace garland::fuzz {

struct Target {
  std::string_view name;  // also the folder of its past crashes, tests/fuzz/crashes/NAME
  // Takes any bytes; ends the program when a rule is broken.
  void (*run)(std::string_view bytes);
};

const std::vector<Target>& targets();

}  // namespace garland::fuzz
