#include "readers/html/notes.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/bare_notes.h"
#include "readers/html/names.h"
#include "readers/html/note_leftovers.h"
#include "readers/html/note_marks.h"

namespace garland::html {
namespace {

constexpr std::size_t kMostBackLinks = 60;

std::string_view fragment_of(const Markup& link) {
  const std::string_view address = link.attribute("href");
  if (!link.is("a") || address.size() < 2 || address[0] != '#') return {};
  return address.substr(1);
}

// A mark in the text and what it may be called in links back.
struct Mark {
  Markup* link = nullptr;
  std::size_t place = 0;  // in the order of elements
  std::vector<std::string> ids;
};

// A block that is the text of a note.
struct NoteText {
  Markup* block = nullptr;
  bool is_listed = false;  // in what the page calls its notes
};

// Where a block begins, in the order of elements, and to what its links lead.
struct BlockLinks {
  std::size_t begin = 0;
  bool has_heading = false;  // then it is a section, no note
  std::vector<std::string> targets;
};

class NoteFinder {
 public:
  explicit NoteFinder(Blocks& dropped) : dropped_(dropped) {}

  std::set<std::string, std::less<>> find(MarkupList& article) {
    open_note_lists(article);
    join_bare_notes(article, labels_);
    for (Markup& node : article) index(node, {});
    join();
    MarkupList notes;
    for (Markup& node : article) rewrite(node, notes);
    if (!labels_.empty()) tidy_after_notes(article, dropped_);
    std::move(notes.begin(), notes.end(), std::back_inserter(article));
    return std::move(labels_);
  }

 private:
  struct Around {
    Markup* block = nullptr;  // the smallest block that may be a note
    bool is_listed = false;
    std::vector<std::string> ids;  // of the inline elements around
  };

  static bool may_be_note(const Markup& node) {
    if (is_note_table(node)) return true;
    constexpr auto kNames =
        std::to_array<std::string_view>({"aside", "dd", "div", "li", "p", "tr"});
    return contains(kNames, node.name) || node.attribute("role") == "doc-footnote";
  }

  void index(Markup& node, Around around) {
    if (node.kind != Markup::Kind::Element) return;
    const PartSet parts = parts_of(node);
    around.is_listed = around.is_listed || parts.has(PagePart::Notes);
    const bool is_block = is_block_element(node.name);
    if (is_block) around.ids.clear();
    // A paragraph of a listed note belongs to its item.
    const bool is_in_item = around.block != nullptr && !node.is("li") &&
                            (around.block->is("li") || around.block->is("table"));
    const std::size_t place = place_++;
    const bool is_own_block = may_be_note(node) && !is_in_item;
    if (is_own_block) {
      around.block = &node;
      blocks_[&node].begin = place;
    }
    if (around.block != nullptr && is_heading(node)) blocks_[around.block].has_heading = true;
    const std::string id(node.attribute("id").empty() && node.is("a") ? node.attribute("name")
                                                                      : node.attribute("id"));
    if (!id.empty()) {
      around.ids.push_back(id);
      if (around.block != nullptr) texts_.try_emplace(id, NoteText{around.block, around.is_listed});
    }
    const std::string_view target = fragment_of(node);
    if (!target.empty()) {
      if (around.block != nullptr) blocks_[around.block].targets.emplace_back(target);
      if (is_mark_text(text_of(node))) marks_.push_back({&node, place, around.ids});
    }
    for (Markup& child : node.children) index(child, around);
  }

  // Believes the marks whose texts link back to them, or stand among the notes.
  void join() {
    for (const Mark& mark : marks_) {
      const auto text = texts_.find(fragment_of(*mark.link));
      if (text == texts_.end()) continue;
      const BlockLinks& block = blocks_.at(text->second.block);
      if (mark.place >= block.begin || block.has_heading) continue;  // notes follow their marks
      if (!text->second.is_listed && !links_back(block, mark)) continue;
      if (is_back_link(*mark.link)) continue;
      marked_[mark.link] = text->first;
      if (notes_.emplace(text->second.block, text->first).second) {
        shown_[text->first] = trim(text_of(*mark.link));
      }
    }
    // One block is one note, by the first label that leads to it.
    for (auto& [link, label] : marked_) {
      label = notes_.at(texts_.find(label)->second.block);
      labels_.insert(label);
    }
  }

