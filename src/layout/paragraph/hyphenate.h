// Where words may be divided: Liang's patterns ("Word Hy-phen-a-tion by Com-put-er", 1983) of the
// dictionaries that the system has for libhyphen.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace garland {

// Fewest letters before and after a hyphen.
constexpr int kMinLettersBefore = 2;
constexpr int kMinLettersAfter = 3;

// One language's patterns. Immutable: any thread may call any member.
class Hyphenator {
 public:
  ~Hyphenator();

  // The patterns for a BCP 47 tag: those of its region, else those of the language's usual region,
  // else any of the language. Null when none is installed. Read at first use and kept as long as
  // the program runs: the files are taken to stay as they are.
  static const Hyphenator* for_language(std::string_view language);

  // Appends to `offsets` the byte offsets where the word may be divided with a hyphen and nothing
  // else changed, ascending. The word is letters only; capitals count as small letters.
  void divide(std::string_view word, std::vector<std::uint32_t>& offsets) const;

 private:
  struct Patterns;
  explicit Hyphenator(std::unique_ptr<Patterns> patterns);
  std::unique_ptr<Patterns> patterns_;
};

}  // namespace garland
