#include <doctest/doctest.h>

#include <string>

#include "readers/plain_text/support.h"
#include "readers/reader.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string message(std::string_view head) {
  return std::string(head) +
         "\n\nBen Poe wrote:\n"
         "> I would like to drop the second whistle from the next ferry. Nobody\n"
         "> listens to it, and it costs us two seconds at every start.\n\n"
         "That is a fault of the ferry, and not of the whistle. See the thread of\n"
         "last March, where we decided otherwise.\n\nKind regards,\nAda\n";
}

std::string title(const Document& document) { return plain_text(document.metadata.title.value); }

}  // namespace

TEST_CASE("the head of a message tells title, author and date") {
  struct Case {
    std::string_view head;
    std::string_view title;
    std::string_view author;
    std::string_view date;
  };
  const Case cases[] = {
      {"From: Ada Quill <ada@example.org>\nTo: harbour@lists.example.org\n"
       "Date: Tue, 14 May 2019 09:12:44 +0200\nSubject: Re: [harbour] Drop the whistle?",
       "Drop the whistle?", "Ada Quill", "2019-05-14"},
      {"Von: \"Ada Quill\" <ada@example.org>\nGesendet: Dienstag, 14. Mai 2019 09:12\n"
       "An: Ben Poe\nBetreff: AW: Die zweite Pfeife",
       "Die zweite Pfeife", "Ada Quill", "2019-05-14"},
      {"From: ada@example.org (Ada Quill)\nNewsgroups: alt.ferries,\n  alt.dogs\n"
       "Subject: The second whistle",
       "The second whistle", "Ada Quill", ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.title);
    const Document document = read(message(item.head));
    CHECK(title(document) == item.title);
    REQUIRE(document.metadata.contributors.value.size() == 1);
    CHECK(document.metadata.contributors.value.front().name == item.author);
    CHECK((item.date.empty() || document.metadata.date.value.iso() == item.date));
    CHECK(words_of(document.blocks).find("Ben Poe wrote:") == 0);
    // Mail programs wrap lines; a greeting is no list.
    CHECK(words_of(document.blocks).find("thread of last March") != std::string::npos);
    CHECK(all<List>(document).empty());
  }
}

TEST_CASE("a message is plain text although its quotations look like Markdown's") {
  const std::string text =
      message("From: Ada Quill <ada@example.org>\nTo: Ben Poe\nSubject: The second whistle");
  Diagnostics diagnostics("post.txt", text);
  CHECK(read_source(text, "post.txt", {}, diagnostics).value().format == "plain text");
}

TEST_CASE("fields that are no message's head stay in the text") {
  const Document document = read("From: the harbour\nTo: the island\nPrice: twelve\n\n" +
                                 std::string(kBody) + "\n\n" + std::string(kMore) + "\n");
  CHECK(words_of(document.blocks).find("To: the island") != std::string::npos);
}

TEST_CASE("keeping all keeps the head of a message") {
  ReaderOptions options;
  options.keep_all = true;
  const Document document =
      read(message("From: Ada Quill <ada@example.org>\nTo: Ben Poe\nSubject: The second whistle"),
           options);
  CHECK(words_of(document.blocks).find("ada@example.org") != std::string::npos);
}

TEST_CASE("a manual page has its name for a title, and its running head is left out") {
  const Document document = read(
      "FERRY(1)                 User Commands                 FERRY(1)\n\n"
      "NAME\n       ferry - cross the sound\n\n"
      "SYNOPSIS\n       ferry [-n NUMBER] DESTINATION\n\n"
      "DESCRIPTION\n       ferry carries passengers and dogs from the pier at which it is run.\n\n"
      "Harbour 3.2                  May 2019                  FERRY(1)\n");
  CHECK(title(document) == "FERRY(1)");
  CHECK(dropped(document).find("May 2019") != std::string::npos);
  CHECK(headings(document) == std::vector<std::string>{"NAME", "SYNOPSIS", "DESCRIPTION"});
}

