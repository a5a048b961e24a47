#include "base/uri.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/host_name.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::string_view kUnreservedSigns = "-._~";
constexpr std::string_view kForbiddenSigns = " \"<>\\^`{|}[]";

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }
bool holds(std::string_view signs, char c) { return signs.find(c) != signs.npos; }

// The value of a hexadecimal digit, or -1.
int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && hex_value(text[at + 1]) >= 0 &&
         hex_value(text[at + 2]) >= 0;
}

void append_escape(std::string& out, char c) {
  fmt::format_to(std::back_inserter(out), "%{:02X}", static_cast<unsigned char>(c));
}

// Each character for which the predicate holds as its escape.
template <typename Predicate>
std::string encode_if(std::string_view text, Predicate must_be_encoded) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (must_be_encoded(c)) {
      append_escape(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view scheme = address.substr(0, colon);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_ascii_alphanumeric(c) || holds("+-.", c);
  });
  const bool begins_with_letter = is_ascii_alphanumeric(scheme.front()) && scheme.front() > '9';
  return is_scheme && begins_with_letter ? to_lower(scheme) : std::string();
}

AddressParts split_address(std::string_view address) {
  AddressParts parts;
  parts.scheme = scheme_of(address);
  parts.rest = address.substr(parts.scheme.empty() ? 0 : parts.scheme.size() + 1);
  if (!parts.rest.starts_with("//")) return parts;
  parts.rest.remove_prefix(2);
  const std::size_t end = std::min(parts.rest.find_first_of("/?#"), parts.rest.size());
  parts.authority = parts.rest.substr(0, end);
  parts.rest.remove_prefix(end);
  return parts;
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text, at)) {
      decoded += static_cast<char>(hex_value(text[at + 1]) * 16 + hex_value(text[at + 2]));
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return decoded;
}

std::string encode_forbidden(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool is_in_fragment = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_stray = c == '%' && !is_escape(text, at);
    const bool is_second_hash = c == '#' && is_in_fragment;
    is_in_fragment = is_in_fragment || c == '#';
    if (is_control(c) || is_stray || is_second_hash || holds(kForbiddenSigns, c)) {
      append_escape(out, c);
    } else {
      out += c;
    }
  }
  return out;
}

std::string encode_name(std::string_view text) {
  return encode_if(text, [](char c) {
    return is_ascii_byte(c) && !is_ascii_alphanumeric(c) && !holds(kUnreservedSigns, c);
  });
}

std::string encode_path(std::string_view path) {
  return encode_if(path, [](char c) { return holds("%?#:", c); });
}

std::string ascii_address(std::string_view address) {
  const AddressParts parts = split_address(address);
  const std::string rest =
      encode_if(encode_forbidden(parts.rest), [](char c) { return !is_ascii_byte(c); });
  const std::string start = parts.scheme.empty() ? "" : parts.scheme + ":";
  if (parts.authority.empty()) return start + rest;
  const auto host = ascii_authority(parts.authority);
  const std::string authority =
      host ? *host
           : encode_if(parts.authority, [](char c) { return !is_ascii_byte(c) || is_control(c); });
  return start + "//" + authority + rest;
}

}  // namespace garland
