// Anthologies made by hand for the tests of layout.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "style/theme.h"

namespace garland::test {

// Sentences that are always the same for the same seed. Every word is made of letters and the
// sentences differ, so that order can be told.
std::string prose(std::size_t word_count, unsigned seed);

Work work_of(std::string id, std::string title, Blocks blocks, std::vector<Note> notes = {});
Anthology anthology_of(std::vector<Work> works);

// A PNG in grey of the size asked for.
Picture grey_picture(int width_px, int height_px);

// The design and the fonts that ship with the program.
std::filesystem::path styles_folder();
Theme theme_named(std::string_view name);
const Theme& reader_theme();
FontLibrary& fonts();

Packet lay_out_book(const Anthology& anthology, Diagnostics& diagnostics, unsigned jobs = 1);
Packet lay_out_book(const Anthology& anthology, const Theme& theme);
Packet lay_out_book(const Anthology& anthology);

// What a reader copies from a page: content in its order, lines joined by spaces, divided words
// whole again. `with_artifacts` adds folios, running heads and the like.
enum class Copied { Content, All };
std::string text_of(const Page& page, Copied what = Copied::Content);

// Pages that begin or go on with a work.
std::vector<const Page*> pages_of(const Packet& packet, const std::string& work);

// The page that has an anchor, or null.
const Page* page_with_anchor(const Packet& packet, const std::string& name);

// Every rule that a packet keeps whatever it holds: items within the page's frame, structure ids
// that exist, headings without holes, Notes with unique ids, Figures with words, lists of items,
// links with words and goals. Reports each breach as a failed check.
void check_packet(const Packet& packet, const Theme& theme);

}  // namespace garland::test
