// The authority of an address: user, host and port (RFC 3986, 3.2), the host as DNS knows it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace garland {

// "user@bücher.example:8080" gives "user@xn--bcher-kva.example:8080". Gives nothing for what is no
// host name (RFC 1123, with the underscores that are met in practice) nor an IP address.
std::optional<std::string> ascii_authority(std::string_view authority);

// A label of other letters as ASCII, without the prefix "xn--" (Punycode, RFC 3492, 6.3). Gives
// nothing for a label longer than DNS allows.
std::optional<std::string> punycode(std::string_view label);

}  // namespace garland
