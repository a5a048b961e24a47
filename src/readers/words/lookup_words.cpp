// The words of a text as phrases are looked up by them (page_words.h).
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/digits.h"
#include "base/unicode.h"
#include "readers/words/page_words.h"

namespace garland {

namespace {

using std::string_view;

// What letters and digits of ASCII are in the words: lower case; 0 for all other bytes.
constexpr std::array<char, 0x100> kWordBytes = [] {
  std::array<char, 0x100> bytes{};
  for (char c = '0'; c <= '9'; ++c) bytes.at(static_cast<std::size_t>(c)) = c;
  for (char c = 'a'; c <= 'z'; ++c) {
    bytes.at(static_cast<std::size_t>(c)) = c;
    bytes.at(static_cast<unsigned char>(c - 'a' + 'A')) = c;
  }
  return bytes;
}();

char word_byte(char c) { return kWordBytes[static_cast<unsigned char>(c)]; }

// Any other character, at `at`, which is moved past it: its bytes in the words, or nothing where it
// stands between words.
string_view take_other(string_view text, std::size_t& at) {
  constexpr string_view kApostrophe = "'";
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    return text[at++] == '\'' ? kApostrophe : string_view();
  }
  const std::size_t begin = at;
  const char32_t c = next_code_point(text, at);
  if (c == 0x2019 || c == 0x2018) return kApostrophe;
  return is_letter(c) || is_digit(c) || is_mark(c) ? text.substr(begin, at - begin) : string_view();
}

// Takes text whose case is folded but for the letters of ASCII.
std::string words_of(string_view text) {
  std::string words(text.size(), ' ');  // what they take at most
  char* out = words.data();
  bool is_apart = false;
  const auto put = [&](string_view bytes) {
    if (is_apart) ++out;
    is_apart = false;
    out += bytes.copy(out, bytes.size());
  };
  for (std::size_t at = 0; at < text.size();) {
    if (char next = word_byte(text[at])) {
      if (is_apart) ++out;
      is_apart = false;
      do {
        *out++ = next;
        next = ++at < text.size() ? word_byte(text[at]) : '\0';
      } while (next != 0);
      continue;
    }
    const string_view other = take_other(text, at);
    // An apostrophe that begins a word is a quotation mark.
    if (other.empty() || (is_apart && other == "'")) {
      is_apart = out != words.data();
    } else {
      put(other);
    }
  }
  words.resize(static_cast<std::size_t>(out - words.data()));
  return words;
}

}  // namespace

std::string lookup_words(string_view text) {
  if (text.size() > kLongestPhraseText) return {};
  if (is_ascii(text)) return words_of(text);
  return words_of(may_have_other_digits(text) ? fold_case(with_ascii_digits(text))
                                              : fold_case(text));
}

}  // namespace garland
