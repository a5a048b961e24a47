#include "layout/galley/quotation_marks.h"

#include <array>

namespace garland {
namespace {

struct LanguageMarks {
  std::string_view language;
  std::array<QuotationMarks, 2> marks;
};

// English first: it stands for all others.
constexpr std::array<LanguageMarks, 12> kMarks{{
    {"en", {{{"“", "”"}, {"‘", "’"}}}},
    {"en-gb", {{{"‘", "’"}, {"“", "”"}}}},
    {"de", {{{"„", "“"}, {"‚", "‘"}}}},
    {"cs", {{{"„", "“"}, {"‚", "‘"}}}},
    {"pl", {{{"„", "”"}, {"«", "»"}}}},
    {"fr", {{{"«\u202F", "\u202F»"}, {"“", "”"}}}},
    {"es", {{{"«", "»"}, {"“", "”"}}}},
    {"it", {{{"«", "»"}, {"“", "”"}}}},
    {"pt", {{{"“", "”"}, {"‘", "’"}}}},
    {"ru", {{{"«", "»"}, {"„", "“"}}}},
    {"sv", {{{"”", "”"}, {"’", "’"}}}},
    {"ja", {{{"「", "」"}, {"『", "』"}}}},
}};

bool same_tag(std::string_view left, std::string_view right) {
  if (left.size() != right.size()) return false;
  for (std::size_t i = 0; i < left.size(); ++i) {
    const char c = left[i] >= 'A' && left[i] <= 'Z' ? static_cast<char>(left[i] + 32) : left[i];
    if (c != right[i]) return false;
  }
  return true;
}

}  // namespace

QuotationMarks quotation_marks(std::string_view language, int depth) {
  const std::string_view primary = language.substr(0, language.find('-'));
  const LanguageMarks* found = nullptr;
  for (const LanguageMarks& entry : kMarks) {
    if (same_tag(language, entry.language)) found = &entry;
    if (found == nullptr && same_tag(primary, entry.language)) found = &entry;
  }
  if (found == nullptr) found = kMarks.data();
  return found->marks.at(static_cast<std::size_t>(depth) % 2);
}

}  // namespace garland
