// A page laid out flat: every element that shows something, in order of the source, with what it
// measures. Here the finding of the article begins; see html/article.h and html/leftovers.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/names.h"
#include "readers/markup/markup.h"

namespace garland::html {

struct PageElement {
  Markup* markup = nullptr;
  std::size_t parent = 0;  // the root is its own
  std::size_t end = 0;     // one past the last element inside
  PartSet parts;
  // Bytes of the words inside, white space not counted, whatever was left out.
  std::uint32_t letters = 0;
  std::uint32_t linked = 0;    // of these, within links
  std::uint32_t pictures = 0;  // images inside
  // Bytes of the words inside that read like an article's, without what was left out.
  std::uint32_t prose = 0;
  double value = 0;             // prose less links: how much it looks like an article
  std::uint32_t own_prose = 0;  // of words directly in this block
  double own_value = 0;
  std::string_view left_out;  // why it is no part of the article; empty when it may be

  double linked_share() const { return letters == 0 ? 0 : static_cast<double>(linked) / letters; }
};

class PageMap {
 public:
  // `root` must outlive this and keep its shape.
  explicit PageMap(Markup& root);

  std::size_t size() const { return elements_.size(); }
  PageElement& operator[](std::size_t index) { return elements_[index]; }
  const PageElement& operator[](std::size_t index) const { return elements_[index]; }

  // Whether the element is `outer` or inside it.
  bool is_within(std::size_t index, std::size_t outer) const {
    return index >= outer && index < elements_[outer].end;
  }
  // The element's children, in order.
  std::vector<std::size_t> children(std::size_t index) const;
  // Whether the element or one around it was left out. Cost: its depth.
  bool is_left_out(std::size_t index) const;
  // The words inside, spaces collapsed.
  std::string words(std::size_t index) const;

  // Adds up prose and value anew, passing over what was left out.
  void add_up();

 private:
  struct Run {  // words in a row in one block
    std::uint32_t letters = 0;
    std::uint32_t linked = 0;
    std::uint32_t stops = 0;  // punctuation of sentences
  };
  bool is_of_quotation(std::size_t parent) const;
  void walk(Markup& node, std::size_t parent, bool is_in_link);
  void read_text(std::string_view text, std::size_t owner, bool is_in_link);
  void end_run();

  std::vector<PageElement> elements_;
  Run run_;
  std::size_t block_ = 0;  // in which the run stands
};

// Elements that a PageMap passes over: they show no words of the page.
bool shows_no_words(const Markup& node);

}  // namespace garland::html
