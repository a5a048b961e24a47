#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/files.h"
#include "fuzz/targets.h"

using namespace garland;

TEST_CASE("what once crashed a fuzz target does so no more") {
  for (const fuzz::Target& target : fuzz::targets()) {
    const auto folder = std::filesystem::path(GARLAND_ROOT "/tests/fuzz/crashes") / target.name;
    if (!std::filesystem::exists(folder)) continue;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
      CAPTURE(file.path().string());
      const Result<std::string> bytes = read_file(file.path(), 1 << 24);
      REQUIRE(bytes.ok());
      target.run(*bytes);
    }
  }
}
