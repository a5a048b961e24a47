#include "book/addresses.h"

#include <doctest/doctest.h>

#include <string>

#include "book/data_address.h"
#include "book/licences.h"

using namespace garland;

TEST_CASE("an address is safe to follow or empty") {
  struct Case {
    std::string written, expected;
  };
  const Case cases[] = {
      {"https://example.org/a?b=c#d", "https://example.org/a?b=c#d"},
      {" HTTP://example.org ", "http://example.org"},
      {"https://example.org/a b\"<c>", "https://example.org/a%20b%22%3Cc%3E"},
      {"https://example.org/100%", "https://example.org/100%25"},
      {"https://example.org/%C3%A9", "https://example.org/%C3%A9"},
      {"https://user@example.org:8080/", "https://user@example.org:8080/"},
      {"https://exámple.org/é", "https://exámple.org/é"},
      {"https://[::1]/x", "https://[::1]/x"},
      {"mailto:a@b.org", "mailto:a@b.org"},
      {"doi:10.1000/182", "https://doi.org/10.1000/182"},
      {"doi:10.1000/<1>", "https://doi.org/10.1000/%3C1%3E"},
      {"urn:isbn:9783161484100", "urn:isbn:9783161484100"},
      {"isbn:9783161484100", "urn:isbn:9783161484100"},
      {"tel:+49-30-1", "tel:+49-30-1"},
      {"ftp://example.org/a", "ftp://example.org/a"},
      {"urn:x", ""},
      {"doi:", ""},
      {"gopher://example.org", ""},
      {"https://a..example/", ""},
      {"https://1.2.3/", ""},
      {"https://", ""},
      {"https:/x", ""},
      {"https:example.org", ""},
      {"https://exa mple.org", ""},
      {"https://?q", ""},
      {"mailto:", ""},
      {"javascript:alert(1)", ""},
      {"JavaScript:alert(1)", ""},
      {"data:text/html,x", ""},
      {"file:///etc/passwd", ""},
      {"vbscript:x", ""},
      {"example.org", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    INFO("address: ", c.written);
    CHECK(safe_address(c.written) == c.expected);
  }
}

TEST_CASE("a reference of a page becomes an absolute address") {
  const std::string base = "https://example.org/a/b.html?q#f";
  CHECK(absolute_address(base, "/about") == "https://example.org/about");
  CHECK(absolute_address(base, "c.html#x") == "https://example.org/a/c.html#x");
  CHECK(absolute_address(base, "../../d/./e/") == "https://example.org/d/e/");
  CHECK(absolute_address(base, "//other.org/a") == "https://other.org/a");
  CHECK(absolute_address("https://example.org", "x") == "https://example.org/x");
  CHECK(absolute_address(base, "?page=2") == "https://example.org/a/b.html?page=2");
  CHECK(absolute_address("essay.md", "/x") == "");
}

TEST_CASE("an address is read without what says nothing") {
  CHECK(readable_address("https://www.example.org/a/") == "example.org/a");
  CHECK(readable_address("lost.png") == "lost.png");
}

TEST_CASE("data addresses give their bytes or say why not") {
  CHECK(decode_data_address("data:text/plain;base64,SGk=").value() == "Hi");
  CHECK(decode_data_address("data:,a%20b").value() == "a b");
  CHECK_FALSE(decode_data_address("data:image/png;base64").ok());
  CHECK_FALSE(decode_data_address("data:;base64,$$$").ok());
}

TEST_CASE("licences have one name and the address where they can be read") {
  struct Case {
    std::string written, name, address;
  };
  const Case cases[] = {
      {"CC BY 4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
      {"cc-by-sa-3.0", "CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"},
      {"https://creativecommons.org/licenses/by-nc-nd/2.5/deed.de", "CC BY-NC-ND 2.5",
       "https://creativecommons.org/licenses/by-nc-nd/2.5/"},
      {"CC0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
      {"CC BY", "CC BY", ""},
      {"CC MAGIC 9.0", "CC MAGIC 9.0", ""},
      {"All rights reserved", "All rights reserved", ""},
      {"https://example.org/l", "https://example.org/l", "https://example.org/l"},
  };
  for (const Case& c : cases) {
    INFO("licence: ", c.written);
    CHECK(licence_from(c.written).name == c.name);
    CHECK(licence_from(c.written).address == c.address);
  }
}
