// The words of pages, and the small words of languages.
#include "readers/words/page_words.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/words/function_words.h"

using namespace garland;

TEST_CASE("words are looked up without case, punctuation and typographic apostrophes") {
  CHECK(lookup_words("E-Mail  *") == "e mail");
  CHECK(lookup_words("S’abonner »") == "s'abonner");
  CHECK(lookup_words("ÄHNLICHE Beiträge:") == "ähnliche beiträge");
  CHECK(lookup_words(std::string(kLongestPhraseText + 1, 'a')).empty());
}

TEST_CASE("a phrase is known behind figures, and only with all of its words") {
  CHECK(names_references("2. References:"));
  CHECK(names_references("2References"));
  CHECK(names_references("1. 2 Works cited"));
  CHECK_FALSE(names_references("2. Works"));
  CHECK_FALSE(names_references("Works of the bay"));
  CHECK(site_words("42log in to comment") == SiteWords::None);
}

TEST_CASE("a site's words are known in many languages, where words begin and end") {
  struct Case {
    std::string text;
    SiteWords words;
  };
  const Case cases[] = {
      {"Log in to comment", SiteWords::Strong},
      {"Blog in to the sea", SiteWords::None},
      {"Share", SiteWords::Weak},
      {"Previous Next", SiteWords::Weak},
      {"34 comments", SiteWords::Weak},
      {"Kommentare 34", SiteWords::Weak},
      {"Lesezeit: 3 Minuten", SiteWords::Weak},
      {"Deine E-Mail-Adresse wird nicht veröffentlicht.", SiteWords::Strong},
      {"Votre adresse e-mail ne sera pas publiée", SiteWords::Strong},
      {"Tu dirección de correo electrónico no será publicada.", SiteWords::Strong},
      {"Il tuo indirizzo email non sarà pubblicato.", SiteWords::Strong},
      {"O seu endereço de e-mail não será publicado.", SiteWords::Strong},
      {"Je e-mailadres wordt niet gepubliceerd.", SiteWords::Strong},
      {"Twój adres e-mail nie zostanie opublikowany.", SiteWords::Strong},
      {"Ваш адрес email не будет опубликован.", SiteWords::Strong},
      {"メールアドレスが公開されることはありません。", SiteWords::Strong},
      {"The harbour", SiteWords::None},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    CHECK(site_words(item.text) == item.words);
  }
}

TEST_CASE("fields of forms, heads of comments and reply buttons are known") {
  for (const char* text : {"Name *", "E-Mail (erforderlich)", "Website", "Nom *", "Imię *"}) {
    CAPTURE(text);
    CHECK(labels_form_field(text));
  }
  CHECK_FALSE(labels_form_field("The name of the boat"));
  for (const char* text :
       {"Ada says:", "Ada sagt:", "Ada wrote on 3 May 2021 at 10:12:", "Ada a dit :"}) {
    CAPTURE(text);
    CHECK(heads_comment(text));
  }
  CHECK_FALSE(heads_comment("Nobody says who painted the lighthouse green"));
  CHECK(is_reply_button("Antworten"));
  CHECK_FALSE(is_reply_button("Antworten auf viele Fragen"));
}

TEST_CASE("small words tell running text and its language") {
  struct Case {
    std::string text;
    std::string language;
  };
  const Case cases[] = {
      {"The ferry crosses the sound twice a day and it is never late", "en"},
      {"Die Fähre kommt zweimal am Tag und der Hund wartet auf sie", "de"},
      {"Le bac traverse deux fois par jour et il n'y a personne sur le pont", "fr"},
      {"Lautta kulkee kaksi kertaa päivässä ja se on aina myöhässä mutta ei koskaan", "fi"},
      {"Паром ходит два раза в день и на палубе только собака но она не лает", "ru"},
      {"Boats Harbours Ropes Knots", ""},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const FunctionWords found = ShortText(item.text).function_words;
    CHECK(found.language() == item.language);
    CHECK((found.share() > 0.12) == !item.language.empty());
  }
}
