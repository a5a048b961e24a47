// Words, each with what is known of it: made once, then asked of every word of a text. Most words
// of a text are in no table, and the answer to them costs little more than reading them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_hash.h"

namespace garland {

template <typename Value>
class WordTable {
 public:
  // The word's value; Value{} for one that was not there before.
  Value& operator[](std::string_view word) {
    if (2 * (entries_.size() + 1) > slots_.size()) grow();
    Slot& slot = slots_[slot_of(word, word_hash(word))];
    if (slot.entry == kNone) {
      slot = {word_hash(word), static_cast<std::uint32_t>(entries_.size())};
      note(slot.hash);
      entries_.push_back({std::string(word), Value{}});
    }
    return entries_[slot.entry].value;
  }

  std::size_t size() const { return entries_.size(); }

  // Null where the word is not in the table.
  const Value* find(std::string_view word) const {
    if (entries_.empty()) return nullptr;
    const std::uint32_t wanted = word_hash(word);
    if (!may_have(wanted)) return nullptr;
    const Slot& slot = slots_[slot_of(word, wanted)];
    return slot.entry == kNone ? nullptr : &entries_[slot.entry].value;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = kNone;
  };
  struct Entry {
    std::string word;
    Value value;
  };

  // Where the word is, or the free place where it would be.
  std::size_t slot_of(std::string_view word, std::uint32_t wanted) const {
    std::size_t at = wanted & (slots_.size() - 1);
    while (slots_[at].entry != kNone &&
           (slots_[at].hash != wanted || entries_[slots_[at].entry].word != word)) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  void grow() {
    constexpr std::size_t kFewest = 16;
    const std::size_t size = slots_.empty() ? kFewest : 2 * slots_.size();
    slots_.assign(size, Slot{});
    hints_.assign(size / kSlotsPerByte, 0);
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
      const std::uint32_t wanted = word_hash(entries_[i].word);
      slots_[slot_of(entries_[i].word, wanted)] = {wanted, i};
      note(wanted);
    }
  }

  // Four bits a slot, of which the words set some: they tell most words that are not in the table,
  // and stay in the processor's nearest cache where the slots do not.
  static constexpr std::size_t kSlotsPerByte = 2;
  std::size_t hint_of(std::uint32_t wanted) const { return (wanted >> 3U) & (hints_.size() - 1); }
  void note(std::uint32_t wanted) {
    hints_[hint_of(wanted)] |= static_cast<std::uint8_t>(1U << (wanted & 7U));
  }
  bool may_have(std::uint32_t wanted) const {
    return (hints_[hint_of(wanted)] >> (wanted & 7U) & 1U) != 0;
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half of them taken
  std::vector<std::uint8_t> hints_;
  std::vector<Entry> entries_;
};

}  // namespace garland
