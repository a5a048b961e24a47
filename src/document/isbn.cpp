#include "document/isbn.h"

#include <algorithm>

#include "base/ascii.h"

namespace garland {
namespace {

// Weighted 10 to 1, with X for ten.
int sum_of_10(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    sum += (10 - static_cast<int>(i)) * (digits[i] == 'X' ? 10 : digits[i] - '0');
  }
  return sum;
}

// Weighted 1 and 3 by turns.
int sum_of_13(std::string_view digits) {
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (i % 2 == 0 ? 1 : 3) * (digits[i] - '0');
  return sum;
}

}  // namespace

bool is_isbn(std::string_view digits) {
  if (digits.size() != 10 && digits.size() != 13) return false;
  const std::string_view before_last = digits.substr(0, digits.size() - 1);
  if (!std::all_of(before_last.begin(), before_last.end(), is_ascii_digit)) return false;
  if (digits.size() == 13) return is_ascii_digit(digits.back()) && sum_of_13(digits) % 10 == 0;
  return (is_ascii_digit(digits.back()) || digits.back() == 'X') && sum_of_10(digits) % 11 == 0;
}

std::string isbn_13(std::string_view digits) {
  if (digits.size() == 13) return std::string(digits);
  if (digits.size() != 10) return {};
  std::string number = "978" + std::string(digits.substr(0, 9));
  number += static_cast<char>('0' + (10 - sum_of_13(number) % 10) % 10);
  return number;
}

}  // namespace garland
