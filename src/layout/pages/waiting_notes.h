// Notes whose marks stand in columns before, and of which nothing is set yet.
#pragma once

#include <compare>
#include <cstddef>
#include <memory>
#include <vector>

namespace garland {

// A row of notes that costs nothing to copy, since every place where a column may end has one and
// a line may have the marks of thousands.
class WaitingNotes {
 public:
  bool empty() const { return size() == 0; }
  // Adds notes, by their indexes in Galley::notes. Cost: linear in all that wait.
  void add(const std::vector<std::size_t>& notes);
  // Takes the first away. Requires that there is one.
  std::size_t take_first() { return (*notes_)[first_++]; }

  // Some order, in which rows of the same notes are equal.
  std::strong_ordering operator<=>(const WaitingNotes& other) const;
  bool operator==(const WaitingNotes& other) const { return (*this <=> other) == 0; }

 private:
  std::size_t size() const { return notes_ == nullptr ? 0 : notes_->size() - first_; }

  std::shared_ptr<const std::vector<std::size_t>> notes_;
  std::size_t first_ = 0;  // those before it are taken
};

}  // namespace garland
