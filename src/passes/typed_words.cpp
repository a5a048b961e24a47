#include "passes/typed_words.h"

#include <algorithm>
#include <array>

#include "base/language_registry.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr auto kNumberMarks = std::to_array<std::u32string_view>(
    {U"p.",   U"pp.",  U"S.",   U"s.",   U"Nr.", U"nr.",  U"nr",   U"No.",  U"no.",
     U"nos.", U"n°",   U"nº",   U"№",    U"č.",  U"Vol.", U"vol.", U"Bd.",  U"Abb.",
     U"Tab.", U"Kap.", U"Fig.", U"fig.", U"Eq.", U"eq.",  U"art.", U"Art.", U"ch.",
     U"cap.", U"pág.", U"rys.", U"стр.", U"с.",  U"рис.", U"гл.",  U"§",    U"§§",
     U"€",    U"£",    U"$",    U"CHF",  U"EUR", U"USD",  U"GBP"});

// Those of the International System that texts have, and what is counted as they are. Not "in": a
// word of its own more often than inches.
constexpr auto kUnits = std::to_array<std::u32string_view>(
    {U"%",    U"‰",   U"°",   U"°C",  U"°F",  U"€",   U"£",   U"¥",   U"kr",  U"zł", U"Kč",  U"CHF",
     U"EUR",  U"USD", U"GBP", U"km",  U"m",   U"dm",  U"cm",  U"mm",  U"µm",  U"μm", U"nm",  U"ha",
     U"t",    U"kg",  U"g",   U"mg",  U"µg",  U"μg",  U"l",   U"L",   U"hl",  U"dl", U"cl",  U"ml",
     U"mL",   U"s",   U"ms",  U"min", U"h",   U"Hz",  U"kHz", U"MHz", U"GHz", U"W",  U"kW",  U"MW",
     U"GW",   U"Wh",  U"kWh", U"MWh", U"V",   U"kV",  U"mA",  U"K",   U"J",   U"kJ", U"MJ",  U"cal",
     U"kcal", U"N",   U"Pa",  U"hPa", U"kPa", U"MPa", U"bar", U"mol", U"dB",  U"eV", U"kB",  U"MB",
     U"GB",   U"TB",  U"px",  U"pt",  U"dpi", U"ft",  U"yd",  U"mi",  U"mph", U"lb", U"lbs", U"oz",
     U"Uhr",  U"км",  U"м",   U"см",  U"мм",  U"кг",  U"г",   U"руб"});

constexpr auto kTitlesOfNames =
    std::to_array<std::u32string_view>({U"Mr.", U"Mrs.", U"Ms.", U"Messrs.", U"Dr.", U"Prof.",
                                        U"St.", U"Hr.", U"Fr.", U"Sr.", U"Sra."});

constexpr auto kFrenchTitlesOfNames = std::to_array<std::u32string_view>(
    {U"M.", U"MM.", U"Mme", U"Mmes", U"Mlle", U"Mlles", U"Mgr", U"Me", U"Dr", U"Pr", U"Vve"});

// Whether the word, from a space or an opening bracket on, ends before `end`.
bool ends_in(const TypedText& typed, std::size_t end, std::u32string_view word) {
  if (end < word.size()) return false;
  for (auto letter = word.rbegin(); letter != word.rend(); ++letter, --end) {
    if (typed.before(end) != *letter) return false;
  }
  return is_space(typed.before(end)) || typed.before(end) == U'(';
}

bool begins_with(const TypedText& typed, std::size_t begin, std::u32string_view word) {
  for (const char32_t letter : word) {
    if (typed.character(begin++) != letter) return false;
  }
  return !is_letter(typed.character(begin));
}

template <std::size_t N>
bool ends_in_one(const TypedText& typed, std::size_t end,
                 const std::array<std::u32string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&typed, end](std::u32string_view word) { return ends_in(typed, end, word); });
}

struct LeaningLetters {
  std::string_view language;
  std::u32string_view letters;
};
constexpr auto kLeaningLetters = std::to_array<LeaningLetters>({{"cs", U"ksvzouaiKSVZOUAI"},
                                                                {"sk", U"ksvzouaiKSVZOUAI"},
                                                                {"pl", U"aiouwzAIOUWZ"},
                                                                {"ru", U"вксоуиаВКСОУИА"},
                                                                {"uk", U"вузоійаВУЗОІЙА"}});

}  // namespace

bool ends_in_number_mark(const TypedText& typed, std::size_t end) {
  return ends_in_one(typed, end, kNumberMarks);
}

bool begins_with_unit(const TypedText& typed, std::size_t begin) {
  return std::any_of(kUnits.begin(), kUnits.end(), [&typed, begin](std::u32string_view unit) {
    return begins_with(typed, begin, unit);
  });
}

bool ends_in_title(const TypedText& typed, std::size_t end) {
  return ends_in_one(typed, end, kTitlesOfNames);
}

bool ends_in_french_title(const TypedText& typed, std::size_t end) {
  return ends_in_one(typed, end, kFrenchTitlesOfNames);
}

std::u32string_view leaning_letters(std::string_view language) {
  const auto* found =
      std::find_if(kLeaningLetters.begin(), kLeaningLetters.end(),
                   [language](const auto& row) { return is_language(language, row.language); });
  return found == kLeaningLetters.end() ? std::u32string_view() : found->letters;
}

}  // namespace garland
