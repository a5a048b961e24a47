// A page's items to its content stream, every operator inside marked content (ISO 32000-1, 14.6).
#pragma once

#include <vector>

#include "layout/page.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/pictures.h"

namespace garland {

struct PageContent {
  PageParts parts;                  // annotations and structure key are filled in by others
  std::vector<StructureId> marked;  // the node of each marked-content identifier
};

// Texts of one node that follow each other share a marked-content identifier. Requires a packet
// that check_packet() accepts.
PageContent make_content(const Page& page, const std::vector<StructureNode>& structure,
                         const EmbeddedFonts& fonts, const EmbeddedPictures& pictures);

}  // namespace garland
