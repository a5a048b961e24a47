// Texts and addresses as HTML writes them, in the manner of CommonMark's reference renderer.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// & < > " as entities.
std::string escape_html(std::string_view text);

// An address for href or src: percent escapes for what may not stand in one.
std::string escape_address(std::string_view url);

}  // namespace garland
