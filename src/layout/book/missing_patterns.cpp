#include "layout/book/missing_patterns.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <string>
#include <string_view>

#include "base/contains.h"
#include "base/language_registry.h"
#include "base/scripts.h"
#include "base/unicode.h"
#include "layout/paragraph/hyphenate.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 5> kDividedScripts = {"Latn", "Cyrl", "Grek", "Armn",
                                                             "Geor"};
// Undetermined, several, none and one without a code (BCP 47, 2.2.1): no dictionary has these.
constexpr std::array<std::string_view, 4> kNoLanguages = {"und", "mul", "zxx", "mis"};

bool lacks_patterns(std::string_view language, std::string_view primary) {
  return !primary.empty() && !contains(kNoLanguages, primary) &&
         contains(kDividedScripts, script_of_language(language)) &&
         Hyphenator::for_language(language) == nullptr;
}

}  // namespace

void report_missing_patterns(const Anthology& anthology, Diagnostics& diagnostics) {
  std::set<std::string> primaries;
  for (const Work* work : anthology.works()) {
    const std::string_view language = language_of(*work, anthology.metadata);
    const std::string primary = to_lower(primary_language(language));
    if (lacks_patterns(language, primary)) primaries.insert(primary);
  }
  for (const std::string& primary : primaries) {
    diagnostics.note(
        "no-hyphenation", {}, fmt::format("words in “{}” are not divided", primary),
        fmt::format("install the package hyphen-{0}, or another that brings hyph_{0}*.dic",
                    primary));
  }
}

}  // namespace garland
