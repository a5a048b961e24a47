#include "document/picture_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/unicode.h"

namespace garland {

bool has_picture_suffix(std::string_view name) {
  static constexpr auto kSuffixes = std::to_array<std::string_view>(
      {".avif", ".bmp", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp"});
  const std::string lower =
      to_lower(name.substr(name.size() - std::min<std::size_t>(name.size(), 5)));
  return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                     [&lower](std::string_view suffix) { return lower.ends_with(suffix); });
}

}  // namespace garland
