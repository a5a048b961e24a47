#include "readers/plain_text/lists.h"

#include <algorithm>
#include <set>
#include <utility>

#include "readers/words/speech_words.h"

namespace garland::plain {

namespace {

constexpr int kDeepestList = 12;  // levels of nesting; deeper items join the last level
constexpr std::uint32_t kMostBlanksInList = 2;  // blank lines inside a list

// A run of marked pieces and what hangs on them: [first, last).
std::size_t end_of_run(const std::vector<Piece>& pieces, std::size_t first) {
  std::uint32_t item_indent = pieces[first].indent;
  std::size_t last = first + 1;
  for (; last < pieces.size(); ++last) {
    const Piece& piece = pieces[last];
    if (!piece.is_open() || piece.blanks > kMostBlanksInList || piece.is_told_heading) break;
    if (piece.mark.is_some()) {
      item_indent = piece.indent;
    } else if (piece.indent <= item_indent) {
      break;  // unmarked text belongs to an item when it is set in under it
    }
  }
  return last;
}

int count_of(const Mark& mark, bool as_roman) { return as_roman ? mark.roman : mark.number; }
int count_of(const Mark& mark) { return count_of(mark, mark.counts_in_roman); }

// Whether a run's first number can only be meant as a Roman one, or is: "i." and "ii.".
bool may_count_in_roman(const Mark& first) {
  return first.is_letter && first.roman > 0 && (first.number == 0 || first.roman == 1);
}

// A chain of marks of one kind at one indent inside a run, judged together.
struct Chain {
  Mark mark;
  std::uint32_t indent = 0;
  bool as_roman = false;
  int last_count = 0;
  std::size_t questions = 0;
  std::vector<std::size_t> members;  // indices of pieces
};

// What the dashes at the heads of this text's lines are.
struct DashHabits {
  // Those found to be bullets, with their columns: one alone will do elsewhere.
  std::set<std::pair<char32_t, std::uint32_t>> bullets;
  char32_t speech = 0;  // the one before what somebody says

  bool may_begin_item(const Mark& mark) const {
    return mark.is_some() && (mark.kind != Mark::Kind::Dash || mark.sign != speech);
  }
};

// The dash that begins what somebody says, as it does in most languages: sentences, of which some
// tell who speaks. 0 where none does.
char32_t find_speech_dash(const std::vector<Piece>& pieces) {
  for (const char32_t sign : {U'\u2013', U'-'}) {
    std::size_t all = 0;
    std::size_t sentences = 0;
    std::size_t spoken = 0;
    for (const Piece& piece : pieces) {
      if (!piece.is_open() || piece.mark.kind != Mark::Kind::Dash || piece.mark.sign != sign) {
        continue;
      }
      ++all;
      sentences += piece.measure.ends_sentence && piece.measure.begins_upper ? 1 : 0;
      spoken += tells_speech(piece.text) ? 1 : 0;
    }
    if (spoken > 0 && spoken * 4 >= all && sentences * 4 >= all * 3) return sign;
  }
  return 0;
}

class ListRunJudge {
 public:
  ListRunJudge(std::vector<Piece>& pieces, std::size_t first, std::size_t last, DashHabits& dashes)
      : pieces_(pieces), first_(first), last_(last), dashes_(dashes) {}

  // Marks the pieces that are items. Gives false when none is.
  bool judge() {
    for (std::size_t i = first_; i < last_; ++i) {
      if (dashes_.may_begin_item(pieces_[i].mark)) add(i);
    }
    bool any = false;
    for (const Chain& chain : chains_) any = accept(chain) || any;
    return any;
  }

 private:
  void add(std::size_t index) {
    const Piece& piece = pieces_[index];
    // Few chains are open at a time: the search looks at the last ones only.
    constexpr std::size_t kOpenChains = 8;
    const std::size_t begin = chains_.size() > kOpenChains ? chains_.size() - kOpenChains : 0;
    for (std::size_t i = chains_.size(); i > begin; --i) {
      if (extend(chains_[i - 1], index)) return;
    }
    Chain chain;
    chain.mark = piece.mark;
    chain.indent = piece.indent;
    chain.as_roman = may_count_in_roman(piece.mark);
    chain.last_count = count_of(piece.mark, chain.as_roman);
    chain.questions = piece.measure.last == U'?' || piece.measure.last == U'!' ? 1 : 0;
    chain.members.push_back(index);
    chains_.push_back(std::move(chain));
  }

