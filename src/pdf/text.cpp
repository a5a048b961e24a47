#include "pdf/text.h"

#include <array>
#include <cmath>
#include <vector>

#include "base/rounding.h"
#include "pdf/glyph_texts.h"
#include "pdf/syntax.h"

namespace garland {
namespace {

// How far from its place a glyph may stand, in thousandths of the type size: of text in book sizes
// less than a hundredth of a millimetre. The white of a line is the same number then wherever it
// stands, which packs much better than numbers that differ by one.
constexpr double kSlack = 2;
// In right-to-left text: see kHair.
constexpr double kLeastSlack = 0.5;

// The numbers of a run's last moves.
class RecentShifts {
 public:
  // A move by `wished`, or by a number near it: `own`, which is that of the two glyphs wherever
  // they stand, or one that was there lately.
  std::int64_t choose(double wished, double own, double slack) {
    const std::int64_t usual = nearest(own);
    if (is_near(usual, wished, slack)) return remember(usual);
    for (const std::int64_t shift : shifts_) {
      if (shift != 0 && is_near(shift, wished, slack)) return shift;
    }
    return remember(nearest(wished));
  }

 private:
  static bool is_near(std::int64_t shift, double wished, double slack) {
    return std::abs(wished - static_cast<double>(shift)) < slack;
  }
  std::int64_t remember(std::int64_t shift) {
    shifts_.at(next_) = shift;
    next_ = (next_ + 1) % shifts_.size();
    return shift;
  }

  std::array<std::int64_t, 2> shifts_{};
  std::size_t next_ = 0;
};

// Writes TJ arrays. Positions are in thousandths of the font size from the run's origin: the unit
// of TJ's numbers.
class GlyphWriter {
 public:
  // `tracking` stands behind each glyph, in thousandths too.
  GlyphWriter(std::string& out, MarkedContent& marks, double tracking, double slack)
      : out_(out), marks_(marks), tracking_(tracking), slack_(slack) {}

  // The next cluster is to be read as this text, which the font's map may have too.
  void say(std::string_view text, bool is_in_map) { is_in_map ? be_plain() : speak(text); }
  void speak(std::string_view text) {
    close_array();
    marks_.open_spoken(text);
    is_spoken_ = true;
  }

  void show(const EmbeddedGlyph& glyph, double position) {
    if (!is_array_open_) {
      out_ += '[';
      is_array_open_ = true;
    }
    if (std::abs(pen_ - position) >= slack_) {
      const std::int64_t shift = recent_.choose(pen_ - position, due_ - position, slack_);
      close_string();
      append_integer(out_, shift);
      pen_ -= static_cast<double>(shift);
    }
    if (!is_string_open_) {
      out_ += '(';
      is_string_open_ = true;
    }
    append_escaped(out_, static_cast<char>(glyph.code >> 8));
    append_escaped(out_, static_cast<char>(glyph.code & 0xFF));
    pen_ += glyph.width + tracking_;
    due_ = position + glyph.width + tracking_;
  }

  void set_rise(Length rise) {
    if (rise == rise_) return;
    close_array();
    append_number(out_, rise);
    out_ += " Ts\n";
    rise_ = rise;
  }

  void finish() {
    set_rise({});
    close_array();
    if (is_spoken_) marks_.close();
  }

 private:
  void be_plain() {
    if (!is_spoken_) {
      marks_.open();
      return;
    }
    close_array();
    marks_.close();
    marks_.open();
    is_spoken_ = false;
  }
  void close_string() {
    if (is_string_open_) out_ += ')';
    is_string_open_ = false;
  }
  void close_array() {
    close_string();
    if (is_array_open_) out_ += "]TJ\n";
    is_array_open_ = false;
  }

