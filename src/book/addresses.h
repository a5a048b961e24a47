// Which addresses a book may lead to. This is the only place that decides it; writers obey.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// The address, fit to print and follow: what no address may hold is percent-encoded, other scripts
// stay, "doi:" becomes its resolver's address and "isbn:" a URN. Empty when the scheme is not among
// those that do no harm ("javascript:", "data:", "file:" and all unknown ones are not), or a web
// address names no host. For an href or a PDF's action, take ascii_address (base/uri.h) of it.
std::string safe_address(std::string_view address);

// A reference of a page ("/about", "//host/a", "b.html") as an absolute address, given the page's
// own (RFC 3986, 5.2). Empty when `base` is no web address.
std::string absolute_address(std::string_view base, std::string_view reference);

// The address as people read it: without "https://", "www." and a closing slash.
std::string readable_address(std::string_view address);

}  // namespace garland
