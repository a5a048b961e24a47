#include "layout/paragraph/word_breaks.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/unicode.h"
#include "layout/paragraph/hyphenate.h"

namespace garland {
namespace {

constexpr int kMinHyphenatedLetters = kMinLettersBefore + kMinLettersAfter;
// In an address no part shorter than this stands alone on a line.
constexpr std::size_t kMinAddressPart = 3;

// A stretch of letters and marks inside a word.
struct Letters {
  std::size_t begin = 0;
  std::size_t end = 0;
  int letter_count = 0;
  int capital_count = 0;
};

// Whether the character at `offset`, which is moved past it, belongs to a stretch of letters.
bool take_letter(std::string_view text, std::size_t& offset, Letters& letters) {
  if ((static_cast<unsigned char>(text[offset]) & 0x80U) == 0) {
    if (!is_ascii_letter(text[offset])) return false;
    letters.capital_count += text[offset] < 'a' ? 1 : 0;
    ++letters.letter_count;
    ++offset;
    return true;
  }
  std::size_t next = offset;
  const char32_t c = next_code_point(text, next);
  const bool is_part_of_word = is_letter(c) || is_mark(c);
  if (!is_part_of_word) return false;
  letters.capital_count += is_upper(c) ? 1 : 0;
  letters.letter_count += is_mark(c) ? 0 : 1;
  offset = next;
  return true;
}

// Whether a letter, figure or underscore stands at an edge of the stretch: then it is part of a
// name or a longer word, whose patterns do not apply.
bool joins_word(std::string_view text, const Letters& letters) {
  const auto is_joint = [](char c) {
    return is_ascii_alphanumeric(c) || c == '_' || c == '@' || c == '\\';
  };
  return (letters.begin > 0 && is_joint(text[letters.begin - 1])) ||
         (letters.end < text.size() && is_joint(text[letters.end]));
}

void find_soft_hyphens(std::string_view text, std::uint32_t base, std::vector<InnerBreak>& breaks) {
  for (std::size_t at = text.find(kSoftHyphen); at != std::string_view::npos;
       at = text.find(kSoftHyphen, at + kSoftHyphen.size())) {
    const std::size_t offset = at + kSoftHyphen.size();
    if (at > 0 && offset < text.size()) {
      breaks.push_back({base + static_cast<std::uint32_t>(offset), kHyphenPenalty, true});
    }
  }
}

bool is_slash(char c) { return c == '/' || c == '?' || c == '&' || c == '='; }

bool is_address_sign(char c) {
  return is_slash(c) || std::string_view(".-_#~:;,+%@\\|").find(c) != std::string_view::npos;
}

}  // namespace

bool is_address(std::string_view word) {
  if (word.size() < 8 || word.find_first_of("/.@") == std::string_view::npos) return false;
  return word.find("://") != std::string_view::npos ||
         word.find("www.") != std::string_view::npos ||
         word.find("doi.org/") != std::string_view::npos ||
         (word.find('@') != std::string_view::npos && word.find('.') != std::string_view::npos);
}

void find_hyphens(const SegmentedText& text, const Segment& segment,
                  std::vector<InnerBreak>& breaks) {
  const std::string_view word = text.text(segment);
  const TextSpan& span = text.span(segment);
  if (segment.is_right_to_left()) return;
  if (word.find(kSoftHyphen) != std::string_view::npos) {
    find_soft_hyphens(word, segment.begin_offset, breaks);
    return;
  }
  if (!span.hyphenate || word.size() < static_cast<std::size_t>(kMinHyphenatedLetters)) return;
  const Hyphenator* hyphenator = Hyphenator::for_language(span.language);
  if (hyphenator == nullptr) return;
  // The whole paragraph, so that letters on the other side of a change of style are seen.
  const std::string_view whole = text.source->text;
  std::vector<std::uint32_t> offsets;
  for (std::size_t offset = segment.begin_offset; offset < segment.end_offset;) {
    Letters letters;
    letters.begin = offset;
    while (offset < segment.end_offset && take_letter(whole, offset, letters)) {
    }
    letters.end = offset;
    if (letters.letter_count >= kMinHyphenatedLetters && letters.capital_count <= 1 &&
        !joins_word(whole, letters)) {
      offsets.clear();
      hyphenator->divide(whole.substr(letters.begin, letters.end - letters.begin), offsets);
      for (const std::uint32_t place : offsets) {
        breaks.push_back({static_cast<std::uint32_t>(letters.begin) + place, kHyphenPenalty, true});
      }
    }
    if (offset == letters.begin) next_code_point(whole, offset);
  }
}

void find_address_breaks(std::string_view word, std::uint32_t begin_offset,
                         std::vector<InnerBreak>& breaks) {
  for (std::size_t i = kMinAddressPart; i + kMinAddressPart <= word.size(); ++i) {
    const char before = word[i - 1];
    if (!is_address_sign(before) || is_address_sign(word[i])) continue;
    breaks.push_back({begin_offset + static_cast<std::uint32_t>(i),
                      is_slash(before) ? kSlashPenalty : kAddressPenalty, false});
  }
}

void find_grapheme_breaks(const SegmentedText& text, const Segment& segment,
                          std::vector<InnerBreak>& breaks) {
  std::vector<std::uint32_t> clusters;
  clusters.reserve(segment.glyph_count);
  for (std::uint32_t i = 0; i < segment.glyph_count; ++i) {
    clusters.push_back(text.glyphs[segment.first_glyph + i].cluster);
  }
  if (segment.is_right_to_left()) std::reverse(clusters.begin(), clusters.end());
  std::size_t next_cluster = 0;
  for (const std::size_t offset : grapheme_boundaries(text.text(segment))) {
    while (next_cluster < clusters.size() && clusters[next_cluster] < offset) ++next_cluster;
    if (next_cluster == clusters.size()) break;
    if (offset == 0 || clusters[next_cluster] != offset) continue;
    breaks.push_back(
        {segment.begin_offset + static_cast<std::uint32_t>(offset), kEmergencyPenalty, false});
  }
}

int penalty_between(std::string_view before, std::string_view after) {
  if (after.starts_with("—")) return kBeforeDashPenalty;
  for (const std::string_view dash : {"-", "\u2010", "–", "—", "…"}) {
    if (before.ends_with(dash)) return kDashPenalty;
  }
  if (before.ends_with('/')) return kSlashPenalty;
  const bool is_ascii = !before.empty() && !after.empty() &&
                        (static_cast<unsigned char>(before.back()) & 0x80U) == 0 &&
                        (static_cast<unsigned char>(after.front()) & 0x80U) == 0;
  return is_ascii ? kUncommonPenalty : 0;
}

void append_without_soft_hyphens(std::string_view text, std::string& out) {
  for (std::size_t at = text.find(kSoftHyphen); at != std::string_view::npos;
       at = text.find(kSoftHyphen)) {
    out += text.substr(0, at);
    text.remove_prefix(at + kSoftHyphen.size());
  }
  out += text;
}

}  // namespace garland