  bool extend(Chain& chain, std::size_t index) {
    const Piece& piece = pieces_[index];
    if (!chain.mark.matches(piece.mark)) return false;
    if (!is_flush(chain, piece)) return false;
    if (piece.mark.kind == Mark::Kind::Number) {
      const int count = count_of(piece.mark, chain.as_roman);
      if (count != chain.last_count + 1) return false;
      chain.last_count = count;
    }
    if (piece.measure.last == U'?' || piece.measure.last == U'!') ++chain.questions;
    chain.members.push_back(index);
    return true;
  }

  // Numbers may be set flush right.
  static bool is_flush(const Chain& chain, const Piece& piece) {
    const auto apart = [](std::size_t left, std::size_t right) {
      return std::max(left, right) - std::min(left, right);
    };
    if (piece.mark.kind != Mark::Kind::Number) return chain.indent == piece.indent;
    const std::size_t edge = chain.indent + chain.mark.bytes;
    return apart(chain.indent, piece.indent) <= 1 ||
           apart(edge, piece.indent + piece.mark.bytes) <= 1;
  }

  bool accept(const Chain& chain) {
    const bool certain = chain.mark.kind == Mark::Kind::Bullet;
    const std::pair dash(chain.mark.sign, chain.indent);
    const bool is_known = chain.mark.kind == Mark::Kind::Dash && dashes_.bullets.count(dash) > 0;
    if (!certain && !is_known && chain.members.size() < 2) return false;
    // Lines of dialogue begin with a dash in many languages.
    const bool is_dash = chain.mark.sign == 0x2013 || chain.mark.sign == U'-';
    if (is_dash && chain.questions * 3 > chain.members.size()) return false;
    for (const std::size_t index : chain.members) {
      pieces_[index].kind = PieceKind::ListItem;
      pieces_[index].mark.counts_in_roman = chain.as_roman;
    }
    if (chain.mark.kind == Mark::Kind::Dash) dashes_.bullets.insert(dash);
    return true;
  }

  std::vector<Piece>& pieces_;
  std::size_t first_;
  std::size_t last_;
  DashHabits& dashes_;
  std::vector<Chain> chains_;
};

// Levels of nesting: by indent, and at the same indent by mark ("•" above "-").
class Nester {
 public:
  int level_of(const Piece& item) {
    while (levels_.size() > 1 && levels_.back().indent > item.indent + slack(item)) {
      levels_.pop_back();
    }
    if (levels_.empty() || item.indent > levels_.back().indent + slack(item)) {
      push(item);
    } else if (!levels_.back().mark.matches(item.mark)) {
      nest_by_mark(item);
    }
    return static_cast<int>(std::min<std::size_t>(levels_.size(), kDeepestList)) - 1;
  }

 private:
  struct Level {
    std::uint32_t indent;
    Mark mark;
  };
  static std::uint32_t slack(const Piece& item) {
    return item.mark.kind == Mark::Kind::Number ? 1 : 0;
  }
  void push(const Piece& item) {
    if (levels_.size() < kDeepestList) levels_.push_back({item.indent, item.mark});
  }
  // Another mark at the same indent: that of a list around, which goes on, or one inside.
  void nest_by_mark(const Piece& item) {
    for (std::size_t i = levels_.size();
         i-- > 0 && levels_[i].indent + slack(item) >= item.indent;) {
      if (!levels_[i].mark.matches(item.mark)) continue;
      levels_.resize(i + 1);
      return;
    }
    push(item);
  }
  std::vector<Level> levels_;
};

void settle_run(std::vector<Piece>& pieces, std::size_t first, std::size_t last) {
  Nester nester;
  bool in_item = false;
  std::uint32_t item_indent = 0;
  std::uint32_t text_edge = 0;  // where the words of a numbered item begin: text under them is its
  for (std::size_t i = first; i < last; ++i) {
    Piece& piece = pieces[i];
    if (piece.kind == PieceKind::ListItem) {
      piece.level = nester.level_of(piece);
      item_indent = piece.indent;
      const bool is_numbered = piece.mark.kind == Mark::Kind::Number;
      text_edge = item_indent + (is_numbered ? static_cast<std::uint32_t>(piece.mark.bytes) : 0);
      in_item = true;
    } else if (in_item && piece.indent > item_indent && piece.indent + 1 >= text_edge) {
      piece.kind = PieceKind::ListContinuation;
    } else {
      in_item = false;
      nester = {};
    }
  }
}

List::Style style_of(const Mark& mark) {
  if (!mark.is_letter) return List::Style::Decimal;
  if (mark.counts_in_roman)
    return mark.is_upper ? List::Style::UpperRoman : List::Style::LowerRoman;
  return mark.is_upper ? List::Style::UpperAlpha : List::Style::LowerAlpha;
}

List begin_list(const Mark& mark) {
  List list;
  if (mark.kind == Mark::Kind::Number) {
    list.kind = List::Kind::Ordered;
    list.style = style_of(mark);
    list.start = count_of(mark);
  }
  return list;
}

// Items of one level become a List; deeper ones a List inside the item before them.
class ListBuilder {
 public:
  ListBuilder(const std::vector<Piece>& pieces, std::size_t last,
              const std::vector<TextLine>& lines, const MakeBlock& make_block)
      : pieces_(pieces), last_(last), lines_(lines), make_block_(make_block) {}

