#include "base/language_guess.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>

namespace garland {
namespace {

constexpr std::size_t kSampleBytes = 64U << 10;
// Fewer bytes of letters than these show the language of a name as often as that of the text.
constexpr int kLeastBytes = 120;
// A text of two languages is in the one that has most of it, if that is most of the whole.
constexpr int kLeastPercent = 60;
// UNKNOWN_ENCODING of <cld2/public/encodings.h>, a header full of unscoped names.
constexpr int kAnyEncoding = 23;

// Whole characters alone: the sample ends before the one that would not fit.
std::string_view sample(std::string_view text) {
  if (text.size() <= kSampleBytes) return text;
  std::size_t end = kSampleBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// The detector's codes are BCP 47 but for these old ones (RFC 5646, registry of subtags).
std::string tag_of(CLD2::Language language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kRenamed{
      {{"iw", "he"}, {"jw", "jv"}, {"in", "id"}, {"mo", "ro"}}};
  const std::string_view code = CLD2::LanguageCode(language);
  const auto* renamed = std::find_if(kRenamed.begin(), kRenamed.end(),
                                     [code](const auto& pair) { return pair.first == code; });
  return std::string(renamed == kRenamed.end() ? code : renamed->second);
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  const std::string_view looked_at = sample(text);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int letter_bytes = 0;
  int valid_bytes = 0;
  bool is_reliable = false;
  const CLD2::CLDHints no_hints{nullptr, "", kAnyEncoding, CLD2::UNKNOWN_LANGUAGE};
  CLD2::ExtDetectLanguageSummaryCheckUTF8(
      looked_at.data(), static_cast<int>(looked_at.size()), /*is_plain_text=*/true, &no_hints,
      /*flags=*/0, languages.data(), percents.data(), scores.data(), nullptr, &letter_bytes,
      &is_reliable, &valid_bytes);
  const bool is_known = is_reliable && letter_bytes >= kLeastBytes &&
                        percents[0] >= kLeastPercent && languages[0] != CLD2::UNKNOWN_LANGUAGE &&
                        languages[0] < CLD2::NUM_LANGUAGES;
  if (!is_known) return {};
  return {tag_of(languages[0]), percents[0]};
}

}  // namespace garland
