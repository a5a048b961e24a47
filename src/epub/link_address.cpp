#include "epub/link_address.h"

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "epub/host_name.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 3> kSchemesWithHost = {"http", "https", "ftp"};
constexpr std::array<std::string_view, 2> kOtherSchemes = {"mailto", "tel"};

bool is_ascii_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_unreserved(char c) {
  return is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

void append_encoded(std::string& out, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kDigits.at(byte >> 4U);
  out += kDigits.at(byte & 0xFU);
}

// What may follow the authority: path, query and one fragment (RFC 3986, 3.3 to 3.5).
std::string encode_rest(std::string_view rest) {
  constexpr std::string_view kAllowed = "!$&'()*+,;=:@/?";
  std::string out;
  bool in_fragment = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const char c = rest[i];
    const bool is_escape =
        c == '%' && i + 2 < rest.size() && is_hex_digit(rest[i + 1]) && is_hex_digit(rest[i + 2]);
    const bool starts_fragment = c == '#' && !in_fragment;
    in_fragment = in_fragment || starts_fragment;
    if (is_unreserved(c) || is_escape || starts_fragment ||
        kAllowed.find(c) != std::string_view::npos) {
      out += c;
    } else {
      append_encoded(out, c);
    }
  }
  return out;
}

template <typename Names>
bool holds(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string percent_encode(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c) || static_cast<unsigned char>(c) >= 0x80) {
      out += c;
    } else {
      append_encoded(out, c);
    }
  }
  return out;
}

std::optional<std::string> link_address(std::string_view url) {
  url = trim(url);
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string scheme = to_lower(url.substr(0, colon));
  std::string_view rest = url.substr(colon + 1);
  if (holds(kOtherSchemes, scheme)) return scheme + ":" + encode_rest(rest);
  if (!holds(kSchemesWithHost, scheme) || !rest.starts_with("//")) return std::nullopt;
  rest.remove_prefix(2);
  const std::size_t authority_end = std::min(rest.find_first_of("/?#"), rest.size());
  const auto authority = ascii_authority(rest.substr(0, authority_end));
  if (!authority) return std::nullopt;
  return scheme + "://" + *authority + encode_rest(rest.substr(authority_end));
}

std::string readable_address(std::string_view url) {
  url = trim(url);
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
  }
  if (url.ends_with('/')) url.remove_suffix(1);
  return std::string(url);
}

}  // namespace garland
