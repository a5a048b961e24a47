// Pictures: what a file really holds, whatever its name says, made ready for both books. Nothing
// else sees a stranger's bytes: what leaves here are PNG and JPEG files that decode without a
// warning, upright, sRGB or grey, of a size that books show, and say nothing beside the picture (no
// place, no camera, no comments).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/source_range.h"
#include "pictures/drawing.h"

namespace garland {

enum class PictureKind { Png, Jpeg, Gif, Svg, Webp, Avif, Tiff, Bmp, Unknown };

// One picture of the anthology, as the books hold it. Equal bytes are one Picture.
struct Picture {
  std::string id;         // from its content: equal on every build
  std::string file_name;  // "img-3fa2….png": unique in the book, right suffix for its kind
  std::string path;       // of the first file that had it
  SourceRange range;      // where it is written into that file; unknown when it is the file
  PictureKind kind = PictureKind::Unknown;  // of `bytes`: Png or Jpeg
  int width_px = 0;
  int height_px = 0;
  double pixels_per_inch = 0;  // 0: not stated
  double screen_scale =
      1;  // pixels a CSS pixel: more for drawings, which have no pixels of their own
  std::shared_ptr<const std::string> bytes;
  std::shared_ptr<const Drawing> drawing;  // the same for print, of what was drawn here; or null
  std::optional<Error>
      repair;  // what is not shown as the file had it, where that is more than size
};

// Limits on what is decoded: they bound the memory that one picture can take to half a gigabyte.
constexpr int kMaxPictureSide = 20'000;
constexpr std::int64_t kMaxPicturePixels = 40'000'000;
// JPEG files decode to a smaller size at once.
constexpr std::int64_t kMaxJpegPixels = 100'000'000;
// A picture that fills a page of A4 in print, at 240 pixels an inch, and the largest that Apple
// Books takes. Larger ones are made smaller, unless the description asks for another size.
constexpr std::int64_t kMostShownPixels = 5'600'000;

// Kind by the file's first bytes.
PictureKind picture_kind(std::string_view bytes);
std::string_view media_type(PictureKind kind);  // "image/png"
std::string_view suffix(PictureKind kind);      // "png"

// Makes a picture file of any of these kinds ready, with at most so many pixels. Errors: not a
// picture of a known kind, broken, larger than the limits above.
Result<Picture> load_picture(std::string_view bytes, std::string_view path,
                             std::int64_t most_pixels = kMostShownPixels);

// Decoded pixels, 8 bits a sample, rows from the top.
struct Pixels {
  int width_px = 0;
  int height_px = 0;
  int channels = 3;  // 1 grey, 3 RGB
  std::vector<std::uint8_t> samples;
  std::vector<std::uint8_t> alpha;  // one a pixel, or empty when opaque
};
// Pixels of at most 256 colours.
struct IndexedPixels {
  int width_px = 0;
  int height_px = 0;
  int channels = 3;                   // of a colour: 3 RGB, 4 RGB and alpha
  std::vector<std::uint8_t> colors;   // sample after sample
  std::vector<std::uint8_t> indices;  // one a pixel, rows from the top
};
Result<Pixels> decode_picture(const Picture& picture);

// A small PNG file of these pixels, with no dates or text in it.
Result<std::string> encode_png(const Pixels& pixels);
// The picture of pixels that were drawn here, as a small PNG.
Picture make_picture(const IndexedPixels& pixels, std::string_view path);

// What a PDF needs to pass a JPEG file through undecoded.
struct JpegHeader {
  int width_px = 0;
  int height_px = 0;
  int components = 3;  // 1 or 3
};
Result<JpegHeader> read_jpeg_header(std::string_view bytes);

}  // namespace garland
