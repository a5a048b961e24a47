#include "book/description_additions.h"

#include <doctest/doctest.h>

using namespace garland;

namespace {

std::string with_new(const std::string& yaml) {
  return with_sources(
      yaml,
      {Value::make_map({{"file", Value::string("new.md")}, {"title", Value::string("New")}})});
}

}  // namespace

TEST_CASE("new sources go behind the contents and all else stays as it is written") {
  struct Case {
    std::string before, after;
  };
  const Case cases[] = {
      {"", "contents:\n  - file: new.md\n    title: New\n"},
      {"title: X  # mine\n", "title: X  # mine\ncontents:\n  - file: new.md\n    title: New\n"},
      {"# mine\ncontents:\n- a.md  # first\n\nstyle: x\n",
       "# mine\ncontents:\n- a.md  # first\n- file: new.md\n  title: New\n\nstyle: x\n"},
      {"contents:\n    - part: P\n      sources:\n        - a.md\n# end\neditors: [A]\n",
       "contents:\n    - part: P\n      sources:\n        - a.md\n    - file: new.md\n      title: "
       "New\n# end\neditors: [A]\n"},
      {"contents:\nstyle: x\n", "contents:\n  - file: new.md\n    title: New\nstyle: x\n"},
      {"contents: [a.md]\nstyle: x\n",
       "contents:\n  - a.md\n  - file: new.md\n    title: New\nstyle: x\n"},
  };
  for (const Case& c : cases) {
    INFO("before:\n", c.before);
    CHECK(with_new(c.before) == c.after);
  }
  CHECK(with_sources("title: X", {}) == "title: X");
}

TEST_CASE("a description with slips is as readable after an insertion as before") {
  struct Case {
    std::string before, after;
  };
  const std::string entry = "  - file: new.md\n    title: New\n";
  const Case cases[] = {
      {"title: A\ntitle: B\ncontents: [a.md]\n", "title: A\ncontents:\n  - a.md\n" + entry},
      {"title: A\ntitle: B\ncontents:\n  - a.md\n",
       "title: A\ntitle: B\ncontents:\n  - a.md\n" + entry},
      {"title: \"A\ncontents:\n  - a.md\n", "title: \"A\ncontents:\n  - a.md\n" + entry},
      {"title: A\n---\ntitle: B\n", "title: A\ncontents:\n" + entry},
  };
  for (const Case& c : cases) {
    INFO("before:\n", c.before);
    CHECK(with_new(c.before) == c.after);
  }
}
