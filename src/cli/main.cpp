#include <cstdio>
#include <exception>

#include "cli/commands.h"

int main(int count, char** words) {
  try {
    return garland::run_command_line(count, words);
  } catch (const std::exception& exception) {
    // Where not even the words of the command line could be read, or no message be made.
    std::fprintf(stderr, "garland: error: %s\n", exception.what());
    return garland::kNothingBuilt;
  }
}
