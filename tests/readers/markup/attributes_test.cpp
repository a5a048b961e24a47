#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  const char* markdown;
  const char* body;
};

std::string dropped_of(const Document& document) {
  std::string words;
  for (const Block& block : document.blocks) {
    if (const auto* dropped = block.as<Dropped>()) words += dropped->text + "\n";
  }
  return words;
}

}  // namespace

TEST_CASE("a picture takes the attributes written behind it, and none of them is printed") {
  const Case cases[] = {
      {"x ![a](p.png){#id .class width=50%}",
       "paragraph\n  text \"x \"\n"
       "  image \"p.png\" alternative=\"a\" width=\"50%\" #id .class\n"},
      {"x ![a](p.png \"t\"){ width=3cm }",
       "paragraph\n  text \"x \"\n"
       "  image \"p.png\" title=\"t\" alternative=\"a\" width=\"85.0394pt\"\n"},
      {"x ![a](p.png){width=50%\nheight=3in}",
       "paragraph\n  text \"x \"\n"
       "  image \"p.png\" alternative=\"a\" width=\"50%\" height=\"3in\"\n"},
      {"x ![a](p.png){width=50%}{.b} y",
       "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"a\" width=\"50%\" .b\n"
       "  text \" y\"\n"},
      {"x ![a](p.png) {width=50%}",
       "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"a\" width=\"50%\"\n"},
      {"x ![a](p.png){alt=\"Better words\"}",
       "paragraph\n  text \"x \"\n  image \"p.png\" title=\"a\" alternative=\"Better words\"\n"},
      {"x ![a][r]\n\n[r]: p.png {width=30% .c}",
       "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"a\" width=\"30%\" .c\n"},
      {"x ![a][r]\n\n[r]: p.png 'It is' {width=\"30%\"}",
       "paragraph\n  text \"x \"\n"
       "  image \"p.png\" title=\"It is\" alternative=\"a\" width=\"30%\"\n"},
      {"x [a][r]\n\n[r]: http://x.y (t) {.c}",
       "paragraph\n  text \"x \"\n  link \"http://x.y\" title=\"t\" .c\n    text \"a\"\n"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    const Reading reading = read_as_markdown(entry.markdown);
    CHECK(body_of(reading.document) == entry.body);
    CHECK(dropped_of(reading.document) == "");
  }
}

TEST_CASE("a line that begins no definition keeps its words and gets no marks") {
  struct Kept {
    const char* markdown;
    const char* words;
  };
  const Kept cases[] = {
      {"Some words\n[x]: y.png {width=50%}", "[x]: y.png"},
      {"    [x]: y.png {width=50%}", "[x]: y.png {width=50%}"},
      {"- a\n\n      [x]: y.png  'It\\'s' {k='v'}", "[x]: y.png  'It\\\\'s' {k='v'}"},
      {"<pre>\n\n[x]: y.png {width=50%}\n</pre>", "[x]: y.png {width=50%}"},
      {"# H\n\n: w\n\n      [x]: y.png  {k=\"v\"}", "[x]: y.png  {k=\\\"v\\\"}"},
      {"[x]: y.png and more {width=50%}", "y.png and more"},
      {"[x]: y.png {width=50%}\n---|---", "[x]: y.png"},
      {"[x]: y.png \"a\" b\" {.c}", "\\\"a\\\" b\\\" {.c}"},
      {"B. [x]: y.png {.c}", "B. [x]: y.png"},
  };
  for (const Kept& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    const std::string body = markdown_body(entry.markdown);
    CHECK(body.find('\x04') == std::string::npos);
    CHECK(body.find("u{") == std::string::npos);
    CAPTURE(body);
    const bool has_words = body.find(entry.words) != std::string::npos;
    CHECK(has_words);
  }
}

TEST_CASE("definitions with attributes stand below one another, in quotations and in items") {
  for (const char* text :
       {"[z]: z.png {.a}\n[x]: y.png {width=50%}\n\n![][x]",
        "> ![][x]\n>\n\n> [x]: y.png {width=50%}", "1.  ![][x]\n\n    [x]: <y.png> {width=50%}",
        "[x]:  y.png   {width=50%}\n\n![][x]"}) {
    CAPTURE(std::string(text));
    const std::string body = markdown_body(text);
    CHECK(body.find("width=\"50%\"") != std::string::npos);
    CHECK(body.find("]:") == std::string::npos);
  }
}

TEST_CASE("what only looks like attributes stays in the text") {
  const char* texts[] = {"a set {b, c} of two", "in TeX \\emph{word}{.b} is",
                         "[r]: is no definition {as one can see}", "![a](p.png) {see below}"};
  for (const char* text : texts) {
    CAPTURE(std::string(text));
    CHECK(markdown_body(text).find('{') != std::string::npos);
  }
}

TEST_CASE("the width of an <img> is a share of the measure or a length in points") {
  const Case cases[] = {
      {"width=300", "225pt"},
      {"width=\"300px\"", "225pt"},
      {"width=\"62.5%\"", "62.5%"},
      {"width=\"140%\"", "100%"},
      {"width=9 style=\"float:left; Width: 2in\"", "144pt"},
      {"style=\"max-width:100%\"", ""},
      {"width=auto", ""},
      {"width=-3", ""},
      {"width=1e9", ""},
      {"width=\"calc(1px)\"", ""},
      {"width=99999999999999999999999999", "10000pt"},
  };
  for (const Case& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    const std::string body =
        html_body("<p>x <img src=p.png alt=a " + std::string(entry.markdown) + "></p>");
    const std::string width(entry.body);
    CHECK(body == "paragraph\n  text \"x \"\n  image \"p.png\" alternative=\"a\"" +
                      (width.empty() ? "" : " width=\"" + width + "\"") + "\n");
  }
}

TEST_CASE("an attribute that no book can show is left out by name") {
  const Reading reading = read_as_markdown(
      "x [a](http://x.y){.c mood=glad target=_blank} ![b](p.png){fit=snug}\n\n"
      "## H {#h tone=low}\n\n``` {.cpp startFrom=3}\nx\n```");
  CHECK(dropped_of(reading.document) == "mood=glad\nfit=snug\ntone=low\nstartFrom=3\n");
}

TEST_CASE("a callout takes its title from its attribute") {
  CHECK(
      markdown_body("::: {.callout-tip title=\"Mind the gap\"}\nText.\n:::").find("Mind the gap") !=
      std::string::npos);
}
