#include "readers/html/questions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/contains.h"
#include "readers/html/names.h"

namespace garland::html {
namespace {

constexpr std::string_view kBeside =
    "votes, badges, comments and buttons beside a question and its answers";

// Whether the element is an item of that type of schema.org.
bool is_item(const Markup& node, std::string_view type) {
  const std::string_view types = node.attribute("itemtype");
  return types.ends_with(type) && types.find("schema.org/") != types.npos;
}

bool is_post(const Markup& node) { return is_item(node, "/Question") || is_item(node, "/Answer"); }

// Whether one of the element's item properties has one of these names.
template <typename Names>
bool has_property(const Markup& node, const Names& names) {
  std::string_view rest = node.attribute("itemprop");
  while (!rest.empty()) {
    const std::string_view name = rest.substr(0, rest.find(' '));
    if (contains(names, name)) return true;
    rest.remove_prefix(name.size() < rest.size() ? name.size() + 1 : rest.size());
  }
  return false;
}

class Questions {
 public:
  explicit Questions(PageMap& page)
      : page_(page), wanted_before_(page.size() + 1, 0), texts_before_(page.size() + 1, 0) {}

  void clean() {
    if (!find_wanted()) return;
    for (std::size_t index = 0; index < page_.size();) {
      const Markup& markup = *page_[index].markup;
      const bool is_region = is_post(markup) || is_item(markup, "/QAPage");
      // The page as a whole may be marked as one of questions; its head and foot have rules.
      const bool is_body = markup.is("html") || markup.is("body");
      if (is_region && !is_body && !is_post_without_text(index)) {
        clean_within(index);
        page_[index].parts.add(PagePart::ArticleText);
        index = page_[index].end;
      } else {
        ++index;
      }
    }
    page_.add_up();
  }

 private:
  static bool stays_in_post(const PageElement& element) {
    constexpr auto kStays = std::to_array<std::string_view>(
        {"dateCreated", "datePublished", "headline", "name", "text"});
    constexpr auto kAuthor = std::to_array<std::string_view>({"author"});
    const Markup& markup = *element.markup;
    // An author who is an item has a name inside, beside badges.
    const bool is_author = has_property(markup, kAuthor) || element.parts.has(PagePart::Author);
    return has_property(markup, kStays) || markup.is("time") ||
           (is_author && !markup.has_attribute("itemscope"));
  }

  // Counts what is to stay; false where no text of a post is marked.
  bool find_wanted() {
    constexpr auto kText = std::to_array<std::string_view>({"text"});
    std::size_t post_end = 0;
    std::size_t comment_end = 0;
    for (std::size_t index = 0; index < page_.size(); ++index) {
      const Markup& markup = *page_[index].markup;
      if (is_post(markup) && page_[index].end > post_end) post_end = page_[index].end;
      if (is_item(markup, "/Comment")) comment_end = page_[index].end;
      const bool stays = index < post_end && index >= comment_end && stays_in_post(page_[index]);
      if (stays) last_wanted_ = index;
      wanted_before_[index + 1] = wanted_before_[index] + (stays ? 1 : 0);
      const bool is_text = stays && has_property(markup, kText);
      texts_before_[index + 1] = texts_before_[index] + (is_text ? 1 : 0);
    }
    return texts_before_.back() > 0;
  }

  // A post that does not say what in it is its text: all of it may be.
  bool is_post_without_text(std::size_t index) const {
    return is_post(*page_[index].markup) && texts_before_[page_[index].end] == texts_before_[index];
  }

  bool is_wanted(std::size_t index) const {
    return wanted_before_[index + 1] > wanted_before_[index];
  }

  bool holds_wanted(std::size_t index) const {
    return wanted_before_[page_[index].end] > wanted_before_[index];
  }

  // Whoever wrote an answer did not write the article alone.
  static void stay_in_text(PageElement& element) {
    for (const PagePart part : {PagePart::Author, PagePart::Date, PagePart::Meta}) {
      element.parts.remove(part);
    }
  }

  void clean_within(std::size_t region) {
    std::size_t post_end = is_post(*page_[region].markup) ? page_[region].end : 0;
    for (std::size_t index = region + 1; index < page_[region].end;) {
      PageElement& element = page_[index];
      if (is_post(*element.markup)) post_end = std::max(post_end, element.end);
      const bool is_between = is_heading(*element.markup) && index < last_wanted_;
      if (is_wanted(index) || is_between || is_post_without_text(index)) {
        for (; index < element.end; ++index) stay_in_text(page_[index]);
      } else if (holds_wanted(index)) {
        stay_in_text(page_[index++]);
      } else if (index >= post_end && index < last_wanted_ && element.prose > 0) {
        index = element.end;  // words before or between the posts: for other rules to judge
      } else {
        if (element.left_out.empty() && element.letters > 0) element.left_out = kBeside;
        index = element.end;
      }
    }
  }

  PageMap& page_;
  std::vector<std::uint32_t> wanted_before_;  // how many stand before each element
  std::vector<std::uint32_t> texts_before_;   // of these, texts of posts
  std::size_t last_wanted_ = 0;
};

}  // namespace

void leave_out_of_questions(PageMap& page) { Questions(page).clean(); }

}  // namespace garland::html
