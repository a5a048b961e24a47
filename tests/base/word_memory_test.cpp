#include "base/word_memory.h"

#include <doctest/doctest.h>

#include "base/parallel.h"

using namespace garland;

TEST_CASE("what is remembered of a word is appended, also if it is nothing") {
  WordMemory<int> memory;
  std::vector<int> values = {7};
  CHECK_FALSE(memory.find("word", values));
  memory.add("word", std::vector<int>{1, 2});
  memory.add("nothing", {});
  REQUIRE(memory.find("word", values));
  REQUIRE(memory.find("nothing", values));
  CHECK(values == std::vector<int>{7, 1, 2});
  CHECK_FALSE(memory.find("words", values));
}

TEST_CASE("the memory of words is bounded, and what it has no room for is asked again") {
  constexpr int kWords = 100'000;
  WordMemory<int> memory;
  int known = 0;
  for (int i = 0; i < kWords; ++i) {
    const std::string word = std::to_string(i);
    memory.add(word, std::vector<int>{i});
    std::vector<int> values;
    if (!memory.find(word, values)) continue;
    ++known;
    REQUIRE(values == std::vector<int>{i});
  }
  CHECK(known > kWords / 4);
  CHECK(known < kWords);
  const std::string endless(1000, 'a');
  std::vector<int> values;
  memory.add(endless, std::vector<int>{1});
  CHECK_FALSE(memory.find(endless, values));
}

TEST_CASE("many threads may ask and tell at once") {
  WordMemory<std::size_t> memory;
  std::vector<std::size_t> wrong(4);
  parallel_for(wrong.size(), 4, [&](std::size_t thread) {
    for (std::size_t i = 0; i < 2000; ++i) {
      std::vector<std::size_t> values;
      const std::string word = std::to_string(i % 500);
      if (!memory.find(word, values)) memory.add(word, std::vector<std::size_t>{i % 500});
      if (!values.empty() && values.front() != i % 500) ++wrong[thread];
    }
  });
  CHECK(wrong == std::vector<std::size_t>(4));
}
