// The CIDFont below a Type 0 font: program, descriptor and widths (ISO 32000-1, 9.7.4 and 9.8).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "fonts/fonts.h"
#include "pdf/haru.h"

namespace garland {

struct DescendantFont {
  ObjectId object = 0;
  std::string composite_name;  // the name object that the Type 0 font bears
};

// `widths` has every code's width in thousandths of an em.
DescendantFont embed_program(HaruDocument& document, const FontProgram& program,
                             const FaceMetrics& metrics,
                             const std::map<std::uint16_t, double>& widths);

}  // namespace garland
