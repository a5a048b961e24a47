#include "readers/plain_text/numbered_items.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "readers/plain_text/numbering.h"

namespace garland::plain {

namespace {

// "2." or "Article 2.": what a piece is numbered with.
struct ItemNumber {
  Mark mark;
  std::string_view word;  // before the number
  bool is_some() const { return mark.kind == Mark::Kind::Number; }
};

ItemNumber item_number(const Piece& piece) {
  if (piece.mark.is_some()) return {piece.mark, {}};
  const NamedNumber named = named_number(piece.text);
  if (named.number == 0 || named.sign == 0 || named.sign == ' ') return {};
  Mark mark;
  mark.kind = Mark::Kind::Number;
  mark.sign = static_cast<char32_t>(named.sign);
  mark.number = named.number;
  return {mark, named.name};
}

struct NumberedItem {
  std::size_t piece = 0;
  ItemNumber number;
};
using ItemRun = std::vector<NumberedItem>;

bool follows(const ItemNumber& number, const ItemNumber& before) {
  const Mark& mark = number.mark;
  const Mark& last = before.mark;
  if (!mark.matches(last) || number.word != before.word) return false;
  return mark.number == last.number + 1 ||
         (mark.is_letter && last.roman > 0 && mark.roman == last.roman + 1);
}

class ItemClearer {
 public:
  ItemClearer(const std::vector<Piece>& pieces, std::vector<Facts>& facts)
      : pieces_(pieces), facts_(facts) {}

  void clear() {
    bool is_needed = false;
    for (std::size_t i = 0; i < pieces_.size() && !is_needed; ++i) {
      is_needed = has_sites_words(i) && item_number(pieces_[i]).is_some();
    }
    if (!is_needed) return;
    find_runs();
    for (const ItemRun& run : runs_) judge(run);
  }

 private:
  bool has_sites_words(std::size_t at) const {
    const Facts& found = facts_[at];
    return found.is_site_phrase || found.is_site_label || found.is_site_heading ||
           found.is_form_field;
  }

  // Lists stand in each other: a few runs are open at once.
  void find_runs() {
    constexpr std::size_t kOpen = 4;
    constexpr std::size_t kFar = 40;  // pieces between siblings
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const ItemNumber number = item_number(pieces_[i]);
      if (!number.is_some()) continue;
      const auto first = runs_.end() - static_cast<std::ptrdiff_t>(std::min(kOpen, runs_.size()));
      const auto run = std::find_if(first, runs_.end(), [&number, i](const ItemRun& open) {
        return i - open.back().piece <= kFar && follows(number, open.back().number);
      });
      if (run == runs_.end()) {
        runs_.push_back({{i, number}});
      } else {
        run->push_back({i, number});
      }
    }
  }

  // Running text without a mark, right under the item.
  bool has_text_below(std::size_t at) const {
    const std::size_t next = at + 1;
    return next < pieces_.size() && !has_sites_words(next) && !pieces_[next].mark.is_some() &&
           pieces_[next].measure.is_sentence();
  }
  bool is_sentence(std::size_t at) const {
    constexpr std::uint32_t kFewest = 3;  // words
    return pieces_[at].measure.ends_sentence && pieces_[at].measure.words >= kFewest;
  }

  void judge(const ItemRun& run) {
    std::vector<bool> is_articles;
    for (const NumberedItem& item : run) {
      is_articles.push_back(!has_sites_words(item.piece) || has_text_below(item.piece));
    }
    const auto count = std::count(is_articles.begin(), is_articles.end(), true);
    if (run.size() < 2 || 2 * static_cast<std::size_t>(count) < run.size()) return;
    for (std::size_t i = 0; i < run.size(); ++i) {
      const bool is_between =
          i > 0 && i + 1 < run.size() && (is_articles[i - 1] || is_articles[i + 1]);
      if (is_between || is_articles[i] || is_sentence(run[i].piece)) take_for_article(run[i].piece);
    }
  }
  void take_for_article(std::size_t at) {
    Facts& found = facts_[at];
    found.is_site_phrase = found.is_site_label = found.is_site_heading = found.is_form_field =
        false;
  }

  const std::vector<Piece>& pieces_;
  std::vector<Facts>& facts_;
  std::vector<ItemRun> runs_;
};

}  // namespace

void clear_numbered_items(const std::vector<Piece>& pieces, std::vector<Facts>& facts) {
  ItemClearer(pieces, facts).clear();
}

}  // namespace garland::plain
