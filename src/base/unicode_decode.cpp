// Bytes in any encoding to clean UTF-8.
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

// Detection looks at no more than this.
constexpr std::size_t kDetectionBytes = std::size_t{64} << 10;

struct DetectorCloser {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};
struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// Longer marks first: UTF-32LE begins with the mark of UTF-16LE.
const ByteOrderMark* byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  static constexpr ByteOrderMark kMarks[] = {{"\xEF\xBB\xBF"sv, "UTF-8"},
                                             {"\xFF\xFE\x00\x00"sv, "UTF-32LE"},
                                             {"\x00\x00\xFE\xFF"sv, "UTF-32BE"},
                                             {"\xFF\xFE"sv, "UTF-16LE"},
                                             {"\xFE\xFF"sv, "UTF-16BE"}};
  for (const ByteOrderMark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return &mark;
  }
  return nullptr;
}

// Text with a few bad bytes is UTF-8 all the same when most of its long sequences are good.
bool is_mostly_utf8(std::string_view text) {
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(text, offset);
    if (c < 0x80) continue;
    const bool is_bad = c == kReplacementCharacter && text.substr(begin, 3) != "\xEF\xBF\xBD";
    ++(is_bad ? bad : good);
  }
  return good > 0 && bad * 10 <= good;
}

bool is_label(char c) {
  return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-' || c == '_' || c == '.' ||
         c == ':';
}

// The encoding that a label means to browsers (WHATWG Encoding, 4.2): by which name ICU knows it.
std::string encoding_of_label(std::string_view label) {
  struct Row {
    std::string_view label;
    const char* encoding;
  };
  static constexpr Row kRows[] = {{"ascii", "windows-1252"},
                                  {"iso-8859-1", "windows-1252"},
                                  {"iso8859-1", "windows-1252"},
                                  {"latin1", "windows-1252"},
                                  {"us-ascii", "windows-1252"},
                                  {"iso-8859-9", "windows-1254"},
                                  {"iso-8859-11", "windows-874"},
                                  {"tis-620", "windows-874"},
                                  {"gb2312", "gb18030"},
                                  {"gb_2312-80", "gb18030"},
                                  {"gbk", "gb18030"},
                                  {"x-gbk", "gb18030"},
                                  {"big5", "big5-hkscs"},
                                  {"shift_jis", "windows-31j"},
                                  {"shift-jis", "windows-31j"},
                                  {"sjis", "windows-31j"},
                                  {"x-sjis", "windows-31j"},
                                  {"euc-kr", "windows-949"},
                                  {"ks_c_5601-1987", "windows-949"}};
  for (const Row& row : kRows) {
    if (label == row.label) return row.encoding;
  }
  return std::string(label);
}

// What a page of HTML or XML says of its own encoding in its first kilobyte (HTML, 13.2.3.2), if it
// is one that can be true: not of bytes that are no UTF-8 that they are.
std::optional<std::string> declared_encoding(std::string_view bytes) {
  std::string head(bytes.substr(0, 1024));
  for (char& c : head) {
    c = to_ascii_lower(c);
  }
  if (head.find_first_not_of(" \t\r\n") != head.find('<')) return std::nullopt;
  for (const std::string_view word : {"charset=", "encoding="}) {
    std::size_t begin = head.find(word);
    if (begin == std::string::npos) continue;
    begin += word.size();
    while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' '))
      ++begin;
    std::size_t end = begin;
    while (end < head.size() && is_label(head[end])) ++end;
    const std::string name = encoding_of_label(std::string_view(head).substr(begin, end - begin));
    if (name.empty() || name.starts_with("utf")) return std::nullopt;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(name.c_str(), &status));
    if (U_SUCCESS(status)) return name;
  }
  return std::nullopt;
}

std::optional<std::string> detected_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, DetectorCloser> detector(ucsdet_open(&status));
  const std::string_view sample = bytes.substr(0, kDetectionBytes);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return std::nullopt;
  const char* name = ucsdet_getName(match, &status);
  if (U_FAILURE(status)) return std::nullopt;
  // What calls itself Latin-1 is Windows' superset of it (WHATWG Encoding, 4.2).
  if (std::string_view(name) == "ISO-8859-1") return "windows-1252";
  return name;
}

// Whether a code point belongs in text at all: no control characters but tab and line end, no
// byte-order marks inside, no non-characters.
bool is_text(char32_t c) {
  if (c < 0x20) return c == U'\t' || c == U'\n';
  if (c >= 0x7F && c <= 0x9F) return c == 0x85;
  if (c == 0xFEFF) return false;
  return (c & 0xFFFE) != 0xFFFE && !(c >= 0xFDD0 && c <= 0xFDEF);
}

// A control character that no text has.
bool is_strange(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_line_or_tab = static_cast<unsigned char>(byte - '\t') <= '\r' - '\t';
  return (byte < 0x20) & !is_line_or_tab;
}

// Most texts have none; without branches, so that several bytes are looked at at once.
bool has_strange(std::string_view text) {
  std::uint8_t strange = 0;
  for (const char c : text) strange |= static_cast<std::uint8_t>(is_strange(c));
  return strange != 0;
}

// What most of any text is, and stays as it is.
constexpr bool is_plain(char c) { return (c >= 0x20 && c < 0x7F) || c == '\n'; }

constexpr std::size_t kBlock = 32;  // bytes that are looked at at once

