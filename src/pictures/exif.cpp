#include "pictures/exif.h"

#include <cstddef>
#include <cstdint>

namespace garland {
namespace {

constexpr std::size_t kEntrySize = 12;

// A TIFF block: numbers at offsets, in the block's own byte order. Offsets past its end read 0.
class Tiff {
 public:
  Tiff(std::string_view bytes, bool is_big_endian) : bytes_(bytes), is_big_endian_(is_big_endian) {}

  std::uint32_t number(std::size_t offset, std::size_t byte_count) const {
    if (offset > bytes_.size() || bytes_.size() - offset < byte_count) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < byte_count; ++i) {
      const std::size_t at = is_big_endian_ ? i : byte_count - 1 - i;
      value = value << 8 | static_cast<unsigned char>(bytes_[offset + at]);
    }
    return value;
  }

  double rational(std::size_t offset) const {
    const std::uint32_t denominator = number(offset + 4, 4);
    return denominator == 0 ? 0 : static_cast<double>(number(offset, 4)) / denominator;
  }

 private:
  std::string_view bytes_;
  bool is_big_endian_;
};

}  // namespace

Exif read_exif(std::string_view marker) {
  constexpr std::uint32_t kOrientation = 0x0112;
  constexpr std::uint32_t kXResolution = 0x011A;
  constexpr std::uint32_t kResolutionUnit = 0x0128;
  constexpr std::uint32_t kCentimetre = 3;
  Exif exif;
  if (!marker.starts_with(kExifPrefix)) return exif;
  marker.remove_prefix(kExifPrefix.size());
  if (!marker.starts_with("MM") && !marker.starts_with("II")) return exif;
  const Tiff tiff(marker, marker.starts_with("MM"));
  const std::size_t directory = tiff.number(4, 4);
  const std::size_t entry_count = tiff.number(directory, 2);
  std::uint32_t unit = 2;  // inch, the default of TIFF
  for (std::size_t i = 0; i < entry_count; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    const std::uint32_t tag = tiff.number(entry, 2);
    const std::uint32_t value = tiff.number(entry + 8, 2);
    if (tag == kOrientation && value >= 1 && value <= 8) exif.orientation = static_cast<int>(value);
    if (tag == kXResolution) exif.pixels_per_inch = tiff.rational(tiff.number(entry + 8, 4));
    if (tag == kResolutionUnit) unit = value;
  }
  if (unit == kCentimetre) exif.pixels_per_inch *= 2.54;
  return exif;
}

}  // namespace garland
