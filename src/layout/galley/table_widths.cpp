#include "layout/galley/table_widths.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <utility>

namespace garland {
namespace {

constexpr std::array<double, 3> kScales{1.0, 0.9, 0.8};
constexpr std::int64_t kSteps = 4;  // from one way to share the room to the other
constexpr Length kThinnest = 1_pt;  // a column without words

Length gaps(std::size_t column_count, Length gap) {
  return gap * static_cast<std::int64_t>(column_count - 1);
}

std::vector<ColumnNeed> scaled(const std::vector<ColumnNeed>& needs, double scale) {
  std::vector<ColumnNeed> result;
  for (const ColumnNeed& need : needs) {
    const Length minimum = std::max(kThinnest, need.minimum.scaled(scale));
    result.push_back({minimum, std::max(minimum, need.natural.scaled(scale))});
    for (const Length words : need.words) result.back().words.push_back(words.scaled(scale));
  }
  return result;
}

Length sum_of_minima(const std::vector<ColumnNeed>& needs) {
  return std::accumulate(needs.begin(), needs.end(), Length(),
                         [](Length sum, const ColumnNeed& need) { return sum + need.minimum; });
}

// Presses the widest minima to one limit, so that their sum is `room`.
void press(std::vector<ColumnNeed>& needs, Length room) {
  std::vector<Length> minima;
  for (const ColumnNeed& need : needs) minima.push_back(need.minimum);
  std::sort(minima.begin(), minima.end());
  Length limit = room;
  for (std::size_t i = 0; i < minima.size(); ++i) {
    limit = room / static_cast<std::int64_t>(minima.size() - i);
    if (minima[i] > limit) break;
    room -= minima[i];
  }
  for (ColumnNeed& need : needs) need.minimum = std::min(need.minimum, limit);
}

// Columns that want little get it, and the widest are limited to what remains: the largest limit
// at which max(minimum, min(natural, limit)) sums to no more than the room. Requires minima that
// fit.
std::vector<Length> share_to_limit(const std::vector<ColumnNeed>& needs, Length room) {
  const auto widths_at = [&needs](Length limit) {
    std::vector<Length> widths;
    for (const ColumnNeed& need : needs) {
      widths.push_back(std::max(need.minimum, std::min(need.natural, limit)));
    }
    return widths;
  };
  const auto sum = [](const std::vector<Length>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Length());
  };
  Length fits;
  Length too_much = room;
  if (sum(widths_at(room)) <= room) fits = room;
  while (too_much - fits > Length::from_units(1)) {
    const Length middle = (fits + too_much) / 2;
    (sum(widths_at(middle)) <= room ? fits : too_much) = middle;
  }
  return widths_at(fits);
}

Length lacking(const ColumnNeed& need) { return std::max(Length(), need.natural - need.minimum); }

// What the minima leave of the room, by what the columns lack of their natural widths.
std::vector<Length> share_in_proportion(const std::vector<ColumnNeed>& needs, Length room) {
  Length all_lacking;
  for (const ColumnNeed& need : needs) all_lacking += lacking(need);
  const Length free = std::min(all_lacking, room - sum_of_minima(needs));
  const double share = all_lacking > Length() ? free.points() / all_lacking.points() : 0;
  std::vector<Length> widths;
  for (const ColumnNeed& need : needs) {
    const auto added = static_cast<double>(lacking(need).units()) * share;
    widths.push_back(need.minimum + Length::from_units(static_cast<std::int64_t>(added)));
  }
  return widths;
}

// The lines that the rows have together, about.
std::int64_t count_lines(const std::vector<ColumnNeed>& needs, const std::vector<Length>& widths) {
  std::vector<std::int64_t> lines;  // by row
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const std::vector<Length>& words = needs[i].words;
    if (lines.size() < words.size()) lines.resize(words.size());
    for (std::size_t row = 0; row < words.size(); ++row) {
      const std::int64_t width = widths[i].units();
      lines[row] = std::max(lines[row], (words[row].units() + width - 1) / width);
    }
  }
  return std::accumulate(lines.begin(), lines.end(), std::int64_t{0});
}

// Of these two ways and those between them the one that makes the fewest lines.
std::vector<Length> share(const std::vector<ColumnNeed>& needs, Length room) {
  const std::vector<Length> to_limit = share_to_limit(needs, room);
  const std::vector<Length> in_proportion = share_in_proportion(needs, room);
  std::vector<Length> best = to_limit;
  std::int64_t fewest = count_lines(needs, best);
  for (std::int64_t step = 1; step <= kSteps; ++step) {
    std::vector<Length> widths;
    for (std::size_t i = 0; i < needs.size(); ++i) {
      widths.push_back((to_limit[i] * (kSteps - step) + in_proportion[i] * step) / kSteps);
    }
    const std::int64_t count = count_lines(needs, widths);
    if (count >= fewest) continue;
    fewest = count;
    best = std::move(widths);
  }
  return best;
}

TablePanel whole_panel(const std::vector<ColumnNeed>& needs, Length room) {
  TablePanel panel;
  panel.columns.resize(needs.size());
  std::iota(panel.columns.begin(), panel.columns.end(), std::size_t{0});
  panel.widths = share(needs, room);
  return panel;
}

TablePanel finish_panel(std::vector<std::size_t> columns, const std::vector<ColumnNeed>& needs,
                        Length measure, Length gap, bool repeats_first) {
  std::vector<ColumnNeed> own;
  for (const std::size_t column : columns) own.push_back(needs[column]);
  TablePanel panel;
  panel.widths = share(own, measure - gaps(columns.size(), gap));
  panel.columns = std::move(columns);
  panel.repeats_first = repeats_first;
  return panel;
}

// As many columns in a panel as fit; the first column again in each. As there is room for all in
// further panels, short texts are not pressed.
std::vector<TablePanel> cut_panels(std::vector<ColumnNeed> needs, Length measure, Length gap) {
  for (ColumnNeed& need : needs) {
    need.minimum = std::max(need.minimum, std::min(need.natural, measure / 5));
    need.minimum = std::min(need.minimum, measure / 3);
  }
  std::vector<TablePanel> panels;
  std::vector<std::size_t> columns{0};
  Length used = needs[0].minimum;
  for (std::size_t i = 1; i < needs.size(); ++i) {
    if (used + gap + needs[i].minimum > measure) {
      panels.push_back(finish_panel(std::move(columns), needs, measure, gap, !panels.empty()));
      columns = {0};
      used = needs[0].minimum;
    }
    columns.push_back(i);
    used += gap + needs[i].minimum;
  }
  panels.push_back(finish_panel(std::move(columns), needs, measure, gap, !panels.empty()));
  return panels;
}

}  // namespace

TablePlan plan_columns(const std::vector<ColumnNeed>& needs, Length measure, Length gap,
                       Length narrowest) {
  const Length room = measure - gaps(needs.size(), gap);
  for (const double scale : kScales) {
    const std::vector<ColumnNeed> own = scaled(needs, scale);
    if (sum_of_minima(own) <= room) return {scale, {whole_panel(own, room)}};
  }
  std::vector<ColumnNeed> pressed = scaled(needs, kScales.back());
  if (narrowest * static_cast<std::int64_t>(needs.size()) <= room) {
    press(pressed, room);
    return {kScales.back(), {whole_panel(pressed, room)}};
  }
  return {kScales.back(), cut_panels(std::move(pressed), measure, gap)};
}

}  // namespace garland
