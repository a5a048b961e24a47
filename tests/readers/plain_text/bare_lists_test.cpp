#include <doctest/doctest.h>

#include <string>

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

TEST_CASE("paragraphs one to a line are no list") {
  std::string text = "The Green Lighthouse\n\n";
  for (int i = 0; i < 6; ++i) text += std::string(kBody) + " " + std::string(kMore) + "\n";
  CHECK(all<List>(read(text)).empty());
}

}  // namespace garland
