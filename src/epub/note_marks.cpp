#include "epub/note_marks.h"

#include "document/walk.h"

namespace garland {

NoteMarks::NoteMarks(const Document& document) {
  entries_.reserve(document.notes.size());
  for (const Note& note : document.notes) {
    const std::size_t place = entries_.size() + 1;
    const std::string number =
        std::to_string(note.number > 0 ? static_cast<std::size_t>(note.number) : place);
    by_label_.emplace(note.label, entries_.size());
    entries_.push_back({&note, note.id.empty() ? "note-" + number : note.id, number, 0, 0});
  }
  if (entries_.empty()) return;
  query(document, [this](const Inline& node) {
    const auto* mark = node.as<NoteReference>();
    if (mark == nullptr) return;
    if (Entry* entry = find(mark->label)) ++entry->mark_count;
  });
}

NoteMarks::Entry* NoteMarks::find(std::string_view label) {
  const auto found = by_label_.find(label);
  return found == by_label_.end() ? nullptr : &entries_[found->second];
}

}  // namespace garland
