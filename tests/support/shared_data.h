// Where the data sets beside the repository are: tests that need them skip, and say so, when they
// are absent.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace garland::test {

// The path of a file or folder below the shared folder ("data/images"): $GARLAND_SHARED, or
// "../shared" beside the repository. Nothing when it is not there; the test then says so and ends.
inline std::optional<std::filesystem::path> shared_path(std::string_view relative) {
  const char* given = std::getenv("GARLAND_SHARED");
  const std::filesystem::path root =
      given != nullptr ? std::filesystem::path(given)
                       : std::filesystem::path(GARLAND_ROOT).parent_path() / "shared";
  const std::filesystem::path path = root / relative;
  std::error_code error;
  if (std::filesystem::exists(path, error)) return path;
  MESSAGE("skipped: no shared file " << relative << "; set GARLAND_SHARED to run this test");
  return std::nullopt;
}

// The bytes of a test's file; empty when it cannot be read.
inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace garland::test
