// The hash of a word, for tables that are asked of every word of a text.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace garland {

namespace word_hash_detail {

template <typename Part>
std::uint64_t part_at(const char* at) {
  Part part = 0;
  std::memcpy(&part, at, sizeof(Part));
  return part;
}

inline std::uint64_t mixed(std::uint64_t sum) {
  sum *= 0x9E3779B97F4A7C15ULL;
  return sum ^ (sum >> 32U);
}

}  // namespace word_hash_detail

// Of the word's size and all its bytes, taken together by eight or fewer. The same in each run on
// machines of one byte order; nothing that is written may depend on it.
inline std::uint32_t word_hash(std::string_view word) {
  using namespace word_hash_detail;
  const char* begin = word.data();
  const char* end = begin + word.size();
  std::uint64_t sum = std::uint64_t{word.size()} << 56U;
  std::uint64_t tail = 0;
  if (word.size() >= 8) {
    for (; end - begin > 8; begin += 8) sum = mixed(sum ^ part_at<std::uint64_t>(begin));
    tail = part_at<std::uint64_t>(end - 8);
  } else if (word.size() >= 4) {
    sum = mixed(sum ^ part_at<std::uint32_t>(begin));
    tail = part_at<std::uint32_t>(end - 4);
  } else if (!word.empty()) {
    sum = mixed(sum ^ part_at<std::uint8_t>(begin) ^ part_at<std::uint8_t>(end - 1) << 8U);
    tail = part_at<std::uint8_t>(begin + word.size() / 2);
  }
  return static_cast<std::uint32_t>((sum ^ tail) * 0xC2B2AE3D27D4EB4FULL >> 32U);
}

}  // namespace garland
