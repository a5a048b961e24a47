// The limit on a picture's size, looked at before any memory is asked for.
#pragma once

#include <fmt/format.h>

#include <cstdint>

#include "base/result.h"
#include "pictures/picture.h"

namespace garland {

inline Status check_picture_size(std::uint32_t width_px, std::uint32_t height_px,
                                 std::int64_t most_pixels) {
  const bool is_too_large = width_px > kMaxPictureSide || height_px > kMaxPictureSide ||
                            std::int64_t{width_px} * height_px > most_pixels;
  if (width_px == 0 || height_px == 0) return Error{"the picture has no pixels", "", {}};
  if (!is_too_large) return Done{};
  return Error{
      fmt::format("the picture is {} by {} pixels; a side may have {}, the whole {} million",
                  width_px, height_px, kMaxPictureSide, most_pixels / 1'000'000),
      "make it smaller in a picture editor",
      {}};
}

}  // namespace garland
