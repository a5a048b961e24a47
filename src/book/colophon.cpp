#include "book/colophon.h"

#include <fmt/format.h>

#include <algorithm>

namespace garland {
namespace {

// "10.5", or "10,5" where the language has it so.
std::string number_of(Length length, const Words& words) {
  std::string number = fmt::format("{:.4g}", length.points());
  const std::size_t point = number.find('.');
  if (point != std::string::npos) number.replace(point, 1, words["decimal-mark"]);
  return number;
}

// "Set in Roman, 10.5 on 13.5 points, with Sans and Mono."
std::string type_line(const BookType& type, const Words& words) {
  if (type.families.empty()) return {};
  std::string line = fmt::format(fmt::runtime(words["set-in"]), type.families.front(),
                                 number_of(type.size, words), number_of(type.leading, words));
  if (type.families.size() > 1) {
    line += fmt::format(", {} {}", words["with"],
                        words.join_names({type.families.begin() + 1, type.families.end()}));
  }
  return line + ".";
}

// "First edition, 22 November 2026"
std::string edition_line(const BookMetadata& metadata, const Words& words) {
  const std::string date = words.date(metadata.date);
  const bool has_both = !metadata.edition.empty() && !date.empty();
  return metadata.edition + (has_both ? ", " : "") + date;
}

}  // namespace

std::vector<std::string> colophon_paragraphs(const Anthology& anthology, const BookType& type) {
  if (!anthology.colophon->paragraphs.empty()) return anthology.colophon->paragraphs;
  const Words& words = anthology.words;
  std::vector<std::string> paragraphs = {type_line(type, words),
                                         fmt::format("{}.", words["made-with"]),
                                         edition_line(anthology.metadata, words)};
  std::erase(paragraphs, "");
  return paragraphs;
}

}  // namespace garland
