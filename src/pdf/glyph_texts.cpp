#include "pdf/glyph_texts.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "base/unicode.h"

namespace garland {
namespace {

class TextCounts {
 public:
  using Counts = std::map<std::string, std::size_t, std::less<>>;

  void add(std::string_view text) {
    // Nearly every glyph stands for one text alone.
    if (last_ == nullptr || !are_one_text(last_->first, text)) {
      auto found = counts_.find(text);
      if (found == counts_.end()) found = counts_.emplace(text, 0).first;
      last_ = &*found;
    }
    ++last_->second;
  }
  const Counts& counts() const { return counts_; }

 private:
  Counts counts_;
  Counts::value_type* last_ = nullptr;  // in counts_
};

struct GlyphUse {
  TextCounts alone;                 // as a cluster of its own
  TextCounts in_company;            // by its place in a cluster
  bool is_otherwise_shown = false;  // in a cluster of several, or without text

  bool is_shown() const { return is_otherwise_shown || !alone.counts().empty(); }
};

// By glyph, dense: a page has thousands of glyphs of few kinds.
using FaceUse = std::vector<GlyphUse>;

void collect_cluster(const std::vector<PlacedGlyph>& glyphs, const GlyphCluster& cluster,
                     FaceUse& use) {
  if (cluster.size() == 1 && !cluster.text.empty()) {
    use[glyphs[cluster.begin].glyph].alone.add(cluster.text);
    return;
  }
  for (std::size_t i = cluster.begin; i < cluster.end; ++i) {
    use[glyphs[i].glyph].is_otherwise_shown = true;
  }
  if (cluster.text.empty()) return;
  if (count_code_points(cluster.text) != cluster.size()) {
    use[glyphs[cluster.glyph_after(0)].glyph].in_company.add(cluster.text);
    return;
  }
  std::size_t offset = 0;
  for (std::size_t i = 0; i < cluster.size(); ++i) {
    const std::size_t begin = offset;
    next_code_point(cluster.text, offset);
    use[glyphs[cluster.glyph_after(i)].glyph].in_company.add(
        cluster.text.substr(begin, offset - begin));
  }
}

void collect_run(const GlyphRun& run, const std::vector<PlacedGlyph>& glyphs, FaceUse& use) {
  std::uint32_t greatest = 0;
  for (const PlacedGlyph& placed : glyphs) greatest = std::max(greatest, placed.glyph);
  if (greatest >= use.size()) use.resize(greatest + 1);
  for_each_cluster(run, glyphs,
                   [&](const GlyphCluster& cluster) { collect_cluster(glyphs, cluster, use); });
}

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

// Of a hyphen that also ends lines, the map says what is seen: not every reader knows ActualText.
bool is_better(const TextCounts::Counts::value_type& text,
               const TextCounts::Counts::value_type& best) {
  if (text.first == kSoftHyphen) return false;
  return best.first == kSoftHyphen || text.second > best.second;
}

std::string most_frequent(const TextCounts::Counts& counts) {
  auto best = counts.begin();
  if (best == counts.end()) return {};
  for (auto text = std::next(best); text != counts.end(); ++text) {
    if (is_better(*text, *best)) best = text;
  }
  return best->first;
}

FaceTexts choose_texts(const FaceUse& use) {
  FaceTexts texts;
  for (std::size_t glyph = 0; glyph < use.size(); ++glyph) {
    if (!use[glyph].is_shown()) continue;
    std::string text = most_frequent(use[glyph].alone.counts());
    if (text.empty()) text = most_frequent(use[glyph].in_company.counts());
    texts.emplace(static_cast<std::uint32_t>(glyph), std::move(text));
  }
  return texts;
}

}  // namespace

std::map<FaceId, FaceTexts> collect_glyph_texts(const std::vector<Page>& pages) {
  std::map<FaceId, FaceUse> uses;
  std::vector<PlacedGlyph> glyphs;
  for (const Page& page : pages) {
    for (const PageItem& item : page.items) {
      if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
        run->glyphs.unpack(glyphs);
        collect_run(*run, glyphs, uses[run->face]);
      }
    }
  }
  std::map<FaceId, FaceTexts> faces;
  for (const auto& [face, use] : uses) faces.emplace(face, choose_texts(use));
  return faces;
}

}  // namespace garland
