#include "pictures/png_indexed.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/deflate.h"

namespace garland {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1A\n";
constexpr char kIndexedColor = 3;
constexpr std::uint8_t kOpaque = 255;

void add_number(std::string& bytes, std::uint32_t number) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) bytes += static_cast<char>(number >> shift);
}

void add_chunk(std::string& file, std::string_view type, std::string_view data) {
  add_number(file, static_cast<std::uint32_t>(data.size()));
  const std::size_t begin = file.size();
  file += type;
  file += data;
  add_number(file, crc32(std::string_view(file).substr(begin)));
}

// Bits an index.
unsigned depth_for(std::size_t color_count) {
  unsigned depth = 1;
  while (depth < 8 && color_count > std::size_t{1} << depth) depth *= 2;
  return depth;
}

std::string header_of(const IndexedPixels& pixels, unsigned depth) {
  std::string header;
  add_number(header, static_cast<std::uint32_t>(pixels.width_px));
  add_number(header, static_cast<std::uint32_t>(pixels.height_px));
  header += static_cast<char>(depth);
  header += kIndexedColor;
  header.append(3, '\0');  // compression, filter and interlace methods
  return header;
}

// Every row behind the number of its filter, from the byte's high bits on.
std::string rows_of(const IndexedPixels& pixels, unsigned depth) {
  const auto width = static_cast<std::size_t>(pixels.width_px);
  const auto height = static_cast<std::size_t>(pixels.height_px);
  const std::size_t indices_a_byte = 8 / depth;
  const std::size_t row_size = 1 + (width + indices_a_byte - 1) / indices_a_byte;
  std::string rows(row_size * height, '\0');
  const std::uint8_t* index = pixels.indices.data();
  for (std::size_t row = 0; row < height; ++row) {
    char* out = &rows[row * row_size + 1];
    if (row > 0 && std::equal(index, index + width, index - width)) {
      std::copy_n(out - row_size, row_size - 1, out);
      index += width;
      continue;
    }
    for (std::size_t x = 0; x < width; ++out) {
      unsigned byte = 0;
      unsigned shift = 8;
      for (; shift > 0 && x < width; ++x) byte |= unsigned{*index++} << (shift -= depth);
      *out = static_cast<char>(byte);
    }
  }
  return rows;
}

void add_colors(std::string& file, const IndexedPixels& pixels) {
  const auto channels = static_cast<std::size_t>(pixels.channels);
  std::string colors;
  std::string alpha;
  bool is_opaque = true;
  for (std::size_t at = 0; at + channels <= pixels.colors.size(); at += channels) {
    for (std::size_t c = 0; c < 3; ++c) colors += static_cast<char>(pixels.colors[at + c]);
    const std::uint8_t own = channels == 4 ? pixels.colors[at + 3] : kOpaque;
    alpha += static_cast<char>(own);
    is_opaque = is_opaque && own == kOpaque;
  }
  add_chunk(file, "PLTE", colors);
  if (!is_opaque) add_chunk(file, "tRNS", alpha);
}

}  // namespace

std::string encode_indexed_png(const IndexedPixels& pixels) {
  const unsigned depth =
      depth_for(pixels.colors.size() / static_cast<std::size_t>(pixels.channels));
  std::string file(kSignature);
  add_chunk(file, "IHDR", header_of(pixels, depth));
  add_colors(file, pixels);
  Deflater deflater(Packing::Small);
  add_chunk(file, "IDAT", deflater.zlib(rows_of(pixels, depth)));
  add_chunk(file, "IEND", "");
  return file;
}

}  // namespace garland
