// Case, normal forms, slugs and alphabetical order.
#include <unicode/alphaindex.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/ucol.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

// What a list puts above the text when the alphabets of its buckets do not have the first letter.
std::string first_letter(std::string_view text) {
  std::size_t offset = 0;
  const char32_t first = text.empty() ? U' ' : next_code_point(text, offset);
  return is_letter(first) ? to_upper(text.substr(0, offset)) : std::string();
}

// ICU measures in 32-bit lengths; longer texts stay as they are.
bool fits(std::string_view text) { return text.size() < (std::size_t{1} << 30); }

using Utf8CaseMap = void (*)(const char*, std::uint32_t, icu::StringPiece, icu::ByteSink&,
                             icu::Edits*, UErrorCode&);

std::string mapped(std::string_view text, std::string_view language, Utf8CaseMap map) {
  if (!fits(text)) return std::string(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  map(std::string(language).c_str(), 0, piece(text), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : result;
}

std::string normalized(std::string_view text, const icu::Normalizer2* normalizer,
                       UErrorCode status) {
  if (U_FAILURE(status) || !fits(text)) return std::string(text);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  normalizer->normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : result;
}

std::string normalize_nfd(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  return normalized(text, icu::Normalizer2::getNFDInstance(status), status);
}

// Letters that no decomposition takes apart.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'þ':
      return "th";
    case U'ı':
      return "i";
    default:
      return "";
  }
}

// A letter of a script whose accents are signs on their own.
bool takes_accents(char32_t c) {
  if (c < 0x80) return is_letter(c);
  const std::string_view script = script_of(c);
  return script == "Latn" || script == "Grek" || script == "Cyrl";
}

void lower_ascii(char* begin, const char* end) {
  for (; begin != end; ++begin) {
    if (*begin >= 'A' && *begin <= 'Z') *begin = static_cast<char>(*begin | 0x20);
  }
}

// What folding is in ASCII, without asking ICU.
std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  lower_ascii(lower.data(), lower.data() + lower.size());
  return lower;
}

std::string folded_by_icu(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  return U_FAILURE(status) ? std::string(text) : result;
}

// What ICU makes of single letters of Latin, Greek and Cyrillic, asked once: folding looks at no
// neighbours.
class FoldedLetters {
 public:
  FoldedLetters() {
    for (char32_t c = kBegin; c < kEnd; ++c) {
      std::string letter;
      append_utf8(letter, c);
      const std::string folded = folded_by_icu(letter);
      Letter& made = letters_.at(c - kBegin);
      made.size = static_cast<std::uint8_t>(folded.copy(made.bytes.data(), made.bytes.size()));
    }
  }
  static bool has(char32_t c) { return c >= kBegin && c < kEnd; }
  std::string_view of(char32_t c) const {
    const Letter& letter = letters_[c - kBegin];
    return {letter.bytes.data(), letter.size};
  }

 private:
  static constexpr char32_t kBegin = 0x80;
  static constexpr char32_t kEnd = 0x0530;
  struct Letter {
    std::array<char, 7> bytes{};  // at most three letters of two bytes
    std::uint8_t size = 0;
  };
  std::array<Letter, kEnd - kBegin> letters_;
};

// Quotation marks, dashes, spaces: without case.
bool is_general_punctuation(char32_t c) { return c >= 0x2000 && c <= 0x206F; }

// Takes a run of characters beyond ASCII.
void append_folded(std::string& folded, std::string_view run, const FoldedLetters& letters) {
  for (std::size_t at = 0; at < run.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(run, at);
    if (FoldedLetters::has(c)) {
      folded += letters.of(c);
    } else if (is_general_punctuation(c)) {
      folded += run.substr(begin, at - begin);
    } else {
      folded += folded_by_icu(run.substr(begin));
      return;
    }
  }
}

}  // namespace

std::string to_lower(std::string_view text, std::string_view language) {
  if (language.empty() && is_ascii(text)) return ascii_lower(text);
  return mapped(text, language, &icu::CaseMap::utf8ToLower);
}

std::string to_upper(std::string_view text, std::string_view language) {
  return mapped(text, language, &icu::CaseMap::utf8ToUpper);
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  if (!fits(text)) return std::string(text);
  static const FoldedLetters kLetters;
  std::string folded;
  folded.reserve(text.size() + text.size() / 8);
  for (auto at = text.begin(); at != text.end();) {
    const auto other = std::find_if_not(at, text.end(), is_ascii_byte);
    const std::size_t size = folded.size();
    folded.append(at, other);
    lower_ascii(folded.data() + size, folded.data() + folded.size());
    at = std::find_if(other, text.end(), is_ascii_byte);
    append_folded(folded, {other, at}, kLetters);
  }
  return folded;
}

std::string normalize_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  return normalized(text, icu::Normalizer2::getNFCInstance(status), status);
}

std::string slug(std::string_view text, std::size_t max_code_points) {
  const std::string lower = to_lower(normalize_nfd(text));
  std::string result;
  std::size_t count = 0;
  bool is_separated = false;
  bool after_latin = false;
  for (std::size_t offset = 0; offset < lower.size() && count < max_code_points;) {
    const char32_t c = next_code_point(lower, offset);
    if (is_mark(c) && after_latin) continue;  // an accent taken off its letter
    if (c == U'\'' || c == U'’') continue;    // "don't" is one word
    if (!is_letter(c) && !is_digit(c) && !is_mark(c)) {
      is_separated = !result.empty();
      continue;
    }
    if (is_separated) result += '-', ++count;
    is_separated = false;
    after_latin = takes_accents(c);
    const std::string_view plain = plain_letter(c);
    if (plain.empty()) {
      append_utf8(result, c);
    } else {
      result += plain;
    }
    ++count;
  }
  while (!result.empty() && result.back() == '-') result.pop_back();
  return normalize_nfc(result);
}

std::string collation_key(std::string_view text, std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Collator> collator(
      icu::Collator::createInstance(icu::Locale::forLanguageTag(piece(language), status), status));
  if (U_FAILURE(status) || !fits(text)) return fold_case(text);
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
  std::string key;
  key.resize(static_cast<std::size_t>(collator->getSortKey(wide, nullptr, 0)));
  collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()),
                       static_cast<std::int32_t>(key.size()));
  return key;
}

std::string_view filed_text(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_letter(c) || is_digit(c)) return text.substr(begin);
  }
  return {};
}

std::vector<std::string> index_letters(const std::vector<std::string>& texts,
                                       std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(piece(language), status);
  if (U_FAILURE(status)) locale = icu::Locale::getRoot();
  status = U_ZERO_ERROR;
  icu::AlphabeticIndex alphabet(locale, status);
  alphabet.addLabels(icu::Locale::getEnglish(), status);
  const std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> buckets(
      alphabet.buildImmutableIndex(status));
  std::vector<std::string> letters;
  for (const std::string& text : texts) {
    const std::string_view filed = filed_text(text);
    letters.push_back(first_letter(filed));
    if (U_FAILURE(status) || letters.back().empty() || !fits(filed)) continue;
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(filed));
    const auto* bucket = buckets->getBucket(buckets->getBucketIndex(wide, status));
    if (bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) continue;
    letters.back().clear();
    bucket->getLabel().toUTF8String(letters.back());
  }
  return letters;
}

}  // namespace garland
