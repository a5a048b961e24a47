#include "base/quotation_marks.h"

#include <array>
#include <string>

#include "base/language_registry.h"
#include "base/unicode.h"

namespace garland {
namespace {

struct LanguageMarks {
  std::string_view language;
  std::array<QuotationMarks, 2> marks;  // outer, inner
};

// English first: it stands for all others.
constexpr std::array<LanguageMarks, 19> kMarks{{
    {"en", {{{"“", "”"}, {"‘", "’"}}}},
    {"en-gb", {{{"‘", "’"}, {"“", "”"}}}},
    {"cs", {{{"„", "“"}, {"‚", "‘"}}}},
    {"de", {{{"„", "“"}, {"‚", "‘"}}}},
    {"de-ch", {{{"«", "»"}, {"‹", "›"}}}},
    {"es", {{{"«", "»"}, {"“", "”"}}}},
    {"fi", {{{"”", "”"}, {"’", "’"}}}},
    {"fr", {{{"«\u202F", "\u202F»"}, {"“", "”"}}}},
    {"fr-ch", {{{"«\u202F", "\u202F»"}, {"‹\u202F", "\u202F›"}}}},
    {"hu", {{{"„", "”"}, {"»", "«"}}}},
    {"it", {{{"«", "»"}, {"“", "”"}}}},
    {"ja", {{{"「", "」"}, {"『", "』"}}}},
    {"nb", {{{"«", "»"}, {"‘", "’"}}}},
    {"no", {{{"«", "»"}, {"‘", "’"}}}},
    {"pl", {{{"„", "”"}, {"«", "»"}}}},
    {"pt-pt", {{{"«", "»"}, {"“", "”"}}}},
    {"ru", {{{"«", "»"}, {"„", "“"}}}},
    {"sv", {{{"”", "”"}, {"’", "’"}}}},
    {"uk", {{{"«", "»"}, {"„", "“"}}}},
}};

const LanguageMarks& marks_of(std::string_view language) {
  const std::string tag = to_lower(language);
  const std::string_view primary = primary_language(tag);
  const LanguageMarks* found = kMarks.data();
  for (const LanguageMarks& entry : kMarks) {
    if (entry.language == tag) return entry;
    if (entry.language == primary) found = &entry;
  }
  return *found;
}

bool is_single(const QuotationMarks& marks) {
  for (const std::string_view single : {"‘", "’", "‚", "‹"}) {
    if (marks.open.substr(0, single.size()) == single) return true;
  }
  return false;
}

}  // namespace

QuotationMarks quotation_marks(std::string_view language, int depth) {
  return marks_of(language).marks.at(static_cast<std::size_t>(depth) % 2);
}

QuotationMarks double_quotation_marks(std::string_view language) {
  const LanguageMarks& found = marks_of(language);
  return is_single(found.marks[0]) ? found.marks[1] : found.marks[0];
}

QuotationMarks single_quotation_marks(std::string_view language) {
  for (const QuotationMarks& marks : marks_of(language).marks) {
    if (is_single(marks)) return marks;
  }
  return {"‘", "’"};
}

}  // namespace garland
