// The fonts of the file: each face that the pages use, cut down to their glyphs, as a Type 0 font
// with the encoding Identity-H (ISO 32000-1, 9.7).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pdf/haru.h"

namespace garland {

// One glyph as text shows it.
struct EmbeddedGlyph {
  std::uint16_t code = 0;
  double width = 0;  // in thousandths of an em, as the font dictionary has it
  std::string text;  // as the ToUnicode map has it
};

// A face in the file, as pages name it among their resources (ISO 32000-1, 7.8.3).
struct FontResource {
  ObjectId object = 0;
  std::string name;                   // in content streams, without the slash
  std::vector<EmbeddedGlyph> glyphs;  // by the face's own glyph numbers
};

using FontResources = std::map<FaceId, FontResource>;

// Errors: a face cannot be cut down.
Result<FontResources> embed_fonts(HaruDocument& document, const std::vector<Page>& pages,
                                  FontLibrary& fonts);

}  // namespace garland
