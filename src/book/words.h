// The table behind Words (book/anthology.h): every fixed word that a book prints, in every language
// that we have. To add a language, add a column to both tables of words.cpp.
#pragma once

#include <string_view>
#include <vector>

namespace garland {

// The keys that Words::operator[] knows, sorted.
const std::vector<std::string_view>& word_keys();

// The languages that have words of their own, as two-letter codes, English first.
const std::vector<std::string_view>& word_languages();

}  // namespace garland
