#include "readers/words/measure.h"

#include <array>
#include <bit>
#include <cstring>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kLettersAWord = 3;  // in scripts that put no space between words

bool is_unspaced_script(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_closing(char32_t c) {
  return is_closing_quote(c) || c == U')' || c == U']' || c == 0x300D || c == 0x300F;
}

bool is_superior_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

// What a character is to the counter.
struct Traits {
  bool is_space = false;
  bool is_letter = false;
  bool is_lower = false;
  bool is_upper = false;
  bool is_digit = false;
  bool ends_nothing = false;  // a text ends with what stands before it
};

Traits traits_of(char32_t c) {
  if (is_letter(c)) return {.is_letter = true, .is_lower = is_lower(c), .is_upper = is_upper(c)};
  return {.is_space = is_space(c),
          .is_digit = is_digit(c),
          .ends_nothing = is_closing(c) || is_superior_digit(c)};
}

// Those of ASCII, which most characters are of.
const std::array<Traits, 0x80>& ascii_traits() {
  static const std::array<Traits, 0x80> kTraits = [] {
    std::array<Traits, 0x80> traits{};
    for (char32_t c = 0; c < traits.size(); ++c) traits.at(c) = traits_of(c);
    return traits;
  }();
  return kTraits;
}

// How many of the eight bytes at `at` are lower-case letters of ASCII, up to the first other one.
// Where the first byte is the lowest of a number.
std::size_t lower_letters_of_eight(const char* at) {
  constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
  constexpr std::uint64_t kHigh = 0x80 * kOnes;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof(bytes));
  // With the high bit set in each byte no difference borrows from the byte above; the bit stays
  // where the byte was not less.
  const std::uint64_t not_below = (bytes | kHigh) - 'a' * kOnes;
  const std::uint64_t above = (bytes | kHigh) - ('z' + 1) * kOnes;
  const std::uint64_t others = ~(not_below & ~above & ~bytes) & kHigh;
  return static_cast<std::size_t>(std::countr_zero(others)) / 8;
}

// Where the lower-case letters of ASCII that stand at `at` end. Words are too short for a search by
// a call of its own, and a look at each byte costs several times as much as one at eight.
std::size_t end_of_lower_letters(std::string_view text, std::size_t at) {
  constexpr std::size_t kEight = 8;
  while (std::endian::native == std::endian::little && at + kEight <= text.size()) {
    const std::size_t found = lower_letters_of_eight(text.data() + at);
    at += found;
    if (found < kEight) return at;
  }
  while (at < text.size() && text[at] >= 'a' && text[at] <= 'z') ++at;
  return at;
}

// Counts over one text, character by character.
class Counter {
 public:
  void take(char32_t c, const Traits& traits) {
    if (traits.is_space) return take_space();
    ++found_.width;
    if (c >= 0x80 && is_unspaced_script(c)) {
      ++unspaced_;
    } else if (!in_word_) {
      ++found_.words;
    }
    in_word_ = true;
    if (traits.is_letter) take_letter(traits);
    if (traits.is_digit) ++found_.digits;
    take_end(c, traits);
    if (first_ == 0) first_ = c;
    last_of_all_ = c;
  }

  void take_space() {
    ++found_.width;
    end_word();
  }

  // A letter of ASCII in any case and the lower-case ones behind it, all at once: what most of a
  // text is.
  void take_letters(std::string_view letters) {
    const auto count = static_cast<std::uint32_t>(letters.size());
    const bool lower = letters.front() >= 'a';
    const auto first = static_cast<unsigned char>(letters.front());
    found_.width += count;
    found_.words += in_word_ ? 0 : 1;
    in_word_ = true;
    begin_letters(lower, !lower);
    found_.letters += count;
    found_.lower += lower ? count : count - 1;
    word_letters_ += count;
    is_in_mark_ = false;
    if (first_ == 0) first_ = first;
    found_.last = word_last_ = last_of_all_ = static_cast<unsigned char>(letters.back());
  }

  Measure result() {
    end_word();
    found_.words += (unspaced_ + kLettersAWord - 1) / kLettersAWord;
    found_.ends_sentence = ends_sentence(found_.last);
    found_.is_quoted = is_opening_quote(first_) && is_closing_quote(last_of_all_);
    return found_;
  }

 private:
  // What a text ends with: neither a closing bracket, nor the mark of a note behind its full stop
  // ("[2]", "²").
  void take_end(char32_t c, const Traits& traits) {
    if (c == U'[') {
      before_mark_ = found_.last;
      is_in_mark_ = true;
    } else if (is_in_mark_ && !traits.is_digit) {
      is_in_mark_ = false;
      if (c == U']') found_.last = word_last_ = before_mark_;
    }
    if (!traits.ends_nothing) found_.last = word_last_ = c;
  }
  void take_letter(const Traits& traits) {
    begin_letters(traits.is_lower, traits.is_upper);
    ++found_.letters;
    ++word_letters_;
    if (traits.is_lower) ++found_.lower;
  }
  // What the first letter of the text, and that of a word, say.
  void begin_letters(bool lower, bool upper) {
    if (found_.letters == 0) {
      found_.begins_lower = lower;
      found_.begins_upper = !lower;
    }
    if (word_letters_ > 0) return;
    word_is_lower_ = lower;
    if (upper) ++found_.capitalized;
  }
  void end_word() {
    const bool is_letter_last = word_last_ < 0x80 && is_ascii_letter(static_cast<char>(word_last_));
    if (in_word_ && !is_letter_last && ends_sentence(word_last_)) ++found_.sentence_ends;
    if (word_is_lower_ && word_letters_ > 3) ++found_.long_lower;
    in_word_ = false;
    word_is_lower_ = false;
    word_letters_ = 0;
    word_last_ = 0;
  }

