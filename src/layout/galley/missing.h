// Characters that no face has, with the places in the source where they stand first.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source_range.h"

namespace garland {

// Where a stretch of a paragraph's text comes from: it begins at `offset` and goes on to the next
// place's.
struct SourcePlace {
  std::size_t offset = 0;
  SourceRange range;
};
using SourcePlaces = std::vector<SourcePlace>;  // ascending

// The place of the character at `offset`: line and column where the stretch stands on one line of
// the source, else where it begins. Unknown where no place is.
SourceRange place_of(const SourcePlaces& places, std::string_view text, std::size_t offset);

class MissingCharacters {
 public:
  // A character that is known already keeps its first place.
  void add(char32_t character, const SourceRange& range);
  void add(const MissingCharacters& others);
  // Forgets those that `others` has.
  void remove(const MissingCharacters& others);
  // A warning each for `file`, in the order of their places; of very many the first ones.
  void report(const std::string& file, Diagnostics& diagnostics) const;

 private:
  std::map<char32_t, SourceRange> places_;
};

}  // namespace garland
