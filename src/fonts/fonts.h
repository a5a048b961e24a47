// Typefaces: families from fonts/fonts.yaml; metrics, outlines, shaping and subsets by HarfBuzz.
// Takes text and a style, gives glyphs with advances; the one place that knows font files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/length.h"
#include "base/outline.h"
#include "base/result.h"
#include "base/unicode.h"

namespace garland {

// Index of a face in its FontLibrary: the order in which fonts.yaml names them.
using FaceId = std::uint16_t;

enum class Weight { Regular, Bold };
enum class Slant { Upright, Italic };

// What a text style asks of a font.
struct FontRequest {
  std::string family;  // a key of fonts.yaml: "serif", "sans", "mono", or a family's own name
  Weight weight = Weight::Regular;
  Slant slant = Slant::Upright;
  bool operator==(const FontRequest&) const = default;
};

// OpenType features a run asks for.
struct Features {
  bool small_capitals = false;      // smcp
  bool all_small_capitals = false;  // smcp + c2sc
  bool old_style_figures = true;    // onum, else lnum
  bool tabular_figures = false;     // tnum
  bool ligatures = true;            // liga; off in code
  bool superiors = false;           // sups where the face has them
  bool fractions = false;           // frac where the face has it: for figures around a slash alone
  bool operator==(const Features&) const = default;
};

// In the face's own design units; y grows upwards.
struct FaceMetrics {
  int units_per_em = 1000;
  int ascender = 0;
  int descender = 0;  // below zero
  int cap_height = 0;
  int x_height = 0;
  int italic_angle = 0;  // degrees, leaning right is below zero
  int weight = 400;
  int box[4] = {0, 0, 0, 0};  // left, bottom, right, top of all glyphs
  bool is_fixed_pitch = false;
  bool is_serif = false;
};

// A shaped glyph, in design units. `cluster` is the byte offset in the shaped text of the first
// character that the glyph stands for; in right-to-left text clusters fall.
struct ShapedGlyph {
  std::uint32_t glyph = 0;
  int x_advance = 0;
  int x_offset = 0;
  int y_offset = 0;
  std::uint32_t cluster = 0;
  // Whether the text may be cut before this glyph's cluster and both parts shaped by themselves
  // look as they do together. False inside ligatures and kerning pairs.
  bool is_safe_to_break = true;
  bool operator==(const ShapedGlyph&) const = default;
};

// From the baseline to a glyph's upper and lower edge, upwards.
struct GlyphReach {
  int top = 0;
  int bottom = 0;
};

// A stretch of text and the face that has its characters.
struct FaceRun {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  FaceId face = 0;
};

// The program of a subset, ready to be embedded.
struct FontProgram {
  enum class Kind { Cff, TrueType };
  Kind kind = Kind::Cff;
  std::string bytes;  // Cff: the bare CFF table; TrueType: the font file
  std::string postscript_name;
  // Old glyph to the number that text shown in the subset uses for it: the glyph's new index, or
  // its CID where the program is a CID-keyed CFF (ISO 32000-1, 9.7.4.2).
  std::map<std::uint32_t, std::uint32_t> glyphs;
};

// A face as a file of its own, for programs that shape text themselves.
struct FontFile {
  enum class Kind { OpenType, TrueType };  // by its outlines
  Kind kind = Kind::OpenType;
  std::string bytes;
};

// All faces of a run of the program. Opening looks at the heads of the families' files; all others
// are mapped when first used. Any thread may call any member at the same time.
class FontLibrary {
 public:
  // Errors: the list cannot be read or a family names files that are nowhere to be found,
  // or are damaged.
  static Result<std::unique_ptr<FontLibrary>> open(const std::filesystem::path& fonts_yaml);
  ~FontLibrary();

  // The families and where each face's file was found; for `garland fonts`.
  std::vector<std::string> describe() const;

  // What a request may name as its family: the families' keys and their own names.
  std::vector<std::string_view> family_names() const;

  // Of what kind the family of such a name is: "serif", "sans" or "mono". Unknown families are the
  // first one of fonts.yaml.
  std::string_view family_kind(std::string_view family) const;

  // The face that fits best. Unknown families give the first one of fonts.yaml.
  FaceId face(const FontRequest& request);

  // Cuts the text into runs whose face has every character, falling back by script and then by
  // missing glyph; combining marks stay with their base. What no face has goes to one with a good
  // stand-in (and shapes to .notdef there: the caller sets the stand-in and warns). The language
  // chooses among the faces of a script that has several, as the Han characters have, and the
  // script of signs that several scripts share. Requires valid UTF-8.
  std::vector<FaceRun> itemize(const FontRequest& request, std::string_view text,
                               std::string_view language = "");

  // Shapes one run of one face, script and direction. Visual order, left to right. Thread-safe;
  // results of short texts are remembered.
  std::vector<ShapedGlyph> shape(FaceId face, const Features& features, std::string_view text,
                                 std::string_view script, std::string_view language,
                                 Direction direction);
  // The same, appended to `glyphs`: for those who shape word by word.
  void shape_into(FaceId face, const Features& features, std::string_view text,
                  std::string_view script, std::string_view language, Direction direction,
                  std::vector<ShapedGlyph>& glyphs);

  // Whether the face can show the character; white space and what leaves no mark always.
  bool has_character(FaceId face, char32_t c);
  // The face's glyph for a character that no face has: of U+FFFD, else a box or a question mark;
  // .notdef where it has none of these.
  std::uint32_t stand_in(FaceId face);

  const FaceMetrics& metrics(FaceId face);
  std::string family_name(FaceId face);

  // Advance in design units.
  int advance(FaceId face, std::uint32_t glyph);
  // How far the glyph's box reaches from the baseline, in design units; zeros for a blank.
  GlyphReach reach(FaceId face, std::uint32_t glyph);
  // The glyph's shape in design units, y upwards: moves, lines and cubic curves.
  std::vector<OutlineStep> glyph_outline(FaceId face, std::uint32_t glyph);

  // The face cut down to these glyphs (.notdef is kept). Same glyphs, same bytes. Errors:
  // the face forbids it (OS/2, fsType), or its file is damaged.
  Result<FontProgram> subset(FaceId face, const std::set<std::uint32_t>& glyphs);
  // The face cut down to what text in these characters needs, small capitals and figures of every
  // kind included; characters that it lacks are passed over. Same characters, same bytes. Errors:
  // the face forbids it (OS/2, fsType), or its file is damaged.
  Result<FontFile> font_file(FaceId face, const std::set<char32_t>& characters);

 private:
  FontLibrary();
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace garland
