// Pages for what readers write: ruled or blank, with folios, beside or after an article's own.
#pragma once

#include <cstddef>

#include "layout/pages/make_pages.h"
#include "style/theme.h"

namespace garland {

// How many pages an article takes whose text takes so many.
std::size_t with_note_pages(std::size_t text_pages, const Theme& theme);

// Puts the pages into an article's set: each behind the page that it faces, or after the last.
void add_note_pages(PageSet& set, const Theme& theme);

// Appends those at the end of the book, where that is their place.
void end_with_note_pages(PageSet& set, const Theme& theme);

}  // namespace garland
