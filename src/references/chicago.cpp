#include "references/chicago.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/unicode.h"
#include "document/metadata_values.h"
#include "document/web_address.h"
#include "references/entry_writer.h"

namespace garland {
namespace {

constexpr std::size_t kMostAuthorsListed = 6;  // with more, the first three and "et al."
constexpr std::size_t kMostAuthorsCited = 2;   // with more, the first and "et al."

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view short_name(const Contributor& name) {
  return name.family.empty() ? name.name : name.family;
}

std::string inverted(const Contributor& name) {
  if (name.family.empty() || name.given.empty()) return name.name;
  return name.family + ", " + name.given;
}

// "J. K." of "Jane Karen".
std::string initials(std::string_view given) {
  std::string letters;
  bool at_word = true;
  std::size_t offset = 0;
  while (offset < given.size()) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(given, offset);
    if (at_word && is_letter(c)) {
      letters += letters.empty() ? "" : " ";
      letters += given.substr(begin, offset - begin);
      letters += '.';
    }
    at_word = c == ' ' || c == '-' || c == '.';
  }
  return letters;
}

// "A", "A and B", "A, B, and C".
std::string listed(const std::vector<std::string>& names, const CitationTerms& terms) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool is_last = i > 0 && i + 1 == names.size();
    if (i > 0) text += names.size() > 2 ? ", " : " ";
    if (is_last) text += std::string(terms.conjunction) + " ";
    text += names[i];
  }
  return text;
}

std::string names_in_order(const std::vector<Contributor>& people, const CitationTerms& terms) {
  std::vector<std::string> names;
  for (const Contributor& person : people) names.push_back(person.name);
  return listed(names, terms);
}

// The list that an entry begins with: the first name turned round, and a comma after it even
// before the last of two.
std::string leading_names(const std::vector<Contributor>& people, const CitationTerms& terms) {
  std::string text = inverted(people.front());
  const bool is_cut = people.size() > kMostAuthorsListed;
  const std::size_t count = is_cut ? 3 : people.size();
  for (std::size_t i = 1; i < count; ++i) {
    text += ", ";
    if (!is_cut && i + 1 == count) text += std::string(terms.conjunction) + " ";
    text += people[i].name;
  }
  if (is_cut) text += ", " + std::string(terms.others);
  return text;
}

std::optional<Date> issued_date(const ReferenceEntry& entry) {
  const std::string_view written = field_of(entry, "issued");
  return written.empty() ? std::nullopt : date_from(written.substr(0, written.find('/')));
}

bool is_article(const ReferenceEntry& entry) { return entry.type.starts_with("article"); }

bool is_periodical_piece(const ReferenceEntry& entry) {
  constexpr std::array<std::string_view, 6> kPieces = {"webpage",   "post",  "post-weblog",
                                                       "broadcast", "entry", "review"};
  return is_article(entry) ||
         std::find(kPieces.begin(), kPieces.end(), entry.type) != kPieces.end();
}

// Whether the title stands in quotation marks: parts of something larger, and what was never
// published by itself.
bool has_quoted_title(const ReferenceEntry& entry) {
  constexpr std::array<std::string_view, 6> kUnpublished = {
      "thesis", "manuscript", "speech", "interview", "webpage", "personal_communication"};
  return !field_of(entry, "container-title").empty() || is_periodical_piece(entry) ||
         std::find(kUnpublished.begin(), kUnpublished.end(), entry.type) != kUnpublished.end();
}

