// What stands among the words for the program that a text was written in.
#include <doctest/doctest.h>

#include <string>

#include "readers/reading.h"

using namespace garland;
using namespace garland::test;

namespace {

const std::string kProperty = " because \"a property that the note's program keeps for itself\"\n";
const std::string kQuery = " because \"a query that only the note's program answers\"\n";
const std::string kComment = " because \"a comment of the author's\"\n";

struct ProgramCase {
  const char* markdown;
  std::string body;
};

}  // namespace

TEST_CASE("what a note's program keeps for itself is left out, and all else stays") {
  const ProgramCase cases[] = {
      {"- Task\n  SCHEDULED: <2024-01-03 Wed>\n  DEADLINE: <2024-01-05 Fri>",
       "list bullet tight\n  item\n    paragraph\n      text \"Task\"\n"
       "    dropped \"SCHEDULED: <2024-01-03 Wed>\"" +
           kProperty + "    dropped \"DEADLINE: <2024-01-05 Fri>\"" + kProperty},
      {"- Task\n  :LOGBOOK:\n  CLOCK: [a]\n  :END:\n  more",
       "list bullet tight\n  item\n    paragraph\n      text \"Task\"\n      soft break\n"
       "      text \"more\"\n    dropped \":LOGBOOK:\"" +
           kProperty + "    dropped \"CLOCK: [a]\"" + kProperty + "    dropped \":END:\"" +
           kProperty},
      {"--8<-- \"words.md\"",
       "dropped \"--8<-- \\\"words.md\\\"\" because \"a file that only its site puts "
       "in\"\n"},
      {"SCHEDULED: for Wednesday", "paragraph\n  text \"SCHEDULED: for Wednesday\"\n"},
      {"```dataview\nTABLE rating\n```", "dropped \"TABLE rating\\n\"" + kQuery},
      {"It is `= this.file.name` here.",
       "paragraph\n  text \"It is here.\"\ndropped \"= this.file.name\"" + kQuery},
      {"`= 5`", "paragraph\n  code \"= 5\"\n"},
  };
  for (const ProgramCase& entry : cases) {
    CAPTURE(std::string(entry.markdown));
    std::string body = markdown_body(entry.markdown);
    CHECK(body == entry.body);
  }
}

TEST_CASE("properties that a note's program keeps for itself are left out") {
  CHECK(markdown_body("- First\n  id:: 64f0c9a2\n  collapsed:: true\n- Its id:: is here") ==
        "list bullet tight\n  item\n    paragraph\n      text \"First\"\n"
        "    dropped \"id:: 64f0c9a2\" because \"a property that the note's program keeps for "
        "itself\"\n"
        "    dropped \"collapsed:: true\" because \"a property that the note's program keeps for "
        "itself\"\n"
        "  item\n    paragraph\n      text \"Its id:: is here\"\n");
}

TEST_CASE("the fields of a note are words") {
  const MarkdownCase cases[] = {
      {"rating:: 5\nlength:: 3",
       "paragraph\n  text \"rating: 5\"\n  soft break\n  text \"length: 3\"\n"},
      {"By [author:: Jo] (due date:: 2024).",
       "paragraph\n  text \"By [author: Jo] (due date: 2024).\"\n"},
      {"Its id:: is here, std::string too.",
       "paragraph\n  text \"Its id:: is here, std::string too.\"\n"},
      {"`a:: b`", "paragraph\n  code \"a:: b\"\n"},
      {"(x :: Int)", "paragraph\n  text \"(x :: Int)\"\n"},
  };
  check_bodies(cases);
}

TEST_CASE("lines with a percent sign are comments where the text is MyST's") {
  const std::string myst = "\n\n```{note}\nN\n```";
  const std::string body = markdown_body("% hidden\nWords 5 % more.\n\n+++\n\n% gone" + myst);
  CHECK(body == "paragraph\n  text \"Words 5 % more.\"\ndropped \"% hidden\"" + kComment +
                    "dropped \"+++\" because \"a break between the cells of a notebook\"\n"
                    "dropped \"% gone\"" +
                    kComment + "callout note\n  paragraph\n    text \"N\"\n");
  CHECK(markdown_body("a\n\n% of the people") ==
        "paragraph\n  text \"a\"\nparagraph\n  text \"% of the people\"\n");
}

TEST_CASE("a break between cells takes no words with it") {
  CHECK(markdown_body("(tides)=\n# T\n\n+++ {\"a\": 1}\nThe tide.")
            .find("paragraph\n  text \"The tide.\"\n") != std::string::npos);
  CHECK(markdown_body("(a+b)=\n\n% of the people") ==
        "paragraph\n  text \"(a+b)=\"\nparagraph\n  text \"% of the people\"\n");
}

TEST_CASE("keys to press are keys, and what others mean by the signs is not") {
  const MarkdownCase cases[] = {
      {"Press ++ctrl+alt+del++.",
       "paragraph\n  text \"Press \"\n  code \"ctrl\" .kbd\n  text \"+\"\n  code \"alt\" .kbd\n"
       "  text \"+\"\n  code \"del\" .kbd\n  text \".\"\n"},
      {"++enter++ ++f12++ ++\"My key\"++",
       "paragraph\n  code \"enter\" .kbd\n  text \" \"\n  code \"f12\" .kbd\n  text \" \"\n"
       "  code \"My key\" .kbd\n"},
      {"C++ and i++ or a++b++c, ++new++ ++ +++x+++",
       "paragraph\n  text \"C++ and i++ or a++b++c, ++new++ ++ +++x+++\"\n"},
      {"{++tab++} {++a+b++}", "paragraph\n  text \"tab a+b\"\n"},
      {"`++ctrl+c++`", "paragraph\n  code \"++ctrl+c++\"\n"},
  };
  check_bodies(cases);
}
