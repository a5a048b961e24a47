// Lines of Markdown before it is parsed: their prefixes, the containers they stand in, and which of
// them are verbatim (CommonMark: Container blocks, Fenced code blocks, HTML blocks).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace garland {

// Quotation marks and spaces before a line's own text.
std::string_view container_prefix(std::string_view line);

// Which marks make list items: CommonMark's, or Pandoc's as well ("(a)", "iv.", "#.").
enum class ListMarks { Numbers, NumbersAndLetters };

// Follows quotations, list items and verbatim blocks from line to line, as far as the lines alone
// tell. Constant memory; a line costs its own length.
class LineScanner {
 public:
  explicit LineScanner(ListMarks marks) : marks_(marks) {}

  // Whether this line belongs to fenced code, its fences included, or to raw HTML that a blank line
  // does not end (<pre>, <script>, <style>, comments and their like).
  bool is_verbatim(std::string_view line);

  // Bytes of the last line before the text of its innermost container.
  std::size_t content_offset() const { return content_offset_; }

 private:
  enum class Verbatim { None, Fence, Html };
  // A quotation where `width` is 0; otherwise an item whose text is indented by that many columns.
  struct Container {
    std::size_t width = 0;
  };
  struct Cursor;

  std::size_t match_containers(Cursor& cursor) const;
  bool open_containers(Cursor& cursor, std::size_t matched);
  std::size_t item_mark_bytes(std::string_view own, bool is_new_block) const;
  bool open_verbatim(const Cursor& cursor);
  bool opens_fence(std::string_view own);
  bool opens_html(std::string_view own);
  void continue_verbatim(const Cursor& cursor);
  bool closes_fence(const Cursor& cursor) const;

  ListMarks marks_;
  std::vector<Container> containers_;
  bool is_in_paragraph_ = false;  // the next line may go on lazily, outside of its containers
  Verbatim verbatim_ = Verbatim::None;
  char fence_sign_ = 0;
  std::size_t fence_length_ = 0;
  std::size_t html_kind_ = 0;
  std::size_t content_offset_ = 0;
};

}  // namespace garland
