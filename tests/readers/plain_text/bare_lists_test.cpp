#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "readers/plain_text/support.h"

namespace garland {

using test::all;
using test::kBody;
using test::kMore;
using test::read;

namespace {

// The items of the only list; 0 when there is none.
std::size_t items_of(std::string_view middle) {
  const Document document =
      read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) + "\n\n" +
           std::string(middle) + "\n\n" + std::string(kBody) + "\n");
  const std::vector<const List*> lists = all<List>(document);
  return lists.size() == 1 ? lists.front()->items.size() : 0;
}

}  // namespace

TEST_CASE("lines right under each other are a list where blank lines part the paragraphs") {
  struct Case {
    std::string_view text;
    std::size_t items;
  };
  const Case cases[] = {
      {"Buy a return ticket at the harbour office.\nBring a towel for the dog.\n"
       "Wait for the second whistle on the pier.",
       3},
      {"Return tickets\nDogs on deck", 2},
      {"One looks after the dog:\n\nfeed it at noon\nlet it sleep on deck", 2},
      // The words that introduce them right above.
      {"On deck you need:\nA towel for the dog\nA ticket for the dog", 2},
      {"An Bord braucht man:\nEin Handtuch für den Hund\nEine Karte für den Hund", 2},
      {"甲板で必要なもの:\n犬のタオル\n犬の切符", 2},
      // As wide as wrapped lines, but for the one that is wider.
      {"The dog has a ticket of its own and a towel of its own\n"
       "We have a towel for each of the three dogs and some tickets\n"
       "a-dog-and-a-ferry is what we call the ticket office",
       3},
      // The cells of a table, one to a line.
      {"Order\nAction\n1\nFeed the dog\n2\nBlow the whistle\n3\nPaint the pier", 0},
      // An address.
      {"Jane Roe\n12 Harbour Street\n4711 Greenport", 0},
      // A heading right above its text.
      {"The dog\nIt sleeps on deck in all weathers and wakes up only for the second whistle.", 0},
      // Verse.
      {"The dog sleeps on the deck,\nthe whistle blows in vain,\nand over all the wreck\n"
       "there falls a quiet rain.",
       0},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    CHECK(items_of(item.text) == item.items);
  }
}

TEST_CASE("records whose labels come back are a list, however many blank lines the text has") {
  std::string text = "The Green Lighthouse\n\n" + std::string(kBody) + "\n";
  for (const char* name : {"Rope", "Lamp", "Dog", "Whistle"}) {
    text += "Name: " + std::string(name) + "\nPlace: the harbour office, on the upper floor.\n" +
            "Price: 12\n";
  }
  const Document document = read(text + "\n" + std::string(kMore) + "\n");
  const std::vector<const List*> lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(lists.front()->items.size() >= 12);
}

TEST_CASE("records are a list where blank lines part them, as terminal browsers set them") {
  std::string text = "The Green Lighthouse\n\n   " + std::string(kBody) + "\n\n";
  const std::string place = "     Ort: Hafenamt, oberes Stockwerk, neben der Treppe zum Deck\n";
  for (const char* name : {"Tau", "Lampe", "Hund"}) {
    text += "     Name: " + std::string(name) + "\n\n" + place + "\n     Preis: 12\n\n";
    if (std::string_view(name) == "Lampe") text += "     Farbe: grün\n\n";
  }
  const Document document = read(text + "   " + std::string(kMore) + "\n");
  const std::vector<const List*> lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(lists.front()->items.size() == 10);
}

TEST_CASE("a play is no list of records") {
  std::string text = "The Green Lighthouse\n\n" + std::string(kBody) + "\n\n";
  for (int i = 0; i < 4; ++i) {
    text += "Keeper: The dog is late.\n\nMate: It always was.\n\nDog: Not I!\n\n";
  }
  CHECK(all<List>(read(text + std::string(kMore) + "\n")).empty());
}

TEST_CASE("long lines right under each other are items where all paragraphs stand apart") {
  const std::string item = std::string(kBody) + " " + std::string(kMore);
  std::string text = "The Green Lighthouse\n\n";
  for (int i = 0; i < 6; ++i) text += item + "\n\n";
  const Document document = read(text + item + "\n" + item + "\n\n" + item + "\n");
  const std::vector<const List*> lists = all<List>(document);
  REQUIRE(lists.size() == 1);
  CHECK(lists.front()->items.size() == 2);
}

