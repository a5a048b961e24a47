// Addresses as sources write them.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// "https" of "https://…", in lower case; empty where there is no scheme.
std::string scheme_of(std::string_view address);

// The address, fit to print and follow: white space, controls and other characters that no address
// may have are percent-encoded (RFC 3986, 2.1), "doi:" becomes its resolver's address. Empty when
// the scheme is not safe ("javascript:", "data:", "file:") or the address names no host.
std::string safe_address(std::string_view address);

// A reference of a page ("/about", "//host/a", "b.html") as an absolute address, given the page's
// own (RFC 3986, 5.2). Empty when `base` is no web address.
std::string absolute_address(std::string_view base, std::string_view reference);

// "%20" to " "; a "%" that begins no escape stays.
std::string percent_decoded(std::string_view text);

}  // namespace garland
