#include "base/language_registry.h"

#include <unicode/localpointer.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace garland {
namespace {

constexpr std::size_t kLongestTag = 100;

bool is_well_formed(const std::string& tag) {
  std::array<char, 2 * kLongestTag> locale{};
  int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale.data(), locale.size(), &parsed, &status);
  return U_SUCCESS(status) && static_cast<std::size_t>(parsed) == tag.size();
}

// An entry of CLDR's lists: one code, or those from one to another that differ in the last letter
// ("aaa~i").
bool names(const icu::UnicodeString& entry, const icu::UnicodeString& code) {
  const int32_t sign = entry.indexOf(u'~');
  if (sign < 0) return entry == code;
  const int32_t last = sign - 1;
  return code.length() == sign && code.compare(0, last, entry, 0, last) == 0 &&
         code[last] >= entry[last] && code[last] <= entry[sign + 1];
}

bool lists(const UResourceBundle* group, const icu::UnicodeString& code) {
  UErrorCode status = U_ZERO_ERROR;
  for (int32_t i = 0; i < ures_getSize(group); ++i) {
    int32_t size = 0;
    const UChar* entry = ures_getStringByIndex(group, i, &size, &status);
    if (U_SUCCESS(status) && names(icu::UnicodeString(false, entry, size), code)) return true;
  }
  return false;
}

// Other groups are codes that mean what their users agree on, or nothing yet.
bool is_in_cldr(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer data(
      ures_openDirect(nullptr, "supplementalData", &status));
  const icu::LocalUResourceBundlePointer kinds(
      ures_getByKey(data.getAlias(), "idValidity", nullptr, &status));
  const icu::LocalUResourceBundlePointer languages(
      ures_getByKey(kinds.getAlias(), "language", nullptr, &status));
  const auto code = icu::UnicodeString::fromUTF8(language);
  for (const char* name : {"regular", "special", "unknown", "deprecated"}) {
    const icu::LocalUResourceBundlePointer group(
        ures_getByKey(languages.getAlias(), name, nullptr, &status));
    if (U_SUCCESS(status) && lists(group.getAlias(), code)) return true;
  }
  return false;
}

}  // namespace

bool is_registered_language(std::string_view tag) {
  if (tag.size() > kLongestTag || !is_well_formed(std::string(tag))) return false;
  const std::string language(primary_language(tag));
  // The languages that ICU has words for, which are nearly all that are met; then the long list.
  return *uloc_getISO3Language(language.c_str()) != '\0' || is_in_cldr(language);
}

bool is_language(std::string_view tag, std::string_view code) {
  const std::string_view primary = primary_language(tag);
  return std::equal(primary.begin(), primary.end(), code.begin(), code.end(),
                    [](char a, char b) { return to_ascii_lower(a) == b; });
}

bool is_east_asian(std::string_view tag) {
  return is_language(tag, "zh") || is_language(tag, "ja") || is_language(tag, "ko");
}

}  // namespace garland
