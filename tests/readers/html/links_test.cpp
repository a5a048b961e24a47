// Where the links of a saved page lead.
#include <doctest/doctest.h>

#include <string>

#include "readers/html/redirects.h"
#include "readers/html/support.h"

using namespace garland;
using namespace garland::test;

TEST_CASE("a redirect's address gives the address that it carries") {
  struct Case {
    const char* address;
    const char* behind;
  };
  const Case cases[] = {
      {"https://www.example.com/url?q=https://a.org/b%3Fc%3D1&sa=U&ved=x", "https://a.org/b?c=1"},
      {"/redirect?to=http%3A%2F%2Fa.org%2Fb#top", "http://a.org/b"},
      {"//l.example.com/l.php?u=https%3A%2F%2Fa.org%2F&h=AT0", "https://a.org/"},
      {"https://eu1.safelinks.example.com/?url=https%3A%2F%2Fa.org&data=1", "https://a.org"},
      {"https://href.example.com/?https://a.org/x?y=1&z=2", "https://a.org/x?y=1&z=2"},
      {"https://example.com/link/?target=https%3A%2F%2Fa.org", "https://a.org"},
      // bytes that are no text
      {"https://www.example.com/url?q=https%3A%2F%2Fa.org%2F%FF", ""},
      // pages of their own
      {"https://validator.example.org/check?uri=https%3A%2F%2Fa.org", ""},
      {"https://web.example.org/save?url=https%3A%2F%2Fa.org", ""},
      {"https://example.com/share?u=https%3A%2F%2Fa.org", ""},
      {"https://example.com/url?q=salt", ""},
      {"https://example.com/url?q=javascript:alert(1)", ""},
      {"https://example.com/url?ref=https%3A%2F%2Fa.org", ""},
      {"mailto:link?to=https%3A%2F%2Fa.org", ""},
      {"https://a.org/", ""},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.address));
    CHECK(html::address_behind(entry.address) == entry.behind);
  }
}

TEST_CASE("links through redirects lead where these would, with one record of them all") {
  const Parted parted = part(page("<article>" + kProse +
                                  "<p><a href='https://b.org/url?q=https://a.org/1'>One</a> and <a "
                                  "href='/away.php?to=https://a.org/2'>two</a></p></article>"));
  CHECK(has(parted.kept, "link \"https://a.org/1\""));
  CHECK(has(parted.kept, "link \"https://a.org/2\""));
  std::string why;
  for (const Inference& inference : parted.document.inferences) {
    if (inference.what == "links") why += inference.why;
  }
  CHECK(has(why, "2 led through a redirect (the site itself, b.org)"));
}
