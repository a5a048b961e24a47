#include "readers/html/cut.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "readers/markup/tree_wishes.h"

namespace garland::html {
namespace {

constexpr std::string_view kOutside = "outside of the article";

class Cutter {
 public:
  Cutter(PageMap& page, const Article& article, Wishes& wishes, Blocks& dropped)
      : page_(page), article_(article), wishes_(wishes), dropped_(dropped) {}

  MarkupList cut() {
    look_for_parts(0);
    return std::move(parts_);
  }

 private:
  // The map passes over the same elements in the same order.
  template <typename Visit>
  void each_child(std::size_t index, Visit visit) {
    std::size_t next = index + 1;
    for (Markup& child : page_[index].markup->children) {
      const bool is_mapped = child.kind == Markup::Kind::Element && !shows_no_words(child);
      visit(child, is_mapped ? next : 0);
      if (is_mapped) next = page_[next].end;
    }
  }

  void look_for_parts(std::size_t index) {
    if (is_part(index)) {
      clean(index);
      parts_.push_back(std::move(*page_[index].markup));
      return;
    }
    if (!holds_part(index)) {
      return drop(*page_[index].markup,
                  page_[index].left_out.empty() ? kOutside : page_[index].left_out, parts_);
    }
    each_child(index, [this](Markup& child, std::size_t at) {
      if (at != 0) {
        look_for_parts(at);
      } else if (child.is_text()) {
        drop(child, kOutside, parts_);
      }
    });
  }

  bool is_part(std::size_t index) const {
    return std::binary_search(article_.parts.begin(), article_.parts.end(), index);
  }

  bool holds_part(std::size_t index) const {
    const auto next = std::lower_bound(article_.parts.begin(), article_.parts.end(), index);
    return next != article_.parts.end() && *next < page_[index].end;
  }

  void clean(std::size_t index) {
    MarkupList kept;
    each_child(index, [this, &kept](Markup& child, std::size_t at) {
      if (at != 0 && !page_[at].left_out.empty()) return drop(child, page_[at].left_out, kept);
      if (at != 0) clean(at);
      kept.push_back(std::move(child));
    });
    page_[index].markup->children = std::move(kept);
  }

  // Sets the node aside; what is wished to be kept of it goes to `kept`.
  void drop(Markup& node, std::string_view reason, MarkupList& kept) {
    MarkupList wished = take_kept(node, wishes_);
    std::move(wished.begin(), wished.end(), std::back_inserter(kept));
    std::string words = words_of(node);
    if (words.empty()) return;
    dropped_.push_back({Dropped{std::move(words), std::string(reason)}, {}, node.range});
  }

  PageMap& page_;
  const Article& article_;
  Wishes& wishes_;
  Blocks& dropped_;
  MarkupList parts_;
};

}  // namespace

MarkupList cut_article(PageMap& page, const Article& article, Wishes& wishes, Blocks& dropped) {
  return Cutter(page, article, wishes, dropped).cut();
}

}  // namespace garland::html
