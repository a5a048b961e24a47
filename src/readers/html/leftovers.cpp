#include "readers/html/leftovers.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/contains.h"
#include "readers/html/own_words.h"
#include "readers/words/contents_words.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr double kMostProse = 0.5;         // of the page's prose: then it is the article, not a box
constexpr double kManyLinks = 0.3;         // share of words in links
constexpr std::uint32_t kShort = 60;       // bytes: a label, a button
constexpr std::uint32_t kLineOrTwo = 250;  // bytes: a line or two
constexpr std::uint32_t kBoxProse = 200;   // bytes of prose that a box of buttons never has
constexpr std::uint32_t kLabel = 40;       // bytes: the words on a button
constexpr double kNearlyAllLinks = 0.7;    // share of words in links

// When a name is believed.
enum class Need {
  Nothing,     // the name is enough
  Block,       // a block, not a word within a line
  LinksOrFew,  // many links, or little prose
  FewLetters,  // a label
};

struct NameRule {
  PagePart part;
  Need need;
  std::string_view why;
};

constexpr auto kNameRules = std::to_array<NameRule>({
    {PagePart::Maintenance, Need::Block, "a note to those who edit the page"},
    {PagePart::NotPrinted, Need::LinksOrFew, "the page leaves it out of print"},
    {PagePart::Comments, Need::Block, "comments of readers"},
    {PagePart::Consent, Need::Block, "cookie note"},
    {PagePart::Sharing, Need::LinksOrFew, "sharing buttons"},
    {PagePart::Subscription, Need::Block, "newsletter box"},
    {PagePart::Advert, Need::LinksOrFew, "advert"},
    {PagePart::Promotion, Need::LinksOrFew, "advert"},
    {PagePart::Related, Need::LinksOrFew, "links to other articles"},
    {PagePart::Navigation, Need::LinksOrFew, "navigation of the site"},
    {PagePart::Search, Need::LinksOrFew, "search box"},
    {PagePart::Account, Need::LinksOrFew, "log-in box"},
    {PagePart::Popup, Need::LinksOrFew, "window over the page"},
    {PagePart::Rating, Need::FewLetters, "votes of readers"},
    {PagePart::HeadingTool, Need::FewLetters, "tool beside a heading"},
    {PagePart::ScreenReader, Need::FewLetters, "not shown on the page"},
    {PagePart::Sidebar, Need::LinksOrFew, "beside the article"},
    {PagePart::Widget, Need::LinksOrFew, "beside the article"},
});

bool fulfils(const PageElement& element, Need need) {
  switch (need) {
    case Need::Nothing:
      return true;
    case Need::Block:
      return is_block_element(element.markup->name);
    case Need::LinksOrFew:
      return element.linked_share() >= kManyLinks || element.prose < kBoxProse;
    case Need::FewLetters:
      return element.letters <= kShort;
  }
  return false;
}

// Elements whose tag says it.
std::string_view reason_by_tag(const PageMap& page, std::size_t index, const OwnWords& own) {
  const PageElement& element = page[index];
  const Markup& markup = *element.markup;
  const bool is_plain = element.prose < kBoxProse || element.linked_share() >= kManyLinks;
  if (markup.is("nav")) return "navigation of the site";
  if (markup.is("form") && element.prose < kBoxProse) return "form";
  if (markup.is("dialog")) return "dialog of the site";
  if (markup.is("search")) return "search box";
  if (markup.is("noscript")) return "shown only without scripts";
  if (markup.is("button")) return "button";
  if (element.parts.has(PagePart::Foot) && is_plain && !own.may_belong(index, PagePart::Foot)) {
    return "foot of the page";
  }
  return {};
}

// Whether notes, or words about the author, stand inside.
bool holds_protected(const PageMap& page, std::size_t index) {
  for (std::size_t inner = index + 1; inner < page[index].end; ++inner) {
    const PartSet parts = page[inner].parts;
    const bool is_about_author = parts.has(PagePart::AuthorBox) && page[inner].prose > 0;
    if (parts.has(PagePart::Notes) || is_about_author) return true;
  }
  return false;
}

bool is_protected(const PageElement& element) {
  const Markup& markup = *element.markup;
  if (element.parts.has(PagePart::Maintenance)) return false;
  return element.parts.has(PagePart::Notes) || element.parts.has(PagePart::ArticleText) ||
         markup.is("html") || markup.is("body") || markup.is("main");
}

std::string_view reason_by_name(const PageMap& page, std::size_t index, const OwnWords& own) {
  const PageElement& element = page[index];
  if (is_protected(element)) return {};
  const std::string_view by_tag = reason_by_tag(page, index, own);
  if (!by_tag.empty()) return by_tag;
  for (const NameRule& rule : kNameRules) {
    // A heading that its tools are named after is none of them.
    if (rule.part == PagePart::HeadingTool && is_heading(*element.markup)) continue;
    if (rule.part == PagePart::Widget && own.is_made_of_widgets()) continue;
    if (!element.parts.has(rule.part) || !fulfils(element, rule.need)) continue;
    if (!own.may_belong(index, rule.part)) return rule.why;
  }
  return {};
}

