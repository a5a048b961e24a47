#include "readers/markup/picture_width.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr double kWidestPoints = 10'000;

// The value of the declaration `width` in a style attribute.
std::string_view width_declared(std::string_view style) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    const std::size_t colon = declaration.find(':');
    if (colon != std::string_view::npos && to_lower(trim(declaration.substr(0, colon))) == "width")
      return trim(declaration.substr(colon + 1));
    style.remove_prefix(std::min(end + 1, style.size()));
  }
  return {};
}

// Digits with at most one point among them: no sign, no exponent.
std::optional<double> take_number(std::string_view& text) {
  const std::size_t size = std::min(text.find_first_not_of("0123456789."), text.size());
  double number = 0;
  const auto [stop, error] =
      std::from_chars(text.data(), text.data() + size, number, std::chars_format::fixed);
  if (error != std::errc() || stop != text.data() + size || !(number > 0)) return std::nullopt;
  text.remove_prefix(size);
  return number;
}

// In points; the units of CSS Values and Units, section 6.
std::optional<double> unit_named(std::string_view name) {
  constexpr auto kUnits = std::to_array<std::pair<std::string_view, double>>({
      {"", 0.75},
      {"px", 0.75},
      {"pt", 1},
      {"pc", 12},
      {"em", 12},
      {"rem", 12},
      {"in", 72},
      {"cm", 72 / 2.54},
      {"mm", 72 / 25.4},
  });
  for (const auto& [unit, points] : kUnits) {
    if (unit == name) return points;
  }
  return std::nullopt;
}

std::string width_from(std::string_view written) {
  std::string_view rest = trim(written);
  const std::optional<double> number = take_number(rest);
  if (!number) return {};
  const std::string unit = to_lower(trim(rest));
  if (unit == "%") return fmt::format("{:.4g}%", std::clamp(*number, 0.1, 100.0));
  const std::optional<double> points = unit_named(unit);
  if (!points) return {};
  return fmt::format("{:.6g}pt", std::clamp(*number * *points, 0.1, kWidestPoints));
}

}  // namespace

std::string picture_width(const Markup& image) {
  std::string width = width_from(width_declared(image.attribute("style")));
  if (width.empty()) width = width_from(image.attribute("width"));
  return width;
}

}  // namespace garland
