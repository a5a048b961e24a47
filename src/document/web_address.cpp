#include "document/web_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/host_name.h"
#include "base/unicode.h"
#include "base/uri.h"

namespace garland {
namespace {

// Those of names are registered but for two that book/addresses.h writes in another form, so that
// readers of EPUBs know them.
constexpr auto kSchemes = std::to_array<std::pair<std::string_view, AddressKind>>({
    {"", AddressKind::Relative},
    {"http", AddressKind::Web},
    {"https", AddressKind::Web},
    {"ftp", AddressKind::Transfer},
    {"mailto", AddressKind::Name},
    {"tel", AddressKind::Name},
    {"sms", AddressKind::Name},
    {"urn", AddressKind::Name},
    {"geo", AddressKind::Name},
    {"xmpp", AddressKind::Name},
    {"doi", AddressKind::Name},
    {"isbn", AddressKind::Name},
    {"javascript", AddressKind::Program},
    {"vbscript", AddressKind::Program},
    {"data", AddressKind::Program},
    {"file", AddressKind::Local},
});

// What stands up to the end of the scheme, if there is one, without white space and controls.
std::string head_of(std::string_view address) {
  std::string head;
  for (const char c : address) {
    if (static_cast<unsigned char>(c) > ' ') head += c;
    if (std::string_view(":/?#").find(c) != std::string_view::npos) break;
  }
  return head;
}

}  // namespace

AddressKind kind_of_scheme(std::string_view scheme) {
  const auto found = std::find_if(kSchemes.begin(), kSchemes.end(),
                                  [scheme](const auto& row) { return row.first == scheme; });
  return found == kSchemes.end() ? AddressKind::Other : found->second;
}

AddressKind address_kind(std::string_view address) {
  return kind_of_scheme(scheme_of(head_of(address)));
}

bool runs_programs(std::string_view address) {
  const AddressKind kind = address_kind(address);
  if (kind != AddressKind::Program) return kind == AddressKind::Local;
  return !to_lower(trim(address).substr(0, 11)).starts_with("data:image/");
}

std::string web_address(std::string_view text) {
  const AddressParts parts = split_address(text);
  if (kind_of_scheme(parts.scheme) != AddressKind::Web || !ascii_authority(parts.authority)) {
    return "";
  }
  return fmt::format("{}://{}{}", parts.scheme, parts.authority, encode_forbidden(parts.rest));
}

}  // namespace garland