std::string capitalized(std::string_view text) {
  if (text.empty()) return {};
  std::size_t offset = 0;
  next_code_point(text, offset);
  return to_upper(text.substr(0, offset)) + std::string(text.substr(offset));
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

// "2nd" of "2".
std::string ordinal(std::string_view digits) {
  const char last = digits.back();
  const bool is_teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  std::string_view ending = "th";
  if (!is_teen && last == '1') ending = "st";
  if (!is_teen && last == '2') ending = "nd";
  if (!is_teen && last == '3') ending = "rd";
  return std::string(digits) + std::string(ending);
}

// "13-25" -> "13–25".
std::string page_range(std::string_view pages) {
  std::string text(pages);
  for (std::size_t at = 1; at + 1 < text.size(); ++at) {
    const auto is_digit_at = [&text](std::size_t i) { return text[i] >= '0' && text[i] <= '9'; };
    if (text[at] == '-' && is_digit_at(at - 1) && is_digit_at(at + 1)) text.replace(at, 1, "–");
  }
  return text;
}

// One entry, step by step in the order of the manual.
class ChicagoEntry {
 public:
  ChicagoEntry(const ReferenceEntry& entry, std::string_view suffix, const CitationTerms& terms)
      : entry_(entry), terms_(terms), year_(year_of(entry, terms) + std::string(suffix)) {}

  Inlines write() {
    opening();
    if (is_periodical_piece(entry_)) {
      periodical();
    } else if (!field("container-title").empty()) {
      container();
    } else {
      book();
    }
    accessed();
    address();
    return writer_.finish();
  }

 private:
  std::string_view field(std::string_view name) const { return field_of(entry_, name); }

  // Authors, year and title; a work of nobody begins with its title.
  void opening() {
    const bool has_people = !entry_.authors.empty() || !entry_.editors.empty();
    if (!entry_.authors.empty()) {
      writer_.text(leading_names(entry_.authors, terms_));
    } else if (!entry_.editors.empty()) {
      writer_.text(leading_names(entry_.editors, terms_));
      writer_.text(", ");
      writer_.text(entry_.editors.size() > 1 ? terms_.editors : terms_.editor);
    } else {
      title();
    }
    writer_.sentence();
    writer_.text(year_);
    if (has_people) title();
  }

  void title() {
    if (field("title").empty()) return;
    writer_.sentence();
    if (has_quoted_title(entry_)) {
      writer_.quoted(field("title"));
    } else {
      writer_.italic(field("title"));
    }
  }

  // *Journal* 12 (3): 45–67.  *Magazine*, March 12.
  void periodical() {
    if (!field("version").empty()) sentence(fmt::format("Version {}", field("version")));
    const std::string_view name =
        field("container-title").empty() ? field("publisher") : field("container-title");
    const std::string day = month_and_day();
    if (!name.empty()) {
      writer_.sentence();
      if (is_article(entry_)) {
        writer_.italic(name);
      } else {
        writer_.rich(name);
      }
    }
    if (!field("volume").empty()) {
      writer_.text(fmt::format(" {}", field("volume")));
      if (!field("issue").empty()) writer_.text(fmt::format(" ({})", field("issue")));
    } else if (!field("issue").empty()) {
      writer_.text(fmt::format(", no. {}", field("issue")));
    } else if (!day.empty()) {
      if (name.empty()) writer_.sentence();
      writer_.text(name.empty() ? day : ", " + day);
    }
    if (entry_.type == "article-journal" && !field("page").empty()) {
      writer_.text((field("volume").empty() && field("issue").empty() ? ", " : ": ") +
                   page_range(field("page")));
    }
  }

  // In *Book*, edited by A. Series. Publisher.
  void container() {
    writer_.sentence();
    writer_.text(std::string(terms_.in) + " ");
    writer_.italic(field("container-title"));
    if (!field("volume").empty()) writer_.text(fmt::format(", vol. {}", field("volume")));
    if (!entry_.editors.empty() && !entry_.authors.empty()) {
      writer_.text(
          fmt::format(", {} {}", terms_.edited_by, names_in_order(entry_.editors, terms_)));
    }
    edition();
    translators();
    series_and_publisher();
  }

  void book() {
    edition();
    editors_and_translators();
    if (!field("volume").empty()) sentence(fmt::format("Vol. {}", field("volume")));
    if (entry_.type == "thesis") return thesis();
    const std::string_view number = field("number");
    if (!field("genre").empty() || entry_.type == "report") {
      sentence(std::string(field("genre")) + (number.empty() || field("genre").empty() ? "" : " ") +
               std::string(number));
    }
    series_and_publisher();
  }

  void thesis() {
    const std::string_view kind = field("genre");
    const std::string_view school = field("publisher");
    sentence(std::string(kind) + (kind.empty() || school.empty() ? "" : ", ") +
             std::string(school));
  }

  void edition() {
    const std::string_view edition = field("edition");
    if (is_digits(edition)) {
      if (edition != "1") sentence(fmt::format("{} {}", ordinal(edition), terms_.edition));
    } else {
      sentence(edition);
    }
  }

  // One sentence for those who did both: "Edited and translated by".
  void editors_and_translators() {
    const std::string editors = names_in_order(entry_.editors, terms_);
    const bool has_editors = !editors.empty() && !entry_.authors.empty();
    // Only where the words have a verb and a preposition to share: "edited (by)".
    const bool is_two_words = terms_.edited_by.find(' ') == terms_.edited_by.rfind(' ');
    if (has_editors && is_two_words && editors == names_in_order(entry_.translators, terms_)) {
      return sentence(fmt::format("{} {} {} {}", capitalized(first_word(terms_.edited_by)),
                                  terms_.conjunction, terms_.translated_by, editors));
    }
    if (has_editors) sentence(fmt::format("{} {}", capitalized(terms_.edited_by), editors));
    translators();
  }

  void translators() {
    if (entry_.translators.empty()) return;
    sentence(fmt::format("{} {}", capitalized(terms_.translated_by),
                         names_in_order(entry_.translators, terms_)));
  }

  void series_and_publisher() {
    if (!field("collection-title").empty()) {
      sentence(field("collection-title"));
      const std::string_view number =
          field("collection-number").empty() ? field("number") : field("collection-number");
      if (!number.empty() && entry_.type != "report") writer_.text(fmt::format(" {}", number));
    }
    sentence(field("publisher"));
  }

  // Only for what has no date of its own: it may change.
  void accessed() {
    if (field("accessed").empty() || issued_date(entry_)) return;
    const std::optional<Date> date = date_from(field("accessed"));
    if (!date) return;
    const bool is_full = date->year != 0 && date->month != 0 && terms_.month_day != nullptr;
    sentence(fmt::format(
        "{} {}", capitalized(terms_.accessed),
        is_full ? fmt::format("{}, {}", terms_.month_day(*date), date->year) : date->iso()));
  }

  void address() {
    std::string url(field("URL"));
    if (!field("DOI").empty()) {
      url = field("DOI");
      if (address_kind(url) != AddressKind::Web) url = "https://doi.org/" + url;
    }
    if (url.empty()) return;
    writer_.sentence();
    if (!web_address(url).empty()) {
      writer_.address(url);
    } else {
      writer_.text(url);
    }
  }

  std::string month_and_day() const {
    const std::optional<Date> date = issued_date(entry_);
    if (!date || date->month == 0 || terms_.month_day == nullptr) return {};
    return terms_.month_day(*date);
  }

  void sentence(std::string_view text) {
    if (text.empty()) return;
    writer_.sentence();
    writer_.rich(text);
  }

  const ReferenceEntry& entry_;
  const CitationTerms& terms_;
  std::string year_;
  EntryWriter writer_;
};

}  // namespace

