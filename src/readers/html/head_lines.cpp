#include "readers/html/head_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "document/walk.h"
#include "readers/html/names.h"
#include "readers/words/byline.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr std::uint32_t kLongestHeadLine = 160;  // bytes of words in a block

void collect_lines(const Markup& node, std::vector<std::string>& lines) {
  for (const Markup& child : node.children) {
    if (child.is("br")) {
      lines.emplace_back();
    } else if (child.is_text()) {
      lines.back() += child.text;
    } else {
      collect_lines(child, lines);
    }
  }
}

// "1.2K", "48": what a site counts.
bool is_count(std::string_view text) {
  constexpr std::string_view kSigns = "0123456789.,KkM+ ";
  return text.size() <= 8 && is_ascii_digit(text.front()) &&
         text.find_first_not_of(kSigns) == std::string_view::npos;
}

class HeadLines {
 public:
  explicit HeadLines(const Metadata& metadata) : metadata_(metadata) {
    if (metadata.title.is_set()) known_.push_back(fold_case(plain_text(metadata.title.value)));
    for (const Contributor& author : metadata.contributors.value) {
      known_.push_back(fold_case(author.name));
    }
  }

  // Whether nothing is lost with the block.
  bool says_known_things(const Markup& block) {
    bool says_any = false;
    const std::vector<std::string> lines = lines_of(block);
    // The heading that is the title is known as such.
    if (is_heading(block) && lines.size() == 1 && is_title(lines.front())) return false;
    for (const std::string& line : lines) {
      const Meaning meaning = meaning_of(line);
      if (meaning == Meaning::Unknown) return false;
      says_any = says_any || meaning == Meaning::Known;
    }
    return says_any;
  }

 private:
  bool is_title(std::string_view line) const {
    return metadata_.title.is_set() && fold_case(line) == known_.front();
  }

  enum class Meaning { Unknown, Site, Known };

  // Of a line, or of all its pieces that a site sets apart by marks.
  Meaning meaning_of(std::string_view line) const {
    if (is_known_byline(line)) return Meaning::Known;
    Meaning meaning = Meaning::Site;
    while (!line.empty()) {
      const auto [piece, rest] = first_piece(line);
      line = rest;
      if (piece.empty()) continue;
      const Meaning of_piece = meaning_of_piece(piece);
      if (of_piece == Meaning::Unknown) return of_piece;
      if (of_piece == Meaning::Known) meaning = of_piece;
    }
    return meaning;
  }

  static std::pair<std::string_view, std::string_view> first_piece(std::string_view line) {
    std::size_t end = line.size();
    std::size_t behind = line.size();
    for (const std::string_view mark : {"·", "•", " | ", " – ", " — ", " - "}) {
      const std::size_t at = line.find(mark);
      if (at >= end) continue;
      end = at;
      behind = at + mark.size();
    }
    return {trim(line.substr(0, end)), line.substr(behind)};
  }

  Meaning meaning_of_piece(std::string_view piece) const {
    if (contains(known_, fold_case(piece)) || is_known_byline(piece)) return Meaning::Known;
    if (is_count(piece) || counts_responses(piece)) return Meaning::Site;
    // "12Share": a count and a button side by side.
    piece.remove_prefix(std::min(piece.find_first_not_of("0123456789"), piece.size()));
    constexpr std::size_t kLongestLabel = 30;  // bytes
    const bool is_label = piece.size() <= kLongestLabel && site_words(piece) != SiteWords::None;
    return is_label ? Meaning::Site : Meaning::Unknown;
  }

  // A byline or a date, all of which the metadata has.
  bool is_known_byline(std::string_view text) const {
    if (is_known_date(text)) return true;
    const auto byline = plain::parse_byline(text, metadata_.language.value);
    if (!byline || byline->is_partial || !byline->rest.empty()) return false;
    if (byline->date && !is_own_date(*byline->date)) return false;
    return std::all_of(
        byline->authors.begin(), byline->authors.end(),
        [this](const Contributor& author) { return contains(known_, fold_case(author.name)); });
  }

  bool is_known_date(std::string_view text) const {
    const std::vector<FoundDate> dates = dates_in(text, metadata_.language.value);
    if (dates.size() != 1 || !is_own_date(dates.front().date)) return false;
    const std::string_view before = trim(text.substr(0, dates.front().begin));
    const std::string_view behind = trim(text.substr(dates.front().end));
    const auto is_nothing = [](std::string_view words) {
      constexpr std::size_t kLongestZone = 5;  // "GMT", "(CET)"
      const bool is_zone =
          words.size() <= kLongestZone &&
          words.find_first_not_of("()ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
      return is_zone || words.find_first_not_of("()[],.:") == std::string_view::npos ||
             is_date_filler(words);
    };
    return is_nothing(before) && is_nothing(behind);
  }

  bool is_own_date(const Date& date) const {
    const Date& own = metadata_.date.value;
    return metadata_.date.is_set() && own.year == date.year &&
           (date.month == 0 || own.month == 0 || own.month == date.month) &&
           (date.day == 0 || own.day == 0 || own.day == date.day);
  }

  const Metadata& metadata_;
  std::vector<std::string> known_;  // case folded
};

bool may_be_head_line(const PageElement& element) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"address", "center", "div", "h2", "h3", "h4", "h5", "h6", "p"});
  return contains(kNames, element.markup->name) && !element.markup->holds_blocks &&
         element.pictures == 0 && element.letters > 0 && element.letters <= kLongestHeadLine;
}

}  // namespace

std::vector<std::string> lines_of(const Markup& block) {
  std::vector<std::string> lines;
  if (block.holds_blocks) {
    lines.push_back(words_of(block));
  } else {
    lines.emplace_back();
    collect_lines(block, lines);
    for (std::string& line : lines) line = collapse_spaces(line);
  }
  std::erase_if(lines, [](const std::string& line) { return line.empty(); });
  return lines;
}

void leave_out_head_lines(PageMap& page, const Article& article, const Metadata& metadata) {
  HeadLines lines(metadata);
  for (const std::size_t part : article.parts) {
    const std::size_t end = std::min(page[part].end, article.first_prose);
    for (std::size_t index = part + 1; index < end; ++index) {
      PageElement& element = page[index];
      if (!element.left_out.empty() || element.markup->is("figure")) {
        index = element.end - 1;
      } else if (may_be_head_line(element) && lines.says_known_things(*element.markup)) {
        element.left_out = "says title, author or date, which the book prints by itself";
        index = element.end - 1;
      }
    }
  }
}

}  // namespace garland::html
