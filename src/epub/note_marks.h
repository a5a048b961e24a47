// The notes of one work and the marks that lead to them: numbers, identifiers, the way back.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/document.h"

namespace garland {

class NoteMarks {
 public:
  // Counts the marks of the document, which must outlive this.
  explicit NoteMarks(const Document& document);

  // A note and what is known of its marks.
  struct Entry {
    const Note* note = nullptr;
    std::string id;      // of the note's text
    std::string number;  // as printed: "3"
    int mark_count = 0;  // in the whole work
    int written = 0;     // of these, already written
  };

  bool empty() const { return entries_.empty(); }
  std::vector<Entry>& entries() { return entries_; }
  // The note of that label, or null.
  Entry* find(std::string_view label);

 private:
  std::vector<Entry> entries_;  // in the document's order
  std::unordered_map<std::string_view, std::size_t> by_label_;
};

}  // namespace garland
