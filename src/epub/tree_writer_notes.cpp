#include "epub/tree_writer_element.h"

namespace garland {

// <aside epub:type="footnote">: what reading systems show as a popup (EPUB 3.3, D.3.2). The number
// leads back to the first mark, an arrow to each further one.
void TreeWriter::write_note(const NoteMarks::Entry& entry) {
  page_.open("aside", "note");
  write_id(entry.id);
  xml_.attribute("epub:type", "footnote");
  xml_.attribute("role", "doc-footnote");
  const Blocks& blocks = entry.note->blocks;
  const auto* first = blocks.empty() ? nullptr : blocks.front().as<Paragraph>();
  {
    const Element element(*this, "p", first == nullptr ? Attributes() : blocks.front().attributes);
    write_back_links(entry);
    if (first != nullptr) write_inlines(first->inlines);
  }
  for (std::size_t i = first == nullptr ? 0 : 1; i < blocks.size(); ++i) write_block(blocks[i]);
  page_.close();
  xml_.line_end();
}

void TreeWriter::write_back_links(const NoteMarks::Entry& entry) {
  for (int n = 1; n <= entry.mark_count; ++n) {
    page_.open("a", "note-number");
    xml_.attribute("role", "doc-backlink");
    xml_.attribute("href", fragment(NoteMarks::mark_id(entry, n)));
    xml_.attribute("title", plan_.anthology->words["back-to-text"]);
    xml_.text(n == 1 ? entry.number : "↩" + std::to_string(n));
    page_.close();
    xml_.text(" ");
  }
  if (entry.mark_count == 0) xml_.text(entry.number + " ");
}

}  // namespace garland
