#include <doctest/doctest.h>

#include "readers/plain_text/support.h"

using namespace garland;
using namespace garland::test;

namespace {

std::string article() {
  return "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n" +
         std::string(kBody) + "\n\n" + std::string(kMore) + "\n";
}

}  // namespace

TEST_CASE("what a site puts under an article is left out, with a reason") {
  struct Case {
    const char* name;
    const char* text;
  };
  const Case cases[] = {
      {"a log-in box", "You need to be logged in to comment\nLogin Sign up\n"},
      {"a share bar", "Share\nTweet\nPrint\nFacebook\n"},
      {"an orphan heading", "What to read next\n"},
      {"related links",
       "More from The Harbour Post\n\nA day on the quay\nTen ways to tie a knot\n"},
      {"a newsletter", "Subscribe to our newsletter\nEnter your email\nSubmit\n"},
      {"a cookie note", "We use cookies to make this page better.\nAccept all\n"},
      {"German", "Teilen\nDrucken\nNewsletter abonnieren\nImpressum\nDatenschutz\n"},
      {"French", "Partager sur Facebook\nS'abonner\nMentions légales\n"},
      {"Spanish", "Compartir\nArtículos relacionados\nAviso legal\n"},
      {"a copyright line", "© 2020 The Harbour Post. All rights reserved.\n"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const Document document = read(article() + "\n" + item.text);
    CHECK(paragraphs(document).size() == 4);
    CHECK(headings(document).empty());
    std::string text = item.text;
    while (!text.empty() && text.back() == '\n') text.pop_back();
    CHECK(dropped(document) == text + "\n");
    CHECK(has_inference(document, "dropped"));
  }
}

TEST_CASE("adverts between a site's own words are left out with them") {
  const Document document =
      read(article() +
           "\nYou need to be logged in to send messages\nLogin Sign up\nPlease log in to ask the "
           "harbour\nLogin Sign up\nShare on other sites\n\nA boat of your own is closer than you "
           "think, "
           "and our brokers are glad to show you around.\n\nWhat does a broker do?\n\nNo internet "
           "connection. Please refresh your page to try again.\n");
  CHECK(paragraphs(document).size() == 4);
  CHECK(dropped(document).find("A boat of your own") != std::string::npos);
}

TEST_CASE("credits and sources stay although they stand among leftovers") {
  for (const char* line : {"Originally posted here", "Source: The Harbour Post",
                           "First published in The Harbour Post", "Picture credit: Ada Quill"}) {
    CAPTURE(line);
    const Document document =
        read(article() + "\nWhat to read next\n\n" + line + "\n\nShare\nTweet\n");
    CHECK(words_of(document.blocks).find(line) != std::string::npos);
    CHECK(dropped(document).find(line) == std::string::npos);
    CHECK(dropped(document).find("Tweet") != std::string::npos);
  }
}

TEST_CASE("an article may be about what sites say") {
  const char* endings[] = {
      ("The harbour office put up a sign last year that began with the words of every page we "
       "open, "
       "namely that we use cookies, and beside it stood a plate of biscuits for whoever laughed."),
      "In the end she asked us all to share.",
      "Home\n\nIt was the last word that he said to me, and he said it to the dog as well, twice.",
  };
  for (const char* ending : endings) {
    CAPTURE(ending);
    const Document document = read(article() + "\n" + ending + "\n");
    CHECK(all<Dropped>(document).empty());
  }
}

TEST_CASE("a menu above the article is left out and the title found under it") {
  const Document document = read(
      "The Harbour Post\n\nMenu\nHome\nNews\nBoats\nSearch\nLog in\n\nThe Green Lighthouse\n\n"
      "By Ada Quill\n\n3 March 2021\n\n" +
      std::string(kBody) + "\n\n" + std::string(kMore));
  CHECK(plain_text(document.metadata.title.value) == "The Green Lighthouse");
  REQUIRE(document.metadata.contributors.value.size() == 1);
  CHECK(document.metadata.contributors.value[0].name == "Ada Quill");
  CHECK(document.metadata.date.value.iso() == "2021-03-03");
  CHECK(paragraphs(document).size() == 2);
  CHECK(dropped(document).find("The Harbour Post") == 0);
}

TEST_CASE("keep brings leftovers back") {
  const std::string text = article() + "\nShare\nTweet\nLog in to comment\n";
  ReaderOptions keep_all;
  keep_all.keep_all = true;
  ReaderOptions keep_boilerplate;
  keep_boilerplate.keep_boilerplate = true;
  for (const ReaderOptions& options : {keep_all, keep_boilerplate}) {
    const Document document = read(text, options);
    CHECK(all<Dropped>(document).empty());
    CHECK(words_of(document.blocks).find("Log in to comment") != std::string::npos);
  }
}

TEST_CASE("paragraphs that only have a site's words in them stay") {
  struct Case {
    const char* name;
    const char* text;
  };
  const Case cases[] = {
      {"first person", "I read a cookie policy aloud to the cat. It fell asleep."},
      {"quoted",
       "We use cookies, said the sign above the oven, and they are warm. The baker laughed."},
      {"in the imperative",
       "Subscribe to our newsletter! Nobody on the quay has ever said please."},
      {"instructions", "Log in to the harbour's machine. Turn the second wheel to the left."},
      {"German", "Sie müssen angemeldet sein, sagte der Wirt. Dann schloss er die Tür."},
  };
  for (const Case& item : cases) {
    CAPTURE(item.name);
    const std::string text = "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + item.text +
                             "\n\n" + std::string(kMore) + "\n\nShare\nTweet\nPrint\n" +
                             "Subscribe to our newsletter\n";
    const Document document = read(text);
    CHECK(paragraphs(document) ==
          std::vector<std::string>{std::string(kBody), item.text, std::string(kMore)});
    CHECK(dropped(document) == "Share\nTweet\nPrint\nSubscribe to our newsletter\n");
  }
}

TEST_CASE("an article about a site's words begins and goes on with such paragraphs") {
  const std::string text =
      "The Box\nby Ada Roe\n\n"
      "A grey box asks me whether I accept cookies. I have pressed it four thousand times.\n\n"
      "The cat walks over the privacy policy every morning. It has left no comment so far.\n\n"
      "Sign in to nothing, my mother said, that has no door. She had three doors and no key.\n\n" +
      std::string(kBody) + "\n";
  const Document document = read(text);
  CHECK(paragraphs(document).size() == 4);
  CHECK(dropped(document).empty());
}

TEST_CASE("a box of a site's sentences is left out of an article's middle") {
  const std::string text =
      "The Green Lighthouse\n\n" + std::string(kBody) +
      "\n\nOur newsletter\n\nSign up for our letter from the quay. It is free.\n\nEnter your "
      "email\nSubmit\n\n" +
      std::string(kMore) + "\n\n" + std::string(kBody) + "\n";
  CHECK(paragraphs(read(text)).size() == 3);
}

TEST_CASE("sentences between lines of promotion stay, and the lines go") {
  const std::string text = "The Old Pier\n\n" + std::string(kBody) +
                           "\n\nSign up to our daily newsletter\n\n\"We had no choice,\" said the "
                           "harbour master.\n\nGet the latest news straight to your inbox\n\n"
                           "\"They had two,\" said his aunt.\n\nFollow us on Facebook\n";
  const Document document = read(text);
  CHECK(paragraphs(document) ==
        std::vector<std::string>{std::string(kBody),
                                 "\"We had no choice,\" said the harbour master.",
                                 "\"They had two,\" said his aunt."});
  CHECK(dropped(document) ==
        "Sign up to our daily newsletter\nGet the latest news straight to your inbox\n"
        "Follow us on Facebook\n");
}

TEST_CASE("a copyright line has a sign with a year or a name") {
  const auto drops = [](const std::string& line) {
    return dropped(read(article() + "\n" + line + "\n")) == line + "\n";
  };
  for (const std::string line : {"© 2020 The Harbour Post", "Copyright 2018 Ada Roe", "© Ada Roe",
                                 "Content © Harbour Press", "All text (c) 2011 Ada Roe"}) {
    CAPTURE(line);
    CHECK(drops(line));
  }
  for (const char* line :
       {"See rule 2(c) above.", "© is the sign that no keyboard had.",
        "We typed (c) 1984 under every list.", "Copyright is a long word for a short fence."}) {
    CAPTURE(line);
    CHECK_FALSE(drops(line));
  }
}

TEST_CASE("a warning tells where most of the running text is left out") {
  const auto warnings = [](const std::string& text, const ReaderOptions& options) {
    Diagnostics diagnostics("clip.txt", text);
    read_plain_text(text, "clip.txt", options, diagnostics);
    std::string codes;
    for (const Diagnostic& found : diagnostics.items()) codes += found.code + " " + found.help;
    return codes;
  };
  std::string comments = "\nComments (4)\n";
  for (int i = 0; i < 8; ++i) {
    comments += "\nBen Poe says:\n3 May 2019 at 10:00\n\n" + std::string(kMore) + "\n\nReply\n";
  }
  const std::string text = article() + comments;
  CHECK(warnings(text, {}).find("mostly-left-out") != std::string::npos);
  CHECK(warnings(text, {}).find("keep: all") != std::string::npos);
  ReaderOptions all;
  all.keep_all = true;
  CHECK(warnings(text, all).empty());
  CHECK(warnings(article() + "\nShare\nTweet\nPrint\n", {}).empty());
}

TEST_CASE("numbered items between their siblings stay, whatever their words") {
  const std::string text =
      "Rules of the Pier\n\n" + std::string(kBody) +
      "\n\n1. Name\nThe pier is called the Long Pier by all.\n\n2. Privacy policy\nNobody is to be "
      "watched while fishing from it.\n\n3. Contact us\nWrite to the warden at the harbour.\n\n"
      "4. Boats\nNo boat may lie here at night.\n";
  CHECK(dropped(read(text)).empty());
  const std::string steps = "How to Leave\n\n" + std::string(kBody) +
                            "\n\n1. Pack a bag with bread.\n2. Tell a friend.\n3. Log out.\n"
                            "4. Shut the door of the boathouse.\n\n" +
                            std::string(kMore) + "\n";
  CHECK(dropped(read(steps)).empty());
  const Document menu = read("1. Home\n2. About us\n3. Contact us\n\n" + article());
  CHECK(dropped(menu) == "1. Home\n2. About us\n3. Contact us\n");
}
