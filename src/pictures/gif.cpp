#include "pictures/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "pictures/check_size.h"

namespace garland {
namespace {

Error broken_gif() {
  return {"the GIF file is broken", "open it in a picture editor and save it again", {}};
}

// giflib's state for reading one file from memory.
class GifReader {
 public:
  explicit GifReader(std::string_view bytes)
      : rest_(bytes), gif_(DGifOpen(this, &GifReader::read, nullptr)) {}
  ~GifReader() {
    if (gif_ != nullptr) DGifCloseFile(gif_, nullptr);
  }
  GifReader(const GifReader&) = delete;
  GifReader& operator=(const GifReader&) = delete;

  // Moves to the next picture and reads its header. False when there is none.
  bool find_picture() {
    GifRecordType type = UNDEFINED_RECORD_TYPE;
    while (gif_ != nullptr && DGifGetRecordType(gif_, &type) == GIF_OK) {
      if (type == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif_) == GIF_OK;
      if (type != EXTENSION_RECORD_TYPE || !read_extension()) return false;
    }
    return false;
  }

  // Indices of the palette, rows from the top. Gives the number of whole rows; what follows them
  // keeps the value of `indices`.
  int read_indices(std::vector<GifPixelType>& indices) {
    const GifImageDesc& image = gif_->Image;
    struct Pass {
      int first, step;
    };
    constexpr std::array<Pass, 4> kInterlaced = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    int count = 0;
    for (const Pass pass : kInterlaced) {
      const int step = image.Interlace ? pass.step : 1;
      for (int row = pass.first; row < image.Height; row += step, ++count) {
        GifPixelType* out =
            indices.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(image.Width);
        if (DGifGetLine(gif_, out, image.Width) != GIF_OK) return count;
      }
      if (!image.Interlace) break;
    }
    return count;
  }

  const GifFileType& file() const { return *gif_; }
  int transparent_index() const { return transparent_index_; }

 private:
  static int read(GifFileType* gif, GifByteType* out, int count) {
    auto* self = static_cast<GifReader*>(gif->UserData);
    const std::size_t taken = std::min(self->rest_.size(), static_cast<std::size_t>(count));
    std::copy_n(self->rest_.data(), taken, out);
    self->rest_.remove_prefix(taken);
    return static_cast<int>(taken);
  }

  // The graphics control extension names the transparent index; other extensions are passed over.
  bool read_extension() {
    int code = 0;
    GifByteType* data = nullptr;  // its length, then so many bytes
    if (DGifGetExtension(gif_, &code, &data) != GIF_OK) return false;
    while (data != nullptr) {
      GraphicsControlBlock control{};
      if (code == GRAPHICS_EXT_FUNC_CODE &&
          DGifExtensionToGCB(data[0], data + 1, &control) == GIF_OK) {
        transparent_index_ = control.TransparentColor;
      }
      if (DGifGetExtensionNext(gif_, &data) != GIF_OK) return false;
    }
    return true;
  }

  std::string_view rest_;
  GifFileType* gif_;
  int transparent_index_ = NO_TRANSPARENT_COLOR;
};

// Where the first picture lies on the screen of the file. A picture that reaches beyond is the
// screen.
struct Placing {
  int width, height, left, top;
};

Placing place(const GifFileType& gif) {
  const GifImageDesc& image = gif.Image;
  const bool fits = image.Left >= 0 && image.Top >= 0 && image.Left + image.Width <= gif.SWidth &&
                    image.Top + image.Height <= gif.SHeight;
  if (fits) return {gif.SWidth, gif.SHeight, image.Left, image.Top};
  return {image.Width, image.Height, 0, 0};
}

Pixels paint(const GifFileType& gif, const ColorMapObject& colors,
             const std::vector<GifPixelType>& indices, int row_count, int transparent) {
  const Placing placing = place(gif);
  const auto width = static_cast<std::size_t>(placing.width);
  Pixels pixels{placing.width, placing.height, 3, {}, {}};
  const std::size_t pixel_count = width * static_cast<std::size_t>(placing.height);
  pixels.samples.resize(pixel_count * 3);
  pixels.alpha.resize(pixel_count);
  std::size_t from = 0;
  for (int row = 0; row < row_count; ++row) {
    std::size_t to = static_cast<std::size_t>(placing.top + row) * width +
                     static_cast<std::size_t>(placing.left);
    for (int column = 0; column < gif.Image.Width; ++column, ++to, ++from) {
      const int index = indices[from];
      if (index == transparent || index >= colors.ColorCount) continue;
      const GifColorType& color = colors.Colors[index];
      pixels.samples[to * 3] = color.Red;
      pixels.samples[to * 3 + 1] = color.Green;
      pixels.samples[to * 3 + 2] = color.Blue;
      pixels.alpha[to] = 255;
    }
  }
  const bool is_opaque = std::all_of(pixels.alpha.begin(), pixels.alpha.end(),
                                     [](std::uint8_t alpha) { return alpha == 255; });
  if (is_opaque) pixels.alpha = {};
  return pixels;
}

}  // namespace

Result<PreparedPicture> prepare_gif(std::string_view bytes, std::int64_t most_pixels) {
  GifReader reader(bytes);
  if (!reader.find_picture()) return broken_gif();
  const GifFileType& gif = reader.file();
  const Placing placing = place(gif);
  if (placing.width <= 0 || placing.height <= 0 || gif.Image.Width <= 0 || gif.Image.Height <= 0) {
    return broken_gif();
  }
  if (Status size =
          check_picture_size(static_cast<std::uint32_t>(placing.width),
                             static_cast<std::uint32_t>(placing.height), kMaxPicturePixels);
      !size) {
    return size.error();
  }
  const ColorMapObject* colors = gif.Image.ColorMap != nullptr ? gif.Image.ColorMap : gif.SColorMap;
  if (colors == nullptr) return broken_gif();
  std::vector<GifPixelType> indices(static_cast<std::size_t>(gif.Image.Width) *
                                    static_cast<std::size_t>(gif.Image.Height));
  const int row_count = reader.read_indices(indices);
  if (row_count == 0) return broken_gif();
  const bool is_whole = row_count == gif.Image.Height;
  DecodedPicture decoded;
  // Of an interlaced picture cut short the rows between are missing too: they show the first index.
  decoded.pixels = paint(gif, *colors, indices, gif.Image.Interlace ? gif.Image.Height : row_count,
                         reader.transparent_index());
  decoded.nature = PictureNature::Drawing;
  if (!is_whole) {
    decoded.repair = damage("GIF", "it is cut short");
  } else if (reader.find_picture()) {
    decoded.repair = stopped_animation();
  }
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
