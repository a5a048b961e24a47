// Tags in HTML text, found without building a tree: to keep what goes into gumbo within bounds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace garland {

struct HtmlTag {
  std::size_t begin_offset = 0;  // of "<"
  std::size_t end_offset = 0;    // after ">"
  std::string name;              // lower case
  bool is_end = false;           // "</name>"
  std::size_t word_count = 0;    // white space outside of quotation marks, in characters, plus one
};

// Goes from tag to tag. Comments, declarations and what stands in elements of raw text (script,
// style …) are stepped over.
class HtmlTagScanner {
 public:
  explicit HtmlTagScanner(std::string_view html) : html_(html) {}

  // The next tag, or false at the end.
  bool next(HtmlTag& tag);
  // The offset of a "<" that begins a tag or comment without an end; npos when there is none. Known
  // once next() has given false.
  std::size_t unfinished_offset() const { return unfinished_; }

 private:
  bool skip_comment();
  // "<!DOCTYPE …>", "<?xml …>".
  bool skip_markup(std::string_view opening);
  bool read_tag(HtmlTag& tag);
  void skip_raw_text(const HtmlTag& tag);

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t unfinished_ = std::string_view::npos;
};

// "br", "img": no end tag.
bool is_void_element(std::string_view name);
// "p", "li", "td": the end tag is often left out, and the element does not nest in itself directly.
bool has_optional_end(std::string_view name);
// "script", "textarea": tags inside are no tags.
bool holds_raw_text(std::string_view name);

// Elements in one another that gumbo, whose work and stack grow with depth, is given at most.
constexpr int kMaxHtmlDepth = 200;

// The tag of an element of raw text that begins in this HTML and does not end in it, if any.
std::optional<HtmlTag> unclosed_raw_text(std::string_view html);

// Leaves out the tags of elements nested deeper than kMaxHtmlDepth and the attributes of tags that
// have hundreds (gumbo compares each with all), shows unfinished tags and comments as text (all
// tags behind the 64th), and gives custom elements whose names begin as ours do another one
// (kOwnNames in readers/markup/markup.h). `depth` is that of the HTML before, and gets that after
// it.
std::string bounded_html(std::string_view html, int& depth);

// Numeric references with more digits than any character's are made the number after the last
// character, as long as they were: gumbo adds up digits in an int, and what comes of an overflow
// may be no UTF-8.
std::string bounded_references(std::string html);

}  // namespace garland
