// A face cut down to some glyphs or characters, by hb-subset.
#pragma once

#include <cstdint>
#include <set>

#include "fonts/face.h"
#include "fonts/fonts.h"

namespace garland {

// What is said of a file that is no font, or whose tables are damaged.
Error damaged_face(const Face& face);

// Errors: the file is no font, the face may not be embedded, or not in part, or its tables are
// damaged.
Result<FontProgram> subset_face(Face& face, const std::set<std::uint32_t>& glyphs);

// Errors: the face may not be embedded, or not in part, or its tables are damaged.
Result<FontFile> cut_font_file(Face& face, const std::set<char32_t>& characters);

}  // namespace garland
