// Text as UTF-8 and what Unicode says of it, by ICU. Offsets are byte offsets into UTF-8 text. No
// function looks at the process's locale.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace garland {

constexpr char32_t kReplacementCharacter = 0xFFFD;

// What is asked of nearly every character of a book has its answer for ASCII here, where compilers
// see it; the rest of Unicode is asked of ICU.
namespace unicode_detail {
constexpr char32_t kAsciiEnd = 0x80;
constexpr bool is_between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}
char32_t next_above_ascii(std::string_view text, std::size_t& offset);
bool is_space_above_ascii(char32_t c);
bool is_letter_above_ascii(char32_t c);
bool is_digit_above_ascii(char32_t c);
}  // namespace unicode_detail

// The code point at `offset`, which is moved past it. Bad bytes give kReplacementCharacter and are
// stepped over as the Unicode standard recommends (3.9, "maximal subpart"). Requires offset < size.
inline char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first >= unicode_detail::kAsciiEnd) return unicode_detail::next_above_ascii(text, offset);
  ++offset;
  return first;
}
// Whether a byte stands inside a character rather than at its begin: 10xxxxxx.
constexpr bool is_inner_byte(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
// `offset`, or the begin of the character that it is inside of. May be the text's size.
std::size_t character_begin(std::string_view text, std::size_t offset);
void append_utf8(std::string& text, char32_t code_point);
std::size_t count_code_points(std::string_view text);
bool is_valid_utf8(std::string_view text);

// Text of a source in whatever encoding, as UTF-8.
struct DecodedText {
  std::string text;      // valid UTF-8, line ends "\n", no byte-order mark, no NUL
  std::string encoding;  // "UTF-8", or the name of the one detected
  bool was_guessed = false;
  std::size_t replaced_count = 0;        // bad sequences turned to U+FFFD
  std::size_t removed_count = 0;         // NULs, control characters and non-characters left out
  std::uint32_t first_trouble_line = 0;  // line of the first of these; 0 for none
};

// UTF-8 first, then byte-order marks, then detection (ICU). Always gives text.
DecodedText decode_text(std::string_view bytes);

// The text of bytes in a known encoding, by any of its usual names ("ISO8859-2"); unchanged when
// the name is not known.
std::string to_utf8(std::string_view bytes, const std::string& encoding);

// Whether the bytes are no text at all: a picture, an archive, a program.
bool looks_binary(std::string_view bytes);

// White_Space.
inline bool is_space(char32_t c) {
  if (c >= unicode_detail::kAsciiEnd) return unicode_detail::is_space_above_ascii(c);
  return c == U' ' || unicode_detail::is_between(c, U'\t', U'\r');
}
// General categories L*.
inline bool is_letter(char32_t c) {
  if (c >= unicode_detail::kAsciiEnd) return unicode_detail::is_letter_above_ascii(c);
  return unicode_detail::is_between(c | 0x20U, U'a', U'z');
}
// Nd.
inline bool is_digit(char32_t c) {
  if (c >= unicode_detail::kAsciiEnd) return unicode_detail::is_digit_above_ascii(c);
  return unicode_detail::is_between(c, U'0', U'9');
}
bool is_upper(char32_t c);        // Lu, Lt
bool is_punctuation(char32_t c);  // P*
bool is_mark(char32_t c);         // M*

std::string to_lower(std::string_view text, std::string_view language = "");
std::string to_upper(std::string_view text, std::string_view language = "");
std::string fold_case(std::string_view text);  // for comparisons
std::string normalize_nfc(std::string_view text);

// White space at both ends taken off; runs of white space inside made one space.
std::string collapse_spaces(std::string_view text);
std::string_view trim(std::string_view text);

// Lower-case words of letters and digits joined by '-', other scripts kept, accents stripped from
// Latin; for identifiers and file names. At most `max_code_points`; may be empty.
std::string slug(std::string_view text, std::size_t max_code_points = 60);

// A key whose byte order is the language's alphabetical order (Unicode technical standard 10).
std::string collation_key(std::string_view text, std::string_view language);

// The text from its first letter or digit on, by which lists file it: quotation marks and dashes
// before it do not count. Empty where it has neither.
std::string_view filed_text(std::string_view text);

// Of each text, the letter under which the language's lists file it ("A" for "Ähre" in German, "Å"
// for "Åland" in Swedish, by Unicode technical standard 35, part 5, 4.1); empty for what begins
// with no letter.
std::vector<std::string> index_letters(const std::vector<std::string>& texts,
                                       std::string_view language);

// A place where a line may or must end (Unicode annex 14, tailored by language): `offset` is the
// start of the next line's text.
struct BreakOpportunity {
  std::size_t offset = 0;
  bool is_mandatory = false;
};
// Ascending; the last is the text's end. Cost linear.
std::vector<BreakOpportunity> line_breaks(std::string_view text, std::string_view language);

// Byte offsets where a grapheme cluster begins, ascending, the text's end last (annex 29).
std::vector<std::size_t> grapheme_boundaries(std::string_view text);

enum class Direction { LeftToRight, RightToLeft };
Direction direction_of_language(std::string_view language);
// By the first character with a direction of its own (rules P2 and P3); `fallback` where there is
// none.
Direction direction_of_text(std::string_view text, Direction fallback);

// A run of one embedding level in logical order (annex 9).
struct BidiRun {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  std::uint8_t level = 0;  // odd: right to left
};
// Runs of a paragraph in logical order, covering it. Plain left-to-right text costs one scan.
std::vector<BidiRun> bidi_runs(std::string_view text, Direction base);
// The visual order, left to right, of runs with these levels (rule L2): indices into `levels`.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

// ISO 15924 code of the character's script ("Latn", "Zyyy" for common, "Zinh" for inherited).
std::string_view script_of(char32_t c);

// Runs of one script; common and inherited characters join their neighbours (annex 24).
struct ScriptRun {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  std::string_view script;
};
std::vector<ScriptRun> script_runs(std::string_view text);

}  // namespace garland
