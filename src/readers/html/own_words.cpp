#include "readers/html/own_words.h"

#include <string>

#include "readers/html/names.h"
#include "readers/words/page_words.h"
#include "readers/words/rights.h"

namespace garland::html {
namespace {

constexpr double kMostOfProse = 0.5;         // an article holds more of the page's than that
constexpr std::uint32_t kMostOfAside = 200;  // bytes of prose: more under such a name is comments

// A claim of rights stands in the foot of a site, be it in an article's.
bool is_said_by_site(const std::string& words) {
  const ShortText text(words);
  return site_words(text) != SiteWords::None || names_related_links(text) ||
         marks_advertisement(text) || begins_with_pager(text) || is_cross_reference(words) ||
         claims_rights(words);
}

bool is_plain_prose(const PageElement& element) {
  return element.parts.empty() && element.prose > 0 && element.linked == 0;
}

}  // namespace

OwnWords::OwnWords(const PageMap& page, double prose)
    : page_(page), is_in_article_(page.size(), false), last_paragraph_(page.size(), 0) {
  double in_widgets = 0;
  std::size_t widget_end = 0;
  for (std::size_t index = 1; index < page.size(); ++index) {
    const PageElement& element = page[index];
    const PartSet around = page[element.parent].parts;
    is_in_article_[index] = is_in_article_[element.parent] ||
                            ((around.has(PagePart::Article) || around.has(PagePart::ArticleText)) &&
                             page[element.parent].prose > kMostOfProse * prose);
    // Beside a column of the page, a box is another column.
    const bool is_column = element.own_prose == 0 && !is_in_article_[index];
    if (is_plain_prose(element) && !is_column) last_paragraph_[element.parent] = index;
    if (element.parts.has(PagePart::Widget) && index >= widget_end) {
      in_widgets += element.prose;
      widget_end = element.end;
    }
  }
  is_made_of_widgets_ = in_widgets > kMostOfProse * prose;
}

bool OwnWords::may_belong(std::size_t index, PagePart part) const {
  const std::size_t last = last_paragraph_[page_[index].parent];
  const bool goes_on = last > index;
  switch (part) {
    case PagePart::Comments:
      return goes_on && page_[index].prose < kMostOfAside && !has_comment_marks(index) &&
             is_running_text(index);
    case PagePart::Foot:
      return (goes_on || is_in_article_[index]) && is_running_text(index);
    case PagePart::Navigation:
    case PagePart::Promotion:
    case PagePart::Related:
    case PagePart::Sharing:
    case PagePart::Sidebar:
    case PagePart::Widget:
      return (last != 0 || is_in_article_[index]) && is_running_text(index);
    default:
      return false;
  }
}

bool OwnWords::is_running_text(std::size_t index) const {
  const PageElement& element = page_[index];
  if (element.linked > 0 || element.prose == 0 || 2 * element.prose < element.letters) return false;
  for (std::size_t inner = index; inner < element.end; ++inner) {
    const Markup& markup = *page_[inner].markup;
    if (is_control(markup) || markup.attribute("role") == "button") return false;
  }
  return !is_said_by_site(page_.words(index));
}

// Who wrote it, and when; or one comment in a box of them.
bool OwnWords::has_comment_marks(std::size_t index) const {
  for (std::size_t inner = index + 1; inner < page_[index].end; ++inner) {
    const PartSet parts = page_[inner].parts;
    if (parts.has(PagePart::Comments) || parts.has(PagePart::Author) || parts.has(PagePart::Date) ||
        page_[inner].markup->is("time")) {
      return true;
    }
  }
  return false;
}

}  // namespace garland::html
