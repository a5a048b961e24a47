#include "cover/cover.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/unicode.h"
#include "book/title_lines.h"
#include "cover/canvas.h"
#include "cover/display_text.h"
#include "cover/rasterize.h"
#include "cover/tones.h"
#include "cover/wreath.h"

namespace garland {
namespace {

constexpr int kWidth = 1600;
constexpr int kHeight = 2400;
constexpr double kMeasure = 1290;
constexpr double kCenter = kWidth / 2.0;
constexpr double kFrameInset = 64;
constexpr double kWordsBottom = 1990;       // title and subtitle end above
constexpr double kEditorsBaseline = 2236;   // of the last line
constexpr std::size_t kLongestTitle = 240;  // code points; the title page has it whole
constexpr double kLeastContrast = 3.5;      // of the berries: to be seen, not read

// How the height is shared: a long title takes room from the wreath.
struct Arrangement {
  double wreath_y;
  double wreath_radius;
  double words_top;
};
constexpr Arrangement kRoomy = {650, 340, 1190};
constexpr Arrangement kTight = {430, 200, 780};
constexpr double kLeastRoomyTitle = 128;  // pixels: smaller titles take the tight arrangement

std::string shortened(std::string_view text) {
  std::string words = collapse_spaces(text);
  if (count_code_points(words) <= kLongestTitle) return words;
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kLongestTitle; ++i) next_code_point(words, offset);
  return words.substr(0, offset) + "…";
}

class CoverPainter {
 public:
  CoverPainter(const BookMetadata& metadata, const Words& words, const Theme& theme,
               FontLibrary& fonts)
      : metadata_(metadata),
        words_(words),
        theme_(theme),
        fonts_(fonts),
        canvas_(kWidth, kHeight, theme.cover_background) {}

  Drawing paint() {
    const DisplayText subtitle = set_subtitle();
    Arrangement arrangement = kRoomy;
    DisplayText title = set_title(arrangement, subtitle);
    if (title.size_px < kLeastRoomyTitle && title.lines.size() > 2) {
      arrangement = kTight;
      title = set_title(arrangement, subtitle);
    }
    paint_ornament(arrangement);
    paint_words(arrangement, title, subtitle);
    paint_editors();
    return canvas_.drawing();
  }

  std::vector<Color> tones() const {
    return cover_tones(theme_.cover_background, theme_.cover_text, berry());
  }

 private:
  DisplayRequest request(std::string text, TextRole role) const {
    DisplayRequest request;
    request.text = std::move(text);
    request.language = metadata_.language;
    request.style = theme_.style(role);
    request.max_width_px = kMeasure;
    return request;
  }

  DisplayText set_title(const Arrangement& arrangement, const DisplayText& subtitle) const {
    DisplayRequest title = request(shortened(metadata_.title), TextRole::BookTitle);
    title.max_height_px =
        kWordsBottom - arrangement.words_top - subtitle.height_px() - gap_below_title(subtitle);
    title.largest_px = 320;
    title.smallest_px = 64;
    title.leading = 1.1;
    return set_display_text(fonts_, title);
  }

  DisplayText set_subtitle() const {
    DisplayRequest subtitle = request(shortened(metadata_.subtitle), TextRole::BookSubtitle);
    subtitle.max_height_px = 270;
    subtitle.largest_px = 84;
    subtitle.smallest_px = 44;
    subtitle.leading = 1.2;
    return set_display_text(fonts_, subtitle);
  }

  static double gap_below_title(const DisplayText& subtitle) {
    return subtitle.lines.empty() ? 0 : subtitle.leading_px * 0.7;
  }

  void paint_ornament(const Arrangement& arrangement) {
    canvas_.set_color(tone(3));
    canvas_.stroke_rectangle({kFrameInset, kFrameInset}, kWidth - 2 * kFrameInset,
                             kHeight - 2 * kFrameInset, 4);
    draw_wreath(canvas_, {kCenter, arrangement.wreath_y}, arrangement.wreath_radius,
                {tone(4), tone(5), tone(2), berry()}, fnv1a(metadata_.title));
  }

  // Between the ground, 0, and the ink, kToneSteps.
  Color tone(int step) const {
    return cover_tone(theme_.cover_background, theme_.cover_text, step);
  }

  Color berry() const {
    Color berry = theme_.accent;
    while (contrast(berry, theme_.cover_background) < kLeastContrast &&
           berry != theme_.cover_text) {
      const Color nearer = mix(berry, theme_.cover_text, 0.15);
      berry = nearer == berry ? theme_.cover_text : nearer;
    }
    return berry;
  }

  // Title and subtitle together, in the middle of their room.
  void paint_words(const Arrangement& arrangement, const DisplayText& title,
                   const DisplayText& subtitle) {
    const double height = title.height_px() + gap_below_title(subtitle) + subtitle.height_px();
    const double room = kWordsBottom - arrangement.words_top;
    double top = arrangement.words_top + std::max(0.0, room - height) / 2;
    canvas_.set_color(theme_.cover_text);
    paint_lines(title, top);
    top += title.height_px() + gap_below_title(subtitle);
    canvas_.set_color(tone(5));
    paint_lines(subtitle, top);
  }

  void paint_editors() {
    DisplayRequest editors = request(editors_line(metadata_, words_), TextRole::BookEditors);
    editors.max_height_px = 150;
    editors.largest_px = 62;
    editors.smallest_px = 38;
    editors.leading = 1.3;
    const DisplayText set = set_display_text(fonts_, editors);
    canvas_.set_color(theme_.cover_text);
    paint_lines(set, kEditorsBaseline - set.height_px() + set.leading_px * 0.25);
  }

  // Centred lines, the first line's upper edge at `top`.
  void paint_lines(const DisplayText& text, double top) {
    double baseline = top + text.leading_px * 0.78;
    for (const DisplayLine& line : text.lines) {
      const double left = kCenter - line.width_em * text.size_px / 2;
      for (const DisplayGlyph& glyph : line.glyphs) {
        const double scale = text.size_px / std::max(1, fonts_.metrics(glyph.face).units_per_em);
        canvas_.fill_glyph(fonts_.glyph_outline(glyph.face, glyph.glyph),
                           {left + glyph.x_em * text.size_px, baseline + glyph.y_em * text.size_px},
                           scale);
      }
      baseline += text.leading_px;
    }
  }

  const BookMetadata& metadata_;
  const Words& words_;
  const Theme& theme_;
  FontLibrary& fonts_;
  Canvas canvas_;
};

}  // namespace

Result<Picture> make_cover(const BookMetadata& metadata, const Words& words, const Theme& theme,
                           FontLibrary& fonts) {
  CoverPainter painter(metadata, words, theme, fonts);
  const auto drawing = std::make_shared<const Drawing>(painter.paint());
  const IndexedPixels pixels = rasterize(*drawing, painter.tones());
  if (pixels.indices.empty()) return Error{"there is no memory for the cover", "", {}};
  Picture cover = make_picture(pixels, "cover.png");
  cover.drawing = drawing;
  return cover;
}

}  // namespace garland
