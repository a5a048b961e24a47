#include "epub/link_address.h"

#include <doctest/doctest.h>

#include <vector>

#include "epub/host_name.h"

using namespace garland;

TEST_CASE("an outside address is made fit to be followed, or refused") {
  struct Case {
    std::string_view url;
    std::optional<std::string> expected;
  };
  const std::vector<Case> cases = {
      {"https://example.org/a", "https://example.org/a"},
      {" HTTPS://example.org ", "https://example.org"},
      {"http://example.org/a b", "http://example.org/a%20b"},
      {"http://example.org/100%", "http://example.org/100%25"},
      {"http://example.org/%e2%80%93", "http://example.org/%e2%80%93"},
      {"http://example.org/a#b#c", "http://example.org/a#b%23c"},
      {"http://example.org/é", "http://example.org/%C3%A9"},
      {"http://example.org/\"<>\\^`{|}", "http://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D"},
      {"https://bücher.example:8080/", "https://xn--bcher-kva.example:8080/"},
      {"mailto:jane@example.org", "mailto:jane@example.org"},
      {"tel:+49 30 1", "tel:+49%2030%201"},
      {"https://u:p@a_b.example.org./", "https://u:p@a_b.example.org./"},
      {"https://127.0.0.1/", "https://127.0.0.1/"},
      {"https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"},
      {"http://", std::nullopt},
      {"http://a..example/", std::nullopt},
      {"http://-a.example/", std::nullopt},
      {"http://1.2.3/", std::nullopt},
      {"http://a.example:8x/", std::nullopt},
      {"http:///path", std::nullopt},
      {"http:example.org", std::nullopt},
      {"http://a b.example/", std::nullopt},
      {"javascript:alert(1)", std::nullopt},
      {"data:text/html,x", std::nullopt},
      {"file:///etc/passwd", std::nullopt},
      {"no scheme", std::nullopt},
      {"", std::nullopt},
  };
  for (const Case& test : cases) {
    CAPTURE(test.url);
    CHECK(link_address(test.url) == test.expected);
  }
}

TEST_CASE("labels of other scripts are encoded as RFC 3492 has it") {
  CHECK(punycode("bücher") == "bcher-kva");
  CHECK(punycode("他们为什么不说中文") == "ihqwcrb4cv8a8dqg056pqjye");
  CHECK(punycode("почемужеонинеговорятпорусски") == "b1abfaaepdrnnbgefbadotcwatmq2g4l");
  CHECK_FALSE(punycode(std::string(1000, 'x') + "é").has_value());
}

TEST_CASE("an address is read without what says nothing") {
  CHECK(readable_address("https://www.example.org/a/") == "example.org/a");
  CHECK(readable_address("lost.png") == "lost.png");
}
