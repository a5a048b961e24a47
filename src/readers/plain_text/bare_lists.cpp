#include "readers/plain_text/bare_lists.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/unicode.h"
#include "readers/plain_text/heading_words.h"
#include "readers/plain_text/set_apart.h"
#include "readers/plain_text/verse.h"
#include "readers/words/contents_words.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kLongParagraph = 45;  // words
constexpr std::uint32_t kShortLabel = 6;      // words of a heading right above its text
constexpr std::size_t kLongestField = 24;     // bytes of the label before a colon

// Pieces without blank lines between: [first, last).
struct Group {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
};

std::vector<Group> groups_of(const std::vector<Piece>& pieces) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < pieces.size();) {
    Group group{i, i + 1};
    while (group.last < pieces.size() && pieces[group.last].blanks == 0) ++group.last;
    i = group.last;
    groups.push_back(group);
  }
  return groups;
}

bool may_be_item(const Piece& piece) {
  return piece.is_open() && !piece.mark.is_some() && !piece.is_told_heading &&
         piece.measure.letters + piece.measure.digits > 0;
}

bool begins_with_figure(const Piece& piece) {
  std::size_t at = 0;
  return is_digit(next_code_point(piece.text, at));
}

// Whether the first line stands above its list: "Contents", "We need:", a name above amounts or
// above sentences.
bool is_headed(const std::vector<Piece>& pieces, const Group& group) {
  const Piece& first = pieces[group.first];
  if (group.size() < 3) return false;
  if (first.measure.last == U':' || names_contents(first.text) || names_listing(first.text)) {
    return true;
  }
  if (first.measure.words > kShortLabel || first.measure.ends_sentence) return false;
  std::size_t amounts = 0;
  std::size_t sentences = 0;
  for (std::size_t i = group.first + 1; i < group.last; ++i) {
    amounts += begins_with_figure(pieces[i]) ? 1 : 0;
    sentences += pieces[i].measure.ends_sentence ? 1 : 0;
  }
  const std::size_t others = group.size() - 1;
  return sentences == others || (amounts * 3 >= others * 2 && !begins_with_figure(first));
}

void make_items(std::vector<Piece>& pieces, const Group& group, const std::vector<TextLine>& lines,
                std::vector<Inference>& inferences, std::string why) {
  const std::size_t first = group.first + (is_headed(pieces, group) ? 1 : 0);
  for (std::size_t i = first; i < group.last; ++i) {
    pieces[i].kind = PieceKind::ListItem;
  }
  const SourceRange range =
      range_of(lines[pieces[first].first_line], lines[pieces[group.last - 1].last_line]);
  inferences.push_back({range, "list", std::move(why)});
}

// The last line tells who said the words above it: "— Jane Roe".
bool ends_with_source(const std::vector<Piece>& pieces, const Group& group) {
  return tells_source(pieces[group.last - 1]) && !tells_source(pieces[group.first]);
}

class BareLists {
 public:
  explicit BareLists(const std::vector<Piece>& pieces) : pieces_(pieces) {}

  bool is_list(const Group& group) const {
    if (group.size() < 2) return false;
    for (std::size_t i = group.first; i < group.last; ++i) {
      if (!may_be_item(pieces_[i])) return false;
    }
    return !is_heading_with_text(group) && !is_address(group) && !is_closing(group) &&
           !has_bare_numbers(group) && !are_paragraphs(group) && !ends_with_source(pieces_, group);
  }

  // Whether blank lines stand between this text's paragraphs, those between headings aside.
  bool sets_paragraphs_apart(const std::vector<Group>& groups) {
    std::size_t alone = 0;
    std::size_t together = 0;
    std::size_t grouped = 0;
    std::size_t with_long = 0;  // groups of several that have a long text in them
    for (const Group& group : groups) {
      const std::size_t before = together;
      for (std::size_t i = group.first; i < group.last; ++i) {
        if (!pieces_[i].is_open()) continue;
        if (group.size() > 1) ++grouped;
        if (pieces_[i].measure.words < kLongParagraph) continue;
        ++(group.size() == 1 ? alone : together);
      }
      with_long += together > before ? 1 : 0;
    }
    constexpr std::size_t kSure = 6;  // paragraphs
    is_strict_ = alone >= kSure && alone >= 4 * with_long;
    return alone >= together || together * 4 < grouped;
  }

