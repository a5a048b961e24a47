#include "layout/pages/break_pages.h"

#include <algorithm>
#include <map>

namespace garland {
namespace {

// Of the ways to end a page, so many of the fullest are tried, and further ones only until one
// breaks no rule.
constexpr std::size_t kMostEnds = 14;

// A page that is a line long costs more than one that is two lines short, which is four squares of
// a line, and less than three.
constexpr std::int64_t kLongPageSquares = 6;

struct Arrival {
  std::int64_t cost = 0;
  PageStart from;
  PageEnd end;
  bool is_long = false;
};
using Arrivals = std::map<PageStart, Arrival>;

PageRoom long_room(PageRoom room) {
  room.height += room.long_by;
  return room;
}

class PageBreaker {
 public:
  PageBreaker(const Galley& galley, const PageRoom& room)
      : galley_(galley),
        room_(room),
        long_room_(long_room(room)),
        long_page_cost_(kLongPageSquares * squared_points(room.long_by)) {}

  std::vector<ChosenPage> choose() {
    arrivals_.try_emplace(PageStart{});
    auto at = arrivals_.begin();
    // Places are visited in their order; a page only ever leads to a later one.
    while (at->first.slab < galley_.slabs.size() || !at->first.owes_nothing()) {
      leave(at->first, at->second.cost);
      if (room_.long_by > Length()) leave_long(at->first, at->second.cost);
      ++at;
    }
    return trace(at);
  }

 private:
  void arrive(const PageStart& from, std::int64_t cost_before, PageEnd end, bool is_long) {
    const std::int64_t cost = cost_before + end.cost + (is_long ? long_page_cost_ : 0);
    const auto [place, is_new] = arrivals_.try_emplace(end.next);
    if (!is_new && place->second.cost <= cost) return;
    place->second = {cost, from, std::move(end), is_long};
  }

  void leave(const PageStart& from, std::int64_t cost) {
    fill_page(galley_, from, room_, fill_);
    std::size_t tried = 0;
    bool has_lawful = false;
    for (auto end = fill_.ends.rbegin(); end != fill_.ends.rend(); ++end) {
      if (tried >= kMostEnds && has_lawful) break;
      ++tried;
      has_lawful = has_lawful || end->cost < kForbidden;
      arrive(from, cost, std::move(*end), false);
    }
  }

  // The ends that only a long page reaches.
  void leave_long(const PageStart& from, std::int64_t cost) {
    fill_page(galley_, from, long_room_, fill_);
    for (auto end = fill_.ends.rbegin(); end != fill_.ends.rend(); ++end) {
      if (end->used <= room_.height) break;
      arrive(from, cost, std::move(*end), true);
    }
  }

  std::vector<ChosenPage> trace(Arrivals::const_iterator at) const {
    std::vector<ChosenPage> pages;
    while (at != arrivals_.begin()) {
      const Arrival& arrival = at->second;
      pages.push_back({arrival.from, arrival.end, arrival.is_long ? long_room_ : room_});
      at = arrivals_.find(arrival.from);
    }
    std::reverse(pages.begin(), pages.end());
    return pages;
  }

  const Galley& galley_;
  const PageRoom& room_;
  PageRoom long_room_;
  std::int64_t long_page_cost_;
  Arrivals arrivals_;
  PageFill fill_;  // of the page that is tried
};

}  // namespace

std::vector<ChosenPage> break_pages(const Galley& galley, const PageRoom& frame) {
  if (galley.slabs.empty()) return {};
  return PageBreaker(galley, frame).choose();
}

}  // namespace garland
