// The notes at the foot of a column: those that columns before owe it, and those of its own text.
#pragma once

#include "layout/pages/fill_column.h"

namespace garland {

// Height of the first `count` lines, the white between them included.
Length notes_height(const Galley& galley, const std::vector<NoteLine>& notes, std::size_t count);

class ColumnNotes {
 public:
  // Takes from `next` what is owed, and says there what is owed still; sets the lines in `lines`.
  // All must outlive this.
  ColumnNotes(const Galley& galley, const PageRoom& room, ColumnStart& next,
              std::vector<NoteLine>& lines)
      : galley_(galley), room_(room), next_(next), lines_(lines) {}

  // Of the lines that are set.
  Length height() const { return height_; }
  // Down to the foot of the notes, when the text ends at `bottom`.
  Length height_below(Length bottom) const { return height_with(bottom, height_); }

  // The notes whose marks a slab has are owed from here on.
  void owe(const Slab& slab);
  // Sets what columns before owe, within `most` of the column, but for one line where the column
  // would hold nothing else (`must_stand`).
  void set_carried(Length most, bool must_stand);
  // Whether the notes of the slab fit below `bottom`, of the last of them at least its first lines.
  bool can_begin(const Slab& slab, Length bottom) const;
  // Sets the notes of a slab that ends at `bottom`, as far as there is room. Behind a note that
  // goes on in the next column they wait.
  void set_own(const Slab& slab, Length bottom);

 private:
  Length height_with(Length bottom, Length notes) const;
  Length height_with_next_line() const;
  void set_line(Length height);
  void take_waiting();
  void give_back();

  const Galley& galley_;
  const PageRoom& room_;
  ColumnStart& next_;
  std::vector<NoteLine>& lines_;
  Length height_;
  std::size_t set_here_ = 0;  // lines of the note that is being set
};

}  // namespace garland
