// The indexes at the end of the books: where an author, a title or a subject is found. Takes the
// works as they will be printed, gives entries in alphabetical order.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "book/anthology.h"
#include "book/description.h"

namespace garland {

// The indexes that are asked for, in that order. One without entries is left out, with a warning.
// - Authors: who wrote, translated or edited a work, by the family's name; one person once.
// - Titles: printed as they are, and filed without the article of the title's own language. Titles
//   taken from the web are often whole sentences, which cannot stand with "The" behind them.
// - Subjects: those that differ in their capitals alone are one, as first written.
// Long indexes are grouped by the letters of the book's language.
std::vector<Index> make_indexes(const Anthology& anthology, const std::vector<IndexWish>& wishes,
                                Diagnostics& diagnostics);

// The key of the index's title in Words ("index-of-authors").
std::string_view title_key(IndexKind kind);

// Names the index in the books: "index-authors".
std::string index_id(IndexKind kind);

// The title without the article that it begins with in its language: "Garland" of "The Garland",
// "Étranger" of "L’Étranger". The whole title where no more than an article is left of it.
std::string_view without_article(std::string_view title, std::string_view language);

}  // namespace garland
