// Sets of bytes, for finding the first of several signs in a text. One look a byte: a string's own
// find_first_of searches the signs anew for each. Make them `static constexpr`: one that is made
// anew by each call of a function is no faster.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace garland {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) add(c);
  }
  constexpr void add(char c) { has_.at(static_cast<unsigned char>(c)) = true; }

  constexpr bool has(char c) const { return has_.at(static_cast<unsigned char>(c)); }

  // Where the first of them stands in the text from an offset on, or the text's size.
  constexpr std::size_t first_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && !has(text[from])) ++from;
    return from;
  }
  // Where the first that is none of them stands.
  constexpr std::size_t first_not_in(std::string_view text, std::size_t from = 0) const {
    while (from < text.size() && has(text[from])) ++from;
    return from;
  }
  constexpr bool any_in(std::string_view text) const { return first_in(text) < text.size(); }

 private:
  std::array<bool, 256> has_{};
};

// Whether one of the bytes is anywhere in the text. Looks at all of it, as the compiler does so by
// sixteen bytes or more: for texts that mostly have none.
template <char... Bytes>
bool has_any_of(std::string_view text) {
  unsigned found = 0;
  for (const char c : text) found |= (... | static_cast<unsigned>(c == Bytes));
  return found != 0;
}

// With which the signs begin; none of them is empty.
template <std::size_t N>
constexpr ByteSet first_bytes(const std::array<std::string_view, N>& signs) {
  ByteSet bytes("");
  for (const std::string_view sign : signs) bytes.add(sign.front());
  return bytes;
}

}  // namespace garland
