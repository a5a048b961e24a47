#include "readers/plain_text/layout.h"

#include <algorithm>
#include <map>

#include "base/unicode.h"
#include "readers/words/list_marks.h"
#include "readers/words/measure.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kNarrowestWrap = 20;  // columns
constexpr std::uint32_t kWidestWrap = 200;    // columns; longer lines are not wrapped by hand
constexpr std::uint32_t kRunningText = 40;    // a line this wide is likely running text
constexpr double kWrappedFullness = 0.8;      // the same where a program wrapped
constexpr double kRaggedFullness = 0.7;       // share of the width that a hand-wrapped line fills

std::uint32_t first_word_width(const TextLine& line) {
  std::uint32_t width = 0;
  for (std::size_t at = 0; at < line.text.size() && width < kWidestWrap;) {
    if (is_space(next_code_point(line.text, at))) break;
    ++width;
  }
  // A mark that was cut from the word took part in the wrapping.
  for (const Cut& cut : line.cuts) {
    if (cut.offset < width) width += cut.columns;
  }
  return width;
}

// The measure of the line's last few bytes: how it ends.
Measure measure_end(const TextLine& line) {
  constexpr std::size_t kTail = 16;
  const std::size_t begin = line.text.size() > kTail ? line.text.size() - kTail : 0;
  return measure(line.text.substr(character_begin(line.text, begin)));
}

bool ends_a_sentence(const TextLine& line) { return measure_end(line).ends_sentence; }

bool begins_lower(const TextLine& line) {
  std::size_t at = 0;
  return !line.is_blank() && is_lower(next_code_point(line.text, at));
}

// Whether the line tells how the text was set.
bool is_set(const TextLine& line) {
  return !line.is_blank() && !line.is_left_out() && !line.is_in_region;
}

// Pairs of lines next to each other, and what they say of the margin at `width`.
struct PairCounts {
  std::size_t pairs = 0;
  std::size_t full = 0;    // the next word would not have fitted
  std::size_t run_on = 0;  // no sentence ends here and the next line begins in lower case
  std::size_t long_enough = 0;
  std::size_t unended = 0;
  std::size_t punctuated = 0;  // end with any punctuation, as verse does
};

PairCounts count_pairs(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                       std::uint32_t width) {
  PairCounts counts;
  for (std::size_t i = first; i + 1 < last; ++i) {
    const TextLine& line = lines[i];
    const TextLine& next = lines[i + 1];
    if (!is_set(line) || !is_set(next) || list_mark(next.text).is_some()) continue;
    ++counts.pairs;
    if (line.extent() > width || line.extent() + 1 + first_word_width(next) > width) ++counts.full;
    if (line.extent() >= kRaggedFullness * width) ++counts.long_enough;
    const Measure end = measure_end(line);
    if (is_punctuation(end.last) && end.last != U'-') ++counts.punctuated;
    if (end.ends_sentence) continue;
    ++counts.unended;
    if (begins_lower(next)) ++counts.run_on;
  }
  return counts;
}

// The 97th percentile of the extents of lines with a line below: the margin, with room for a few
// addresses that could not be broken.
std::uint32_t likely_margin(const std::vector<TextLine>& lines, std::size_t first,
                            std::size_t last) {
  std::vector<std::uint32_t> extents;
  for (std::size_t i = first; i + 1 < last; ++i) {
    if (is_set(lines[i]) && is_set(lines[i + 1])) extents.push_back(lines[i].extent());
  }
  if (extents.empty()) return 0;
  const auto at = extents.begin() + static_cast<std::ptrdiff_t>((extents.size() - 1) * 97 / 100);
  std::nth_element(extents.begin(), at, extents.end());
  return *at;
}

// Whether much of the text is set in lines that are far wider: then the lines within the margin
// are verse or a list, and the text is not wrapped.
bool has_wider_lines(const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                     std::uint32_t margin) {
  constexpr std::uint32_t kFar = 20;  // columns
  std::size_t all = 0;
  std::size_t wider = 0;
  for (std::size_t i = first; i < last; ++i) {
    if (!is_set(lines[i])) continue;
    all += lines[i].width;
    if (lines[i].extent() > margin + kFar) wider += lines[i].width;
  }
  return wider * 4 > all;
}

std::uint32_t most_common_indent(const std::vector<TextLine>& lines, std::uint32_t least_width) {
  std::map<std::uint32_t, std::size_t> weight;  // columns to code points set there
  for (const TextLine& line : lines) {
    if (is_set(line) && line.width >= least_width) weight[line.indent] += line.width;
  }
  const auto best =
      std::max_element(weight.begin(), weight.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == weight.end() ? 0 : best->first;
}

bool has_blank_line_habit(const std::vector<TextLine>& lines, bool is_wrapped) {
  std::size_t ends = 0;    // places where a paragraph may end
  std::size_t blanks = 0;  // of these, with a blank line
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].is_blank()) continue;
    if (lines[i + 1].is_blank()) {
      ++blanks;
      ++ends;
    } else if (!is_wrapped && lines[i].width >= kRunningText && ends_a_sentence(lines[i])) {
      ++ends;
    }
  }
  // In wrapped text one blank line in fifteen lines shows the habit.
  if (is_wrapped) return blanks * 15 >= lines.size();
  return blanks > 0 && blanks * 2 >= ends;
}

