// Lists of what is in the article itself: a table of contents, links to its sections. By their
// shape they are menus; what tells them apart is that the article's headings stand below, in the
// same order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readers/plain_text/evidence.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// The headings that lists of contents may name: pieces that stand alone above something.
class SectionHeadings {
 public:
  SectionHeadings(const std::vector<Piece>& pieces, const std::vector<Facts>& facts);

  // How many pieces of the run [first, end) name a heading below it, when the run is a list of
  // contents: three or more, most of the run, and in the order of the headings. Else 0.
  std::size_t named_by(std::size_t first, std::size_t end) const;
  // The heading that the piece names, or 0.
  std::size_t heading_of(std::size_t at) const;

 private:
  struct Place {
    std::uint64_t words = 0;  // hash
    std::size_t piece = 0;
  };
  const std::vector<Facts>& facts_;
  std::vector<Place> places_;  // by words, then by piece
};

}  // namespace garland::plain
