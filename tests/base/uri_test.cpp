#include "base/uri.h"

#include <doctest/doctest.h>

#include <string>

#include "base/host_name.h"

using namespace garland;

namespace {

struct Case {
  std::string_view written, expected;
};

}  // namespace

TEST_CASE("a scheme begins with a letter and is known in any case") {
  const Case cases[] = {{"HTTPS://example.org", "https"},
                        {"mailto:a@b.org", "mailto"},
                        {"1:30.md", ""},
                        {":x", ""},
                        {"a b:c", ""},
                        {"essay.md", ""}};
  for (const Case& test : cases) {
    CAPTURE(test.written);
    CHECK(scheme_of(test.written) == test.expected);
  }
}

TEST_CASE("an address in ASCII has its host as DNS knows it and the rest percent-encoded") {
  const Case cases[] = {
      {"https://example.org/a", "https://example.org/a"},
      {"http://example.org/a b", "http://example.org/a%20b"},
      {"http://example.org/100%", "http://example.org/100%25"},
      {"http://example.org/%e2%80%93", "http://example.org/%e2%80%93"},
      {"http://example.org/a#b#c", "http://example.org/a#b%23c"},
      {"http://example.org/é?é#é", "http://example.org/%C3%A9?%C3%A9#%C3%A9"},
      {"http://example.org/\"<>\\^`{|}[]", "http://example.org/%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D"},
      {"https://bücher.example:8080/", "https://xn--bcher-kva.example:8080/"},
      {"https://u:p@a_b.example.org./", "https://u:p@a_b.example.org./"},
      {"https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"},
      {"tel:+49 30 1", "tel:+49%2030%201"},
      {"urn:isbn:9783161484100", "urn:isbn:9783161484100"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.written);
    CHECK(ascii_address(test.written) == test.expected);
  }
}

TEST_CASE("the authority of an address is a host that DNS may know, or nothing") {
  for (const char* good : {"example.org", "127.0.0.1", "[::1]:80", "u:p@a_b.example.org."}) {
    CAPTURE(good);
    CHECK(ascii_authority(good) == good);
  }
  for (const char* bad : {"", "a..example", "-a.example", "1.2.3", "a.example:8x", "a b.example",
                          "[::1", "[x]", "[javascript:1]"}) {
    CAPTURE(bad);
    CHECK_FALSE(ascii_authority(bad).has_value());
  }
}

TEST_CASE("percent escapes are decoded and stray percent signs stay") {
  CHECK(percent_decoded("a%20b%C3%A9%") == "a bé%");
  CHECK(percent_decoded("%zz%2") == "%zz%2");
  CHECK(percent_decoded(encode_path("100% a?b#c:d/é.md")) == "100% a?b#c:d/é.md");
  CHECK(encode_name("a b/é~") == "a%20b%2Fé~");
}

TEST_CASE("labels of other scripts are encoded as RFC 3492 has it") {
  CHECK(punycode("bücher") == "bcher-kva");
  CHECK(punycode("他们为什么不说中文") == "ihqwcrb4cv8a8dqg056pqjye");
  CHECK(punycode("почемужеонинеговорятпорусски") == "b1abfaaepdrnnbgefbadotcwatmq2g4l");
  CHECK_FALSE(punycode(std::string(1000, 'x') + "é").has_value());
}
