#include <cstdio>
#include <exception>

#include "cli/commands.h"

int main(int count, char** words) {
  try {
    return garland::run_command_line(count, words);
  } catch (const std::exception& exception) {
    // Out of memory, or a fault of ours: say so instead of dying without a word.
    std::fprintf(stderr, "garland: error: %s\n", exception.what());
    return garland::kNothingBuilt;
  }
}
