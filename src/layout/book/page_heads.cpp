#include "layout/book/page_heads.h"

#include "layout/galley/galley.h"
#include "layout/galley/inlines.h"
#include "layout/galley/labels.h"

namespace garland {

std::string PageHeads::cut_to_measure(const std::string& words, TextRole role) {
  const TextSpan span = span_of(theme_.style(role), language_, kArtifact);
  const auto fits = [&](const std::string& text) {
    return natural_width(plain_paragraph(text, span), fonts_) <= theme_.text_width();
  };
  if (fits(words)) return words;
  const std::vector<std::size_t> bounds = grapheme_boundaries(words);
  const auto cut = [&](std::size_t count) {
    return std::string(trim(std::string_view(words).substr(0, bounds[count]))) + "…";
  };
  std::size_t fitting = 0;
  std::size_t too_many = bounds.size() - 1;
  while (fitting + 1 < too_many) {
    const std::size_t middle = (fitting + too_many) / 2;
    (fits(cut(middle)) ? fitting : too_many) = middle;
  }
  // After a whole word, unless that would cost much.
  for (std::size_t i = fitting; i > fitting / 2; --i) {
    if (words[bounds[i] - 1] == ' ') return cut(i);
  }
  return cut(fitting);
}

std::vector<PageItem> PageHeads::set(const std::string& words, const TextStyle& style) {
  ParagraphShape shape;
  shape.measure = theme_.text_width();
  shape.align = style.align;
  shape.hyphenate = false;
  const TextSpan span = span_of(style, language_, kArtifact);
  auto lines = set_paragraph(plain_paragraph(words, span), shape, fonts_, nullptr);
  return lines.empty() ? std::vector<PageItem>{} : std::move(lines.front().items);
}

void PageHeads::add_running_head(Page& page, const std::string& title, const Point& corner) {
  const auto [known, is_new] = heads_.try_emplace(short_label(title));
  if (is_new) {
    known->second = set(cut_to_measure(known->first, TextRole::RunningHead),
                        theme_.style(TextRole::RunningHead));
  }
  for (PageItem item : known->second) {
    shift(item, corner.x, corner.y - theme_.running_head_drop);
    page.items.push_back(std::move(item));
  }
}

void PageHeads::add_folio(Page& page, const Point& corner) {
  for (PageItem& item : set(page.label, theme_.style(TextRole::Folio))) {
    shift(item, corner.x, corner.y + theme_.text_height() + theme_.folio_drop);
    page.items.push_back(std::move(item));
  }
}

const std::vector<PageItem>& PageHeads::line_number(std::size_t index) {
  TextStyle style = theme_.style(TextRole::LineNumber);
  style.align = TextAlign::Right;
  const auto step = static_cast<std::size_t>(theme_.line_numbers);
  while (line_numbers_.size() <= index) {
    line_numbers_.push_back(set(std::to_string((line_numbers_.size() + 1) * step), style));
  }
  return line_numbers_[index];
}

void PageHeads::add_line_numbers(Page& page, const std::vector<Length>& baselines,
                                 const Point& corner) {
  const auto step = static_cast<std::size_t>(theme_.line_numbers);
  const Length left = corner.x - theme_.line_number_drop - theme_.text_width();
  for (std::size_t i = step; step > 0 && i <= baselines.size(); i += step) {
    for (PageItem item : line_number(i / step - 1)) {
      shift(item, left, corner.y + baselines[i - 1]);
      page.items.push_back(std::move(item));
    }
  }
}

}  // namespace garland