TEST_CASE("short lines of like length are no wrapped paragraph in a text that is not wrapped") {
  const std::string items =
      "a rather different beginning: whistle twice and wait\nin the left hand\n"
      "a second whistle in which the dog is woken up, as seen\nfrom there on as above";
  CHECK(items_of(items) == 4);
}

TEST_CASE("paragraphs one to a line are no list") {
  std::string text = "The Green Lighthouse\n\n";
  for (int i = 0; i < 6; ++i) text += std::string(kBody) + " " + std::string(kMore) + "\n";
  CHECK(all<List>(read(text)).empty());
}

TEST_CASE("lists without marks are parted by blank lines") {
  const Document document =
      read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) +
           "\n\nReturn tickets\nDogs on deck\n\nPrice: twelve\nTime: noon\n\n" +
           std::string(kBody) + "\n");
  CHECK(all<List>(document).size() == 2);
}

TEST_CASE("a sentence broken between two lines is no list, nor is the close of a letter") {
  const Document document =
      read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) +
           "\n\nI have been inside it. The bellows are sound, but mice have\n"
           "eaten the leather of the third stop.\n\nYours,\nSanna\n");
  CHECK(all<List>(document).empty());
  CHECK(
      test::paragraphs(document).at(2) ==
      "I have been inside it. The bellows are sound, but mice have eaten the leather of the third "
      "stop.");
}

TEST_CASE("a question right above its answer is a heading") {
  const Document document =
      read("The Green Lighthouse\n\n" + std::string(kBody) + "\n\n" + std::string(kMore) +
           "\n\nMay I take the dog with me?\nYes. Dogs travel free of charge on a lead.\n\n"
           "Where does the bicycle go?\nOn the lower deck, to the left of the stairs.\n");
  CHECK(all<List>(document).empty());
  CHECK(test::headings(document).size() == 2);
}

TEST_CASE("verse set in after a colon is verse, not a list") {
  const Document document = read(
      "It was on the morning of the ninth of March that the keeper, who had not\n"
      "left his rooms since the affair of the pilot-boat, was seen to come down\n"
      "the steps of the harbour office with his hat in his hand.\n\n"
      "The keeper, who was a married man, said nothing. There was on the wall\n"
      "behind him a board upon which some former holder of the office had\n"
      "painted these lines:\n\n"
      "  Who waits upon the tide shall find\n    The tide has not waited;\n"
      "  Who leaves his dinner-hour behind\n    Shall come to be hated.\n\n"
      "Nobody read them through twice, and the board was taken down when the\n"
      "second whistle came, and has not been seen in the harbour since.\n");
  CHECK(all<List>(document).empty());
  CHECK(all<Verse>(document).size() == 1);
}

TEST_CASE("a line above its list is not in it") {
  struct Case {
    std::string_view text;
    std::size_t items;
  };
  const Case cases[] = {
      {"Ingredients\nsalt\nrope and tar\na lamp", 3},
      {"Zutaten\n3 Lampen\n1 Tau\n250 g Salz", 3},
      {"For the soup\n3 cups of water\n1 eel\n½ cup of salt", 3},
      {"Zubereitung:\nLampe putzen.\nTau aufrollen.\nHund füttern.", 3},
      {"On deck\nBring a towel.\nLeave the lamp alone.\nFeed the dog.", 3},
      {"A heading\nIt may rain.", 0},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    CHECK(items_of(item.text) == item.items);
  }
}

TEST_CASE("turns of an interview and words with their source are no lists") {
  const std::string_view cases[] = {
      "TO: When did it begin?\nAM: In the winter.\nTO: And the song?\nAM: That came later.\n"
      "[Tape ends]\nTO: Do sing it.\nAM: No, I had a cold.",
      "“Whoever has a dog has a ferry.”\n— A saying of the sound",
  };
  for (const std::string_view text : cases) {
    CAPTURE(text);
    CHECK(items_of(text) == 0);
  }
  const Document document = read("The Green Lighthouse\n\n" + std::string(cases[1]) + "\n\n" +
                                 std::string(kBody) + "\n\n" + std::string(kMore) + "\n");
  const std::vector<const BlockQuotation*> quotations = all<BlockQuotation>(document);
  REQUIRE(quotations.size() == 1);
  CHECK(plain_text(quotations.front()->attribution).find("A saying") != std::string::npos);
}

}  // namespace garland
