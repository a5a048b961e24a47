#include "base/language_guess.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kSampleBytes = 64U << 10;
// Fewer bytes of letters than these show the language of a name as often as that of the text.
constexpr int kLeastBytes = 120;
// A text of two languages is in the one that has most of it, if that is most of the whole.
constexpr int kLeastPercent = 60;
// UNKNOWN_ENCODING of <cld2/public/encodings.h>, a header full of unscoped names.
constexpr int kAnyEncoding = 23;

// A long text is judged by pieces of it first: an article in one language shows it in a few lines
// of each part, and the detector takes as long as a parser does. It reads all where they leave a
// doubt.
constexpr std::size_t kPieces = 4;
constexpr std::size_t kPieceBytes = 200;
constexpr int kSurePercent = 95;

std::string_view sample(std::string_view text) {
  return text.substr(0, character_begin(text, std::min(kSampleBytes, text.size())));
}

constexpr std::size_t kLongestWord = 40;  // bytes; what is longer between spaces is no word

// Pieces from begin to end, of whole words where the script has spaces between them.
std::string pieces_of(std::string_view text) {
  std::string pieces;
  pieces.reserve(kPieces * (kPieceBytes + 1));
  for (std::size_t i = 0; i < kPieces; ++i) {
    const std::size_t begin = character_begin(text, text.size() / kPieces * i);
    std::string_view piece = text.substr(begin);
    piece = piece.substr(0, character_begin(piece, std::min(kPieceBytes, piece.size())));
    const std::size_t first = i == 0 ? piece.npos : piece.find(' ');
    const std::size_t last = piece.rfind(' ');
    if (last != piece.npos && piece.size() - last <= kLongestWord) piece = piece.substr(0, last);
    if (first < std::min(piece.size(), kLongestWord)) piece.remove_prefix(first + 1);
    pieces.append(piece).append("\n");
  }
  return pieces;
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

LanguageGuess detect(std::string_view looked_at) {
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

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  if (text.size() > 2 * kPieces * kPieceBytes) {
    LanguageGuess guess = detect(pieces_of(text));
    if (guess.percent >= kSurePercent) return guess;
  }
  return detect(sample(text));
}

}  // namespace garland
