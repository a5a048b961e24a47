// What was found out about words before, for work that is done word by word: a book has few
// different words and many of each.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "base/word_hash.h"
#include "base/word_table.h"

namespace garland {

// Some values of each word. Bounded; any thread may call any member. Requires that a word always
// has the same values, so that what is remembered changes no result.
template <typename Value>
class WordMemory {
 public:
  // Appends the word's values and says true, if they are remembered.
  bool find(std::string_view word, std::vector<Value>& values) const {
    const Shard& shard = shard_of(word);
    const std::lock_guard lock(shard.mutex);
    const Range* range = shard.ranges.find(word);
    if (range == nullptr) return false;
    const auto first = shard.values.begin() + range->first;
    values.insert(values.end(), first, first + range->count);
    return true;
  }

  // Remembers the values of a short word while there is room.
  void add(std::string_view word, std::span<const Value> values) {
    if (word.size() > kLongestWord || values.size() > kMostValues) return;
    Shard& shard = shard_of(word);
    const std::lock_guard lock(shard.mutex);
    if (shard.ranges.size() == kMostWords || shard.ranges.find(word) != nullptr) return;
    shard.ranges[word] = {static_cast<std::uint32_t>(shard.values.size()),
                          static_cast<std::uint32_t>(values.size())};
    shard.values.insert(shard.values.end(), values.begin(), values.end());
  }

 private:
  static constexpr std::size_t kLongestWord = 100;  // bytes; longer ones seldom come twice
  static constexpr std::size_t kMostValues = 100;
  static constexpr std::size_t kMostWords = 4096;  // of a shard
  static constexpr std::size_t kShardCount = 16;

  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  // Locked one by one, so that threads seldom meet; on cache lines of their own.
  struct alignas(64) Shard {
    mutable std::mutex mutex;
    WordTable<Range> ranges;
    std::vector<Value> values;
  };

  static std::size_t index_of(std::string_view word) {
    constexpr unsigned kHighBits = 28;
    return word_hash(word) >> kHighBits;
  }
  Shard& shard_of(std::string_view word) { return shards_[index_of(word)]; }
  const Shard& shard_of(std::string_view word) const { return shards_[index_of(word)]; }

  std::array<Shard, kShardCount> shards_;
};

}  // namespace garland
