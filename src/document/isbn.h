// International Standard Book Numbers (ISO 2108), as digits without hyphens.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// Whether there are ten digits, the last perhaps "X", or thirteen, and the check digit fits.
bool is_isbn(std::string_view digits);

// The number of thirteen digits that a book has whose number is of ten: 978 before its first nine
// and a check digit of its own. Thirteen stay as they are, right or wrong; empty for any other
// count. Requires digits, but for an "X" at the end of ten.
std::string isbn_13(std::string_view digits);

}  // namespace garland