std::string_view field_of(const ReferenceEntry& entry, std::string_view name) {
  for (const auto& [field_name, text] : entry.fields) {
    if (field_name == name) return text;
  }
  return {};
}

std::string year_of(const ReferenceEntry& entry, const CitationTerms& terms) {
  const std::string_view written = field_of(entry, "issued");
  const std::optional<Date> date = issued_date(entry);
  if (!date) {
    const std::string_view status = field_of(entry, "status");
    return std::string(status.empty() ? terms.no_date : status);
  }
  if (date->year == 0) return date->written;
  std::string year = std::to_string(date->year);
  const std::size_t slash = written.find('/');
  if (slash != std::string_view::npos) {
    const std::optional<Date> end = date_from(written.substr(slash + 1));
    if (end && end->year > date->year) year += "–" + std::to_string(end->year);
  }
  return year;
}

std::string citation_label(const ReferenceEntry& entry, const CitationTerms& terms,
                           bool with_initials) {
  const std::vector<Contributor>& people = entry.authors.empty() ? entry.editors : entry.authors;
  if (people.empty()) {
    const std::string_view title = field_of(entry, "title-short").empty()
                                       ? field_of(entry, "title")
                                       : field_of(entry, "title-short");
    return title.empty() ? entry.key : fmt::format("“{}”", title);
  }
  std::vector<std::string> names;
  for (const Contributor& person : people) names.emplace_back(short_name(person));
  if (with_initials && !people.front().given.empty()) {
    names.front() = initials(people.front().given) + " " + names.front();
  }
  if (names.size() > kMostAuthorsCited) return names.front() + " " + std::string(terms.others);
  return listed(names, terms);
}

Inlines chicago_entry(const ReferenceEntry& entry, std::string_view suffix,
                      const CitationTerms& terms) {
  return ChicagoEntry(entry, suffix, terms).write();
}

}  // namespace garland
