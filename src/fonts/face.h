// One face of a font file, mapped into memory at first use. Everything is read by HarfBuzz, which
// checks each table before it trusts it; its objects are immutable here, so that threads share
// them.
#pragma once

#include <hb.h>

#include <bitset>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "fonts/font_list.h"
#include "fonts/fonts.h"

namespace garland {

struct BlobDeleter {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FaceDeleter {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
using BlobPointer = std::unique_ptr<hb_blob_t, BlobDeleter>;
using FacePointer = std::unique_ptr<hb_face_t, FaceDeleter>;
using FontPointer = std::unique_ptr<hb_font_t, FontDeleter>;

// Any thread may call any member. A file that is no font is a face without glyphs.
class Face {
 public:
  explicit Face(FaceFile file) : file_(std::move(file)) {}

  const FaceFile& file() const { return file_; }
  hb_face_t* hb_face() { return load().face.get(); }
  hb_font_t* hb_font() { return load().font.get(); }
  const FaceMetrics& metrics() { return load().metrics; }
  // Glyph to show where the face lacks a character; 0 when it has nothing fit for that.
  std::uint32_t stand_in() { return load().stand_in; }

  // Whether the face can show the character by itself. White space and characters that leave no
  // mark always can be shown.
  bool covers(char32_t c);
  bool covers(std::string_view text);

  // Whether the file holds no font that text can be set in: no glyphs, or no characters, widths or
  // shapes for them. Looks at the file's head alone.
  bool is_damaged() const;

  int advance(std::uint32_t glyph);
  GlyphReach reach(std::uint32_t glyph);
  std::vector<OutlineStep> outline(std::uint32_t glyph);

 private:
  // Characters asked for most, answered without a search.
  static constexpr char32_t kCommonEnd = 0x300;
  struct Loaded {
    FacePointer face;
    FontPointer font;
    FaceMetrics metrics;
    std::uint32_t stand_in = 0;
    std::bitset<kCommonEnd> common;
  };
  const Loaded& load();

  FaceFile file_;
  std::once_flag once_;
  Loaded loaded_;
};

}  // namespace garland
