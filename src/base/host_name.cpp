#include "base/host_name.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kLongestLabel = 63;  // RFC 1035, 2.3.4

// Parameters of RFC 3492, 5.
constexpr std::uint32_t kBase = 36;
constexpr std::uint32_t kLeastThreshold = 1;
constexpr std::uint32_t kGreatestThreshold = 26;
constexpr std::uint32_t kSkew = 38;
constexpr std::uint32_t kDamp = 700;
constexpr std::uint32_t kFirstBias = 72;
constexpr char32_t kFirstCodePoint = 0x80;

char digit_of(std::uint32_t value) {
  return static_cast<char>(value < 26 ? 'a' + value : '0' + (value - 26));
}

// RFC 3492, 6.1.
std::uint32_t adapt(std::uint32_t delta, std::uint32_t point_count, bool is_first) {
  delta = is_first ? delta / kDamp : delta / 2;
  delta += delta / point_count;
  std::uint32_t k = 0;
  for (; delta > ((kBase - kLeastThreshold) * kGreatestThreshold) / 2; k += kBase) {
    delta /= kBase - kLeastThreshold;
  }
  return k + (kBase - kLeastThreshold + 1) * delta / (delta + kSkew);
}

// A generalized variable-length integer (RFC 3492, 3.3).
void append_integer(std::string& out, std::uint32_t value, std::uint32_t bias) {
  for (std::uint32_t k = kBase;; k += kBase) {
    const std::uint32_t threshold = k <= bias                        ? kLeastThreshold
                                    : k >= bias + kGreatestThreshold ? kGreatestThreshold
                                                                     : k - bias;
    if (value < threshold) break;
    out += digit_of(threshold + (value - threshold) % (kBase - threshold));
    value = (value - threshold) / (kBase - threshold);
  }
  out += digit_of(value);
}

bool is_label(std::string_view label) {
  return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' &&
         label.back() != '-' && std::all_of(label.begin(), label.end(), [](char c) {
           return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
         });
}

std::optional<std::string> ascii_label(std::string_view label) {
  if (is_ascii(label)) return is_label(label) ? std::optional(std::string(label)) : std::nullopt;
  const auto encoded = punycode(normalize_nfc(to_lower(label)));
  if (!encoded || !is_label("xn--" + *encoded)) return std::nullopt;
  return "xn--" + *encoded;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    pieces.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return pieces;
}

bool is_octet(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), is_ascii_digit) &&
         std::stoi(std::string(text)) < 256;
}

// "[2001:db8::1]" (RFC 3986, 3.2.2); that its groups make sense is left to DNS.
bool is_bracketed_address(std::string_view host) {
  return host.size() > 4 && host.front() == '[' && host.back() == ']' &&
         host.substr(1, host.size() - 2).find_first_not_of("0123456789abcdefABCDEF:.") ==
             std::string_view::npos;
}

std::optional<std::string> ascii_host(std::string_view host) {
  if (is_bracketed_address(host)) return std::string(host);
  std::vector<std::string_view> labels = split(host, '.');
  if (labels.size() == 4 && std::all_of(labels.begin(), labels.end(), is_octet)) {
    return std::string(host);
  }
  const bool ends_with_root = labels.size() > 1 && labels.back().empty();
  if (ends_with_root) labels.pop_back();
  std::string out;
  std::optional<std::string> label;
  for (const std::string_view written : labels) {
    label = ascii_label(written);
    if (!label) return std::nullopt;
    out += (out.empty() ? "" : ".") + *label;
  }
  if (!label || !is_ascii_letter(label->front())) return std::nullopt;
  return ends_with_root ? out + "." : out;
}

bool is_user_character(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view("-._~!$&'()*+,;=:").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> punycode(std::string_view label) {
  std::vector<char32_t> points;
  std::string out;
  for (std::size_t offset = 0; offset < label.size();) {
    points.push_back(next_code_point(label, offset));
    if (points.back() < kFirstCodePoint) out += static_cast<char>(points.back());
  }
  // Bounds every sum below, and the square of the loops.
  if (points.size() > kLongestLabel) return std::nullopt;
  const auto basic_count = static_cast<std::uint32_t>(out.size());
  std::uint32_t handled = basic_count;
  if (basic_count > 0) out += '-';
  char32_t n = kFirstCodePoint;
  std::uint32_t delta = 0;
  std::uint32_t bias = kFirstBias;
  while (handled < points.size()) {
    char32_t next = 0x10FFFF;
    for (const char32_t point : points) {
      if (point >= n) next = std::min(next, point);
    }
    delta += static_cast<std::uint32_t>(next - n) * (handled + 1);
    n = next;
    for (const char32_t point : points) {
      if (point < n) ++delta;
      if (point != n) continue;
      append_integer(out, delta, bias);
      bias = adapt(delta, handled + 1, handled == basic_count);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++n;
  }
  return out;
}

std::optional<std::string> ascii_authority(std::string_view authority) {
  std::string out;
  const std::size_t at = authority.find('@');
  if (at != std::string_view::npos) {
    const std::string_view user = authority.substr(0, at);
    if (!std::all_of(user.begin(), user.end(), is_user_character)) return std::nullopt;
    out = std::string(user) + "@";
    authority.remove_prefix(at + 1);
  }
  // The colons inside brackets are an IPv6 address's own.
  const std::size_t bracket = authority.starts_with('[') ? authority.find(']') : 0;
  const std::size_t colon = std::min(authority.find(':', bracket), authority.size());
  const std::string_view port = authority.substr(colon);
  const auto host = ascii_host(authority.substr(0, colon));
  const bool is_port = port.empty() || std::all_of(port.begin() + 1, port.end(), is_ascii_digit);
  if (!host || !is_port) return std::nullopt;
  return out + *host + std::string(port);
}

}  // namespace garland
