// Running heads and folios.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "book/anthology.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "style/theme.h"

namespace garland {

class PageHeads {
 public:
  PageHeads(const Theme& theme, FontLibrary& fonts, std::string language)
      : theme_(theme), fonts_(fonts), language_(std::move(language)) {}

  // Adds to a page whose text block has its top left corner at `corner`. What is too wide for the
  // measure is cut, with an ellipsis.
  void add_running_head(Page& page, const std::string& title, const Point& corner);
  void add_folio(Page& page, const Point& corner);
  // Numbers the lines at these baselines, measured from the corner, as often as the theme says.
  void add_line_numbers(Page& page, const std::vector<Length>& baselines, const Point& corner);

 private:
  std::vector<PageItem> set(const std::string& words, const TextStyle& style);
  // The items of the `index`th number that the theme gives on a page.
  const std::vector<PageItem>& line_number(std::size_t index);
  std::string cut_to_measure(const std::string& words, TextRole role);

  const Theme& theme_;
  FontLibrary& fonts_;
  std::string language_;
  // Set already.
  std::map<std::string, std::vector<PageItem>> heads_;
  std::vector<std::vector<PageItem>> line_numbers_;
};

}  // namespace garland
