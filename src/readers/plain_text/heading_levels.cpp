#include "readers/plain_text/heading_levels.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "readers/plain_text/heading_words.h"
#include "readers/plain_text/numbering.h"
#include "readers/words/contents_words.h"

namespace garland::plain {

namespace {

constexpr int kDeepestHeading = 6;
constexpr std::size_t kFewestListed = 3;  // headings that make a list one of contents

class LevelJudge {
 public:
  LevelJudge(std::vector<Piece>& pieces, const std::vector<std::size_t>& headings)
      : pieces_(pieces), headings_(headings) {}

  std::string judge() {
    for (const std::size_t at : headings_) pieces_[at].level = 1;
    if (by_told_levels()) return "its level from the marks that its page was given";
    if (by_contents()) return "its level from a table of contents";
    if (by_numbers()) return "its level from its number";
    if (by_capitals()) return "its level from its capitals or their lack";
    if (by_nesting()) return "its level from headings right under each other";
    return {};
  }

 private:
  bool by_told_levels() {
    std::size_t told = 0;
    for (const std::size_t at : headings_) told += pieces_[at].told_level > 0 ? 1 : 0;
    if (told * 2 < headings_.size() || told == 0) return false;
    int previous = 1;
    for (const std::size_t at : headings_) {
      if (pieces_[at].told_level > 0) previous = pieces_[at].told_level;
      pieces_[at].level = previous;
    }
    return true;
  }

  // ---- a table of contents

  bool by_contents() {
    std::map<std::string, int> depths = list_depths();
    std::size_t listed = 0;
    for (const std::size_t at : headings_) listed += depths.count(name_of(at));
    if (listed < kFewestListed || listed * 2 < headings_.size()) return false;
    int parent = 0;  // levels above those listed
    int previous = 1;
    bool is_first = true;
    for (const std::size_t at : headings_) {
      const auto found = depths.find(name_of(at));
      if (found != depths.end()) {
        previous = std::min(found->second + 1 + parent, kDeepestHeading);
      } else if (is_first && holds_contents(at)) {
        parent = 1;
      }
      if (found != depths.end()) is_first = false;
      pieces_[at].level = previous;
    }
    return true;
  }

  std::string name_of(std::size_t at) const {
    const std::string_view text = pieces_[at].text;
    return folded(text.substr(decimal_number(text).bytes));
  }

  // Depth, from 0, at which an item first lists these words.
  std::map<std::string, int> list_depths() const {
    std::map<std::string, int> depths;
    for (const Piece& piece : pieces_) {
      if (piece.kind != PieceKind::ListItem || piece.measure.words > kLongestHeading) continue;
      const std::string_view words = std::string_view(piece.text).substr(piece.body_offset());
      const DecimalNumber number = decimal_number(words);
      depths.emplace(folded(words.substr(number.bytes)),
                     number.depth > 0 ? number.depth - 1 : piece.level);
    }
    return depths;
  }

  // The list stands in the section of this heading, under a text of its own, and lists what is in
  // the section.
  bool holds_contents(std::size_t at) const {
    const std::size_t next = next_body(pieces_, at);
    return !names_contents(pieces_[at].text) && next < pieces_.size() &&
           pieces_[next].kind == PieceKind::Paragraph;
  }

  // ---- numbers and capitals

  bool by_numbers() {
    std::size_t numbered = 0;
    for (const std::size_t at : headings_) numbered += numbered_depth(pieces_[at]) > 0 ? 1 : 0;
    if (numbered * 2 <= headings_.size()) return false;
    int previous = 0;
    for (const std::size_t at : headings_) {
      Piece& piece = pieces_[at];
      piece.level = std::clamp(numbered_depth(piece), 1, std::min(kDeepestHeading, previous + 1));
      previous = piece.level;
    }
    return true;
  }

  bool is_in_capitals(std::size_t at) const {
    return heading_style(pieces_[at].measure) == HeadingStyle::Capitals;
  }

  bool by_capitals() {
    std::size_t capitals = 0;
    for (const std::size_t at : headings_) capitals += is_in_capitals(at) ? 1 : 0;
    const bool tells = !headings_.empty() && is_in_capitals(headings_.front()) && capitals >= 2 &&
                       capitals + 1 < headings_.size();
    if (!tells) return false;
    for (const std::size_t at : headings_) pieces_[at].level = is_in_capitals(at) ? 1 : 2;
    return true;
  }

  // ---- headings right under each other

  // A heading right under another is one deeper, and so are those that follow, up to the next that
  // has one right under it. How far a longer row of them goes on is not told: the second level.
  bool by_nesting() {
    bool tells = false;
    int level = 1;
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const bool is_right_under = i > 0 && next_body(pieces_, headings_[i - 1]) == headings_[i];
      const bool has_right_under =
          i + 1 < headings_.size() && next_body(pieces_, headings_[i]) == headings_[i + 1];
      if (is_right_under) {
        level = std::min(level + 1, kDeepestHeading);
        tells = true;
      } else if (has_right_under) {
        level = 1;
      } else {
        level = std::min(level, 2);
      }
      pieces_[headings_[i]].level = level;
    }
    return tells;
  }

  std::vector<Piece>& pieces_;
  const std::vector<std::size_t>& headings_;
};

}  // namespace

std::string set_heading_levels(std::vector<Piece>& pieces,
                               const std::vector<std::size_t>& headings) {
  return LevelJudge(pieces, headings).judge();
}

}  // namespace garland::plain
