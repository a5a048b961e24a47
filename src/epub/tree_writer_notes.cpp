#include "document/text_forms.h"
#include "epub/tree_writer_element.h"

namespace garland {

// <aside epub:type="footnote">: what reading systems show as a popup (EPUB 3.3, D.3.2). The number
// leads back to the first mark; arrows after the text lead to the others.
void TreeWriter::write_note(const NoteMarks::Entry& entry) {
  page_.open("aside", "note");
  write_id(entry.id);
  xml_.attribute("epub:type", "footnote");
  xml_.attribute("role", "doc-footnote");
  const Blocks& blocks = entry.note->blocks;
  const auto* first = blocks.empty() ? nullptr : blocks.front().as<Paragraph>();
  const std::size_t rest = first == nullptr ? 0 : 1;
  {
    const Element element(*this, "p", first == nullptr ? Attributes() : blocks.front().attributes);
    write_note_number(entry);
    if (first != nullptr) write_inlines(first->inlines);
    if (rest == blocks.size()) write_further_ways_back(entry);
  }
  for (std::size_t i = rest; i < blocks.size(); ++i) write_block(blocks[i]);
  if (rest < blocks.size() && entry.mark_count > 1) {
    page_.open("p");
    write_further_ways_back(entry);
    page_.close();
  }
  page_.close();
  xml_.line_end();
}

void TreeWriter::write_note_number(const NoteMarks::Entry& entry) {
  if (entry.mark_count > 0) {
    write_way_back(note_mark_id(entry.id, 1), entry.number);
  } else {
    xml_.text(entry.number);
  }
  xml_.text(" ");
}

void TreeWriter::write_further_ways_back(const NoteMarks::Entry& entry) {
  for (int n = 2; n <= entry.mark_count; ++n) {
    xml_.text(" ");
    write_way_back(note_mark_id(entry.id, n), "↩" + std::to_string(n));
  }
}

void TreeWriter::write_way_back(const std::string& mark_id, std::string_view text) {
  page_.open("a", "note-number");
  xml_.attribute("role", "doc-backlink");
  xml_.attribute("href", fragment(mark_id));
  xml_.attribute("title", plan_.anthology->words["back-to-text"]);
  xml_.text(text);
  page_.close();
}

}  // namespace garland
