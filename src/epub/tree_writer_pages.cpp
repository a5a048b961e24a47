#include "epub/tree_writer.h"

namespace garland {

void TreeWriter::write_text(std::string_view text) {
  for (;;) {
    const std::size_t before = page_marks_.next_in(text);
    if (before == std::string_view::npos) break;
    xml_.text(text.substr(0, before));
    page_marks_.count(text.substr(0, before));
    text.remove_prefix(before);
    write_page_mark(page_, page_marks_.take());
  }
  xml_.text(text);
  page_marks_.count(text);
}

void TreeWriter::pass_text(std::string_view text) {
  while (page_marks_.next_in(text) != std::string_view::npos) {
    write_page_mark(page_, page_marks_.take());
  }
  page_marks_.count(text);
}

void TreeWriter::write_due_page_marks() { garland::write_due_page_marks(page_, page_marks_); }

void TreeWriter::write_last_page_marks() {
  for (const std::string& folio : page_marks_.take_rest()) write_page_mark(page_, folio);
}

}  // namespace garland