// A typist who divides words does so on one line in twenty-five or more; a program that only wraps
// leaves hyphens at line ends far more seldom.
bool divides_words(const std::vector<TextLine>& lines, std::uint32_t margin) {
  std::size_t full = 0;
  std::size_t divided = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].extent() * 2 < margin || lines[i + 1].is_blank()) continue;
    ++full;
    if (lines[i].width > 1 && lines[i].text.back() == '-' && begins_lower(lines[i + 1])) ++divided;
  }
  return divided * 25 >= full && divided > 0;
}

// Lines without blank ones between, two or more: whether they are a few each, as stanzas are.
bool are_stanzas(const std::vector<TextLine>& lines) {
  constexpr std::size_t kLongest = 8;  // lines of a stanza
  constexpr std::size_t kUsual = 4;
  std::size_t all = 0;
  std::size_t usual = 0;
  std::size_t size = 0;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && is_set(lines[i])) {
      ++size;
      continue;
    }
    if (size > kLongest) return false;
    all += size > 1 ? 1 : 0;
    usual += size > 1 && size <= kUsual ? 1 : 0;
    size = 0;
  }
  return all >= 2 && usual * 3 >= all * 2;
}

// The page of a short text that a program wrapped: as wide as the widest line that runs on.
std::uint32_t widest_running(const std::vector<TextLine>& lines) {
  constexpr std::size_t kFew = 60;      // lines
  constexpr std::uint32_t kPage = 120;  // columns
  std::uint32_t widest = 0;
  if (lines.size() > kFew) return widest;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const bool counts = is_set(lines[i]) && is_set(lines[i + 1]) && lines[i].extent() <= kPage;
    if (counts) widest = std::max(widest, lines[i].extent());
  }
  return widest;
}

}  // namespace

Wrap measure_wrap(const std::vector<TextLine>& lines, std::size_t first, std::size_t last) {
  Wrap wrap;
  wrap.width = likely_margin(lines, first, last);
  if (wrap.width < kNarrowestWrap || wrap.width > kWidestWrap) return wrap;
  if (has_wider_lines(lines, first, last, wrap.width)) return wrap;
  const PairCounts counts = count_pairs(lines, first, last, wrap.width);
  if (counts.pairs < 2 || counts.unended * 10 < counts.pairs * 3) return wrap;
  if (counts.punctuated * 20 > counts.pairs * 9) return wrap;
  if (counts.full * 100 >= counts.pairs * 55 && counts.run_on * 5 >= counts.pairs) {
    wrap.is_wrapped = true;
  } else if (counts.run_on * 2 >= counts.pairs && counts.long_enough * 10 >= counts.pairs * 7 &&
             wrap.width >= kRunningText) {
    wrap.is_wrapped = true;
    wrap.is_ragged = true;
  }
  return wrap;
}

Layout measure_layout(const std::vector<TextLine>& lines, bool is_rendered) {
  Layout layout;
  layout.wrap = measure_wrap(lines, 0, lines.size());
  if (is_rendered && layout.wrap.width >= kNarrowestWrap && layout.wrap.width <= kWidestWrap) {
    layout.wrap.is_wrapped = true;
    layout.wrap.is_ragged = false;
    layout.wrap.width = std::max(layout.wrap.width, widest_running(lines));
  } else if (layout.wrap.width < kRunningText && are_stanzas(lines)) {
    layout.wrap.is_wrapped = false;  // a poem
  }
  layout.base_indent = body_indent(lines);
  layout.has_blank_lines = has_blank_line_habit(lines, layout.wrap.is_wrapped);
  layout.is_hyphenated = divides_words(lines, layout.wrap.width);
  return layout;
}

bool fits_message_page(const std::vector<TextLine>& lines) {
  constexpr std::uint32_t kWidest = 80;  // columns
  std::size_t wider = 0;
  std::size_t running = 0;
  for (const TextLine& line : lines) {
    if (!is_set(line)) continue;
    wider += line.extent() > kWidest ? 1 : 0;
    running += line.extent() > kRunningText ? 1 : 0;
  }
  return running > 1 && wider * 20 <= running;
}

std::uint32_t body_indent(const std::vector<TextLine>& lines) {
  return most_common_indent(lines, kRunningText);
}

bool is_full(const TextLine& line, const TextLine& next, const Wrap& wrap) {
  if (!wrap.is_wrapped) return false;
  if (line.extent() + 1 + first_word_width(next) > wrap.width) return true;
  // A sentence that runs on in lower case: the margin was the typist's judgement.
  const double least = (wrap.is_ragged ? kRaggedFullness : kWrappedFullness) * wrap.width;
  return line.extent() >= least && begins_lower(next) && !ends_a_sentence(line);
}

}  // namespace garland::plain
