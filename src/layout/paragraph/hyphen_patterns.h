// Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983) as a trie, read from the dictionary
// files of LibreOffice and libhyphen. Our own reader, because libhyphen's takes seconds for the
// larger ones.
//
// A dictionary's first line names its encoding; then, one a line, settings (LEFTHYPHENMIN 2) and
// patterns ("hy3ph"): letters with a digit wherever a hyphen is wanted (odd) or not (even), the
// highest digit at a place deciding; "." is the word's edge. A pattern with "/" changes the
// spelling at the hyphen. NEXTLEVEL ends the patterns that find the parts of compounds; those that
// follow are for the parts.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace garland {

class HyphenPatterns {
 public:
  // Adds a pattern in UTF-8. What is no pattern is passed over.
  void add(std::string_view pattern);
  bool is_empty() const { return nodes_.empty(); }

  // Whether a hyphen may stand before each byte of the word, which is in small letters; places
  // where the spelling would change are left out.
  void find(std::string_view word, std::vector<bool>& places) const;

 private:
  struct Node {
    std::uint32_t first_child = 0;  // 0: none; the root is no child
    std::uint32_t next_sibling = 0;
    std::uint32_t first_value = 0;  // of values_
    std::uint8_t value_count = 0;
    char byte = 0;
  };
  std::uint32_t child(std::uint32_t parent, char byte) const;
  std::uint32_t add_child(std::uint32_t parent, char byte);

  std::vector<Node> nodes_;
  // The root's children by byte: there are many.
  std::array<std::uint32_t, 256> roots_{};
  std::vector<std::uint8_t> values_;
};

// A whole dictionary.
struct HyphenDictionary {
  HyphenPatterns compounds;  // may be empty
  HyphenPatterns words;
  int least_before = 2, least_after = 3;  // letters on either side of a hyphen
  int least_before_in_part = 2, least_after_in_part = 2;
};

// Gives what it understands; never fails.
HyphenDictionary read_hyphen_dictionary(std::string_view bytes);

}  // namespace garland
