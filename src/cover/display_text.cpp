#include "cover/display_text.h"

#include <algorithm>

namespace garland {
namespace {

constexpr double kLetterspacing = 0.06;  // em
constexpr double kSizeStep = 0.96;

// Scripts whose letters stand apart, so that they may be spaced.
bool can_be_letterspaced(std::string_view script) {
  return script == "Latn" || script == "Grek" || script == "Cyrl" || script == "Zyyy";
}

// Shapes lines of one style.
class Setter {
 public:
  Setter(FontLibrary& fonts, const DisplayRequest& request)
      : fonts_(fonts),
        request_(request),
        font_{request.style.family, request.style.bold ? Weight::Bold : Weight::Regular,
              request.style.italic ? Slant::Italic : Slant::Upright} {
    features_.small_capitals = request.style.small_capitals;
    features_.old_style_figures = request.style.old_style_figures;
  }

  DisplayLine set(std::string_view text) const {
    DisplayLine line;
    const std::vector<BidiRun> runs = bidi_runs(text, direction_of_language(request_.language));
    std::vector<std::uint8_t> levels;
    levels.reserve(runs.size());
    for (const BidiRun& run : runs) levels.push_back(run.level);
    for (const std::size_t index : visual_order(levels)) add_bidi_run(text, runs[index], line);
    return line;
  }

 private:
  struct Run {
    std::size_t begin_offset = 0;
    std::size_t end_offset = 0;
    FaceId face = 0;
    std::string_view script;
  };

  // Cuts one direction's text by face and by script.
  std::vector<Run> cut(std::string_view text) const {
    std::vector<Run> runs;
    for (const FaceRun& face : fonts_.itemize(font_, text, request_.language)) {
      const std::string_view part =
          text.substr(face.begin_offset, face.end_offset - face.begin_offset);
      for (const ScriptRun& script : script_runs(part)) {
        runs.push_back({face.begin_offset + script.begin_offset,
                        face.begin_offset + script.end_offset, face.face, script.script});
      }
    }
    return runs;
  }

  void add_bidi_run(std::string_view text, const BidiRun& bidi, DisplayLine& line) const {
    const std::string_view part =
        text.substr(bidi.begin_offset, bidi.end_offset - bidi.begin_offset);
    const bool is_reversed = bidi.level % 2 == 1;
    std::vector<Run> runs = cut(part);
    if (is_reversed) std::reverse(runs.begin(), runs.end());
    for (const Run& run : runs) {
      add_run(part, run, is_reversed ? Direction::RightToLeft : Direction::LeftToRight, line);
    }
  }

  void add_run(std::string_view text, const Run& run, Direction direction,
               DisplayLine& line) const {
    const double em = std::max(1, fonts_.metrics(run.face).units_per_em);
    const bool is_spaced = request_.style.letterspaced && can_be_letterspaced(run.script);
    const std::string_view words = text.substr(run.begin_offset, run.end_offset - run.begin_offset);
    for (const ShapedGlyph& glyph :
         fonts_.shape(run.face, features_, words, run.script, request_.language, direction)) {
      line.glyphs.push_back(
          {run.face, glyph.glyph, line.width_em + glyph.x_offset / em, -glyph.y_offset / em});
      line.width_em += glyph.x_advance / em + (is_spaced ? kLetterspacing : 0);
    }
  }

  FontLibrary& fonts_;
  const DisplayRequest& request_;
  FontRequest font_;
  Features features_;
};

// A stretch of text between two places where a line may end.
struct Piece {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  double width_em = 0;       // with the spaces at its end
  double bare_width_em = 0;  // without them
  bool ends_line = false;    // a line end that the text demands
};

Piece measure(const Setter& setter, std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view words = text.substr(begin, end - begin);
  Piece piece{begin, end, setter.set(words).width_em, 0, false};
  const std::string_view bare = trim(words);
  piece.bare_width_em = bare.size() == words.size() ? piece.width_em : setter.set(bare).width_em;
  return piece;
}

std::vector<Piece> cut_into_pieces(const Setter& setter, const DisplayRequest& request) {
  std::vector<Piece> pieces;
  const double widest_em = request.max_width_px / request.smallest_px;
  const std::vector<std::size_t> clusters = grapheme_boundaries(request.text);
  std::size_t begin = 0;
  for (const BreakOpportunity& opportunity : line_breaks(request.text, request.language)) {
    if (opportunity.offset <= begin) continue;
    const Piece whole = measure(setter, request.text, begin, opportunity.offset);
    if (whole.bare_width_em <= widest_em) {
      pieces.push_back(whole);
    } else {
      auto cluster = std::upper_bound(clusters.begin(), clusters.end(), begin);
      for (std::size_t from = begin; from < opportunity.offset; ++cluster) {
        pieces.push_back(measure(setter, request.text, from, *cluster));
        from = *cluster;
      }
    }
    pieces.back().ends_line = opportunity.is_mandatory;
    begin = opportunity.offset;
  }
  return pieces;
}

// Ends of lines as indices of pieces, filling each line as far as it goes. Empty where a piece is
// wider than the line.
std::vector<std::size_t> fill_lines(const std::vector<Piece>& pieces, double width_em) {
  std::vector<std::size_t> ends;
  double used = 0;
  bool must_end = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].bare_width_em > width_em) return {};
    if (i > 0 && (must_end || used + pieces[i].bare_width_em > width_em)) {
      ends.push_back(i);
      used = 0;
    }
    used += pieces[i].width_em;
    must_end = pieces[i].ends_line;
  }
  ends.push_back(pieces.size());
  return ends;
}

// The same number of lines in the least width: lines of like length.
std::vector<std::size_t> balance_lines(const std::vector<Piece>& pieces, double width_em) {
  std::vector<std::size_t> best = fill_lines(pieces, width_em);
  double low = 0;
  double high = width_em;
  for (int step = 0; step < 24; ++step) {
    const double middle = (low + high) / 2;
    std::vector<std::size_t> ends = fill_lines(pieces, middle);
    if (!ends.empty() && ends.size() <= best.size()) {
      best = std::move(ends);
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

bool fits(const std::vector<std::size_t>& ends, double size_px, const DisplayRequest& request) {
  const double height_px = static_cast<double>(ends.size()) * size_px * request.leading;
  return !ends.empty() && height_px <= request.max_height_px;
}

}  // namespace

DisplayText set_display_text(FontLibrary& fonts, const DisplayRequest& request) {
  DisplayText set;
  if (trim(request.text).empty()) return set;
  const Setter setter(fonts, request);
  const std::vector<Piece> pieces = cut_into_pieces(setter, request);
  double size_px = request.largest_px;
  while (size_px > request.smallest_px &&
         !fits(fill_lines(pieces, request.max_width_px / size_px), size_px, request)) {
    size_px = std::max(request.smallest_px, size_px * kSizeStep);
  }
  set.size_px = size_px;
  set.leading_px = size_px * request.leading;
  std::size_t first = 0;
  for (const std::size_t end : balance_lines(pieces, request.max_width_px / size_px)) {
    const std::size_t from = pieces[first].begin_offset;
    const std::string_view words =
        std::string_view(request.text).substr(from, pieces[end - 1].end_offset - from);
    set.lines.push_back(setter.set(trim(words)));
    first = end;
  }
  return set;
}

}  // namespace garland
