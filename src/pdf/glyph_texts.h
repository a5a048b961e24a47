// What the glyphs of a packet stand for: the first step of embedding fonts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"

namespace garland {

// Whether two texts are one; made for those of a letter, as most are.
inline bool are_one_text(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a.size() == 1 ? a.front() == b.front() : a == b;
}

// Glyphs [begin, end) of a run that stand for one piece of its text, as shaping gave them.
struct GlyphCluster {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view text;
  bool is_right_to_left = false;

  std::size_t size() const { return end - begin; }
  // The glyph whose letters are read after those of `count` others.
  std::size_t glyph_after(std::size_t count) const {
    return is_right_to_left ? end - 1 - count : begin + count;
  }
};

// The cluster that begins at glyph `begin` of the run's: that glyph and those after it without text
// of their own. Requires begin < glyph count. Text outside the run's is cut off.
inline GlyphCluster cluster_at(const GlyphRun& run, const std::vector<PlacedGlyph>& glyphs,
                               std::size_t begin) {
  const PlacedGlyph& first = glyphs[begin];
  GlyphCluster cluster{begin, begin + 1, {}, run.is_right_to_left};
  if (first.text_length > 0 && first.text_offset < run.text.size()) {
    cluster.text = std::string_view(run.text).substr(first.text_offset, first.text_length);
  }
  while (cluster.end < glyphs.size() && glyphs[cluster.end].text_length == 0) ++cluster.end;
  return cluster;
}

// Calls `visit(cluster)` for all clusters of the run's glyphs, in the order in which they are read.
template <typename Visit>
void for_each_cluster(const GlyphRun& run, const std::vector<PlacedGlyph>& glyphs,
                      const Visit& visit) {
  if (run.is_right_to_left) {
    for (std::size_t begin = glyphs.size(); begin > 0;) {
      --begin;
      while (begin > 0 && glyphs[begin].text_length == 0) --begin;
      visit(cluster_at(run, glyphs, begin));
    }
    return;
  }
  for (std::size_t begin = 0; begin < glyphs.size();) {
    const GlyphCluster cluster = cluster_at(run, glyphs, begin);
    visit(cluster);
    begin = cluster.end;
  }
}

// Every glyph that pages show of one face, each with the text that it stands for most often as a
// cluster of its own, else what it probably has in clusters of several: the character in its place,
// or where those are more or fewer than the glyphs all of them for the first. Of equals the first
// in byte order; a soft hyphen only where there is nothing else. Empty: none.
using FaceTexts = std::map<std::uint32_t, std::string>;

std::map<FaceId, FaceTexts> collect_glyph_texts(const std::vector<Page>& pages);

}  // namespace garland
