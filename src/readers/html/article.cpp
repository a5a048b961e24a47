#include "readers/html/article.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include "base/contains.h"
#include "readers/html/head_lines.h"
#include "readers/words/byline.h"

namespace garland::html {
namespace {

constexpr double kMostOfAll = 0.9;         // of the prose: as good as all of it
constexpr double kBelievedShare = 0.5;     // of the page's value a mark must hold
constexpr double kSplitShare = 0.5;        // of the best part's value another part must hold
constexpr std::uint32_t kParagraph = 120;  // bytes of prose worth gathering
constexpr double kFewLinks = 0.35;
constexpr std::uint32_t kHeadLetters = 400;  // bytes: more than a title and a byline have
constexpr std::uint32_t kTeaserBytes = 300;  // bytes: a line or two
constexpr std::uint32_t kBylineLetters = 120;
constexpr std::uint32_t kMostAboutAuthor = 1500;
constexpr std::uint32_t kMostNotes = 20000;

bool is_block(const PageElement& element) {
  return is_block_element(element.markup->name) || element.markup->is("html");
}

// Whether an article may be just what the element holds: not for a list, a paragraph, a row. (A
// cell that holds nearly all of a page is no cell of data.)
bool is_container(const Markup& node) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"a",  "blockquote", "dd", "details", "dl", "dt",  "figure", "h1",    "h2",    "h3", "h4",
       "h5", "h6",         "li", "ol",      "p",  "pre", "table",  "tbody", "thead", "tr", "ul"});
  return !contains(kOthers, node.name);
}

// The smallest element that holds nearly all of what looks like an article.
std::size_t densest(const PageMap& page) {
  std::size_t best = 0;
  while (best < page.size() && !page[best].markup->is("body")) ++best;
  if (best == page.size()) best = 0;
  for (std::size_t index = 0; index < page.size(); ++index) {
    if (is_block(page[index]) && page[index].value > page[best].value) best = index;
  }
  for (bool went_on = true; went_on;) {
    went_on = false;
    for (const std::size_t child : page.children(best)) {
      if (!is_block(page[child])) continue;
      if (page[child].value <= 0 || page[child].value < kMostOfAll * page[best].value) continue;
      best = child;
      went_on = true;
      break;
    }
  }
  while (best != 0 && !is_container(*page[best].markup)) best = page[best].parent;
  return best;
}

std::size_t common_ancestor(const PageMap& page, const std::vector<std::size_t>& elements) {
  std::size_t common = elements.front();
  for (const std::size_t index : elements) {
    while (!page.is_within(index, common)) common = page[common].parent;
  }
  return common;
}

// Whether all elements stand a step or two below `outer`: pieces of one article do.
bool is_near(const PageMap& page, const std::vector<std::size_t>& elements, std::size_t outer) {
  return std::all_of(elements.begin(), elements.end(), [&page, outer](std::size_t index) {
    const std::size_t parent = page[index].parent;
    return parent == outer || page[parent].parent == outer;
  });
}

struct MarkedPart {
  PagePart part;
  std::string_view why;
};

// The elements so marked that hold a good deal of what the best of them holds; the inner one of
// those in each other. Empty where the marks hold too little of the page's prose to be believed.
std::vector<std::size_t> marked(const PageMap& page, PagePart part, double whole) {
  std::vector<std::size_t> found;
  double best = 0;
  for (std::size_t index = 0; index < page.size(); ++index) {
    const PageElement& element = page[index];
    if (element.parts.has(part) && is_block(element)) best = std::max(best, element.value);
  }
  if (best <= 0 || best < kBelievedShare * whole) return found;
  for (std::size_t index = 0; index < page.size(); ++index) {
    const PageElement& element = page[index];
    if (!element.parts.has(part) || !is_block(element)) continue;
    if (element.value < kSplitShare * best || page.is_left_out(index)) continue;
    if (!found.empty() && page.is_within(index, found.back())) {
      if (element.value < kMostOfAll * page[found.back()].value) continue;
      found.pop_back();
    }
    found.push_back(index);
  }
  return found;
}