 private:
  bool is_heading_with_text(const Group& group) const {
    const Measure& first = pieces_[group.first].measure;
    const Measure& second = pieces_[group.first + 1].measure;
    if (group.size() != 2) return false;
    if (first.last == U'?' && second.ends_sentence && second.last != U'?') return true;
    const bool is_longer = first.words < second.words || numbered_depth(pieces_[group.first]) > 0;
    if (is_full_stop(second.last) && first.words <= kShortLabel && is_longer &&
        !first.ends_sentence && is_worded_like_heading(pieces_[group.first])) {
      return true;
    }
    return first.words <= kShortLabel && !first.ends_sentence && second.words >= 4 * first.words &&
           second.is_prose();
  }

  // "Kind regards," above the name under a letter.
  bool is_closing(const Group& group) const {
    constexpr std::uint32_t kMostWords = 4;
    const Measure& first = pieces_[group.first].measure;
    const Measure& second = pieces_[group.first + 1].measure;
    return group.size() == 2 && first.last == U',' && first.words <= kMostWords &&
           second.words <= kMostWords && second.begins_upper;
  }

  // A few short lines with a house number or postal code, a telephone or a mail address.
  bool is_address(const Group& group) const {
    constexpr std::size_t kMostLines = 6;
    constexpr std::uint32_t kMostWords = 6;
    bool has_number = false;
    for (std::size_t i = group.first; i < group.last; ++i) {
      const Measure& found = pieces_[i].measure;
      if (found.words > kMostWords || found.ends_sentence) return false;
      has_number |= found.digits >= 4 || pieces_[i].text.find('@') != std::string::npos;
    }
    return has_number && group.size() <= kMostLines && group.size() > 2;
  }

  // The cells of a table, one to a line: some are nothing but numbers.
  bool has_bare_numbers(const Group& group) const {
    constexpr std::size_t kFewest = 3;
    std::size_t bare = 0;
    for (std::size_t i = group.first; i < group.last; ++i) {
      bare += pieces_[i].measure.letters == 0 && pieces_[i].measure.words == 1 ? 1 : 0;
    }
    return bare >= kFewest && bare * 6 >= group.size();
  }

  // Long texts of several sentences each, one to a line.
  bool are_paragraphs(const Group& group) const {
    std::size_t words = 0;
    std::size_t sentences = 0;
    for (std::size_t i = group.first; i < group.last; ++i) {
      words += pieces_[i].measure.words;
      sentences += pieces_[i].measure.sentence_ends;
    }
    return !is_strict_ && words > group.size() * kLongParagraph && sentences >= 2 * group.size();
  }

  const std::vector<Piece>& pieces_;
  // Nearly every long text has blank lines around it: one right under another is an item.
  bool is_strict_ = false;
};

// Records: lines of "Name: …", "Level: …", with the same labels again and again.
class FieldLists {
 public:
  explicit FieldLists(const std::vector<Piece>& pieces) : pieces_(pieces) {
    for (const Piece& piece : pieces) {
      const std::string_view label = label_of(piece);
      if (!label.empty()) ++counts_[label];
    }
  }

  bool is_list(const Group& group) const {
    constexpr std::size_t kFewest = 3;
    std::size_t fields = 0;
    for (std::size_t i = group.first; i < group.last; ++i) {
      if (!may_be_item(pieces_[i])) return false;
      fields += is_field(i) ? 1 : 0;
    }
    return fields >= kFewest && fields * 5 >= group.size() * 4 && !is_talk(group);
  }

  // The turns of a play or an interview: labels that come back before sentences.
  bool is_talk(const Group& group) const {
    std::size_t turns = 0;
    std::size_t sentences = 0;
    for (std::size_t i = group.first; i < group.last; ++i) {
      if (!is_field(i)) continue;
      ++turns;
      sentences += pieces_[i].measure.ends_sentence ? 1 : 0;
    }
    return turns * 5 >= group.size() * 3 && sentences * 2 > turns;
  }

  // The fields from piece `first` on that stand below each other, with or without blank lines. A
  // play has such lines too, but they are sentences, and few speak.
  Group records_at(std::size_t first) const {
    constexpr std::size_t kFewest = 6;  // fields
    constexpr std::size_t kLabels = 3;  // different ones
    Group run{first, first};
    std::size_t unended = 0;
    std::set<std::string_view> labels;
    for (; run.last < pieces_.size(); ++run.last) {
      if (!is_field(run.last) && !is_between_fields(run)) break;
      unended += pieces_[run.last].measure.ends_sentence ? 0 : 1;
      labels.insert(label_of(pieces_[run.last]));
    }
    const bool are_records =
        run.size() >= kFewest && labels.size() >= kLabels && unended * 2 >= run.size();
    return are_records ? run : Group{run.last, run.last};
  }

