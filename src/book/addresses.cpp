#include "book/addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"

namespace garland {
namespace {

// Schemes with a host.
constexpr std::array<std::string_view, 4> kWebSchemes = {"http", "https", "ftp", "ftps"};
// Schemes without one that do nothing but address.
constexpr std::array<std::string_view, 7> kPlainSchemes = {"mailto", "tel",  "sms", "urn",
                                                           "geo",    "xmpp", "isbn"};

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_hex_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '%' && at + 2 < text.size() && is_hex_digit(text[at + 1]) &&
         is_hex_digit(text[at + 2]);
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view kNever = " \"<>\\^`{|}";
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_stray = text[at] == '%' && !is_escape(text, at);
    if (byte <= 0x20 || byte == 0x7F || is_stray || kNever.find(text[at]) != kNever.npos) {
      encoded += fmt::format("%{:02X}", byte);
    } else {
      encoded += text[at];
    }
  }
  return encoded;
}

// "user@host:80" of "//user@host:80/path".
std::string_view authority_of(std::string_view rest) {
  if (!rest.starts_with("//")) return {};
  rest.remove_prefix(2);
  return rest.substr(0, rest.find_first_of("/?#"));
}

// Letters of any script, digits, dots and hyphens, a port, an IPv6 address in brackets.
bool is_host(std::string_view authority) {
  const std::string_view host = authority.substr(authority.rfind('@') + 1);
  const bool is_clean = std::all_of(host.begin(), host.end(), [](char c) {
    return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
           std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
  return is_clean && !host.empty() && !host.starts_with('.') && !host.starts_with(':') &&
         (host.find('[') == std::string_view::npos || host.starts_with('['));
}

// Takes "." and ".." out of a path that begins with "/" (RFC 3986, 5.2.4).
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> segments;
  std::size_t begin = 1;
  bool is_folder = false;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view segment = path.substr(begin, end - begin);
    is_folder = segment.empty() || segment == "." || segment == "..";
    if (segment == ".." && !segments.empty()) segments.pop_back();
    if (!segment.empty() && segment != "." && segment != "..") segments.push_back(segment);
    begin = end + 1;
  }
  std::string clean;
  for (const std::string_view segment : segments) clean += "/" + std::string(segment);
  return is_folder || clean.empty() ? clean + "/" : clean;
}

}  // namespace

std::string scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0) return {};
  const std::string_view scheme = address.substr(0, colon);
  const bool is_scheme = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_alphanumeric(c) || c == '+' || c == '-' || c == '.';
  });
  const bool has_letter_first = is_alphanumeric(scheme.front()) && scheme.front() > '9';
  return is_scheme && has_letter_first ? to_lower(scheme) : std::string();
}

std::string safe_address(std::string_view address) {
  address = trim(address);
  const std::string scheme = scheme_of(address);
  const std::string_view rest = address.substr(scheme.empty() ? 0 : scheme.size() + 1);
  if (scheme == "doi") return "https://doi.org/" + percent_encoded(rest);
  if (contains(kPlainSchemes, scheme)) {
    return rest.empty() ? std::string() : scheme + ":" + percent_encoded(rest);
  }
  if (!contains(kWebSchemes, scheme) || !is_host(authority_of(rest))) return {};
  return scheme + ":" + percent_encoded(rest);
}

std::string absolute_address(std::string_view base, std::string_view reference) {
  const std::string scheme = scheme_of(base);
  if (!contains(kWebSchemes, scheme)) return {};
  const std::string_view rest = base.substr(scheme.size() + 1);
  const std::string_view authority = authority_of(rest);
  if (authority.empty()) return {};
  if (reference.starts_with("//")) return safe_address(scheme + ":" + std::string(reference));
  const std::string site = fmt::format("{}://{}", scheme, authority);
  std::string_view path = rest.substr(2 + authority.size());
  path = path.substr(0, path.find_first_of("?#"));
  const std::size_t end = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, end));
  if (!joined.starts_with('/')) {
    const std::size_t slash = path.rfind('/');
    const std::string folder(slash == std::string_view::npos ? "/" : path.substr(0, slash + 1));
    joined = folder + joined;
  }
  return safe_address(site + without_dots(joined) + std::string(reference.substr(end)));
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_escape(text, at)) {
      decoded += text[at];
      continue;
    }
    const auto digit = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    decoded += static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
    at += 2;
  }
  return decoded;
}

}  // namespace garland
