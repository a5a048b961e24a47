#include "document/web_address.h"

#include <fmt/format.h>

#include "base/host_name.h"
#include "base/uri.h"

namespace garland {

bool is_web_scheme(std::string_view scheme) { return scheme == "https" || scheme == "http"; }

std::string web_address(std::string_view text) {
  const AddressParts parts = split_address(text);
  if (!is_web_scheme(parts.scheme) || !ascii_authority(parts.authority)) return "";
  return fmt::format("{}://{}{}", parts.scheme, parts.authority, encode_forbidden(parts.rest));
}

}  // namespace garland
