#include "layout/galley/glyph_forms.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace garland {
namespace {

constexpr std::size_t kFractionBytes = 3;

constexpr std::array<std::string_view, 3> kPlainFractions = {"1/2", "1/4", "3/4"};
constexpr std::array<std::string_view, 12> kMixedFractions = {
    "1/3", "2/3", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8", "5/8", "7/8"};

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& list, std::string_view figures) {
  return std::find(list.begin(), list.end(), figures) != list.end();
}

// Nothing that could go on with the figures: a word, a number, a bracket, a path.
bool ends_before(std::string_view rest) {
  if (rest.empty() || rest.front() == ' ') return true;
  const bool is_point = rest.front() == '.' || rest.front() == ',';
  if (is_point || rest.front() == '-') return rest.size() == 1 || !is_ascii_digit(rest[1]);
  constexpr std::string_view kSigns = ";:!?";
  return kSigns.find(rest.front()) != std::string_view::npos || rest.starts_with("\u00A0") ||
         rest.starts_with("”") || rest.starts_with("’") || rest.starts_with("—");
}

// Whether a whole number stands before the figures, as in "2 1/2" and "2-1/2".
bool follows_number(std::string_view before) {
  for (const std::string_view joint : {" ", "-", "\u00A0", "\u202F"}) {
    if (before.ends_with(joint) && before.size() > joint.size()) {
      return is_ascii_digit(before[before.size() - joint.size() - 1]);
    }
  }
  return false;
}

bool begins_after(std::string_view before) {
  return before.empty() || before.back() == ' ' || before.ends_with("\u00A0") ||
         before.ends_with("“") || before.ends_with("—");
}

std::vector<ShapedGlyph> shape(const TextSpan& span, const Features& features,
                               std::string_view words, FontLibrary& fonts) {
  return fonts.shape(fonts.face(span.font), features, words, "Latn", span.language,
                     Direction::LeftToRight);
}

}  // namespace

std::vector<TextStretch> find_fractions(std::string_view text) {
  std::vector<TextStretch> found;
  for (std::size_t slash = text.find('/'); slash != std::string_view::npos;
       slash = text.find('/', slash + 1)) {
    if (slash == 0) continue;
    const std::size_t begin = slash - 1;
    const std::string_view before = text.substr(0, begin);
    const std::string_view figures = text.substr(begin, kFractionBytes);
    if (!ends_before(text.substr(std::min(text.size(), begin + kFractionBytes)))) continue;
    const bool is_fraction =
        (is_one_of(kPlainFractions, figures) && (begins_after(before) || follows_number(before))) ||
        (is_one_of(kMixedFractions, figures) && follows_number(before));
    if (is_fraction) found.push_back({begin, begin + kFractionBytes});
  }
  return found;
}

bool has_superiors(const TextSpan& span, std::string_view words, FontLibrary& fonts) {
  Features features = span.features;
  features.old_style_figures = false;
  const std::vector<ShapedGlyph> plain = shape(span, features, words, fonts);
  features.superiors = true;
  const std::vector<ShapedGlyph> raised = shape(span, features, words, fonts);
  if (plain.empty() || plain.size() != raised.size()) return false;
  return std::equal(plain.begin(), plain.end(), raised.begin(),
                    [](const ShapedGlyph& a, const ShapedGlyph& b) { return a.glyph != b.glyph; });
}

bool has_fraction(const TextSpan& span, std::string_view figures, FontLibrary& fonts) {
  Features features = span.features;
  features.old_style_figures = false;
  const std::vector<ShapedGlyph> plain = shape(span, features, figures, fonts);
  features.fractions = true;
  return shape(span, features, figures, fonts) != plain;
}

}  // namespace garland
