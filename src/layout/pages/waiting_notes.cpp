#include "layout/pages/waiting_notes.h"

#include <algorithm>
#include <utility>

namespace garland {

void WaitingNotes::add(const std::vector<std::size_t>& notes) {
  if (notes.empty()) return;
  std::vector<std::size_t> all;
  all.reserve(size() + notes.size());
  if (!empty()) {
    all.assign(notes_->begin() + static_cast<std::ptrdiff_t>(first_), notes_->end());
  }
  all.insert(all.end(), notes.begin(), notes.end());
  notes_ = std::make_shared<const std::vector<std::size_t>>(std::move(all));
  first_ = 0;
}

std::strong_ordering WaitingNotes::operator<=>(const WaitingNotes& other) const {
  if (const auto order = size() <=> other.size(); order != 0 || empty()) return order;
  if (notes_ == other.notes_) return std::strong_ordering::equal;  // both end where it ends
  const auto begin = [](const WaitingNotes& row) {
    return row.notes_->begin() + static_cast<std::ptrdiff_t>(row.first_);
  };
  return std::lexicographical_compare_three_way(begin(*this), notes_->end(), begin(other),
                                                other.notes_->end());
}

}  // namespace garland
