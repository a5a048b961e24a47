// Decimal digits of all scripts (Unicode's category Nd), in texts: "٢٠٢٠", "２０２０", "2020".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace garland {

bool has_digit(std::string_view text);

// Whether a digit of another script than ASCII's may be in the text: told by bytes, and false for
// most texts of Europe and of East Asia.
bool may_have_other_digits(std::string_view text);

// Code points that are digits.
std::size_t count_digits(std::string_view text);

// The text with ASCII's digits for those of other scripts; all else stays as it is. Cost linear.
std::string with_ascii_digits(std::string_view text);

}  // namespace garland
