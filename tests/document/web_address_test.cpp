#include "document/web_address.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("an address is of the kind that browsers take it for") {
  struct Case {
    std::string_view address;
    AddressKind kind;
  };
  const Case cases[] = {
      {"https://example.org", AddressKind::Web},
      {"HTTP://example.org", AddressKind::Web},
      {"httpd-notes.html", AddressKind::Relative},
      {"//example.org/a:b", AddressKind::Relative},
      {"a/b:c", AddressKind::Relative},
      {"", AddressKind::Relative},
      {"ftp://example.org", AddressKind::Transfer},
      {"mailto:jo@example.org", AddressKind::Name},
      {"javascript:alert(1)", AddressKind::Program},
      {"java\tscript:alert(1)", AddressKind::Program},
      {" \x01JavaScript\n:alert(1)", AddressKind::Program},
      {"data:text/html,x", AddressKind::Program},
      {"file:///etc/passwd", AddressKind::Local},
      {"steam:run", AddressKind::Other},
  };
  for (const Case& c : cases) {
    CAPTURE(c.address);
    CHECK(address_kind(c.address) == c.kind);
  }
}

TEST_CASE("programs and local files are left out of HTML, pictures as data are not") {
  for (const std::string_view address :
       {"javascript:x", "java\tscript:x", "vbscript:x", "file:///a", "data:text/html,x"}) {
    CAPTURE(address);
    CHECK(runs_programs(address));
  }
  for (const std::string_view address : {"data:image/png;base64,xx", "https://a.org", "a.html"}) {
    CAPTURE(address);
    CHECK(!runs_programs(address));
  }
}
