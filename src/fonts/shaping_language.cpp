#include "fonts/shaping_language.h"

#include <array>

#include "base/language_registry.h"
#include "base/unicode.h"

namespace garland {
namespace {

// The subtags behind a language by which OpenType tells language systems apart: all that a font can
// know of a tag (OpenType 1.9, Language system tags). In the order in which HarfBuzz looks for
// them.
struct Distinctions {
  std::string_view language;
  std::array<std::string_view, 5> subtags;
};
constexpr auto kDistinctions =
    std::to_array<Distinctions>({{"el", {"polyton"}},
                                 {"ga", {"latg"}},
                                 {"hy", {"arevmda"}},
                                 {"ro", {"md"}},
                                 {"syr", {"syre", "syrj", "syrn"}},
                                 {"zh", {"hans", "hant", "hk", "mo", "tw"}}});

// Whether the subtag stands behind the tag's language, and not in an extension.
bool has_subtag(std::string_view tag, std::string_view subtag) {
  while (const std::size_t hyphen = tag.find('-') + 1) {
    tag.remove_prefix(hyphen);
    const std::string_view part = primary_language(tag);
    if (part.size() == 1) return false;
    if (part == subtag) return true;
  }
  return false;
}

}  // namespace

std::string shaping_language(std::string_view tag) {
  const std::string lower = to_lower(tag);
  std::string language(primary_language(lower));
  for (const Distinctions& known : kDistinctions) {
    if (known.language != language) continue;
    for (const std::string_view subtag : known.subtags) {
      if (!subtag.empty() && has_subtag(lower, subtag)) language.append("-").append(subtag);
    }
    break;
  }
  return language;
}

}  // namespace garland