 private:
  bool is_field(std::size_t at) const {
    constexpr std::size_t kAgain = 3;  // times that a label comes back
    if (!may_be_item(pieces_[at])) return false;
    const auto found = counts_.find(label_of(pieces_[at]));
    return found != counts_.end() && found->second >= kAgain;
  }

  // A label that comes once only, among others that come back.
  bool is_between_fields(const Group& run) const {
    return run.size() > 0 && may_be_item(pieces_[run.last]) &&
           !label_of(pieces_[run.last]).empty() && run.last + 1 < pieces_.size() &&
           is_field(run.last + 1);
  }

  // The words before a colon; empty where there are none.
  static std::string_view label_of(const Piece& piece) {
    const std::string_view text = piece.text;
    const std::size_t colon = text.substr(0, kLongestField + 2).find(": ");
    return piece.is_open() && colon != std::string_view::npos ? text.substr(0, colon)
                                                              : std::string_view();
  }

  const std::vector<Piece>& pieces_;
  std::map<std::string_view, std::size_t> counts_;
};

void find_records(std::vector<Piece>& pieces, const FieldLists& fields,
                  const std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Group records = fields.records_at(i);
    i = records.last;
    if (records.size() == 0) continue;
    make_items(pieces, records, lines, inferences,
               "lines below each other that begin with labels which come back");
    for (std::size_t k = records.first + 1; k < records.last; ++k) pieces[k].blanks = 0;
  }
}

// Whether a group is a list with the words that introduce it right above: "We need:". Verse ends
// some of its lines with commas and others with none.
bool is_list_under_colon(const std::vector<Piece>& pieces, const Group& group) {
  if (group.size() < 3 || pieces[group.first].measure.last != U':') return false;
  std::size_t unended = 0;
  for (std::size_t i = group.first; i < group.last; ++i) {
    if (!may_be_item(pieces[i])) return false;
    if (i == group.first) continue;
    const Measure& found = pieces[i].measure;
    if (found.begins_lower || (!found.ends_sentence && is_punctuation(found.last))) return false;
    unended += found.ends_sentence ? 0 : 1;
  }
  return unended == 0 || unended + 1 == group.size();
}

// Whether running text is what most of the words are in.
bool is_mostly_prose(const std::vector<Piece>& pieces) {
  std::size_t words = 0;
  std::size_t prose = 0;
  for (const Piece& piece : pieces) {
    if (!piece.is_open()) continue;
    words += piece.measure.words;
    prose += piece.measure.is_prose() ? piece.measure.words : 0;
  }
  return prose * 2 > words;
}

}  // namespace

void find_introduced_lists(std::vector<Piece>& pieces, const Layout& layout,
                           const std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  if (!layout.has_blank_lines) return;
  const bool has_paragraphs = !layout.wrap.is_wrapped && is_mostly_prose(pieces);
  for (const Group& group : groups_of(pieces)) {
    if (has_paragraphs && is_list_under_colon(pieces, group)) {
      make_items(pieces, {group.first + 1, group.last}, lines, inferences,
                 "lines together right under a colon");
      continue;
    }
    if (group.first == 0 || group.size() < 2) continue;
    const Piece& before = pieces[group.first - 1];
    if (!before.is_open() || before.measure.last != U':') continue;
    const bool are_items = std::all_of(
        pieces.begin() + static_cast<std::ptrdiff_t>(group.first),
        pieces.begin() + static_cast<std::ptrdiff_t>(group.last),
        [](const Piece& piece) { return may_be_item(piece) && piece.measure.last != U':'; });
    if (!are_items || is_set_in_verse(pieces, group.first, group.last, layout)) continue;
    make_items(pieces, group, lines, inferences,
               "lines together after a colon, apart from the paragraphs");
  }
}

void find_bare_lists(std::vector<Piece>& pieces, const CutContext& context,
                     const std::vector<TextLine>& lines, std::vector<Inference>& inferences) {
  const FieldLists fields(pieces);
  find_records(pieces, fields, lines, inferences);
  if (context.dialect.renderer != Renderer::Unknown || context.layout.wrap.is_wrapped) return;
  const std::vector<Group> groups = groups_of(pieces);
  for (const Group& group : groups) {
    if (!fields.is_list(group)) continue;
    make_items(pieces, group, lines, inferences,
               "lines right under each other that begin with labels which come back");
  }
  if (!context.layout.has_blank_lines) return;
  BareLists judge(pieces);
  if (!judge.sets_paragraphs_apart(groups)) return;
  for (const Group& group : groups) {
    if (!judge.is_list(group) || fields.is_talk(group)) continue;
    make_items(pieces, group, lines, inferences,
               "lines right under each other, in a text with blank lines between its paragraphs");
  }
}

}  // namespace garland::plain
