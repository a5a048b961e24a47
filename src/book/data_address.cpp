#include "book/data_address.h"

#include <cstdint>

#include "base/ascii.h"
#include "base/unicode.h"
#include "base/uri.h"

namespace garland {
namespace {

constexpr std::size_t kLargestAddress = 43 << 20;  // bytes; base64 makes four of three

// The six bits of a base64 digit (RFC 4648, table 1 and 2), or -1.
int digit_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (is_ascii_digit(c)) return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

Result<std::string> decode_base64(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t buffer = 0;
  int bit_count = 0;
  for (const char c : text) {
    if (c == '=' || c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const int value = digit_value(c);
    if (value < 0) return Error{"its base64 text has a character that is none of base64's", "", {}};
    buffer = (buffer << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    bit_count += 6;
    if (bit_count < 8) continue;
    bit_count -= 8;
    bytes += static_cast<char>(buffer >> bit_count & 0xFF);
  }
  return bytes;
}

}  // namespace

bool is_data_address(std::string_view target) { return scheme_of(target) == "data"; }

Result<std::string> decode_data_address(std::string_view address) {
  const std::size_t comma = address.find(',');
  if (comma == std::string_view::npos) return Error{"it has no comma before its data", "", {}};
  if (address.size() > kLargestAddress) return Error{"it is larger than 32 MB", "", {}};
  const std::string data = percent_decoded(address.substr(comma + 1));
  const bool is_base64 = to_lower(address.substr(0, comma)).ends_with(";base64");
  return is_base64 ? decode_base64(data) : Result<std::string>(data);
}

}  // namespace garland
