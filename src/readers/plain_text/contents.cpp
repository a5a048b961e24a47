#include "readers/plain_text/contents.h"

#include <algorithm>

namespace garland::plain {

namespace {

bool stands_alone(const std::vector<Piece>& pieces, std::size_t at) {
  return pieces[at].blanks > 0 && at + 1 < pieces.size() && pieces[at + 1].blanks > 0;
}

bool may_be_heading(const std::vector<Piece>& pieces, const std::vector<Facts>& facts,
                    std::size_t at) {
  const Facts& found = facts[at];
  return found.text_hash != 0 && !found.is_prose && !found.is_site_label &&
         !found.is_site_heading && !found.is_site_phrase && pieces[at].is_open() &&
         pieces[at].mark.kind != Mark::Kind::Bullet && pieces[at].mark.kind != Mark::Kind::Dash &&
         stands_alone(pieces, at);
}

}  // namespace

SectionHeadings::SectionHeadings(const std::vector<Piece>& pieces, const std::vector<Facts>& facts)
    : facts_(facts) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (may_be_heading(pieces, facts, i)) places_.push_back({facts[i].text_hash, i});
  }
  std::sort(places_.begin(), places_.end(), [](const Place& left, const Place& right) {
    return left.words != right.words ? left.words < right.words : left.piece < right.piece;
  });
}

std::size_t SectionHeadings::heading_of(std::size_t at) const {
  const std::uint64_t words = facts_[at].text_hash;
  if (words == 0) return 0;
  const auto found = std::lower_bound(
      places_.begin(), places_.end(), words,
      [](const Place& place, std::uint64_t wanted) { return place.words < wanted; });
  for (auto place = found; place != places_.end() && place->words == words; ++place) {
    if (place->piece > at) return place->piece;
    if (place - found > 8) break;  // a label that is everywhere heads nothing
  }
  return 0;
}

std::size_t SectionHeadings::named_by(std::size_t first, std::size_t end) const {
  constexpr std::size_t kFewest = 3;
  std::size_t named = 0;
  std::size_t last = end - 1;
  for (std::size_t i = first; i < end; ++i) {
    const std::size_t heading = heading_of(i);
    if (heading <= last) continue;
    last = heading;
    ++named;
  }
  return named >= kFewest && named * 2 > end - first ? named : 0;
}

}  // namespace garland::plain
