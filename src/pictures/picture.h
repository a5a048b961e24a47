// Pictures: what a file really holds, whatever its name says, and its pixels. Decoding is by libpng
// and libjpeg-turbo; nothing else sees a picture's bytes before they passed through here.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace garland {

enum class PictureKind { Png, Jpeg, Gif, Svg, Webp, Unknown };

// One picture of the anthology, checked. Equal bytes are one Picture.
struct Picture {
  std::string id;         // from its content: equal on every build
  std::string file_name;  // "img-3fa2….png": unique in the book, right suffix for its kind
  std::string path;       // of the first source file that had it
  PictureKind kind = PictureKind::Unknown;
  int width_px = 0;  // as it is seen: turned as its EXIF orientation says
  int height_px = 0;
  double pixels_per_inch = 0;  // 0: not stated
  std::shared_ptr<const std::string> bytes;
};

constexpr int kMaxPictureSide = 20'000;
constexpr std::int64_t kMaxPicturePixels = 100'000'000;

// Kind by the file's first bytes.
PictureKind picture_kind(std::string_view bytes);
std::string_view media_type(PictureKind kind);  // "image/png"
std::string_view suffix(PictureKind kind);      // "png"

// Checks that the picture decodes and takes its size. Errors: not a picture, broken, of a kind that
// the books cannot hold (yet), larger than kMaxPictureSide pixels a side or kMaxPicturePixels.
Result<Picture> load_picture(std::string_view bytes, std::string_view path);

// Decoded pixels, 8 bits a sample, rows from the top, turned upright.
struct Pixels {
  int width_px = 0;
  int height_px = 0;
  int channels = 3;  // 1 grey, 3 RGB
  std::vector<std::uint8_t> samples;
  std::vector<std::uint8_t> alpha;  // one a pixel, or empty when opaque
};
Result<Pixels> decode_picture(const Picture& picture);

// A PNG file of these pixels, with no dates or text in it.
Result<std::string> encode_png(const Pixels& pixels);

// What a PDF needs to pass a JPEG file through undecoded.
struct JpegHeader {
  int width_px = 0;  // as stored, before it is turned
  int height_px = 0;
  int components = 3;              // 1, 3 or 4
  bool is_adobe_inverted = false;  // CMYK stored inverted
  int orientation = 1;             // EXIF 2.3, tag 0x0112: 1 upright, to 8
};
Result<JpegHeader> read_jpeg_header(std::string_view bytes);

}  // namespace garland
