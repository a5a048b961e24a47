// Colours by ICC profiles (ICC.1:2010), by lcms2: the books' pictures are all sRGB.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

// The way from a profile's colours to sRGB.
class ColorConversion {
 public:
  // `channels` of the samples: 1 grey, 3 RGB, 4 CMYK (255 is full ink). Gives nothing for a profile
  // that is broken or of another kind of colour.
  static std::optional<ColorConversion> make(std::string_view profile, int channels);

  // Whether the colours differ from sRGB so much that it can be seen.
  bool changes_colors() const;
  // The samples as RGB; `samples` holds whole pixels of the conversion's channels.
  std::vector<std::uint8_t> convert(const std::vector<std::uint8_t>& samples) const;

 private:
  struct Close {
    void operator()(void* transform) const;
  };
  ColorConversion(void* transform, int channels) : transform_(transform), channels_(channels) {}

  std::unique_ptr<void, Close> transform_;
  int channels_;
};

// Converts by the profile, where it is sound and its colours are not sRGB's.
void convert_to_srgb(Pixels& pixels, std::string_view profile);

// sRGB as a profile's bytes (ISO 15076-1:2005, version 4.2), the same on every call. Its curves are
// formulas; version 2 would have tables, which readers by poppler invert again for every page.
// Errors: lcms2 failed.
Result<std::string> make_srgb_profile();

}  // namespace garland
