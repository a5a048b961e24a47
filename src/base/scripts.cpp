#include "base/scripts.h"

#include <unicode/locid.h>
#include <unicode/uscript.h>

#include <array>

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

std::string script_of_language(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), status);
  locale.addLikelySubtags(status);
  return U_FAILURE(status) ? std::string() : std::string(locale.getScript());
}

}  // namespace garland
