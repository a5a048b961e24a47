#include "document/metadata_text.h"

#include <fmt/format.h>

#include "document/kind_names.h"

namespace garland {

std::string metadata_text(const std::string& value) { return value; }

std::string metadata_text(const Inlines& value) { return plain_text(value); }

std::string metadata_text(const Date& value) {
  return value.iso() == value.written || value.year == 0
             ? value.written
             : fmt::format("{} (written \"{}\")", value.iso(), value.written);
}

std::string metadata_text(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, ", "));
}

std::string metadata_text(const std::vector<Contributor>& people) {
  std::string text;
  for (const Contributor& person : people) {
    text += (text.empty() ? "" : "; ") + person.name;
    if (person.role != Role::Author) text += fmt::format(" ({})", name_of(person.role));
  }
  return text;
}

std::string lines_in_words(SourceRange range) {
  if (!range.is_known()) return "";
  if (range.end_line <= range.begin_line) return fmt::format("line {}", range.begin_line);
  return fmt::format("lines {}–{}", range.begin_line, range.end_line);
}

}  // namespace garland
