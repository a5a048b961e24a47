// Addresses on the web in metadata.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// Whether a scheme in lower case is http or https.
bool is_web_scheme(std::string_view scheme);

// The address of a page on the web, with what no address may hold percent-encoded; empty for what
// is none.
std::string web_address(std::string_view text);

}  // namespace garland
