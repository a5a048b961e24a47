#include "layout/qr_code.h"

#include <doctest/doctest.h>

#include <string>

namespace garland {
namespace {

constexpr int kMostModules = 177;  // of the largest code

// The code row by row, "#" for a dark module; fails where two rectangles overlap.
std::vector<std::string> rows_of(const QrCode& code) {
  const auto side = static_cast<std::size_t>(code.modules);
  std::vector<std::string> rows(side, std::string(side, '.'));
  for (const DarkModules& dark : code.dark) {
    for (int y = dark.top; y < dark.top + dark.height; ++y) {
      for (int x = dark.left; x < dark.left + dark.width; ++x) {
        char& module = rows.at(static_cast<std::size_t>(y)).at(static_cast<std::size_t>(x));
        CHECK(module == '.');
        module = '#';
      }
    }
  }
  return rows;
}

QrCode code_of(const std::string& text) {
  const auto code = make_qr_code(text, kMostModules);
  REQUIRE(code.has_value());
  return *code;
}

TEST_CASE("a code has its finders in three corners, whatever its modules are joined to") {
  const QrCode code = code_of("https://example.org/a/page");
  const std::vector<std::string> rows = rows_of(code);
  const std::vector<std::string> finder = {"#######", "#.....#", "#.###.#", "#.###.#",
                                           "#.###.#", "#.....#", "#######"};
  const std::size_t far = rows.size() - finder.size();
  for (std::size_t y = 0; y < finder.size(); ++y) {
    CHECK(rows[y].substr(0, 7) == finder[y]);
    CHECK(rows[y].substr(far) == finder[y]);
    CHECK(rows[far + y].substr(0, 7) == finder[y]);
  }
  CHECK(code.dark.size() < 200);
}

TEST_CASE("a code is as small as its text allows") {
  CHECK(code_of("https://a.eu/b").modules == kFewestModules);
  CHECK(code_of("https://example.org/a/page").modules == 25);
  CHECK(code_of(std::string(2331, 'a')).modules == kMostModules);
}

TEST_CASE("a code that would be too large bears less damage, or is none") {
  const std::string text(180, 'a');
  CHECK(code_of(text).modules == 53);
  const auto smaller = make_qr_code(text, 49);
  REQUIRE(smaller.has_value());
  CHECK(smaller->modules == 49);
  CHECK_FALSE(make_qr_code(text, 45).has_value());
}

TEST_CASE("no text and more than any code holds have no code") {
  CHECK_FALSE(make_qr_code("", kMostModules).has_value());
  CHECK(make_qr_code(std::string(2953, 'a'), kMostModules).has_value());
  CHECK_FALSE(make_qr_code(std::string(2954, 'a'), kMostModules).has_value());
  CHECK_FALSE(make_qr_code(std::string(1'000'000, 'a'), kMostModules).has_value());
  CHECK_FALSE(make_qr_code("https://example.org/", 0).has_value());
}

}  // namespace
}  // namespace garland
