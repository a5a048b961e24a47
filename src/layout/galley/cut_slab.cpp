#include "layout/galley/cut_slab.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace garland {
namespace {

struct Extent {
  Length top, bottom;
};

constexpr double kDescent = 0.3;  // em that letters may reach below the baseline

Extent extent_of(const PageItem& item) {
  if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
    return {run->origin.y - run->size, run->origin.y + run->size.scaled(kDescent)};
  }
  const Rect& rect = *rect_of(item);
  return {rect.origin.y, rect.origin.y + rect.height};
}

class SlabCutter {
 public:
  SlabCutter(Slab slab, Length most) : slab_(std::move(slab)), most_(most) {
    for (const PageItem& item : slab_.items) extents_.push_back(extent_of(item));
  }

  Slabs cut() {
    find_cuts();
    make_pieces();
    for (std::size_t i = 0; i < slab_.items.size(); ++i) deal(i);
    for (LinkPiece& link : slab_.links) {
      const std::size_t at = piece_at(link.rect.origin.y + link.rect.height);
      link.rect.origin.y -= tops_[at];
      pieces_[at].links.push_back(link);
    }
    for (NodeBox& box : slab_.boxes) {
      const std::size_t at = piece_at(box.rect.origin.y + box.rect.height);
      box.rect.origin.y -= tops_[at];
      pieces_[at].boxes.push_back(box);
    }
    for (Anchor& anchor : slab_.anchors) {
      const std::size_t at = piece_at(anchor.place.y);
      anchor.place.y = std::max(Length(), anchor.place.y - tops_[at]);
      pieces_[at].anchors.push_back(std::move(anchor));
    }
    return std::move(pieces_);
  }

 private:
  // The sides of a frame, say.
  bool is_tall_rule(std::size_t item) const {
    return std::holds_alternative<Rule>(slab_.items[item].content) &&
           extents_[item].bottom - extents_[item].top > most_;
  }

  // Goes through the items by their lower edges; a piece begins with the top of what is left.
  void find_cuts() {
    std::vector<std::size_t> order(slab_.items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [this](std::size_t i) { return is_tall_rule(i); });
    std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
      return extents_[a].bottom < extents_[b].bottom;
    });
    std::vector<Length> top_of_rest(order.size());
    Length top = slab_.height;
    for (std::size_t i = order.size(); i-- > 0;) {
      top = std::min(top, extents_[order[i]].top);
      top_of_rest[i] = top;
    }
    piece_of_.assign(slab_.items.size(), 0);
    tops_ = {Length()};
    ends_ = {Length()};
    for (std::size_t i = 0; i < order.size(); ++i) {
      const Length bottom = extents_[order[i]].bottom;
      if (i > 0 && bottom - tops_.back() > most_) {
        tops_.push_back(top_of_rest[i]);
        ends_.emplace_back();
      }
      ends_.back() = bottom;
      piece_of_[order[i]] = tops_.size() - 1;
    }
    ends_.back() = std::max(ends_.back(), std::min(slab_.height, tops_.back() + most_));
  }

  // Where the text of a piece begins.
  TextPlace first_place(std::size_t piece) const {
    if (slab_.places.empty()) return slab_.place;
    const auto stands_in = [this, piece](const auto& known) {
      return known.first >= tops_[piece] && known.first < ends_[piece];
    };
    const auto found = std::find_if(slab_.places.begin(), slab_.places.end(), stands_in);
    return found == slab_.places.end() ? TextPlace() : found->second;
  }

  void make_pieces() {
    for (std::size_t i = 0; i < tops_.size(); ++i) {
      Slab piece;
      piece.height = ends_[i] - tops_[i];
      piece.table_head = slab_.table_head;
      piece.is_figure = slab_.is_figure;
      piece.place = first_place(i);
      pieces_.push_back(std::move(piece));
    }
    Slab& first = pieces_.front();
    first.baseline = std::min(slab_.baseline, first.height);
    first.space_before = slab_.space_before;
    first.text_space = slab_.text_space;
    first.keeps_space = slab_.keeps_space;
    first.is_on_grid = slab_.is_on_grid;
    first.opens_page = slab_.opens_page;
    first.break_cost = slab_.break_cost;
    first.notes = std::move(slab_.notes);
  }

  void deal(std::size_t item) {
    if (is_tall_rule(item)) return deal_rule(std::get<Rule>(slab_.items[item].content));
    const std::size_t at = piece_of_[item];
    shift(slab_.items[item], Length(), -tops_[at]);
    pieces_[at].items.push_back(std::move(slab_.items[item]));
  }

  // Of a rule each piece has its part.
  void deal_rule(const Rule& rule) {
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      Rect part = rule.rect;
      part.origin.y = std::max(Length(), rule.rect.origin.y - tops_[i]);
      const Length bottom =
          std::min(pieces_[i].height, rule.rect.origin.y + rule.rect.height - tops_[i]);
      part.height = bottom - part.origin.y;
      if (part.height > Length()) pieces_[i].items.push_back(rule_item(part, rule.color));
    }
  }

  // The piece that holds what ends at `y`.
  std::size_t piece_at(Length y) const {
    const auto found = std::lower_bound(ends_.begin(), ends_.end(), y);
    const auto last = static_cast<std::size_t>(ends_.size() - 1);
    return std::min(static_cast<std::size_t>(found - ends_.begin()), last);
  }

  Slab slab_;
  Length most_;
  std::vector<Extent> extents_;        // of the items
  std::vector<std::size_t> piece_of_;  // the items
  std::vector<Length> tops_, ends_;    // of the pieces, in the slab
  Slabs pieces_;
};

}  // namespace

Slabs cut_slab(Slab slab, Length most) { return SlabCutter(std::move(slab), most).cut(); }

}  // namespace garland