  // From piece `at`, an item, on; moves `at` past the list.
  Block build(std::size_t& at) {
    const Piece& opening = pieces_[at];
    List list = begin_list(opening.mark);
    const std::size_t first = at;
    int count = list.start;
    while (at < last_ && goes_on(opening, at, count)) {
      if (at > first && pieces_[at].blanks > 0) list.is_tight = false;
      list.items.push_back(build_item(at));
      ++count;
    }
    for (const ListItem& item : list.items) {
      if (item.blocks.size() > 1 && item.blocks[1].as<Paragraph>()) list.is_tight = false;
    }
    return {std::move(list), {}, range_between(first, at - 1)};
  }

 private:
  bool goes_on(const Piece& opening, std::size_t at, int count) const {
    const Piece& piece = pieces_[at];
    if (piece.kind != PieceKind::ListItem || piece.level != opening.level) return false;
    if (&piece == &opening) return true;
    // Items without marks are told by standing right under each other.
    if (!piece.mark.is_some() && piece.blanks > 0) return false;
    if (!piece.mark.matches(opening.mark)) return false;
    // A number that does not follow begins another list: an item keeps the one it has.
    return piece.mark.kind != Mark::Kind::Number || count_of(piece.mark) == count;
  }

  ListItem build_item(std::size_t& at) {
    const std::size_t first = at;
    ListItem item;
    item.blocks.push_back(make_block_(pieces_[at++]));
    while (at < last_) {
      const Piece& piece = pieces_[at];
      if (piece.kind == PieceKind::ListContinuation) {
        item.blocks.push_back(make_block_(piece));
        ++at;
      } else if (piece.kind == PieceKind::ListItem && piece.level > pieces_[first].level) {
        item.blocks.push_back(build(at));
      } else {
        break;
      }
    }
    item.range = range_between(first, at - 1);
    return item;
  }

  SourceRange range_between(std::size_t first, std::size_t last) const {
    return range_of(lines_[pieces_[first].first_line], lines_[pieces_[last].last_line]);
  }

  const std::vector<Piece>& pieces_;
  std::size_t last_;
  const std::vector<TextLine>& lines_;
  const MakeBlock& make_block_;
};

void find_runs(std::vector<Piece>& pieces, std::vector<Inference>& inferences,
               const std::vector<TextLine>& lines, DashHabits& dashes) {
  for (std::size_t i = 0; i < pieces.size();) {
    if (!pieces[i].is_open() || !dashes.may_begin_item(pieces[i].mark) ||
        pieces[i].is_told_heading) {
      ++i;
      continue;
    }
    const std::size_t last = end_of_run(pieces, i);
    if (ListRunJudge(pieces, i, last, dashes).judge()) {
      settle_run(pieces, i, last);
      inferences.push_back(
          {range_of(lines[pieces[i].first_line], lines[pieces[last - 1].last_line]), "list",
           "lines that begin with typed bullets or with numbers in order"});
    }
    i = last;
  }
}

}  // namespace

void find_lists(std::vector<Piece>& pieces, std::vector<Inference>& inferences,
                const std::vector<TextLine>& lines) {
  DashHabits dashes;
  dashes.speech = find_speech_dash(pieces);
  find_runs(pieces, inferences, lines, dashes);
  // Once more, for the lone dashes above the first list.
  if (!dashes.bullets.empty()) find_runs(pieces, inferences, lines, dashes);
}

Blocks build_lists(const std::vector<Piece>& pieces, std::size_t first, std::size_t last,
                   const std::vector<TextLine>& lines, const MakeBlock& make_block) {
  Blocks blocks;
  ListBuilder builder(pieces, last, lines, make_block);
  for (std::size_t at = first; at < last;) blocks.push_back(builder.build(at));
  return blocks;
}

}  // namespace garland::plain