  static bool links_back(const BlockLinks& block, const Mark& mark) {
    const auto count = static_cast<std::ptrdiff_t>(std::min(block.targets.size(), kMostBackLinks));
    const auto end = block.targets.begin() + count;
    return std::any_of(mark.ids.begin(), mark.ids.end(), [&](const std::string& id) {
      return std::find(block.targets.begin(), end, id) != end;
    });
  }

  static bool is_back_link(const Markup& link) {
    return link.attribute("role") == "doc-backlink" ||
           link.attribute("class").find("backref") != std::string_view::npos ||
           link.attribute("class").find("backlink") != std::string_view::npos;
  }

  void rewrite(Markup& node, MarkupList& notes) {
    MarkupList kept;
    kept.reserve(node.children.size());
    for (Markup& child : node.children) {
      if (opens_side_note(child)) continue;
      rewrite_child(child, kept, notes);
    }
    open_brackets(kept);
    node.children = std::move(kept);
  }

  void rewrite_child(Markup& child, MarkupList& kept, MarkupList& notes) {
    if (is_side_note(child)) {
      remove_side_numbers(child);
      rewrite(child, notes);
      child.name = "x-inline-note";
      kept.push_back(std::move(child));
      return;
    }
    const auto mark = marked_.find(&child);
    if (mark != marked_.end()) {
      Markup made = Markup::element("x-note-mark", child.range);
      made.set_attribute("label", mark->second);
      kept.push_back(std::move(made));
      return;
    }
    const auto note = notes_.find(&child);
    if (note != notes_.end()) {
      rewrite(child, notes);
      remove_back_links(child);
      remove_number(child, shown_[note->second],
                    child.is("li") ? NoteCount::ByList : NoteCount::Written);
      Markup made = Markup::element("x-note", child.range);
      made.set_attribute("label", note->second);
      made.children = std::move(child.children);
      notes.push_back(std::move(made));
      return;
    }
    rewrite(child, notes);
    const bool is_raised_mark = child.is("sup") && holds_only_mark(child);
    if (is_raised_mark) {
      for (Markup& inner : child.children) {
        if (inner.is("x-note-mark")) kept.push_back(std::move(inner));
      }
    } else {
      kept.push_back(std::move(child));
    }
  }

  // A link to a mark, or a short element around one.
  bool leads_back(const Markup& node) const {
    if (node.kind != Markup::Kind::Element) return false;
    if (is_back_link(node)) return true;
    const bool is_short = text_of(node).size() <= kLongestMark;
    const std::string_view target = fragment_of(node);
    if (!target.empty() && is_short && !texts_leads(target)) return true;
    const bool is_named = node.attribute("class").find("backlink") != std::string_view::npos;
    return (is_short || is_named) && !node.is("p") && holds_back_link(node);
  }

  // Takes out "↩" and "^ a b". Signs go only with a link that they stand beside: a note may begin
  // with ".NET" or "[sic]".
  void remove_back_links(Markup& node) {
    MarkupList kept;
    bool is_at_beginning = true;
    bool begins_with_link = false;
    for (Markup& child : node.children) {
      if (leads_back(child)) {
        begins_with_link = begins_with_link || is_at_beginning;
        continue;
      }
      is_at_beginning = is_at_beginning && shows_signs_alone(child);
      if (child.kind == Markup::Kind::Element) remove_back_links(child);
      kept.push_back(std::move(child));
    }
    node.children = std::move(kept);
    if (begins_with_link) remove_sign(node);
  }

  static bool shows_signs_alone(const Markup& node) {
    const std::string_view text = trim(node.text);
    return node.is_blank() || (node.is_text() && (text == "^" || text == "↑" || text == "["));
  }

  // Whether the address is that of another note.
  bool texts_leads(std::string_view target) const {
    const auto text = texts_.find(target);
    return text != texts_.end() && notes_.count(text->second.block) != 0;
  }

  static bool holds_back_link(const Markup& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const Markup& child) {
      return !fragment_of(child).empty() || is_back_link(child) || holds_back_link(child);
    });
  }

  Blocks& dropped_;
  std::map<std::string, NoteText, std::less<>> texts_;  // by identifier
  std::map<const Markup*, BlockLinks> blocks_;
  std::size_t place_ = 0;
  std::vector<Mark> marks_;
  std::map<const Markup*, std::string> marked_;
  std::map<const Markup*, std::string> notes_;
  std::map<std::string, std::string> shown_;  // by label: the first mark's text
  std::set<std::string, std::less<>> labels_;
};

}  // namespace

std::set<std::string, std::less<>> find_notes(MarkupList& article, Blocks& dropped) {
  return NoteFinder(dropped).find(article);
}

}  // namespace garland::html
