#include "readers/markdown/drawn_tables.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  const char* drawn;
  const char* written;  // without the blank lines that fill the place
};

std::string without_last_blanks(std::string text) {
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("drawn tables become GitHub's, line for line") {
  const Case cases[] = {
      {"+-----+------+\n| a   | b    |\n+=====+:====:+\n| one | two  |\n|     | more |\n"
       "+-----+------+\n| x   | - y  |\n|     | - z  |\n+-----+------+\n",
       "| a | b |\n| --- | :-: |\n| one | two more |\n| x | - y<br>- z |"},
      {"+---+---+\n| a | b |\n+---+---+\n", "|  |  |\n| --- | --- |\n| a | b |"},
      {"   Ebb  Flow     Slack\n------  ------  -------\n     1  two     three\n    23  é four  "
       "v\n",
       "| Ebb | Flow | Slack |\n| --: | :-- | :-: |\n| 1 | two | three |\n| 23 | é four | v |"},
      {"---  ----\na    b\nc    d\n---  ----\n", "|  |  |\n| --- | --- |\n| a | b |\n| c | d |"},
      {"-------------\nEbb   Flow\n----- -------\na     one\n      line\n\nb     "
       "two\n-------------\n",
       "| Ebb | Flow |\n| :-- | :-- |\n| a | one line |\n| b | two |"},
  };
  for (const Case& entry : cases) {
    const std::string drawn = entry.drawn;
    CAPTURE(drawn);
    const std::string written = with_pipe_tables(drawn);
    CHECK(without_last_blanks(written) == entry.written);
    CHECK(std::count(written.begin(), written.end(), '\n') ==
          std::count(drawn.begin(), drawn.end(), '\n'));
    CHECK(markdown_body(drawn + "\n: Caption").starts_with("table "));
  }
}

TEST_CASE("what is no drawn table stays as it is") {
  for (const char* text :
       {"--- ---\n--- ---\n--- ---\n", "Foo\n--- -\n", "Foo\n---\nBar\n", "---\n\nFoo\n\n---\n",
        "+---+\n| a\n", "- a\n---\n", "+---+\n| a | b |\n+---+\n",
        "```\n+---+\n| a |\n+---+\n```\n", "Some words here\n--- ---\n",
        "a word across\n--- --- ---\nabcdefgh ijk\n"}) {
    CAPTURE(std::string(text));
    CHECK(with_pipe_tables(text) == text);
  }
}

TEST_CASE("cells of drawn tables may reach over rows and columns") {
  CHECK(markdown_body("+-------------+----------+\n"
                      "| Property    | Earth é  |\n"
                      "+=======+=====+==========+\n"
                      "|       | min | -89 + 2  |\n"
                      "| Heat  +-----+----------+\n"
                      "| 1961  | max | 14       |\n"
                      "+-------+-----+----------+\n") ==
        "table default default default\n"
        "  head row\n    cell header columns=2\n      paragraph\n        text \"Property\"\n"
        "    cell header\n      paragraph\n        text \"Earth é\"\n"
        "  row\n    cell rows=2\n      paragraph\n        text \"Heat 1961\"\n"
        "    cell\n      paragraph\n        text \"min\"\n"
        "    cell\n      paragraph\n        text \"-89 + 2\"\n"
        "  row\n    cell\n      paragraph\n        text \"max\"\n"
        "    cell\n      paragraph\n        text \"14\"\n");
  CHECK(markdown_body("+--+\n| a |\n").starts_with("paragraph\n"));
}
