// Addresses as they stand in the book's links (RFC 3986).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace garland {

// An outside address made fit for an href: characters that RFC 3986 does not allow are percent
// encoded. Gives nothing for what cannot be followed from a book: a scheme other than http, https,
// mailto, ftp and tel, a host that is empty or no host name.
std::optional<std::string> link_address(std::string_view url);

// Percent-encodes ASCII characters other than letters, digits and "-._~"; other scripts stay.
std::string percent_encode(std::string_view text);

// The address as people read it: without "https://", "www." and a closing slash.
std::string readable_address(std::string_view url);

}  // namespace garland