std::size_t scope_of(const PageMap& page, std::size_t body) {
  for (std::size_t index = body;; index = page[index].parent) {
    const PartSet parts = page[index].parts;
    if (parts.has(PagePart::Article) || parts.has(PagePart::Main)) return index;
    if (index == 0 || page[index].markup->is("body")) break;
  }
  const std::size_t parent = page[body].parent;
  return page[body].markup->is("body") || page[parent].markup->is("html") ? body : parent;
}

// The largest element around the scope that shows little more than it.
std::size_t surroundings_of(const PageMap& page, std::size_t scope) {
  const auto most = static_cast<std::uint32_t>(1.3 * page[scope].letters) + kHeadLetters;
  std::size_t index = scope;
  while (index != 0 && !page[index].markup->is("body")) {
    const std::size_t parent = page[index].parent;
    if (page[parent].letters > most || page[parent].markup->is("html")) break;
    index = parent;
  }
  return index;
}

// Where links to the element lead: old pages name an <a>.
std::string_view identifier_of(const Markup& markup) {
  const std::string_view id = markup.attribute("id");
  return id.empty() && markup.is("a") ? markup.attribute("name") : id;
}

// The identifiers that links within the body lead to.
std::set<std::string, std::less<>> targets_in(const PageMap& page, std::size_t body) {
  std::set<std::string, std::less<>> targets;
  for (std::size_t index = body; index < page[body].end; ++index) {
    const std::string_view address = page[index].markup->attribute("href");
    if (address.size() > 1 && address[0] == '#') targets.emplace(address.substr(1));
  }
  return targets;
}

// Adds to the body what belongs to it and stands beside it in its scope.
class Gatherer {
 public:
  Gatherer(const PageMap& page, std::size_t body)
      : page_(page), body_(body), targets_(targets_in(page, body)) {
    for (std::size_t index = body; index < page[body].end && !targets_.empty(); ++index) {
      const std::string_view id = identifier_of(*page[index].markup);
      if (!id.empty()) own_ids_.emplace(id);
    }
  }

  std::vector<std::size_t> gather(std::size_t around) {
    look_into(around);
    return std::move(parts_);
  }

 private:
  void look_into(std::size_t around) {
    for (const std::size_t child : page_.children(around)) {
      if (child == body_) {
        parts_.push_back(child);
      } else if (page_.is_within(body_, child)) {
        look_into(child);
      } else if (page_[child].left_out.empty()) {
        consider(child);
      }
    }
  }

  void consider(std::size_t index) {
    const PageElement& element = page_[index];
    if (element.letters == 0 && element.pictures == 0) return;
    if (is_about_article(page_, index)) return;
    const bool is_prose = element.prose >= kParagraph && element.linked_share() < kFewLinks &&
                          2 * element.prose >= element.letters;
    const bool is_about_author = element.parts.has(PagePart::AuthorBox) && element.prose > 0;
    if (is_prose || is_about_author || holds_notes(index) || opens_article(index)) {
      parts_.push_back(index);
    } else {
      look_into(index);
    }
  }

  // Notes: what the body's links lead to, marked as notes, items of a list, or linking back.
  bool holds_notes(std::size_t index) const {
    if (index < body_) return false;
    bool is_target = false;
    bool links_back = false;
    for (std::size_t at = index; at < page_[index].end; ++at) {
      const Markup& markup = *page_[at].markup;
      const std::string_view address = markup.attribute("href");
      links_back = links_back || (address.size() > 1 && address[0] == '#' &&
                                  own_ids_.find(address.substr(1)) != own_ids_.end());
      if (targets_.find(identifier_of(markup)) == targets_.end()) continue;
      is_target = true;
      if (at != index && (markup.is("li") || page_[index].parts.has(PagePart::Notes))) return true;
    }
    return is_target && links_back && page_[index].letters <= kMostNotes;
  }

  bool opens_article(std::size_t index) const {
    const PageElement& element = page_[index];
    if (index > body_) return false;
    const bool has_title = element.parts.has(PagePart::Title);
    const bool is_deck = element.parts.has(PagePart::Deck) || element.parts.has(PagePart::Lead);
    // A teaser that leads nowhere is the article's own.
    const bool is_teaser =
        element.parts.has(PagePart::Related) && element.linked == 0 && element.prose > 0;
    if ((is_deck || is_teaser) && !has_title) return element.letters < 600;
    const bool is_picture =
        element.markup->is("figure") || element.parts.has(PagePart::LeadPicture);
    return is_picture && element.pictures > 0 && element.letters < 400;
  }

