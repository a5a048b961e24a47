// What paragraph tests share: the fonts, a paragraph in one style, the text of lines.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "layout/paragraph/paragraph.h"

namespace garland {

inline FontLibrary& test_fonts() {
  static const auto kFonts = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml");
  REQUIRE(kFonts.ok());
  return **kFonts;
}

inline ParagraphText plain_text(std::string text, std::string language = "en") {
  ParagraphText paragraph;
  TextSpan span;
  span.end_offset = text.size();
  span.font.family = "serif";
  span.size = Length::from_points(10.5);
  span.language = std::move(language);
  span.structure = 1;
  paragraph.text = std::move(text);
  paragraph.spans.push_back(span);
  return paragraph;
}

inline ParagraphShape shape_of(double measure_pt, TextAlign align = TextAlign::Justify) {
  ParagraphShape shape;
  shape.measure = Length::from_points(measure_pt);
  shape.align = align;
  return shape;
}

// Calls `each` with every glyph run of a line.
template <typename Each>
void for_each_run(const SetLine& line, Each each) {
  for (const PageItem& item : line.items) {
    if (const auto* run = std::get_if<GlyphRun>(&item.content)) each(*run);
  }
}

// What a reader copies from a line.
inline std::string copied(const SetLine& line) {
  std::string text;
  for_each_run(line, [&](const GlyphRun& run) { text += run.text; });
  return text;
}

inline std::string copied(const std::vector<SetLine>& lines) {
  std::string text;
  for (const SetLine& line : lines) text += copied(line);
  for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD")) {
    text.erase(at, 2);
  }
  return text;
}

// How far the line's glyphs stand out of the measure on either side, in points; below zero: not.
inline double excess_pt(const SetLine& line, const ParagraphShape& shape) {
  double excess = -1e9;
  for_each_run(line, [&](const GlyphRun& run) {
    double x = run.origin.x.points();
    excess = std::max(excess, -x);
    for (const PlacedGlyph& glyph : run.glyphs.unpack()) x += glyph.advance.points();
    excess = std::max(excess, x - shape.measure.points());
  });
  return excess;
}

// An essay of our own, in paragraphs.
inline const std::vector<std::string>& essay() {
  static const std::vector<std::string> kEssay = {
      "The library at the end of our street was built for a town twice the size of ours, and it "
      "has never been full. On winter afternoons the radiators tick, somebody turns a newspaper "
      "page with more ceremony than the news deserves, and the light comes down through the high "
      "windows as if it had been told to keep its voice low. I learned to read there, or rather I "
      "learned there that reading was a thing that grown people did on purpose, sitting upright, "
      "without anybody having asked them to.",
      "My grandmother, who distrusted institutions, made an exception for that building. She said "
      "that a library was the only place in which the municipality admitted that it did not know "
      "what you needed. At the swimming baths you swam; at the post office you queued; but the "
      "librarian, Mrs. Okonkwo-Lindqvist, would look at a child over her spectacles and ask, with "
      "every appearance of curiosity, what it was that he wanted to find out.",
      "What did I want to find out? Mostly the distances between things: how far it was to the "
      "moon, to Constantinople, to the bottom of the harbour. There were books for each of these "
      "questions, and the extraordinary circumstance, which I took for granted then and have been "
      "marvelling at since, was that the answers disagreed. One atlas gave the depth of the "
      "harbour as eleven fathoms, another as nineteen metres; a third, printed before the "
      "dredging, as \u201csufficient.\u201d",
      "It was the disagreement that kept me. A schoolbook tells you a thing and closes its mouth; "
      "a library tells you a thing and then, from the next shelf, clears its throat. I have tried "
      "to arrange my working life so that something is always clearing its throat nearby. It makes "
      "one slower, and it makes one less certain at dinner parties, and I would not exchange it "
      "for the authoritative incomprehensibility of any encyclopaedia whatsoever.",
      "They have talked of closing it, of course; they talk of it whenever the roof needs "
      "attention. The argument is that everything is available elsewhere. But availability was "
      "never the point. The point was the high windows, the ticking, the old man asleep under the "
      "Norwegian dictionaries\u2014and the certainty, renewed every afternoon at half past three, "
      "that nobody in the room was trying to sell you anything."};
  return kEssay;
}

}  // namespace garland
