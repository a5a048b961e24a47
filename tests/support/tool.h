// Other people's programs as judges of what we wrote.
#pragma once

#include <doctest/doctest.h>
#include <stdio.h>
#include <sys/wait.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace garland::test {

struct ToolResult {
  int status = 0;      // exit status
  std::string output;  // standard output and standard error
};

// A word of a shell command that stands for itself.
inline std::string shell_quote(std::string_view word) {
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

// Runs a program found by its name. Nothing when it is not installed; the test then says so and
// should end.
inline std::optional<ToolResult> run_tool(const std::vector<std::string>& words) {
  constexpr int kNotFound = 127;
  std::string command;
  for (const std::string& word : words) command += shell_quote(word) + " ";
  FILE* pipe = ::popen((command + "2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  ToolResult result;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = ::fread(buffer.data(), 1, buffer.size(), pipe)) {
    result.output.append(buffer.data(), count);
  }
  const int ended = ::pclose(pipe);
  result.status = WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
  if (result.status != kNotFound) return result;
  MESSAGE("skipped: " << words.front() << " is not installed");
  return std::nullopt;
}

}  // namespace garland::test
