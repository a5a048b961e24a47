#include "book/source_line.h"

#include <doctest/doctest.h>

#include <vector>

using namespace garland;

namespace {

std::string words_of(const SourceLine& line) {
  if (line.place.empty()) return line.date;
  return line.lead + " " + line.place + (line.date.empty() ? "" : ", " + line.date);
}

}  // namespace

TEST_CASE("a source line says the publication, else the site, and the date") {
  struct Case {
    const char* publication;
    const char* url;
    Date date;
    const char* expected;
    const char* address;
  };
  const Date spring{2025, 3, 19, "2025-03-19"};
  const std::vector<Case> cases = {
      {"The Tidal Review", "https://example.org/a", spring,
       "Originally published in The Tidal Review, 19 March 2025", "https://example.org/a"},
      {"", "https://www.Example.org:8080/a?b", spring,
       "Originally published at example.org, 19 March 2025", "https://www.Example.org:8080/a?b"},
      {"",
       "https://example.org/a",
       {},
       "Originally published at example.org",
       "https://example.org/a"},
      {"The Tidal Review", "", {}, "Originally published in The Tidal Review", ""},
      {"", "", spring, "19 March 2025", ""},
      {"", "javascript:alert(1)", spring, "19 March 2025", ""},
      {"", "mailto:jane@example.org", {}, "", "mailto:jane@example.org"},
      {"", "", {}, "", ""}};
  for (const Case& test : cases) {
    CAPTURE(test.expected);
    Metadata metadata;
    metadata.publication.value = test.publication;
    metadata.url.value = test.url;
    metadata.date.value = test.date;
    const SourceLine line = source_line(metadata, Words("en"));
    CHECK(words_of(line) == test.expected);
    CHECK(line.address == test.address);
    CHECK(line.empty() == words_of(line).empty());
  }
}

TEST_CASE("a site is the host of an address, as people say it") {
  CHECK(site_of("https://jane:secret@www.example.org:80/a") == "example.org");
  CHECK(site_of("http://[2001:db8::1]:80/a") == "[2001:db8::1]");
  CHECK(site_of("tel:123") == "");
  CHECK(site_of("not an address") == "");
}