// Prose that may be the article: not what readers wrote below it.
double prose_of_article(const PageMap& page) {
  double prose = page[0].prose;
  for (std::size_t index = 0; index < page.size();) {
    const bool is_comments = page[index].parts.has(PagePart::Comments) &&
                             is_block_element(page[index].markup->name) &&
                             !is_protected(page[index]);
    if (is_comments) prose -= page[index].prose;
    index = is_comments ? page[index].end : index + 1;
  }
  return prose;
}

bool stands_in_quotation(const PageMap& page, std::size_t index) {
  for (; index != 0; index = page[index].parent) {
    const Markup& markup = *page[index].markup;
    if (markup.is("blockquote") || markup.is("figure") || markup.is("table")) return true;
  }
  return false;
}

}  // namespace

void leave_out_by_name(PageMap& page) {
  const double whole = prose_of_article(page);
  const OwnWords own(page, whole);
  const bool is_only_comments = whole < kBoxProse;
  for (std::size_t index = 1; index < page.size(); ++index) {
    PageElement& element = page[index];
    const std::string_view why = reason_by_name(page, index, own);
    if (why.empty()) continue;
    const bool is_for_hearing = element.parts.has(PagePart::ScreenReader);
    if (!is_for_hearing && stands_in_quotation(page, element.parent)) continue;
    if (element.parts.has(PagePart::Foot) && holds_protected(page, index)) continue;
    const bool is_comments = element.parts.has(PagePart::Comments) && !is_only_comments;
    if (!is_comments && element.prose > kMostProse * whole && element.prose > 0) continue;
    element.left_out = why;
    index = element.end - 1;
  }
  page.add_up();
}

namespace {

class ArticleCleaner {
 public:
  ArticleCleaner(PageMap& page, const Article& article)
      : page_(page), article_(article), before_(labels_before()) {}

  void clean() {
    for (const std::size_t part : article_.parts) {
      for (std::size_t index = part; index < page_[part].end; ++index) {
        PageElement& element = page_[index];
        if (element.left_out.empty()) element.left_out = reason(index);
        // The names within words about the author are theirs.
        const bool is_about_author = element.parts.has(PagePart::AuthorBox) && element.prose > 0;
        if (!element.left_out.empty() || is_about_author) index = element.end - 1;
      }
    }
    for (const std::size_t part : article_.parts) leave_out_related(part);
    for (const std::size_t part : article_.parts) leave_out_labelled_contents(part);
    explain_surroundings();
    page_.add_up();
  }

 private:
  // What stands around the parts is outside of them in any case; says what it is where a name does.
  void explain_surroundings() {
    const std::size_t begin = article_.surroundings;
    for (std::size_t index = begin; index < page_[begin].end; ++index) {
      PageElement& element = page_[index];
      if (std::binary_search(article_.parts.begin(), article_.parts.end(), index)) {
        index = element.end - 1;
      } else if (element.left_out.empty() && is_about_article(page_, index)) {
        element.left_out = reason_at_edge(element);
      } else if (element.left_out.empty() &&
                 (is_heading(*element.markup) || element.parts.has(PagePart::Title))) {
        if (element.letters > 0 && element.letters <= kLineOrTwo)
          element.left_out = "heading of the page";
      }
    }
  }

  std::string_view reason(std::size_t index) const {
    const PageElement& element = page_[index];
    const Markup& markup = *element.markup;
    if (is_protected(element) || stands_in_quotation(page_, element.parent)) return {};
    if (element.parts.has(PagePart::CodeTool) && element.letters <= kShort) return "tool for code";
    if (is_own_contents(index)) return "the page's own list of its headings";
    if (markup.is("aside") && is_beside(element)) return "beside the article";
    if (element.parts.has(PagePart::TagList) && is_line_of_links(element)) {
      return "what the article is filed under";
    }
    if (is_button(index)) return "button";
    if (!article_.is_at_edge(page_, index)) return {};
    return reason_at_edge(element);
  }

  std::string_view reason_at_edge(const PageElement& element) const {
    const PartSet parts = element.parts;
    const bool is_line = element.letters > 0 && element.letters <= kLineOrTwo;
    if (!is_line || is_heading(*element.markup) || parts.has(PagePart::Title)) return {};
    if (parts.has(PagePart::AuthorBox) && element.prose > 0) return {};
    if (parts.has(PagePart::TagList)) return "what the article is filed under";
    if (parts.has(PagePart::Author)) return "says who wrote the article";
    if (parts.has(PagePart::Date)) return "says when the article was written";
    if (parts.has(PagePart::Meta)) return "says who wrote the article, and when";
    return {};
  }

  static bool is_line_of_links(const PageElement& element) {
    return element.letters > 0 && element.letters <= kLineOrTwo &&
           element.linked_share() >= kNearlyAllLinks;
  }

