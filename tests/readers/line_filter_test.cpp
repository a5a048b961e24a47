#include "readers/line_filter.h"

#include <doctest/doctest.h>

#include <string>

using namespace garland;

namespace {

bool is_found(std::string_view expression, std::string_view text) {
  const Result<Pattern> pattern = Pattern::compile(expression);
  REQUIRE(pattern.ok());
  return pattern->is_found_in(text);
}

}  // namespace

TEST_CASE("an expression finds what it says") {
  struct Case {
    const char* expression;
    const char* text;
    bool is_found;
  };
  const Case cases[] = {
      {"boat", "the boats", true},
      {"^boat", "the boats", false},
      {"boats$", "the boats", true},
      {"boat$", "the boats", false},
      {"b.at", "a boat", true},
      {"bo*t", "a bt", true},
      {"bo+t", "a bt", false},
      {"boa?t", "a bot", true},
      {"(red|green) boat", "a green boat", true},
      {"(?:ab)+c", "xababc", true},
      {"[a-c]\\d", "b7", true},
      {"[^a-c]\\d", "b7", false},
      {"\\w+\\s\\w+", "zwei Wörter", true},
      {"^\\d+ comments?$", "34 comments", true},
      {"^$", "", true},
      {"^$", "x", false},
      {"ü.n", "grüßn", true},
      {"a\\.b", "a.b", true},
      {"a\\.b", "axb", false},
      {"()", "anything", true},
      {"[]x]", "]", true},
  };
  for (const Case& item : cases) {
    CAPTURE(item.expression);
    CAPTURE(item.text);
    CHECK(is_found(item.expression, item.text) == item.is_found);
  }
}

TEST_CASE("an expression that makes other machines slow is as quick as any") {
  const std::string text(20'000, 'a');
  CHECK_FALSE(is_found("(a*)*b", text));
  CHECK_FALSE(is_found("(a|a)*(a|aa)+b", text));
}

TEST_CASE("broken expressions are reported and the rest still holds") {
  for (const char* expression :
       {"/(/", "/)/", "/[/", "/*a/", "/a{2}/", "/(?=a)/", "/\\q/", "/[z-a]/"}) {
    CAPTURE(expression);
    Diagnostics diagnostics;
    const LineFilter filter({expression, "Share"}, diagnostics);
    CHECK(diagnostics.count(Severity::Warning) == 1);
    CHECK(filter.matches("  Share "));
    CHECK_FALSE(filter.matches("Share this"));
  }
}
