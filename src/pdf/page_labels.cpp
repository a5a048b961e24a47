#include "pdf/page_labels.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "base/numerals.h"
#include "pdf/syntax.h"

namespace garland {
namespace {

// A folio as a style of numbers and a number; style 0 prints the folio as a prefix alone.
struct Label {
  char style = 0;  // D, r or R
  int number = 0;
  std::string prefix;

  bool continues(const Label& before) const {
    if (style != before.style) return false;
    return style == 0 ? prefix == before.prefix : number == before.number + 1;
  }
};

int roman_digit(char sign) {
  switch (sign) {
    case 'i':
      return 1;
    case 'v':
      return 5;
    case 'x':
      return 10;
    case 'l':
      return 50;
    case 'c':
      return 100;
    case 'd':
      return 500;
    case 'm':
      return 1000;
    default:
      return 0;
  }
}

// The number of a lower-case roman numeral in its usual form; 0 for anything else.
int read_roman(std::string_view text) {
  constexpr std::size_t kLongest = 20;
  if (text.size() > kLongest) return 0;
  int number = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int digit = roman_digit(text[i]);
    const int next = i + 1 < text.size() ? roman_digit(text[i + 1]) : 0;
    number += digit < next ? -digit : digit;
  }
  return number > 0 && roman(static_cast<std::uint64_t>(number)) == text ? number : 0;
}

int read_decimal(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size() && number > 0;
  return is_number && std::to_string(number) == text ? number : 0;
}

Label read_label(const std::string& folio) {
  if (const int number = read_decimal(folio); number != 0) return {'D', number, {}};
  if (const int number = read_roman(folio); number != 0) return {'r', number, {}};
  std::string lower = folio;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : '-';
  if (const int number = read_roman(lower); number != 0) return {'R', number, {}};
  return {0, 0, folio};
}

}  // namespace

std::string page_label_tree(const std::vector<Page>& pages) {
  std::string out = "/Nums [";
  Label before;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    Label label = read_label(pages[page].label);
    if (page == 0 || !label.continues(before)) {
      out += fmt::format("{} <<", page);
      if (label.style != 0) out += fmt::format(" /S /{} /St {}", label.style, label.number);
      if (!label.prefix.empty()) out += " /P " + text_string(label.prefix);
      out += " >>\n";
    }
    before = std::move(label);
  }
  return out += "]";
}

}  // namespace garland
