#include "document/text_forms.h"

#include <algorithm>

#include "document/walk.h"

namespace garland {

std::set<std::string> linked_ids(const Document& document) {
  std::set<std::string> ids;
  query(document, [&ids](const Inline& node) {
    const auto* link = node.as<Link>();
    if (link == nullptr) return;
    const LinkTarget& target = link->target;
    if (target.url.size() > 1 && target.url.front() == '#') ids.insert(target.url.substr(1));
  });
  return ids;
}

std::map<std::string, int> note_numbers(const Document& document) {
  std::map<std::string, int> numbers;
  int last = 0;
  for (const Note& note : document.notes) {
    if (note.number > 0) numbers.emplace(note.label, note.number);
    last = std::max(last, note.number);
  }
  std::set<std::string> labels;
  for (const Note& note : document.notes) labels.insert(note.label);
  query(document, [&](const Inline& node) {
    const auto* mark = node.as<NoteReference>();
    if (mark == nullptr || labels.count(mark->label) == 0) return;
    if (numbers.emplace(mark->label, last + 1).second) ++last;
  });
  for (const Note& note : document.notes) {
    if (numbers.emplace(note.label, last + 1).second) ++last;
  }
  return numbers;
}

std::vector<const Note*> notes_in_order(const Document& document,
                                        const std::map<std::string, int>& numbers) {
  std::vector<const Note*> notes;
  for (const Note& note : document.notes) notes.push_back(&note);
  std::stable_sort(notes.begin(), notes.end(), [&numbers](const Note* a, const Note* b) {
    return numbers.at(a->label) < numbers.at(b->label);
  });
  return notes;
}

std::string note_mark_id(const std::string& note, int n) {
  return n == 1 ? note + "-mark" : note + "-mark-" + std::to_string(n);
}

}  // namespace garland
