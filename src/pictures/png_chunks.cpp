#include "pictures/png_chunks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace garland {
namespace {

constexpr std::size_t kSignatureSize = 8;
constexpr std::size_t kChunkFrame = 12;  // length, type, checksum

std::uint32_t big_endian(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  }
  return value;
}

struct Chunk {
  std::string_view type;
  std::string_view data;
  std::string_view whole;  // with length and checksum
};

// Takes the next whole chunk off the front of `rest`. False when there is none.
bool take_chunk(std::string_view& rest, Chunk& chunk) {
  if (rest.size() < kChunkFrame) return false;
  const std::size_t length = big_endian(rest, 0);
  if (rest.size() - kChunkFrame < length) return false;
  chunk.type = rest.substr(4, 4);
  chunk.data = rest.substr(8, length);
  chunk.whole = rest.substr(0, kChunkFrame + length);
  rest.remove_prefix(kChunkFrame + length);
  return true;
}

std::string_view chunks_of(std::string_view bytes) {
  return bytes.substr(std::min(bytes.size(), kSignatureSize));
}

double pixels_per_inch(std::string_view physical_size) {
  constexpr double kMetresPerInch = 0.0254;
  const bool is_in_metres = physical_size.size() == 9 && physical_size[8] == 1;
  return is_in_metres ? big_endian(physical_size, 0) * kMetresPerInch : 0;
}

// A chunk that the picture cannot do without has a capital first letter; of the others these tell
// how it looks.
bool is_needed(std::string_view type, PngColors colors) {
  constexpr std::array<std::string_view, 3> kColors = {"gAMA", "cHRM", "sRGB"};
  if (type[0] >= 'A' && type[0] <= 'Z') return true;
  if (type == "tRNS" || type == "pHYs" || type == "sBIT") return true;
  return colors == PngColors::Kept &&
         std::find(kColors.begin(), kColors.end(), type) != kColors.end();
}

}  // namespace

PngNotes read_png_notes(std::string_view bytes) {
  PngNotes notes;
  std::string_view rest = chunks_of(bytes);
  for (Chunk chunk; take_chunk(rest, chunk);) {
    if (chunk.type == "pHYs") notes.pixels_per_inch = pixels_per_inch(chunk.data);
    if (chunk.type == "iCCP") notes.has_profile = true;
    if (chunk.type == "acTL") notes.is_animated = true;
    if (chunk.type == "eXIf") {
      notes.exif = read_exif(std::string(kExifPrefix) + std::string(chunk.data));
    }
  }
  return notes;
}

std::string strip_png(std::string_view bytes, PngColors colors) {
  std::string stripped(bytes.substr(0, kSignatureSize));
  std::string_view rest = chunks_of(bytes);
  for (Chunk chunk; take_chunk(rest, chunk);) {
    if (is_needed(chunk.type, colors)) stripped += chunk.whole;
    if (chunk.type == "IEND") return stripped;
  }
  stripped += rest;  // cut short: the decoder says where
  return stripped;
}

}  // namespace garland
