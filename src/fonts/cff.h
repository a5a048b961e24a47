// As much of the Compact Font Format as a subset's user must know (Adobe Technical Note 5176).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace garland {

// The CID of every glyph of a CID-keyed CFF font, in glyph order (sections 13 and 18). Empty for a
// font keyed by names, where text refers to glyphs by their index, and for a damaged one.
std::vector<std::uint32_t> cff_glyph_cids(std::string_view cff, std::size_t glyph_count);

}  // namespace garland
