#include "book/callouts.h"

#include <doctest/doctest.h>

#include <vector>

#include "support/tree.h"

using namespace garland;

TEST_CASE("a callout without a title is headed by the word for its kind") {
  struct Case {
    const char* kind;
    const char* language;
    const char* expected;
  };
  const std::vector<Case> cases = {{"note", "en", "Note"},
                                   {"warning", "de", "Warnung"},
                                   {"tip", "fr", "Conseil"},
                                   {"hint", "en", "Tip"},
                                   {"important", "nl", "Belangrijk"},
                                   {"caution", "en", "Caution"},
                                   {"see-also", "en", "See also"},
                                   {"info", "es", "Información"},
                                   {"details", "en", ""},
                                   {"aside", "en", ""},
                                   {"", "en", ""}};
  for (const Case& test : cases) {
    CAPTURE(test.kind);
    Callout callout;
    callout.kind = test.kind;
    CHECK(plain_text(callout_title(callout, Words(test.language))) == test.expected);
  }
}

TEST_CASE("a callout's own title stands") {
  Callout callout;
  callout.kind = "warning";
  callout.title = tree::inlines("Mind the tide");
  CHECK(plain_text(callout_title(callout, Words("en"))) == "Mind the tide");
}
