#include "readers/plain_text/leftovers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/unicode.h"

namespace garland::plain {

namespace {

// What is shown of a text in a reason.
std::string quoted_beginning(std::string_view text) {
  constexpr std::size_t kShown = 40;  // code points
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size() && count < kShown; ++count)
    next_code_point(text, at);
  return "\"" + std::string(text.substr(0, at)) + (at < text.size() ? "…\"" : "\"");
}

std::string_view place_of(ArticlePart part) {
  switch (part) {
    case ArticlePart::Above:
      return "above the article";
    case ArticlePart::Below:
      return "below the article";
    default:
      return "within the article";
  }
}

class Dropper {
 public:
  Dropper(std::vector<Piece>& pieces, const std::vector<TextLine>& lines, const Evidence& evidence,
          const ArticleBounds& bounds)
      : pieces_(pieces), lines_(lines), evidence_(evidence), bounds_(bounds) {}

  void drop(std::vector<Inference>& inferences, Diagnostics& diagnostics) {
    std::size_t finding = 0;
    const std::size_t all = sentence_words();
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t end = i;
      while (end < pieces_.size() && bounds_.parts[end] == bounds_.parts[i] && is_left_out(end)) {
        ++end;
      }
      if (end > i) drop_run(i, end, finding, inferences);
      i = std::max(end, i + 1);
    }
    const std::size_t kept = sentence_words();
    if (kept * 2 < all) warn(all - kept, all, diagnostics);
  }

 private:
  // In running sentences that have a place in the text.
  std::size_t sentence_words() const {
    std::size_t words = 0;
    for (const Piece& piece : pieces_) {
      if (piece.is_body() && piece.measure.is_prose()) words += piece.measure.words;
    }
    return words;
  }
  static void warn(std::size_t left_out, std::size_t all, Diagnostics& diagnostics) {
    diagnostics.warning(
        "mostly-left-out", {},
        fmt::format("{} of the {} words in sentences are left out as a site's leftovers", left_out,
                    all),
        "see in the report what they are; to have them back, write `keep: all` in the file's front "
        "matter or in its entry under `contents:`");
  }

  bool is_left_out(std::size_t at) const {
    const PieceKind kind = pieces_[at].kind;
    const bool may_go =
        kind == PieceKind::Paragraph || kind == PieceKind::Code || kind == PieceKind::Table;
    return may_go && is_sites(bounds_.parts[at]) && !evidence_.facts[at].is_protected;
  }

  void drop_run(std::size_t first, std::size_t end, std::size_t& finding,
                std::vector<Inference>& inferences) {
    const std::string reason = reason_for(first, end, finding);
    for (std::size_t i = first; i < end; ++i) {
      pieces_[i].kind = PieceKind::Dropped;
      pieces_[i].reason = reason;
    }
    inferences.push_back(
        {range_of(lines_[pieces_[first].first_line], lines_[pieces_[end - 1].last_line]), "dropped",
         reason});
  }

  // The clue that weighed most, with an example of it. `finding` goes on from run to run.
  std::string reason_for(std::size_t first, std::size_t end, std::size_t& finding) const {
    std::array<double, static_cast<std::size_t>(Clue::kCount)> sums{};
    std::array<const Finding*, static_cast<std::size_t>(Clue::kCount)> examples{};
    const std::vector<Finding>& findings = evidence_.findings;
    while (finding < findings.size() && findings[finding].piece < first) ++finding;
    for (; finding < findings.size() && findings[finding].piece < end; ++finding) {
      const auto clue = static_cast<std::size_t>(findings[finding].clue);
      sums.at(clue) += findings[finding].score();
      if (examples.at(clue) == nullptr) examples.at(clue) = &findings[finding];
    }
    const auto best = std::max_element(sums.begin(), sums.end());
    const auto clue = static_cast<std::size_t>(best - sums.begin());
    const std::string_view place = place_of(bounds_.parts[first]);
    if (*best <= 0) {
      return fmt::format("{}: it stands among what is the site's, as {}", place,
                         quoted_beginning(pieces_[first].text));
    }
    return fmt::format("{}: {}, as {}", place, weight_of(static_cast<Clue>(clue)).words,
                       quoted_beginning(pieces_[examples.at(clue)->piece].text));
  }

  std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  const Evidence& evidence_;
  const ArticleBounds& bounds_;
};

}  // namespace

ArticleBounds find_leftovers(std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                             const ReaderOptions& options, std::vector<Inference>& inferences,
                             Diagnostics& diagnostics) {
  const Evidence evidence = gather_evidence(pieces);
  ArticleBounds bounds = find_article(pieces, evidence);
  if (options.keep_all || options.keep_boilerplate) return bounds;
  Dropper(pieces, lines, evidence, bounds).drop(inferences, diagnostics);
  return bounds;
}

}  // namespace garland::plain