  Measure found_;
  std::uint32_t unspaced_ = 0;
  std::uint32_t word_letters_ = 0;
  bool in_word_ = false;
  bool word_is_lower_ = false;
  char32_t word_last_ = 0;
  char32_t before_mark_ = 0;
  bool is_in_mark_ = false;
  char32_t first_ = 0;
  char32_t last_of_all_ = 0;
};

}  // namespace

Measure measure(std::string_view text) {
  const std::array<Traits, 0x80>& ascii = ascii_traits();
  Counter counter;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (is_ascii_letter(text[at])) {
      const std::size_t begin = at;
      at = end_of_lower_letters(text, at + 1);
      counter.take_letters(text.substr(begin, at - begin));
    } else if (byte == ' ') {
      counter.take_space();
      ++at;
    } else if (byte < ascii.size()) {
      counter.take(byte, ascii[byte]);
      ++at;
    } else {
      const char32_t c = next_code_point(text, at);
      counter.take(c, traits_of(c));
    }
  }
  return counter.result();
}

bool ends_sentence(char32_t c) {
  switch (c) {
    case U'.':
    case U'?':
    case U'!':
    case 0x2026:  // …
    case 0x203D:  // ‽
    case 0x061F:  // Arabic question mark
    case 0x06D4:  // Urdu full stop
    case 0x0964:  // danda
    case 0x0965:  // double danda
    case 0x1362:  // Ethiopic full stop
    case 0x17D4:  // Khmer sign
    case 0x3002:  // 。
    case 0xFF0E:
    case 0xFF01:
    case 0xFF1F:
      return true;
    default:
      return false;
  }
}

bool is_full_stop(char32_t c) {
  // Neither a question nor an exclamation, nor a thought cut off.
  return ends_sentence(c) && c != U'?' && c != U'!' && c != 0x2026 && c != 0x203D && c != 0x061F &&
         c != 0xFF01 && c != 0xFF1F;
}

bool is_opening_quote(char32_t c) {
  return c == U'"' || c == 0x201C || c == 0x201E || c == 0x201A || c == 0x2018 || c == 0xAB ||
         c == 0xBB || c == 0x2039 || c == 0x203A || c == 0x300C || c == 0x300E || c == 0x201D;
}

bool is_closing_quote(char32_t c) {
  return c == U'"' || c == U'\'' || c == 0x201D || c == 0x201C || c == 0x2019 || c == 0x2018 ||
         c == 0xBB || c == 0xAB || c == 0x203A || c == 0x2039 || c == 0x300D || c == 0x300F;
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z';
  if (!is_letter(c) || is_upper(c)) return false;
  // Latin, Greek, Cyrillic, Armenian and their extensions have case; the rest has not. (Georgian
  // has, but begins neither sentences nor names with it.)
  return c < 0x0590 || (c >= 0x1D00 && c <= 0x1FFF) || (c >= 0xFF41 && c <= 0xFF5A);
}

std::string folded(std::string_view text) {
  const std::string lower = fold_case(text);
  const std::array<Traits, 0x80>& ascii = ascii_traits();
  std::string plain(lower.size(), ' ');  // what it takes at most
  std::size_t size = 0;
  bool space = false;
  std::size_t end = 0;  // after the last character that is no punctuation
  const auto put = [&](std::string_view bytes) {
    if (space) ++size;
    space = false;
    size += bytes.copy(plain.data() + size, bytes.size());
  };
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t begin = at;
    while (at < lower.size() && (is_ascii_letter(lower[at]) || is_ascii_digit(lower[at]))) ++at;
    if (at > begin) {  // most of a text
      put({lower.data() + begin, at - begin});
      end = size;
      continue;
    }
    const char32_t c = is_ascii_byte(lower[at]) ? static_cast<unsigned char>(lower[at++])
                                                : next_code_point(lower, at);
    const Traits traits = c < ascii.size() ? ascii[c] : traits_of(c);
    if (traits.is_space) {
      space = size > 0;
      continue;
    }
    const bool is_word = traits.is_letter || traits.is_digit || is_mark(c);
    if (!is_word && size == 0) continue;
    const bool is_apostrophe = c == 0x2019 || c == 0x2018;
    put(is_apostrophe ? std::string_view("'") : std::string_view(lower).substr(begin, at - begin));
    if (is_word) end = size;
  }
  plain.resize(end);
  return plain;
}

}  // namespace garland::plain
