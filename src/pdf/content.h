// A page's items to its content stream, every operator of tagged pages inside marked
// content (ISO 32000-1, 14.6).
#pragma once

#include <vector>

#include "layout/page.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/pictures.h"
#include "style/print.h"

namespace garland {

struct PageContent {
  PageParts parts;                  // annotations and structure key are filled in by others
  std::vector<StructureId> marked;  // the node of each marked-content identifier
};

// What pages are drawn with.
struct Embedded {
  FontResources fonts;
  EmbeddedPictures pictures;
  PrintColors colors = PrintColors::Full;
};

// Embeds the fonts and the pictures that the pages need. Errors: as of embed_fonts() and
// embed_pictures().
Result<Embedded> embed(HaruDocument& document, const std::vector<Page>& pages,
                       const std::vector<Picture>& pictures, FontLibrary& fonts,
                       PrintColors colors);

// Texts of one node that follow each other share a marked-content identifier; without a structure
// there are none. Requires a packet that check_packet() accepts.
PageContent make_content(const Page& page, const std::vector<StructureNode>* structure,
                         const Embedded& embedded);

}  // namespace garland
