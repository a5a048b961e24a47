#include "readers/html/note_leftovers.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/html/names.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

// White space and boxes of it. Elements of our own stand for words or record them.
bool shows_nothing(const Markup& node) {
  constexpr auto kShown = std::to_array<std::string_view>(
      {"audio", "canvas", "embed", "hr", "iframe", "img", "input", "object", "svg", "video"});
  if (node.kind != Markup::Kind::Element) return node.is_blank();
  if (contains(kShown, node.name) || node.name.starts_with(kOwnNames)) return false;
  return std::all_of(node.children.begin(), node.children.end(), shows_nothing);
}

bool may_have_held_notes(const Markup& node) {
  return node.is("ol") || node.is("ul") || node.is("dl") || node.is("section") || node.is("div");
}

bool is_notes_heading(const Markup& node) {
  if (!is_heading(node)) return false;
  const std::string words = collapse_spaces(text_of(node));
  return names_notes(words) || names_references(words);
}

// When the last node with words is a heading of notes, there is nothing under it.
void remove_notes_heading(MarkupList& nodes, Blocks& dropped) {
  const auto last = std::find_if_not(nodes.rbegin(), nodes.rend(), shows_nothing);
  if (last == nodes.rend()) return;
  const auto heading = last->is("hr") ? std::next(last) : last;
  if (heading == nodes.rend() || !is_notes_heading(*heading)) return;
  dropped.push_back({Dropped{words_of(*heading), "heading of the notes, which stand by themselves"},
                     {},
                     heading->range});
  nodes.erase(std::next(heading).base());
}

}  // namespace

void open_brackets(MarkupList& nodes) {
  const auto is_mark = [](const Markup& node) { return node.is("x-note-mark"); };
  for (std::size_t begin = 1; begin < nodes.size(); ++begin) {
    if (!is_mark(nodes[begin]) || !nodes[begin - 1].is_text()) continue;
    std::size_t end = begin + 1;
    while (end < nodes.size() &&
           (is_mark(nodes[end]) || (nodes[end].is_text() && trim(nodes[end].text) == ","))) {
      ++end;
    }
    std::string& before = nodes[begin - 1].text;
    const bool is_bracketed = end < nodes.size() && nodes[end].is_text() && before.ends_with('[') &&
                              nodes[end].text.starts_with(']');
    if (is_bracketed) {
      before.pop_back();
      nodes[end].text.erase(0, 1);
      for (std::size_t at = begin; at < end; ++at) {
        if (nodes[at].is_text()) nodes[at].text.clear();
      }
    }
    begin = end;
  }
}

bool holds_only_mark(const Markup& node) {
  bool any = false;
  for (const Markup& child : node.children) {
    if (child.is("x-note-mark")) any = true;
    if (child.kind == Markup::Kind::Element && !child.is("x-note-mark")) return false;
    if (child.is_text() && child.text.find_first_not_of(" \n[](),") != std::string::npos) {
      return false;
    }
  }
  return any;
}

void remove_number(Markup& note, std::string_view shown, NoteCount count) {
  const auto strip = [](std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \n\t[("), text.size());
    const std::size_t end = text.find_last_not_of(" \n\t]).:");
    return end == std::string_view::npos || end < begin ? std::string_view()
                                                        : text.substr(begin, end + 1 - begin);
  };
  const std::string_view number = strip(shown);
  for (auto child = note.children.begin(); child != note.children.end(); ++child) {
    if (child->is_blank()) continue;
    if (child->is("p")) return remove_number(*child, shown, count);
    const std::string words(trim(text_of(*child)));
    const std::size_t first = words.find_first_of(" \n\t");
    if (number.empty()) return;
    if (strip(words) == number) {
      note.children.erase(child);
    } else if (const std::string opening = words.substr(0, first);
               child->is_text() && strip(opening) == number &&
               !(count == NoteCount::ByList && opening == number)) {
      child->text = first == std::string::npos ? std::string() : words.substr(first + 1) + " ";
    }
    return;
  }
}

void remove_sign(Markup& note) {
  for (Markup& child : note.children) {
    if (child.is_blank()) continue;
    if (!child.is_text()) return;
    std::string_view text = child.text;
    if (text.starts_with('.')) text.remove_prefix(1);
    text.remove_prefix(std::min(text.find_first_not_of(" \n\t"), text.size()));
    for (const std::string_view sign : {"^", "↑", "["}) {
      if (text.starts_with(sign)) text.remove_prefix(sign.size());
    }
    child.text = std::string(text);
    return;
  }
}

void tidy_after_notes(MarkupList& nodes, Blocks& dropped) {
  for (Markup& node : nodes) tidy_after_notes(node.children, dropped);
  std::erase_if(
      nodes, [](const Markup& node) { return may_have_held_notes(node) && shows_nothing(node); });
  MarkupList kept;
  for (Markup& node : nodes) {
    if (is_heading(node)) remove_notes_heading(kept, dropped);
    kept.push_back(std::move(node));
  }
  remove_notes_heading(kept, dropped);
  nodes = std::move(kept);
}

}  // namespace garland::html