// A whole block of them; without branches, so that several bytes are looked at at once.
bool is_plain_block(std::string_view block) {
  if (block.size() < kBlock) return false;
  std::uint8_t others = 0;
  for (std::size_t i = 0; i < kBlock; ++i) others |= static_cast<std::uint8_t>(!is_plain(block[i]));
  return others == 0;
}

class Cleaner {
 public:
  explicit Cleaner(DecodedText& out) : out_(out) {}

  void run(std::string_view text) {
    out_.text.reserve(text.size());
    for (std::size_t offset = 0; offset < text.size();) {
      const std::size_t begin = offset;
      while (is_plain_block(text.substr(offset, kBlock))) offset += kBlock;
      while (offset < text.size() && is_plain(text[offset])) ++offset;
      out_.text.append(text, begin, offset - begin);
      if (offset < text.size()) take(text, offset);
    }
  }

 private:
  void take(std::string_view text, std::size_t& offset) {
    const std::size_t begin = offset;
    char32_t c = next_code_point(text, offset);
    const std::string_view bytes = text.substr(begin, offset - begin);
    if (c == U'\r') {
      if (offset < text.size() && text[offset] == '\n') ++offset;
      c = U'\n';
    }
    if (c == 0x2028 || c == 0x85) c = U'\n';  // line separator, next line
    if (c == U'\f' || c == U'\v') c = U'\n';
    if (c == kReplacementCharacter && bytes != "\xEF\xBF\xBD") {
      ++out_.replaced_count;
      note_trouble();
    }
    if (is_text(c)) {
      append_utf8(out_.text, c);
    } else if (c == U'\b' && take_overstrike(text, offset)) {
      return;
    } else {
      ++out_.removed_count;
      note_trouble();
    }
  }

  // Manual pages and old printers strike a letter twice for bold and an underscore for underlined
  // ones: "c\bc", "_\bc", "+\bo". One letter stays, the one that is no mark. `offset` is behind the
  // backspace.
  bool take_overstrike(std::string_view text, std::size_t& offset) {
    if (offset >= text.size() || out_.text.empty() || out_.text.back() == '\n') return false;
    const std::size_t last = character_begin(out_.text, out_.text.size() - 1);
    const std::string before = out_.text.substr(last);
    const std::size_t begin = offset;
    if (!is_text(next_code_point(text, offset)) || text[begin] == '\n') {
      offset = begin;
      return false;
    }
    const std::string_view after = text.substr(begin, offset - begin);
    const bool is_mark = after == "_" || after == before;
    if (!is_mark && before != "_" && before != "+") {
      offset = begin;
      return false;
    }
    if (!is_mark) out_.text.replace(last, before.size(), after);
    return true;
  }

  void note_trouble() {
    if (out_.first_trouble_line > 0) return;
    const auto line_ends = std::count(out_.text.begin(), out_.text.end(), '\n');
    out_.first_trouble_line = static_cast<std::uint32_t>(line_ends) + 1;
  }

  DecodedText& out_;
};

}  // namespace

std::string to_utf8(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(
      ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return std::string(bytes);
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  std::string text;
  wide.toUTF8String(text);
  return text;
}

DecodedText decode_text(std::string_view bytes) {
  DecodedText decoded;
  decoded.encoding = "UTF-8";
  std::string text;
  if (const ByteOrderMark* mark = byte_order_mark(bytes)) {
    decoded.encoding = mark->encoding;
    bytes.remove_prefix(mark->bytes.size());
    if (decoded.encoding != "UTF-8") bytes = text = to_utf8(bytes, decoded.encoding);
  } else if (!is_valid_utf8(bytes) && !is_mostly_utf8(bytes)) {
    if (const auto encoding = declared_encoding(bytes)) {
      decoded.encoding = *encoding;
      bytes = text = to_utf8(bytes, *encoding);
    } else if (const auto detected = detected_encoding(bytes)) {
      decoded.encoding = *detected;
      decoded.was_guessed = true;
      bytes = text = to_utf8(bytes, *detected);
    }
  }
  Cleaner(decoded).run(bytes);
  return decoded;
}

bool looks_binary(std::string_view bytes) {
  if (byte_order_mark(bytes) != nullptr) return false;
  const std::string_view head = bytes.substr(0, 4096);
  using namespace std::string_view_literals;
  for (const std::string_view magic : {"\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv, "PK\x03\x04"sv,
                                       "\x7F"
                                       "ELF"sv,
                                       "\x1F\x8B"sv, "\x00\x01\x00\x00"sv}) {
    if (head.starts_with(magic)) return true;
  }
  const std::ptrdiff_t strange =
      has_strange(head) ? std::count_if(head.begin(), head.end(), is_strange) : 0;
  // These are words that an article may begin with: its other bytes must be no text either.
  for (const std::string_view magic : {"GIF87a"sv, "GIF89a"sv, "%PDF-"sv}) {
    if (!head.starts_with(magic)) continue;
    const std::string_view whole = head.substr(0, head.find_last_of('\n'));
    if (strange > 0 || !is_valid_utf8(whole) || head.find(" 0 obj") != head.npos) return true;
  }
  // A text may hold a stray NUL or two; a tenth of control characters is no text.
  return strange * 10 > static_cast<std::ptrdiff_t>(head.size());
}

}  // namespace garland
