#include "pdf/outline.h"

#include <fmt/format.h>

#include <algorithm>

namespace garland {
namespace {

// Indices into the entries counted from 1; 0 is the outline itself, and in the other fields none.
struct OutlineItem {
  int level = 0;
  std::size_t parent = 0, previous = 0, next = 0, first = 0, last = 0;
  std::size_t child_count = 0;
};

std::vector<OutlineItem> link_items(const std::vector<OutlineEntry>& entries) {
  std::vector<OutlineItem> items(entries.size() + 1);
  std::vector<std::size_t> open = {0};
  for (std::size_t i = 1; i < items.size(); ++i) {
    items[i].level = std::max(entries[i - 1].level, 1);
    while (items[open.back()].level >= items[i].level) open.pop_back();
    items[i].parent = open.back();
    OutlineItem& parent = items[items[i].parent];
    items[i].previous = parent.last;
    if (parent.last != 0) {
      items[parent.last].next = i;
    } else {
      parent.first = i;
    }
    parent.last = i;
    ++parent.child_count;
    open.push_back(i);
  }
  return items;
}

}  // namespace

ObjectId write_outline(HaruDocument& document, const std::vector<OutlineEntry>& entries) {
  const std::vector<OutlineItem> items = link_items(entries);
  std::vector<ObjectId> objects;
  objects.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) objects.push_back(document.reserve());
  const auto append = [&objects](std::string& out, std::string_view key, std::size_t item) {
    if (item != 0) out += fmt::format(" /{} {}", key, reference(objects[item]));
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    const OutlineItem& item = items[i];
    std::string out = "/Type /Outlines";
    if (i != 0) {
      const OutlineEntry& entry = entries[i - 1];
      out = fmt::format("/Title {} /Dest {} /Parent {}", text_string(entry.title),
                        byte_string(entry.anchor), reference(objects[item.parent]));
    }
    append(out, "Prev", item.previous);
    append(out, "Next", item.next);
    append(out, "First", item.first);
    append(out, "Last", item.last);
    // A count below zero: that many show when the reader opens the item.
    const std::string_view sign = i == 0 ? "" : "-";
    if (item.child_count > 0) out += fmt::format(" /Count {}{}", sign, item.child_count);
    document.set_entries(objects[i], std::move(out));
  }
  return objects.front();
}

}  // namespace garland
