// Breaks, directions and scripts.
#include <unicode/brkiter.h>
#include <unicode/ubidi.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/unicode.h"

namespace garland {
namespace {

struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};
struct BidiCloser {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// Languages whose iterators a thread keeps: a book has a few, a hostile one has thousands of tags.
constexpr std::size_t kMostKeptIterators = 32;

// Iterators cost a hundred times a short paragraph's breaks: each thread keeps those it has used
// until they are too many. What is given holds until the next call.
icu::BreakIterator* iterator_for(std::string_view language, bool is_for_lines) {
  thread_local std::map<std::pair<std::string, bool>, std::unique_ptr<icu::BreakIterator>> cache;
  const auto key = std::pair(std::string(language), is_for_lines);
  if (const auto found = cache.find(key); found != cache.end()) return found->second.get();
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(key.first, status);
  std::unique_ptr<icu::BreakIterator> made(
      is_for_lines ? icu::BreakIterator::createLineInstance(locale, status)
                   : icu::BreakIterator::createCharacterInstance(locale, status));
  if (U_FAILURE(status)) made.reset();
  if (cache.size() >= kMostKeptIterators) cache.clear();
  return (cache[key] = std::move(made)).get();
}

// Calls `each` with the offset of every boundary after the text's beginning.
template <typename Each>
void for_each_boundary(icu::BreakIterator* iterator, std::string_view text, Each each) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, TextCloser> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  if (iterator != nullptr) iterator->setText(utext.get(), status);
  if (iterator == nullptr || U_FAILURE(status)) return;
  iterator->first();
  for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
    each(static_cast<std::size_t>(at));
  }
}

// Whether the text has no right-to-left character and no direction mark, told by the first bytes of
// their UTF-8: U+0580 to U+0FFF, U+FB1D and above, and a few of the general punctuation.
bool is_plain_left_to_right(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xD6) continue;
    if (byte <= 0xE0 || byte >= 0xEF) return false;
    if (byte != 0xE2) continue;
    const std::string_view sequence = text.substr(i, 3);
    const bool is_mark = sequence == "\u200F" || (sequence >= "\u202A" && sequence <= "\u202E") ||
                         (sequence >= "\u2066" && sequence <= "\u2069");
    if (is_mark) return false;
  }
  return true;
}

// Whether a character stands last after which annex 14 (LB4, LB5) always breaks.
bool ends_in_line_end(std::string_view text) {
  for (const std::string_view end : {"\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

std::vector<BreakOpportunity> line_breaks(std::string_view text, std::string_view language) {
  std::vector<BreakOpportunity> breaks;
  icu::BreakIterator* iterator = iterator_for(language, true);
  for_each_boundary(iterator, text, [&](std::size_t offset) {
    // ICU calls every break of a stretch of Thai hard whose end is: look at the text, too.
    const bool is_mandatory =
        iterator->getRuleStatus() >= UBRK_LINE_HARD && ends_in_line_end(text.substr(0, offset));
    breaks.push_back({offset, is_mandatory});
  });
  if (!text.empty() && (breaks.empty() || breaks.back().offset != text.size())) {
    breaks.push_back({text.size(), false});
  }
  return breaks;
}

std::vector<std::size_t> grapheme_boundaries(std::string_view text) {
  std::vector<std::size_t> boundaries;
  if (!text.empty()) boundaries.push_back(0);
  for_each_boundary(iterator_for("en", false), text,
                    [&](std::size_t offset) { boundaries.push_back(offset); });
  if (boundaries.empty() || boundaries.back() != text.size()) boundaries.push_back(text.size());
  return boundaries;
}

Direction direction_of_language(std::string_view language) {
  const icu::Locale locale(std::string(language).c_str());
  return locale.isRightToLeft() ? Direction::RightToLeft : Direction::LeftToRight;
}

std::vector<BidiRun> bidi_runs(std::string_view text, Direction base) {
  if (text.empty()) return {};
  if (base == Direction::LeftToRight && is_plain_left_to_right(text)) {
    return {{0, text.size(), 0}};
  }
  // ICU's algorithm works on UTF-16; `offsets` leads back.
  icu::UnicodeString wide;
  std::vector<std::size_t> offsets;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const auto c = static_cast<UChar32>(next_code_point(text, offset));
    wide.append(c);
    offsets.resize(static_cast<std::size_t>(wide.length()), begin);
  }
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), wide.getBuffer(), wide.length(), base == Direction::RightToLeft ? 1 : 0,
                nullptr, &status);
  std::vector<BidiRun> runs;
  for (std::int32_t at = 0; U_SUCCESS(status) && at < wide.length();) {
    std::int32_t end = at;
    UBiDiLevel level = 0;
    ubidi_getLogicalRun(bidi.get(), at, &end, &level);
    const std::size_t end_offset =
        end < wide.length() ? offsets[static_cast<std::size_t>(end)] : text.size();
    runs.push_back({offsets[static_cast<std::size_t>(at)], end_offset, level});
    at = end;
  }
  if (runs.empty()) runs.push_back({0, text.size(), 0});
  return runs;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

Direction direction_of_text(std::string_view text, Direction fallback) {
  for (std::size_t offset = 0; offset < text.size();) {
    switch (u_charDirection(static_cast<UChar32>(next_code_point(text, offset)))) {
      case U_LEFT_TO_RIGHT:
        return Direction::LeftToRight;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return Direction::RightToLeft;
      default:
        break;
    }
  }
  return fallback;
}

std::string_view script_of(char32_t c) {
  if (c < 0x80) {
    const bool is_ascii_letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return is_ascii_letter ? "Latn" : "Zyyy";
  }
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? "Zyyy" : uscript_getShortName(script);
}

std::vector<ScriptRun> script_runs(std::string_view text) {
  std::vector<ScriptRun> runs;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const std::string_view script = script_of(next_code_point(text, offset));
    const bool is_neutral = script == "Zyyy" || script == "Zinh";
    if (runs.empty()) {
      runs.push_back({begin, offset, is_neutral ? "Zyyy" : script});
    } else if (is_neutral || script == runs.back().script) {
      runs.back().end_offset = offset;
    } else if (runs.back().script == "Zyyy") {
      // Leading neutral characters join what follows.
      runs.back().end_offset = offset;
      runs.back().script = script;
    } else {
      runs.push_back({begin, offset, script});
    }
  }
  return runs;
}

}  // namespace garland
