// Tables of words, and sets of bytes.
#include "base/word_table.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>

#include "base/byte_set.h"

using namespace garland;

TEST_CASE("a table of words knows its words of any length, and no others") {
  WordTable<std::size_t> table;
  CHECK(table.find("word") == nullptr);
  std::string word;
  for (std::size_t size = 0; size < 40; ++size, word += static_cast<char>('a' + size % 7)) {
    table[word] = size + 1;
  }
  for (std::size_t size = 0; size < word.size(); ++size) {
    CAPTURE(size);
    const std::size_t* found = table.find(word.substr(0, size));
    REQUIRE(found != nullptr);
    CHECK(*found == size + 1);
    CHECK(table.find(word.substr(0, size) + "é") == nullptr);
  }
}

TEST_CASE("words that agree in their size and their ends are kept apart") {
  WordTable<int> table;
  table["beginning-one-the-ending"] = 1;
  table["beginning-two-the-ending"] = 2;
  CHECK(*table.find("beginning-one-the-ending") == 1);
  CHECK(*table.find("beginning-two-the-ending") == 2);
  CHECK(table.find("beginning-six-the-ending") == nullptr);
  table["beginning-two-the-ending"] += 5;
  CHECK(*table.find("beginning-two-the-ending") == 7);
}

TEST_CASE("the first of several bytes is found, or the text's end") {
  constexpr ByteSet kSigns("|\xC2");
  CHECK(kSigns.first_in("a|b|c") == 1);
  CHECK(kSigns.first_in("a|b|c", 2) == 3);
  CHECK(kSigns.first_in("abc") == 3);
  CHECK(kSigns.any_in("5 × 3 · 2"));
  CHECK_FALSE(kSigns.any_in(""));
  constexpr auto kSeparators = std::to_array<std::string_view>({" - ", "|", "·"});
  constexpr ByteSet kFirsts = first_bytes(kSeparators);
  CHECK(kFirsts.has(' '));
  CHECK(kFirsts.has('|'));
  CHECK(kFirsts.has("·"[0]));
  CHECK_FALSE(kFirsts.has('-'));
}
