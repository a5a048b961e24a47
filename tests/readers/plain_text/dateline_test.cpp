// Who wrote a clip and when, from the lines around it.
#include <doctest/doctest.h>

#include <string>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

struct Case {
  std::string name;
  std::string text;
  std::string author;
  std::string date;
};

void check(const Case& item) {
  CAPTURE(item.name);
  const Document document = read(item.text);
  const auto& people = document.metadata.contributors.value;
  CHECK((people.empty() ? std::string() : people.front().name) == item.author);
  CHECK((document.metadata.date.is_set() ? document.metadata.date.value.iso() : std::string()) ==
        item.date);
}

const std::string& text() {
  static const std::string kText = std::string(kBody) + "\n\n" + std::string(kMore) + "\n";
  return kText;
}
std::string with_head(const std::string& lines) {
  return "The Green Lighthouse\n\n" + lines + "\n\n" + text();
}
std::string with_foot(const std::string& lines) {
  return "The Green Lighthouse\n\n" + text() + "\n" + lines + "\n";
}

}  // namespace

TEST_CASE("the lines below a title tell author and date") {
  const Case cases[] = {
      {"on one line", with_head("3 May 2021 by Ada Quill"), "Ada Quill", "2021-05-03"},
      {"on two lines", with_head("31 Donnerstag Okt 2019\n\nPosted by AQ in Essays"), "AQ",
       "2019-10-31"},
      {"name and date apart", with_head("Ada Quill\n\nDecember 18, 2020"), "Ada Quill",
       "2020-12-18"},
      {"a name with a button, above the date",
       with_head("Ada Quill · Follow\n3 min read · May 18, 2021"), "Ada Quill", "2021-05-18"},
      {"the word before a name in a line of its own",
       with_head("14 March 2023\nby\nAda Quill\nin\nBoats"), "Ada Quill", "2023-03-14"},
      {"a user's name between bars", with_head("26 May, 2008 | aquill | 34 comments"), "aquill",
       "2008-05-26"},
      {"published and changed", with_head("Posted on 3 May 2021\n\nLast updated on 9 June 2022"),
       "", "2021-05-03"},
      {"a change alone", with_head("Last updated on 9 June 2022"), "", "2022-06-09"},
  };
  for (const Case& item : cases) check(item);
}

TEST_CASE("the foot of an article tells author and date") {
  const Case cases[] = {
      {"posted", with_foot("Posted on Tuesday 4 May 2021 at 09:11 by Ada Quill."), "Ada Quill",
       "2021-05-04"},
      {"German", with_foot("Dieser Beitrag wurde am 4. Mai 2021 von aq in Boote veröffentlicht."),
       "aq", "2021-05-04"},
      {"saved by a user", with_foot("Gespeichert von ada am 24. Juli 2017 - 18:55"), "ada",
       "2017-07-24"},
      {"a box of the author", with_foot("17.11.19\n\nAda Quill Autor"), "Ada Quill", "2019-11-17"},
  };
  for (const Case& item : cases) check(item);
}

TEST_CASE("dates of comments and of other articles are not the article's") {
  const Case cases[] = {
      {"comments",
       with_foot("2 comments\n\nAda Quill says:\n3 May 2021 at 10:12\nIt was never "
                 "green.\nReply\n\nBen Poe says:\n4 May 2021 at 8:30\nIt was, once.\nReply"),
       "", ""},
      {"other articles",
       with_foot(
           "Recent posts\n\nThe old pier 3 May 2021\nThe new pier 4 May 2021\nThe last pier 9 "
           "May 2021"),
       "", ""},
      {"a date in the text",
       "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n3 May 2021\n\n" + text(), "", ""},
  };
  for (const Case& item : cases) check(item);
}
