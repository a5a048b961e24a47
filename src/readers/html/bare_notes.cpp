#include "readers/html/bare_notes.h"

#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::html {
namespace {

constexpr std::size_t kMostDigits = 3;
constexpr std::size_t kMostMarkNodes = 3;  // in a raised number: it may be set in a span

// The number that the element shows, raised: 0 where it is anything else.
std::size_t raised_number(const Markup& node) {
  if (!node.is("sup")) return 0;
  const Markup* inner = &node;
  for (std::size_t step = 0; step < kMostMarkNodes && inner->children.size() == 1; ++step) {
    inner = &inner->children.front();
    if (inner->is("a")) return 0;
  }
  const std::string_view text = trim(inner->text);
  if (text.empty() || text.size() > kMostDigits || text.front() == '0') return 0;
  std::size_t number = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return 0;
    number = 10 * number + static_cast<std::size_t>(c - '0');
  }
  return number;
}

// The number that a paragraph begins with; 0 where it shows nothing else.
std::size_t opening_number(const Markup& node) {
  if (!node.is("p")) return 0;
  const std::size_t first = next_shown(node.children);
  if (first + 1 >= node.children.size()) return 0;
  return raised_number(node.children[first]);
}

class BareNotes {
 public:
  void find(MarkupList& nodes) {
    for (Markup& node : nodes) look_at(node, false);
  }

  // Whether what was found counts from 1 and has its marks.
  bool are_sure() const {
    if (notes_.empty() || goes_on_) return false;
    for (std::size_t at = 0; at < notes_.size(); ++at) {
      const auto marks = marks_.find(at + 1);
      if (notes_[at].number != at + 1 || marks == marks_.end() || marks->second.size() != 1) {
        return false;
      }
    }
    return true;
  }

  void join(MarkupList& article, std::set<std::string, std::less<>>& labels) {
    MarkupList made;
    for (std::size_t at = 0; at < notes_.size(); ++at) {
      std::string label = "raised-" + std::to_string(at + 1);
      while (labels.count(label) != 0) label += "-";
      Markup& mark = *marks_.at(at + 1).front();
      mark.name = "x-note-mark";
      mark.children.clear();
      mark.set_attribute("label", label);
      Markup& paragraph = *notes_[at].paragraph;
      paragraph.children.erase(paragraph.children.begin() +
                               static_cast<std::ptrdiff_t>(next_shown(paragraph.children)));
      Markup note = Markup::element("x-note", paragraph.range);
      note.set_attribute("label", label);
      note.children.push_back(std::move(paragraph));
      paragraph = Markup::characters("");
      made.push_back(std::move(note));
      labels.insert(std::move(label));
    }
    std::move(made.begin(), made.end(), std::back_inserter(article));
  }

 private:
  struct Note {
    std::size_t number = 0;
    Markup* paragraph = nullptr;
  };

  void look_at(Markup& node, bool is_apart) {
    if (const std::size_t number = opening_number(node); number > 0) {
      goes_on_ = goes_on_ || (number == 1 && !notes_.empty());
      notes_.push_back({number, &node});
      return;
    }
    // Tables have notes of their own.
    is_apart =
        is_apart || node.is("table") || node.is("pre") || node.is("x-math") || node.is("x-note");
    for (std::size_t at = 0; at < node.children.size(); ++at) {
      Markup& child = node.children[at];
      const std::size_t number = raised_number(child);
      if (number > 0 && !is_apart && at > 0) {
        marks_[number].push_back(&child);
        goes_on_ = goes_on_ || !notes_.empty();
      }
      if (number == 0) look_at(child, is_apart);
    }
  }

  std::vector<Note> notes_;
  bool goes_on_ = false;  // raised numbers, or another row of notes, follow the notes
  std::map<std::size_t, std::vector<Markup*>> marks_;
};

}  // namespace

void join_bare_notes(MarkupList& article, std::set<std::string, std::less<>>& labels) {
  BareNotes notes;
  notes.find(article);
  if (notes.are_sure()) notes.join(article, labels);
}

}  // namespace garland::html