  // A paragraph that is a link with a site's word on it ("Share", "Subscribe now"), or one that
  // leads nowhere.
  bool is_button(std::size_t index) const {
    const PageElement& element = page_[index];
    const bool is_paragraph = element.markup->is("p") || element.markup->is("div");
    if (!is_paragraph || element.letters == 0 || element.letters > kLabel) return false;
    if (element.linked != element.letters || element.pictures > 0) return false;
    if (leads_nowhere(index)) return true;
    const ShortText words(page_.words(index));
    return site_words(words) != SiteWords::None || names_related_links(words);
  }

  // Whether its links do no more than start a program.
  bool leads_nowhere(std::size_t index) const {
    bool has_link = false;
    for (std::size_t at = index; at < page_[index].end; ++at) {
      const Markup& markup = *page_[at].markup;
      if (!markup.is("a")) continue;
      const std::string_view address = markup.attribute("href");
      if (address != "#" && !address.starts_with("javascript:")) return false;
      has_link = true;
    }
    return has_link;
  }

  bool is_beside(const PageElement& element) const {
    if (element.parts.has(PagePart::Caption) || element.pictures > 0) return false;
    if (is_quotation(element) && element.linked == 0) return false;
    return element.prose == 0 || element.linked_share() >= kManyLinks;
  }

  static bool is_quotation(const PageElement& element) {
    const MarkupList& inside = element.markup->children;
    return element.markup->attribute("class").find("quote") != std::string::npos ||
           std::any_of(inside.begin(), inside.end(),
                       [](const Markup& child) { return child.is("blockquote"); });
  }

  // A list of links into the page itself that a program made; an author's own has no such name.
  bool is_own_contents(std::size_t index) const {
    const PageElement& element = page_[index];
    // Beside the links, its own heading: "Table of contents".
    const bool is_of_links = element.linked > 0 && (element.linked_share() >= kNearlyAllLinks ||
                                                    element.letters - element.linked <= kLabel);
    return element.parts.has(PagePart::Contents) && is_of_links && leads_into_page(index, 1);
  }

  // Whether the element has so many links, and all lead into the page.
  bool leads_into_page(std::size_t index, std::size_t least) const {
    std::size_t inner = 0;
    for (std::size_t at = index; at < page_[index].end; ++at) {
      const Markup& markup = *page_[at].markup;
      if (!markup.is("a") || !markup.has_attribute("href")) continue;
      if (!markup.attribute("href").starts_with("#")) return false;
      ++inner;
    }
    return inner >= least;
  }

  // The same where only a label before the list says it: "Contents".
  void leave_out_labelled_contents(std::size_t part) {
    for (std::size_t index = part; index < page_[part].end; ++index) {
      if (!page_[index].left_out.empty()) {
        index = page_[index].end - 1;
        continue;
      }
      const PageElement& list = page_[index];
      const bool is_list = list.markup->is("ul") || list.markup->is("ol");
      if (!is_list || list.letters == 0 || list.linked_share() < kNearlyAllLinks) continue;
      const std::size_t label = before_[index];
      if (label == 0 || !names_contents(page_.words(label)) || !leads_into_page(index, 3)) continue;
      page_[label].left_out = page_[index].left_out = "the page's own list of its headings";
    }
  }

  // The short element before each in the same element, if it shows words; 0 where there is none.
  std::vector<std::size_t> labels_before() const {
    std::vector<std::size_t> before(page_.size(), 0);
    std::vector<std::size_t> last(page_.size(), 0);  // by parent
    for (std::size_t index = 1; index < page_.size(); ++index) {
      const PageElement& element = page_[index];
      before[index] = last[element.parent];
      if (element.letters > 0) last[element.parent] = element.letters <= kLabel ? index : 0;
    }
    return before;
  }

  // A heading like "Related articles" with links behind it, after the article's last prose.
  void leave_out_related(std::size_t part) {
    for (std::size_t index = part; index < page_[part].end; ++index) {
      const PageElement& element = page_[index];
      if (!element.left_out.empty()) {
        index = element.end - 1;
        continue;
      }
      if (!is_heading(*element.markup) || index < article_.last_prose) continue;
      if (!names_related_links(page_.words(index))) continue;
      leave_out_section(index);
    }
  }

  void leave_out_section(std::size_t heading) {
    std::vector<std::size_t> section;
    std::uint32_t letters = 0;
    std::uint32_t linked = 0;
    const std::size_t end = page_[page_[heading].parent].end;
    for (std::size_t sibling = page_[heading].end; sibling < end; sibling = page_[sibling].end) {
      if (is_heading(*page_[sibling].markup)) break;
      section.push_back(sibling);
      letters += page_[sibling].letters;
      linked += page_[sibling].linked;
    }
    if (2 * linked < letters) return;
    section.push_back(heading);
    for (const std::size_t index : section) {
      if (page_[index].left_out.empty()) page_[index].left_out = "links to other articles";
    }
  }

  PageMap& page_;
  const Article& article_;
  std::vector<std::size_t> before_;
};

}  // namespace

void leave_out_of_article(PageMap& page, const Article& article) {
  ArticleCleaner(page, article).clean();
}

}  // namespace garland::html
