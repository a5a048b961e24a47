// Layout: the Anthology becomes the pages of the packet. Works are laid out one by one, each from a
// page of its own, in parallel; front matter, folios, contents and cross-references follow when all
// page counts are known.
#pragma once

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "style/theme.h"

namespace garland {

struct LayoutOptions {
  unsigned jobs = 0;               // threads; 0: one a core. Never changes the result
  const Picture* cover = nullptr;  // for the theme's print.has_cover; none is bound without it
};

// Always gives a whole packet: what is higher than a page goes on overleaf. Reports characters that
// no font has, with their places, and languages without a hyphenation dictionary.
Packet lay_out(const Anthology& anthology, const Theme& theme, FontLibrary& fonts,
               const LayoutOptions& options, Diagnostics& diagnostics);

}  // namespace garland
