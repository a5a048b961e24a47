#include "layout/pages/break_pages.h"

#include <algorithm>
#include <map>

namespace garland {
namespace {

// Of the ways to end a page, so many of the fullest are tried, and further ones only until one
// breaks no rule.
constexpr std::size_t kMostEnds = 14;

struct Arrival {
  std::int64_t cost = 0;
  PageStart from;
  PageEnd end;
};
using Arrivals = std::map<PageStart, Arrival>;

void arrive(Arrivals& arrivals, const PageStart& from, std::int64_t cost_before, PageEnd end) {
  const std::int64_t cost = cost_before + end.cost;
  const auto [place, is_new] = arrivals.try_emplace(end.next);
  if (!is_new && place->second.cost <= cost) return;
  place->second = {cost, from, std::move(end)};
}

void leave(Arrivals& arrivals, const PageStart& from, std::int64_t cost, PageFill fill) {
  std::size_t tried = 0;
  bool has_lawful = false;
  for (auto end = fill.ends.rbegin(); end != fill.ends.rend(); ++end) {
    if (tried >= kMostEnds && has_lawful) break;
    ++tried;
    has_lawful = has_lawful || end->cost < kForbidden;
    arrive(arrivals, from, cost, std::move(*end));
  }
}

}  // namespace

std::vector<ChosenPage> break_pages(const Galley& galley, const PageRoom& frame) {
  std::vector<ChosenPage> pages;
  if (galley.slabs.empty()) return pages;
  Arrivals arrivals;
  arrivals.try_emplace(PageStart{});
  auto at = arrivals.begin();
  // Places are visited in their order; a page only ever leads to a later one.
  while (at->first.slab < galley.slabs.size() || !at->first.owes_nothing()) {
    leave(arrivals, at->first, at->second.cost, fill_page(galley, at->first, frame));
    ++at;
  }
  while (at != arrivals.begin()) {
    pages.push_back({at->second.from, at->second.end});
    at = arrivals.find(at->second.from);
  }
  std::reverse(pages.begin(), pages.end());
  return pages;
}

}  // namespace garland
