#include "readers/plain_text/regions.h"

#include <algorithm>
#include <string_view>

namespace garland::plain {

namespace {

// Bytes of white space that a raw line begins with.
std::size_t leading_space(std::string_view raw) {
  return std::min(raw.find_first_not_of(" \t"), raw.size());
}

}  // namespace

std::vector<LineRun> runs_of(const std::vector<TextLine>& lines) {
  std::vector<LineRun> runs;
  bool is_open = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is_blank() || lines[i].is_left_out() || lines[i].is_quoted) {
      is_open = false;
      continue;
    }
    if (!is_open) runs.push_back({i, i, lines[i].indent});
    is_open = true;
    runs.back().last = i + 1;
    runs.back().indent = std::min(runs.back().indent, lines[i].indent);
  }
  return runs;
}

std::string verbatim(const std::vector<TextLine>& lines, const Region& region) {
  std::string_view edge = lines[region.first].raw.substr(0, leading_space(lines[region.first].raw));
  for (std::size_t i = region.first; i < region.last; ++i) {
    if (lines[i].is_blank()) continue;
    const auto [end, other] =
        std::mismatch(edge.begin(), edge.end(), lines[i].raw.begin(), lines[i].raw.end());
    edge = edge.substr(0, static_cast<std::size_t>(end - edge.begin()));
  }
  std::string text;
  for (std::size_t i = region.first; i < region.last; ++i) {
    std::string_view raw = lines[i].raw;
    while (!raw.empty() && (raw.back() == ' ' || raw.back() == '\t')) raw.remove_suffix(1);
    if (raw.size() > edge.size()) text += raw.substr(edge.size());
    const bool is_cut = region.cut_width > 0 && lines[i].extent() == region.cut_width &&
                        i + 1 < region.last && !lines[i + 1].is_blank() && lines[i + 1].indent == 0;
    if (!is_cut) text += '\n';
  }
  return text;
}

}  // namespace garland::plain
