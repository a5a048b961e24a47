#include "passes/notes.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <utility>

#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

void write_out(Inlines& list, const std::set<std::string>& labels, Document& document,
               Diagnostics& diagnostics) {
  bool changed = false;
  for (Inline& node : list) {
    const auto* mark = node.as<NoteReference>();
    if (mark == nullptr || labels.count(mark->label) != 0) continue;
    const std::string label = mark->label;
    diagnostics.warning("mark-without-note", node.range,
                        fmt::format("no note has the label \"{}\"", label),
                        fmt::format("write the note as [^{}]: text", label));
    document.inferences.push_back(
        {node.range, "note", fmt::format("the mark \"{}\" has no note and is text", label)});
    node.content = Text{fmt::format("[^{}]", label)};
    changed = true;
  }
  if (changed) merge_texts(list);
}

class NoteOrder {
 public:
  NoteOrder(Document& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics), notes_(std::move(document.notes)) {}

  void run() {
    for (std::size_t index = 0; index < notes_.size(); ++index) add_label(index);
    follow_marks(document_.blocks);
    move_unmarked_notes();
    document_.notes.clear();
    for (const std::size_t index : order_) {
      notes_[index].number = static_cast<int>(document_.notes.size()) + 1;
      document_.notes.push_back(std::move(notes_[index]));
    }
    write_out_lost_marks(document_, diagnostics_);
  }

 private:
  // Of two notes with one label the first has the marks; the other gets a label of its own.
  void add_label(std::size_t index) {
    std::string& label = notes_[index].label;
    if (index_of_.count(label) != 0) {
      diagnostics_.warning("duplicate-note", notes_[index].range,
                           fmt::format("two notes have the label \"{}\"", label),
                           "give each note a label of its own");
      std::string other = label;
      for (int number = 2; index_of_.count(other) != 0; ++number) {
        other = fmt::format("{}-{}", label, number);
      }
      label = other;
    }
    index_of_[label] = index;
  }

  // Appends the notes marked here, then those marked inside them, to the order.
  void follow_marks(const Blocks& blocks) {
    std::size_t next = order_.size();
    remember_marks(blocks);
    for (; next < order_.size(); ++next) remember_marks(notes_[order_[next]].blocks);
  }

  void remember_marks(const Blocks& blocks) {
    query(blocks, [this](const Inline& node) {
      const auto* mark = node.as<NoteReference>();
      if (mark == nullptr) return;
      const auto found = index_of_.find(mark->label);
      if (found == index_of_.end() || !placed_.insert(found->second).second) return;
      order_.push_back(found->second);
    });
  }

  // First those that no other note marks, so that the notes they mark stay notes; then what is
  // left, which are rings of notes that mark each other.
  void move_unmarked_notes() {
    const std::set<std::size_t> marked = marked_by_unplaced_notes();
    for (std::size_t index = 0; index < notes_.size(); ++index) {
      if (marked.count(index) == 0) move_to_body(index);
    }
    for (std::size_t index = 0; index < notes_.size(); ++index) move_to_body(index);
  }

  std::set<std::size_t> marked_by_unplaced_notes() const {
    std::set<std::size_t> marked;
    for (std::size_t index = 0; index < notes_.size(); ++index) {
      if (placed_.count(index) != 0) continue;
      query(notes_[index].blocks, [&](const Inline& node) {
        const auto* mark = node.as<NoteReference>();
        const auto found = mark == nullptr ? index_of_.end() : index_of_.find(mark->label);
        if (found != index_of_.end() && found->second != index) marked.insert(found->second);
      });
    }
    return marked;
  }

  void move_to_body(std::size_t index) {
    if (!placed_.insert(index).second) return;
    Note& note = notes_[index];
    index_of_.erase(note.label);
    const std::string what = fmt::format("no mark leads to the note \"{}\"", note.label);
    diagnostics_.warning("note-without-mark", note.range,
                         what + "; it is printed at the article's end",
                         fmt::format("put [^{}] where the note belongs", note.label));
    document_.inferences.push_back({note.range, "note", what});
    Block division{Division{}, {}, note.range};
    division.attributes.id = note.id;
    division.attributes.classes = {kUnmarkedNoteClass};
    division.as<Division>()->blocks = std::move(note.blocks);
    follow_marks(division.as<Division>()->blocks);
    if (!division.as<Division>()->blocks.empty()) document_.blocks.push_back(std::move(division));
  }

  Document& document_;
  Diagnostics& diagnostics_;
  std::vector<Note> notes_;                      // as the reader gave them
  std::map<std::string, std::size_t> index_of_;  // by label, of notes that are still notes
  std::set<std::size_t> placed_;                 // in the order or moved to the body
  std::vector<std::size_t> order_;               // of first marks
};

}  // namespace

void write_out_lost_marks(Document& document, Diagnostics& diagnostics) {
  std::set<std::string> labels;
  for (const Note& note : document.notes) labels.insert(note.label);
  walk(document, [&](Inlines& list) { write_out(list, labels, document, diagnostics); });
}

void number_notes(Document& document, Diagnostics& diagnostics) {
  NoteOrder(document, diagnostics).run();
}

}  // namespace garland
