// Anthologies made by hand for the tests of the e-book writer.
#pragma once

#include "book/anthology.h"
#include "style/theme.h"

namespace garland::test {

// A PNG of one colour.
Picture small_picture(std::uint8_t shade);

// A work with a title, an author, and nothing else.
Work plain_work(std::string id, std::string title);

// An anthology of these works without parts, in English, with everything else set that a valid book
// needs.
Anthology book_of(std::vector<Work> works);

// Every kind of node, every kind of page, odd characters, three languages, notes within notes.
Anthology stress_book();

// Works that share titles of sections, ids, note labels and pictures.
Anthology colliding_book(int count);

// The design that ships with the program.
Theme reader_theme();

}  // namespace garland::test
