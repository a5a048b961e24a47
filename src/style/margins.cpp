#include "style/margins.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace garland {
namespace {

constexpr Length kRim = 5_mm;           // printers leave as much white at the sheet's edges
constexpr Length kRimSlack = 1_pt;      // what is as near as this to the rim stands off it
constexpr Length kLeastFoot = 4_pt;     // below the folio's baseline
constexpr double kAscent = 0.75;        // of capitals and their marks, in em
constexpr double kFigure = 0.55;        // width, in em
constexpr int kMostFigures = 3;         // of a line's number
constexpr double kNearestNumber = 0.4;  // em from the text
constexpr double kHang = 0.25;          // em by which signs stand out of the text

class MarginFitter {
 public:
  explicit MarginFitter(Theme& theme) : theme_(theme), page_(theme.page) {}

  void fit() {
    const Length hang =
        theme_.has_hanging_punctuation ? theme_.style(TextRole::Body).size.scaled(kHang) : Length();
    note("the text", std::min({page_.top, page_.bottom, side() - hang}));
    if (theme_.has_running_heads) fit_running_heads();
    fit_folio();
    if (theme_.line_numbers > 0) fit_line_numbers();
  }

  void report(const SourceRange& place, Diagnostics& diagnostics) const {
    if (!left_out_.empty()) {
      diagnostics.warning(
          "no-room", place,
          fmt::format("the margins have no room for {}", fmt::join(left_out_, " and ")),
          "choose wider margins or larger paper");
    }
    if (near_.empty()) return;
    diagnostics.warning(
        "near-edge", place,
        fmt::format("less than 5 mm from the page's edge, where few printers print: {}",
                    fmt::join(near_, ", ")),
        "choose wider margins or larger paper");
  }

 private:
  // The narrower margin beside the text.
  Length side() const { return std::min(page_.inner, page_.outer); }

  void note(std::string_view what, Length from_edge) {
    if (from_edge < kRim - kRimSlack) near_.push_back(what);
  }

  // As designed where that leaves the rim white; nearer to the text otherwise, but not in it.
  static Length fitted(Length designed, Length to_rim, Length nearest) {
    return std::min(designed, std::max(to_rim, nearest));
  }

  void fit_running_heads() {
    const TextStyle& head = theme_.style(TextRole::RunningHead);
    const Length ascent = head.size.scaled(kAscent);
    Length& drop = theme_.running_head_drop;
    drop = fitted(drop, page_.top - kRim - ascent, head.leading / 2);
    drop = std::min(drop, page_.top - head.size);
    theme_.has_running_heads = drop >= head.leading / 2;
    if (!theme_.has_running_heads) return left_out_.push_back("running heads");
    note("running heads", page_.top - drop - ascent);
  }

  void fit_folio() {
    Length& drop = theme_.folio_drop;
    drop = fitted(drop, page_.bottom - kRim, theme_.style(TextRole::Folio).size);
    drop = std::min(drop, page_.bottom - kLeastFoot);
    note("folios", page_.bottom - drop);
  }

  void fit_line_numbers() {
    const TextStyle& style = theme_.style(TextRole::LineNumber);
    const Length width = style.size.scaled(kFigure) * kMostFigures;
    const Length nearest = style.size.scaled(kNearestNumber);
    Length& drop = theme_.line_number_drop;
    drop = fitted(drop, side() - kRim - width, nearest);
    if (side() - drop < width) {
      theme_.line_numbers = 0;
      return left_out_.push_back("the numbers of lines");
    }
    note("the numbers of lines", side() - drop - width);
  }

  Theme& theme_;
  const PageGeometry& page_;
  std::vector<std::string_view> near_;
  std::vector<std::string_view> left_out_;
};

}  // namespace

void fit_margins(Theme& theme, const SourceRange& place, Diagnostics& diagnostics) {
  MarginFitter fitter(theme);
  fitter.fit();
  fitter.report(place, diagnostics);
}

}  // namespace garland
