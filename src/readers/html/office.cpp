#include "readers/html/office.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland::html {
namespace {

constexpr std::size_t kMostLevels = 9;

// An item of an exported list, or several of one level.
struct Piece {
  std::string_view list;  // which one, by the name that the exporter gave it
  std::size_t level = 0;
  bool is_ordered = false;
};

// The digit after the last such word, less `least`.
std::optional<std::size_t> level_after(std::string_view text, std::string_view word, char least) {
  const std::size_t at = text.find(word);
  if (at == std::string_view::npos || at + word.size() >= text.size()) return std::nullopt;
  const char digit = text[at + word.size()];
  if (digit < least || digit > '9') return std::nullopt;
  return std::min(static_cast<std::size_t>(digit - least), kMostLevels - 1);
}

bool is_ignored(const Markup& node) {
  std::string style(node.attribute("style"));
  std::erase(style, ' ');
  return style.find("mso-list:Ignore") != std::string::npos;
}

const Markup* find_mark(const Markup& node, int levels) {
  for (const Markup& child : node.children) {
    if (is_ignored(child)) return &child;
    const Markup* found = levels > 0 ? find_mark(child, levels - 1) : nullptr;
    if (found != nullptr) return found;
  }
  return nullptr;
}

void remove_mark(Markup& node, int levels) {
  std::erase_if(node.children, is_ignored);
  if (levels == 0) return;
  for (Markup& child : node.children) remove_mark(child, levels - 1);
}

constexpr int kMarkLevels = 4;  // elements around an item's mark

std::optional<Piece> word_piece(const Markup& node) {
  const std::string_view style = node.attribute("style");
  const std::size_t at = style.find("mso-list:");
  if (!node.is("p") || at == std::string_view::npos) return std::nullopt;
  std::string_view list = trim(style.substr(at + 9));
  const auto level = level_after(list, "level", '1');
  const Markup* mark = level ? find_mark(node, kMarkLevels) : nullptr;
  if (mark == nullptr) return std::nullopt;
  const std::string shown = text_of(*mark);
  const bool is_ordered = std::any_of(shown.begin(), shown.end(), is_ascii_digit) ||
                          shown.find('.') != std::string::npos ||
                          shown.find(')') != std::string::npos;
  return Piece{list.substr(0, list.find(' ')), *level, is_ordered};
}

std::optional<Piece> docs_piece(const Markup& node) {
  if (!node.is("ul") && !node.is("ol")) return std::nullopt;
  std::string_view name = node.attribute("class");
  const std::size_t at = name.find("lst-kix_");
  if (at == std::string_view::npos) return std::nullopt;
  name.remove_prefix(at);
  name = name.substr(0, name.find(' '));
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto level = level_after(name.substr(dash), "-", '0');
  if (!level) return std::nullopt;
  return Piece{name.substr(0, dash), *level, node.is("ol")};
}

std::optional<Piece> piece_of(const Markup& node) {
  if (auto piece = word_piece(node)) return piece;
  return docs_piece(node);
}

MarkupList items_of(Markup& node) {
  MarkupList items;
  if (node.is("p")) {
    remove_mark(node, kMarkLevels);
    Markup item = Markup::element("li", node.range);
    item.children = std::move(node.children);
    items.push_back(std::move(item));
  } else {
    for (Markup& child : node.children) {
      // What stands in a list beside its items belongs to the one before it.
      if (!child.is("li") && child.is_blank()) continue;
      if (!child.is("li") && items.empty()) items.push_back(Markup::element("li", child.range));
      MarkupList& place = child.is("li") ? items : items.back().children;
      place.push_back(std::move(child));
    }
  }
  return items;
}

// How the list counts, by the mark of its first item: "3.", "1.2", "b)", "ii.".
void set_count(const Markup& node, Markup& list) {
  if (node.has_attribute("start")) {
    list.set_attribute("start", std::string(node.attribute("start")));
  }
  const Markup* mark = node.is("p") ? find_mark(node, kMarkLevels) : nullptr;
  if (mark == nullptr) return;
  const std::string shown = text_of(*mark);
  const std::size_t last = shown.find_last_of("0123456789");
  if (last != std::string::npos) {
    const std::size_t before = shown.find_last_not_of("0123456789", last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    list.set_attribute("start", shown.substr(first, last + 1 - first));
    return;
  }
  for (const char* type : {"a", "A", "i", "I"}) {
    if (trim(shown).starts_with(type)) list.set_attribute("type", type);
  }
}

// Puts the pieces of one list into each other.
class ListBuilder {
 public:
  void add(const Piece& piece, Markup& node) {
    while (open_.size() > piece.level + 1 ||
           (open_.size() == piece.level + 1 && open_.back().is_ordered != piece.is_ordered)) {
      close();
    }
    while (open_.size() < piece.level + 1) {
      Markup list = Markup::element(piece.is_ordered ? "ol" : "ul", node.range);
      open_.push_back({std::move(list), piece.is_ordered});
      if (piece.is_ordered) set_count(node, open_.back().list);
    }
    for (Markup& item : items_of(node)) open_.back().list.children.push_back(std::move(item));
  }

  // All lists made so far, at the end of `out`.
  void finish(MarkupList& out) {
    while (!open_.empty()) close();
    std::move(done_.begin(), done_.end(), std::back_inserter(out));
    done_.clear();
  }

 private:
  struct Open {
    Markup list;
    bool is_ordered = false;
  };

  void close() {
    Markup list = std::move(open_.back().list);
    open_.pop_back();
    if (open_.empty()) {
      done_.push_back(std::move(list));
      return;
    }
    MarkupList& outer = open_.back().list.children;
    if (outer.empty()) {
      outer = std::move(list.children);
    } else {
      outer.back().children.push_back(std::move(list));
    }
  }

  std::vector<Open> open_;
  MarkupList done_;
};

}  // namespace

void join_lists(Markup& parent) {
  const auto is_piece = [](const Markup& node) { return piece_of(node).has_value(); };
  if (std::none_of(parent.children.begin(), parent.children.end(), is_piece)) return;
  MarkupList out;
  ListBuilder builder;
  std::string list;
  for (Markup& child : parent.children) {
    const std::optional<Piece> piece = piece_of(child);
    const bool goes_on = piece && (piece->list == list || piece->level > 0);
    if (!goes_on && !child.is_blank()) builder.finish(out);
    if (piece) {
      list = piece->list;
      builder.add(*piece, child);
    } else {
      out.push_back(std::move(child));
    }
  }
  builder.finish(out);
  parent.children = std::move(out);
}

}  // namespace garland::html