TEST_CASE("a book of Project Gutenberg is told by its head, and its licence left out") {
  const Document document = read(
      "The Project Gutenberg eBook of The Second Whistle\n\nTitle: The Second Whistle\n\n"
      "Author: Ada Quill\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE SECOND WHISTLE ***\n\n\n"
      "THE SECOND WHISTLE\n\nBY\n\nADA QUILL\n\n\nCHAPTER I\n\n" +
      std::string(kBody) +
      "\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE SECOND WHISTLE ***\n\nUpdated editions will "
      "replace the previous one.\n");
  CHECK(title(document) == "The Second Whistle");
  CHECK(document.metadata.contributors.value.front().name == "Ada Quill");
  CHECK(headings(document) == std::vector<std::string>{"CHAPTER I"});
  CHECK(dropped(document).find("Updated editions") != std::string::npos);
  CHECK(dropped(document).find("BY") != std::string::npos);
}

TEST_CASE("a message in a mailing list's archive is told from what the archive adds") {
  const std::string links =
      "Previous message (by thread): [harbour] Drop the whistle?\n"
      "Next message (by thread): [harbour] Drop the whistle?\n"
      "Messages sorted by: [ date ] [ thread ] [ subject ] [ author ]\n";
  const Document document =
      read(message("[harbour] Drop the whistle?\nAda Quill ada at example.org\n"
                   "Tue May 14 09:12:44 UTC 2019\n\n" +
                   links) +
           "> And the dog?\n\nIt stays.\n\n-------------- next part --------------\n"
           "A non-text attachment was scrubbed...\nName: whistle.png\n\n" +
           links + "More information about the harbour mailing list\n");
  CHECK(title(document) == "Drop the whistle?");
  REQUIRE(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.contributors.value.front().name == "Ada Quill");
  CHECK(document.metadata.date.value.iso() == "2019-05-14");
  const std::string words = words_of(document.blocks);
  CHECK(words.find("Ben Poe wrote:") == 0);
  CHECK(words.find("\nAnd the dog?") != std::string::npos);
  CHECK(words.find("It stays.") != std::string::npos);
  CHECK(words.find("thread") == words.find("thread of last March"));
  CHECK(dropped(document).find("whistle.png") != std::string::npos);
}

TEST_CASE("who prepared a book of Project Gutenberg is no heading") {
  const Document document = read(
      "The Project Gutenberg eBook of The Dog\n\nTitle: The Dog\n\nAuthor: Jane Roe\n\n"
      "*** START OF THE PROJECT GUTENBERG EBOOK THE DOG ***\n\n"
      "Produced by Ada Quill and Others\n\n" +
      std::string(kBody) + "\n\n" + std::string(kMore) + "\n");
  CHECK(headings(document).empty());
  CHECK(dropped(document).find("Ada Quill") != std::string::npos);
}

TEST_CASE("a text whose second line names an address is no archived message") {
  const Document document = read(
      "Find us\n\nJoin us at example.org\n\nOn 3 March 2024 we meet by the old harbour: all are "
      "welcome, as every year before.\n\n" +
      std::string(kBody) + "\n\nMore information about the ferry is at the quay.\n");
  const std::string words = words_of(document.blocks);
  CHECK(words.find("we meet by the old harbour") != std::string::npos);
  CHECK(words.find("More information about the ferry") != std::string::npos);
}

TEST_CASE("a message's own words that begin as an archive's links do stay") {
  const Document document =
      read(message("[harbour] Drop the whistle?\nAda Quill ada at example.org\n"
                   "Tue May 14 09:12:44 UTC 2019") +
           "\nMore information about the whistle, if you want any, is in\n"
           "the book. Next message in a bottle.\n\nNext message will be shorter.\n");
  const std::string words = words_of(document.blocks);
  CHECK(words.find("More information about the whistle") != std::string::npos);
  CHECK(words.find("Next message will be shorter") != std::string::npos);
}

TEST_CASE("a long paragraph is none of those who prepared a book of Project Gutenberg") {
  std::string text;
  for (int i = 0; i < 40; ++i) text += "Produced by the tide was line " + std::to_string(i) + "\n";
  const Document document = read(
      "The Project Gutenberg eBook of The Dog\n\nTitle: The Dog\n\n"
      "*** START OF THE PROJECT GUTENBERG EBOOK THE DOG ***\n\n" +
      text);
  CHECK(words_of(document.blocks).find("line 39") != std::string::npos);
}
