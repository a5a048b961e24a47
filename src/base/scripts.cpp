#include "base/scripts.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <utility>

namespace garland {

std::vector<std::string_view> script_extensions(char32_t c) {
  std::array<UScriptCode, 64> codes{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t count = uscript_getScriptExtensions(
      static_cast<UChar32>(c), codes.data(), static_cast<std::int32_t>(codes.size()), &status);
  std::vector<std::string_view> scripts;
  if (U_FAILURE(status)) return scripts;
  for (std::int32_t i = 0; i < count; ++i) {
    const UScriptCode code = codes.at(static_cast<std::size_t>(i));
    if (code == USCRIPT_COMMON || code == USCRIPT_INHERITED) continue;
    scripts.emplace_back(uscript_getShortName(code));
  }
  return scripts;
}

std::string letter_of_script(std::string_view script) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMixtures = {
      {{"Jpan", "\u3042"}, {"Kore", "\uAC00"}, {"Hans", "\u4E00"}, {"Hant", "\u4E00"}}};
  for (const auto& [mixture, letter] : kMixtures) {
    if (mixture == script) return std::string(letter);
  }
  const std::string name(script);
  const auto code = static_cast<UScriptCode>(u_getPropertyValueEnum(UCHAR_SCRIPT, name.c_str()));
  std::string letter;
  if (code == USCRIPT_INVALID_CODE) return letter;
  return uscript_getSampleUnicodeString(code).toUTF8String(letter);
}

std::string script_of_language(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  locale.addLikelySubtags(status);
  return U_FAILURE(status) ? std::string() : std::string(locale.getScript());
}

}  // namespace garland
