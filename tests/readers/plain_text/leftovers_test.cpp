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