  const PageMap& page_;
  std::size_t body_;
  std::set<std::string, std::less<>> targets_;
  std::set<std::string, std::less<>> own_ids_;  // of the body's elements, where it has targets
  std::vector<std::size_t> parts_;
};

// What stands before an article's text and may be sentences: its head, a deck, a picture's caption,
// a line that says who and when.
bool introduces(const PageMap& page, std::size_t index) {
  const PageElement& element = page[index];
  const Markup& markup = *element.markup;
  const bool is_deck = element.parts.has(PagePart::Deck) || element.parts.has(PagePart::Lead);
  if (is_deck && element.prose <= kHeadLetters) return true;
  if (markup.is("figure") || markup.is("hgroup")) return true;
  if (markup.is("header")) return element.prose <= kHeadLetters;
  if (element.own_prose == 0 || element.own_prose > kBylineLetters) return false;
  const std::vector<std::string> lines = lines_of(markup);
  return std::any_of(lines.begin(), lines.end(), [](const std::string& line) {
    const auto byline = plain::parse_byline(line);
    return byline && !byline->is_partial;
  });
}

void find_prose(const PageMap& page, Article& article) {
  const std::size_t none = page[article.parts.back()].end;
  article.first_prose = none;
  for (const std::size_t part : article.parts) {
    for (std::size_t index = part; index < page[part].end; ++index) {
      const bool is_head = article.first_prose == none && index != article.body;
      if (!page[index].left_out.empty() || is_about_article(page, index) ||
          (is_head && introduces(page, index))) {
        index = page[index].end - 1;
      } else if (page[index].own_prose > 0) {
        article.first_prose = std::min(article.first_prose, index);
        article.last_prose = std::max(article.last_prose, index);
      }
    }
  }
}

// Words about the author that stand beside the article, in the same box of the page.
void add_author_boxes(const PageMap& page, Article& article) {
  const std::size_t around = page[article.scope].parent;
  if (page[around].markup->is("html")) return;
  for (std::size_t index = page[article.scope].end; index < page[around].end; ++index) {
    const PageElement& element = page[index];
    const bool is_it = element.parts.has(PagePart::AuthorBox) && is_block(element) &&
                       element.prose > 0 && element.letters <= kMostAboutAuthor;
    if (is_it) article.parts.push_back(index);
    if (is_it || !element.left_out.empty()) index = element.end - 1;
  }
}

}  // namespace

bool is_about_article(const PageMap& page, std::size_t index) {
  const PartSet parts = page[index].parts;
  if (parts.has(PagePart::AuthorBox) && page[index].prose > 0) return false;
  const bool is_named = parts.has(PagePart::Meta) || parts.has(PagePart::Author) ||
                        parts.has(PagePart::Date) || parts.has(PagePart::TagList);
  return is_named && page[index].letters <= kTeaserBytes;
}

Article find_article(const PageMap& page) {
  Article article;
  article.body = densest(page);
  article.why = "the element with the most prose and the fewest links";
  const double whole = page[article.body].value;
  constexpr auto kMarks = std::to_array<MarkedPart>({
      {PagePart::ArticleText, "the page marks this element as the article's text"},
      {PagePart::Article, "the page marks this element as an article"},
      {PagePart::Main, "the page marks this element as its main part"},
  });
  for (const MarkedPart& mark : kMarks) {
    const std::vector<std::size_t> found = marked(page, mark.part, whole);
    if (found.empty()) continue;
    const std::size_t common = common_ancestor(page, found);
    const bool is_split = found.size() > 1 && is_near(page, found, common);
    const std::size_t best = *std::max_element(
        found.begin(), found.end(),
        [&page](std::size_t a, std::size_t b) { return page[a].value < page[b].value; });
    article.body = is_split ? common : best;
    article.why = mark.why;
    break;
  }
  article.scope = scope_of(page, article.body);
  article.surroundings = surroundings_of(page, article.scope);
  article.parts = article.scope == article.body
                      ? std::vector<std::size_t>{article.body}
                      : Gatherer(page, article.body).gather(article.scope);
  find_prose(page, article);
  add_author_boxes(page, article);
  return article;
}

}  // namespace garland::html
