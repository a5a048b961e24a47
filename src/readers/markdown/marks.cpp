#include "readers/markdown/marks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/symbol.h"
#include "base/unicode.h"
#include "readers/markdown/definitions.h"
#include "readers/markdown/syntax.h"

namespace garland {
namespace {

// Between a symbol and the signs of emphasis behind it, and between these and one behind them. A
// per cent sign is punctuation, and no syntax of cmark-gfm begins or ends with it.
constexpr std::string_view kBehindSymbol = "\x10%";
constexpr std::string_view kBeforeSymbol = "%\x11";

constexpr unsigned char kContinuation = 0x80;

bool is_symbol_at(std::string_view text, std::size_t at) {
  return at < text.size() && !is_ascii_byte(text[at]) && is_symbol(next_code_point(text, at));
}

bool is_symbol_before(std::string_view text, std::size_t begin, std::size_t at) {
  if (at == begin || is_ascii_byte(text[at - 1])) return false;
  do {
    --at;
  } while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == kContinuation);
  return is_symbol_at(text, at);
}

// Takes out the signs between symbols and emphasis; one that was parted from its symbol too.
std::string without_fences(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view two = text.substr(at, 2);
    if (two == kBehindSymbol || two == kBeforeSymbol) {
      ++at;
    } else if (text[at] != kBehindSymbol.front() && text[at] != kBeforeSymbol.back()) {
      out += text[at];
    }
  }
  return out;
}

// Without branches, so that several bytes are looked at at once.
bool holds_marks(std::string_view text) {
  unsigned char marks = 0;
  for (const char c : text) {
    const int is_white = int{c == '\n'} | int{c == '\t'} | int{c == '\r'};
    const int is_control = int{static_cast<unsigned char>(c) < ' '};
    marks |= static_cast<unsigned char>(is_control & ~is_white);
  }
  return marks != 0;
}

}  // namespace

void fence_symbols(std::string& text, std::size_t begin) {
  std::string fenced;
  std::size_t done = begin;
  static constexpr ByteSet kSigns("*_~");
  for (std::size_t at = kSigns.first_in(text, begin); at < text.size();
       at = kSigns.first_in(text, at)) {
    const std::size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    const bool is_behind = is_symbol_before(text, begin, at);
    const bool is_before = is_symbol_at(text, end);
    if (is_behind || is_before) {
      fenced.append(text, done, at - done);
      if (is_behind) fenced += kBehindSymbol;
      fenced.append(text, at, end - at);
      if (is_before) fenced += kBeforeSymbol;
      done = end;
    }
    at = end;
  }
  if (done == begin) return;
  fenced.append(text, done);
  text.replace(begin, text.npos, fenced);
}

bool is_empty_comment(std::string_view html) {
  return html.starts_with(std::string("<?") + kCommentDash);
}

std::string without_marks(std::string_view text) {
  if (!holds_marks(text)) return std::string(text);
  std::string out = without_fences(with_list_behind_title(text));
  const std::string empty_comment = std::string("<?") + kCommentDash;
  for (std::size_t at = out.find(empty_comment); at != std::string::npos;
       at = out.find(empty_comment, at + 1)) {
    out[at + 1] = '!';
    out[out.find('?', at)] = '-';
  }
  std::replace(out.begin(), out.end(), kMathBackslash, '\\');
  std::replace(out.begin(), out.end(), kNoTable, '-');
  std::replace(out.begin(), out.end(), kNoBracket, '[');
  std::replace(out.begin(), out.end(), kNoEntity, '&');
  std::replace(out.begin(), out.end(), kCommentDash, '-');
  std::erase(out, kBlankLine);
  return out;
}

}  // namespace garland
