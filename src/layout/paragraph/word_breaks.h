// Places inside a word where a line may end if it must: hyphens, parts of addresses, and between
// any two graphemes of a word that is wider than the measure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "layout/paragraph/segments.h"

namespace garland {

// Costs of line ends by Knuth and Plass: 0 is free, 10,000 would forbid.
// A divided word: at this cost the white between words is as even as in the best settings of TeX,
// and some seven lines of a hundred end in a hyphen.
constexpr int kHyphenPenalty = 50;
constexpr int kDashPenalty = 50;          // after a hyphen or dash that the text has
constexpr int kBeforeDashPenalty = 150;   // that would begin a line
constexpr int kSlashPenalty = 70;         // in addresses after "/", "?", "&", "="
constexpr int kAddressPenalty = 120;      // after other signs there
constexpr int kUncommonPenalty = 100;     // where annex 14 allows a break that readers seldom see
constexpr int kEmergencyPenalty = 30000;  // between graphemes

struct InnerBreak {
  std::uint32_t offset = 0;  // in the paragraph's text
  int penalty = 0;
  bool is_hyphen = false;  // a hyphen is added at the line's end
};

// Whether a word is an address (of the web, mail or a file) rather than language.
bool is_address(std::string_view word);

// Appends the places for hyphens: the text's own soft hyphens if it has any, else those of the
// language's patterns. Words with figures or several capitals are left whole, and so is all text
// right to left.
void find_hyphens(const SegmentedText& text, const Segment& segment,
                  std::vector<InnerBreak>& breaks);

// Appends the places where an address or code may be cut.
void find_address_breaks(std::string_view word, std::uint32_t begin_offset,
                         std::vector<InnerBreak>& breaks);

// Appends every place between two graphemes and two clusters of glyphs.
void find_grapheme_breaks(const SegmentedText& text, const Segment& segment,
                          std::vector<InnerBreak>& breaks);

// The cost of a break that annex 14 allows between two words without a space.
int penalty_between(std::string_view before, std::string_view after);

// Appends the text, but for its soft hyphens.
void append_without_soft_hyphens(std::string_view text, std::string& out);

}  // namespace garland
