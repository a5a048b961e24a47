#include "readers/markdown/list_marks.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  const char* markdown;
  const char* list;  // the first line of the list's dump; empty: there is none
};

std::string first_list(const std::string& body) {
  const std::size_t at = body.find("list ordered");
  return at == std::string::npos ? "" : body.substr(at, body.find('\n', at) - at);
}

}  // namespace

TEST_CASE("lettered, Roman and unnumbered marks make ordered lists of their style") {
  const Case cases[] = {
      {"a. one\nb. two", "list ordered lower-alpha 1 tight"},
      {"c) one\n\nd) two", "list ordered lower-alpha 3 loose"},
      {"A.  one\nB.  two", "list ordered upper-alpha 1 tight"},
      {"A. one\nB. two\nC. three", "list ordered upper-alpha 1 tight"},
      {"(i) one\n(ii) two\n(iii) three\n(iv) four", "list ordered lower-roman 1 tight"},
      {"i. one\nii. two", "list ordered lower-roman 1 tight"},
      {"i. one\nj. two", "list ordered lower-alpha 9 tight"},
      {"iv. one\nv. two", "list ordered lower-roman 4 tight"},
      {"(viii) one\n(ix) two", "list ordered lower-roman 8 tight"},
      {"I.  one\nII. two", "list ordered upper-roman 1 tight"},
      {"(3) one\n(4) two", "list ordered decimal 3 tight"},
      {"#. one\n#. two", "list ordered decimal 1 tight"},
      {"(@) one", "list ordered decimal 1 tight"},
      {"(@a) one\n\nThen.\n\n(@b) two", "list ordered decimal 1 tight"},
      {"a. one\n   goes on\n\n   and on\n\nb. two", "list ordered lower-alpha 1 loose"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    const std::string body = markdown_body(entry.markdown);
    CHECK(first_list(body) == entry.list);
    CHECK(body.find("text \"one\"") != std::string::npos);
  }
  CHECK(markdown_body("(@a) one\n\nThen.\n\n(@b) two").find("list ordered decimal 2 tight") !=
        std::string::npos);
  CHECK(first_list(markdown_body("- outer\n    a. one\n    b. two")) ==
        "list ordered lower-alpha 1 tight");
}

TEST_CASE("a list that CommonMark ends goes on with its own number and style") {
  const std::string body = markdown_body("(1) one\n\n   a. in\n   b. in\n\n(2) two");
  CHECK(body.find("list ordered decimal 2 tight") != std::string::npos);
  CHECK(markdown_body("(i) one\n\n  - in\n\n(ii) two").find("list ordered lower-roman 2 tight") !=
        std::string::npos);
}

TEST_CASE("example lists count on beyond what their marks have room for") {
  std::string text;
  for (int i = 0; i < 130; ++i) text += "Words.\n\n(@) one\n\n";
  const std::string body = markdown_body(text);
  CHECK(body.find("(@)") == std::string::npos);
  for (const char* list : {"decimal 99 ", "decimal 100 ", "decimal 130 "}) {
    CAPTURE(std::string(list));
    CHECK(body.find(std::string("list ordered ") + list) != std::string::npos);
  }
}

TEST_CASE("an example is named by its number") {
  const std::string body =
      markdown_body("(@)  a\n(@two)  b\n\nAs (@two) shows, not (@x), `(@two)`.");
  CHECK(body.find("text \"As (2) shows, not (@x), \"") != std::string::npos);
  CHECK(body.find("code \"(@two)\"") != std::string::npos);
}

TEST_CASE("what looks like a fence but opens no code takes nothing from the lists behind it") {
  for (const char* before : {
           "    ````\n\n",
           "> ```\n> code\n\n",
           "> ```\n> code\n",
           "- ```\n  code\n  ```\n\n",
           "- item\n\n  ```\n  code\n\nText.\n\n",
           "1. item\n\n   ```\n   code\n\n",
           "text `` a\n\n``` a ` b\n\n",
           "<!-- ```\n\n -->\n\n",
       }) {
    CAPTURE(std::string(before));
    const std::string body =
        markdown_body(std::string(before) + "Sum \\(x^2\\).\n\n(a) one\n(b) two\n");
    CHECK(body.find("list ordered lower-alpha 1 tight") != std::string::npos);
    CHECK(body.find("\"x^2\"") != std::string::npos);
  }
}

TEST_CASE("lists and formulas in code and raw HTML stay as typed") {
  for (const char* text : {
           "- item\n\n  ```\n  (a) one\n  (b) \\(x^2\\)\n  ```\n",
           "(a) x\n\n    ```\n    (a) one\n\n    (b) \\(x^2\\)\n    ```\n(b) y\n",
           "> > ````\n> > ```\n> >\n> > (a) one\n> > (b) \\(x^2\\)\n> > ````\n",
           "<pre>\n\n(a) one\n(b) \\(x^2\\)\n</pre>\n",
           "-\t~~~\n\t(a) one\n\t(b) \\(x^2\\)\n\t~~~\n",
       }) {
    CAPTURE(std::string(text));
    const std::string body = markdown_body(text);
    CHECK(body.find("(a) one\\n") != std::string::npos);
    CHECK(body.find("(b) \\\\(x^2\\\\)") != std::string::npos);
  }
}

TEST_CASE("ordinary text and code are no lettered lists") {
  for (const char* text : {
           "B. Russell\nC. Wright",
           "a. alone",
           "a. one\nc. three",
           "It was plan\na. or plan\nb. but",
           "```\na. one\nb. two\n```",
           "    a. one\n    b. two",
           "I. The Sea\n\nText of it.\n\nII. The Land\n\nText.",
           "(see) this\n(and) that",
       }) {
    CAPTURE(std::string(text));
    ListStyles styles;
    ExampleNumbers examples;
    CHECK(with_numbered_lists(text, styles, examples) == text);
    CHECK(styles.empty());
  }
}