  std::string& out_;
  MarkedContent& marks_;
  double tracking_;
  double slack_;
  RecentShifts recent_;
  bool is_spoken_ = false;
  double pen_ = 0;  // where the next glyph would stand without a move
  double due_ = 0;  // and were all before it at their places
  Length rise_;
  bool is_array_open_ = false;
  bool is_string_open_ = false;
};

// Where each glyph's pen stands, from the run's origin.
void find_pens(const std::vector<PlacedGlyph>& glyphs, std::vector<Length>& positions) {
  positions.clear();
  positions.reserve(glyphs.size());
  Length pen;
  for (const PlacedGlyph& glyph : glyphs) {
    positions.push_back(pen);
    pen += glyph.advance;
  }
}

// In right-to-left text a letter may stand upon the one before it and take no room, as alef does
// upon lam where a face joins the two without a glyph for both. Programs that go by places would
// read the two in any order: the second is set a hair further on, in thousandths of the type size.
constexpr double kHair = 2;

double hair_of(const std::vector<PlacedGlyph>& glyphs, const GlyphCluster& cluster) {
  const bool stands_on_another = cluster.is_right_to_left && cluster.size() == 1 &&
                                 !cluster.text.empty() && cluster.text != " " &&
                                 Length(glyphs[cluster.begin].advance) == Length();
  return stands_on_another ? kHair : 0;
}

// From the line before, so that lines at equal distances are written alike; in the thousandths of a
// point that are written, so that no error adds up.
void set_position(std::string& out, const GlyphRun& run, Length page_height, std::size_t object,
                  TextState& state) {
  if (state.text_object != object) {
    state.text_object = object;
    state.x = state.y = 0;
  }
  const std::int64_t x = nearest(run.origin.x.points() * 1000);
  const std::int64_t y = nearest((page_height - run.origin.y).points() * 1000);
  append_number(out, static_cast<double>(x - state.x) / 1000);
  out += ' ';
  append_number(out, static_cast<double>(y - state.y) / 1000);
  out += " Td\n";
  state.x = x;
  state.y = y;
}

void set_font(std::string& out, const FontResource& font, Length size, TextState& state) {
  if (state.font == &font && state.size == size) return;
  out += '/' + font.name + ' ';
  append_number(out, size);
  out += " Tf\n";
  state.font = &font;
  state.size = size;
}

// Horizontal scaling, in per cent, and the space behind each character, which is scaled too (9.3.2,
// 9.3.4).
void set_fit(std::string& out, const GlyphRun& run, TextState& state) {
  if (state.expansion != run.expansion) {
    append_number(out, (1000 + run.expansion) / 10.0);
    out += " Tz\n";
    state.expansion = run.expansion;
  }
  if (state.tracking != run.tracking) {
    append_number(out, run.tracking);
    out += " Tc\n";
    state.tracking = run.tracking;
  }
}

// Whether the texts of the cluster's glyphs, in the order shown, make up the cluster's.
bool is_read_from_map(const GlyphCluster& cluster, const std::vector<PlacedGlyph>& glyphs,
                      const FontResource& font) {
  if (cluster.size() == 1) {
    return are_one_text(font.glyphs[glyphs[cluster.begin].glyph].text, cluster.text);
  }
  std::string_view rest = cluster.text;
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    const std::string& text = font.glyphs[glyphs[cluster.glyph_after(i)].glyph].text;
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
  }
  return rest.empty();
}

}  // namespace

void append_run(std::string& out, const GlyphRun& run, Length page_height, const FontResource& font,
                TextState& state, MarkedContent& marks) {
  if (run.glyphs.empty()) return;
  std::vector<PlacedGlyph>& glyphs = state.glyphs;
  run.glyphs.unpack(glyphs);
  find_pens(glyphs, state.pens);
  const std::vector<Length>& pens = state.pens;
  // TJ's numbers are scaled as the glyphs are.
  const double thousandths_per_point =
      1000.0 / (run.size.points() * (1000 + run.expansion) / 1000.0);
  set_position(out, run, page_height, marks.text_object(), state);
  set_font(out, font, run.size, state);
  set_fit(out, run, state);
  GlyphWriter writer(out, marks, run.tracking.points() * 1000 / run.size.points(),
                     run.is_right_to_left ? kLeastSlack : kSlack);
  if (run.is_silent) writer.speak("");
  for_each_cluster(run, glyphs, [&](const GlyphCluster& cluster) {
    if (!run.is_silent) writer.say(cluster.text, is_read_from_map(cluster, glyphs, font));
    const double hair = hair_of(glyphs, cluster);
    for (std::size_t i = 0; i < cluster.size(); ++i) {
      const std::size_t at = cluster.glyph_after(i);
      const PlacedGlyph& placed = glyphs[at];
      writer.set_rise(placed.y_offset);
      writer.show(font.glyphs[placed.glyph],
                  (pens[at] + placed.x_offset).points() * thousandths_per_point - hair);
    }
  });
  writer.finish();
}

}  // namespace garland
