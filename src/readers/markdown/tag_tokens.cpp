#include "readers/markdown/tag_tokens.h"

#include <algorithm>

#include "readers/markdown/signs.h"

namespace garland {
namespace {

// A token: kTokenSign, the tag's number in letters, kTokenFill up to the tag's size. No
// source has these signs: decoding leaves control characters out.
constexpr char kTokenSign = '\x06';
constexpr char kTokenFill = '\x07';
constexpr std::string_view kHtmlBegin = "<!X";  // CommonMark: HTML blocks, kind 4
constexpr char kFirstDigit = 'A';
constexpr std::size_t kBase = 26;

// The number in digits, the last one first.
std::string digits_of(std::size_t number) {
  std::string digits;
  do {
    digits += static_cast<char>(kFirstDigit + static_cast<char>(number % kBase));
    number /= kBase;
  } while (number > 0);
  return digits;
}

std::size_t number_at(std::string_view digits) {
  std::size_t number = 0;
  std::size_t factor = 1;
  for (const char digit : digits) {
    number += static_cast<std::size_t>(digit - kFirstDigit) * factor;
    factor *= kBase;
  }
  return number;
}

bool is_digit_sign(char c) {
  return c >= kFirstDigit && c < kFirstDigit + static_cast<char>(kBase);
}

}  // namespace

std::optional<std::string> token_of(std::size_t number, std::size_t size, TokenForm form) {
  const bool is_html = form == TokenForm::Html;
  const std::string digits = digits_of(number);
  const std::size_t rest = is_html ? kHtmlBegin.size() + 1 : 0;
  if (size < digits.size() + 2 + rest) return std::nullopt;
  std::string token = is_html ? std::string(kHtmlBegin) : std::string();
  token.append(1, kTokenSign).append(digits);
  token.resize(size - (is_html ? 1 : 0), kTokenFill);
  if (is_html) token += '>';
  return token;
}

std::optional<TagToken> next_token(std::string_view text, std::size_t at) {
  const std::size_t begin = text.find(kTokenSign, at);
  if (begin == kNowhere) return std::nullopt;
  std::size_t end = begin + 1;
  while (end < text.size() && is_digit_sign(text[end]) && end - begin <= 6) ++end;
  const std::size_t number = number_at(text.substr(begin + 1, end - begin - 1));
  while (end < text.size() && text[end] == kTokenFill) ++end;
  const std::size_t html = begin - std::min(begin, kHtmlBegin.size());
  if (text.substr(html, begin - html) != kHtmlBegin) return TagToken{begin, end, number};
  return TagToken{html, std::min(end + 1, text.size()), number};
}

std::optional<std::size_t> tag_of_html(std::string_view html) {
  if (!html.starts_with(kHtmlBegin)) return std::nullopt;
  const std::optional<TagToken> token = next_token(html, 0);
  if (!token || token->begin != 0) return std::nullopt;
  return token->tag;
}

std::string with_tags_written_out(std::string_view text, const std::vector<SiteTag>& tags) {
  std::string out;
  std::size_t at = 0;
  while (const std::optional<TagToken> token = next_token(text, at)) {
    out += text.substr(at, token->begin - at);
    if (token->tag < tags.size()) out += tags[token->tag].source;
    at = token->end;
  }
  return out.append(text.substr(at));
}

}  // namespace garland
