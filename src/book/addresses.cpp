#include "book/addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/host_name.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/web_address.h"

namespace garland {
namespace {

bool names_host(AddressKind kind) {
  return kind == AddressKind::Web || kind == AddressKind::Transfer;
}

// "isbn:9783161484100" after "urn:" (RFC 8141, 2: a namespace of two or more, then what it names).
bool has_namespace(std::string_view rest) {
  const std::size_t colon = rest.find(':');
  return colon != std::string_view::npos && colon >= 2 && colon + 1 < rest.size();
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

std::string safe_address(std::string_view address) {
  const AddressParts parts = split_address(trim(address));
  const std::string rest = encode_forbidden(parts.rest);
  const AddressKind kind = kind_of_scheme(parts.scheme);
  if (names_host(kind)) {
    if (!ascii_authority(parts.authority)) return {};
    return fmt::format("{}://{}{}", parts.scheme, parts.authority, rest);
  }
  if (kind != AddressKind::Name || rest.empty() || !parts.authority.empty()) return {};
  if (parts.scheme == "doi") return "https://doi.org/" + rest;
  if (parts.scheme == "isbn") return "urn:isbn:" + rest;
  if (parts.scheme == "urn" && !has_namespace(rest)) return {};
  return parts.scheme + ":" + rest;
}

std::string absolute_address(std::string_view base, std::string_view reference) {
  const AddressParts parts = split_address(base);
  if (!names_host(kind_of_scheme(parts.scheme)) || parts.authority.empty()) return {};
  if (reference.starts_with("//")) return safe_address(parts.scheme + ":" + std::string(reference));
  const std::string site = fmt::format("{}://{}", parts.scheme, parts.authority);
  const std::string_view path = parts.rest.substr(0, parts.rest.find_first_of("?#"));
  const std::size_t end = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, end));
  if (joined.empty() && !path.empty()) {  // "?page=2" is of the page itself
    joined = path;
  } else if (!joined.starts_with('/')) {
    const std::size_t slash = path.rfind('/');
    const std::string folder(slash == std::string_view::npos ? "/" : path.substr(0, slash + 1));
    joined = folder + joined;
  }
  return safe_address(site + without_dots(joined) + std::string(reference.substr(end)));
}

std::string readable_address(std::string_view address) {
  address = trim(address);
  for (const std::string_view prefix : {"https://", "http://", "www."}) {
    if (address.starts_with(prefix)) address.remove_prefix(prefix.size());
  }
  if (address.ends_with('/')) address.remove_suffix(1);
  return std::string(address);
}

}  // namespace garland
