#include "references/entry_writer.h"

#include <iterator>
#include <utility>

#include "references/rich_text.h"

namespace garland {

void EntryWriter::sentence() {
  if (empty()) return;
  text(has_stop() ? " " : ". ");
}

void EntryWriter::text(std::string_view text) {
  append_text(inlines_, text);
  plain_ += text;
}

void EntryWriter::rich(std::string_view text) { add(inlines_from_rich_text(text)); }

void EntryWriter::italic(std::string_view text) {
  Inlines title = inlines_from_rich_text(text);
  if (title.empty()) return;
  Inline node;
  node.content = Emphasis{std::move(title)};
  add({std::move(node)});
}

void EntryWriter::quoted(std::string_view title) {
  text("“");
  rich(title);
  text(has_stop() ? "”" : ".”");
}

void EntryWriter::address(std::string_view url) {
  Inline node;
  node.content =
      Link{{LinkTarget::Kind::External, std::string(url), "", ""}, "", make_text(std::string(url))};
  add({std::move(node)});
}

Inlines EntryWriter::finish() {
  if (!empty() && !has_stop()) text(".");
  return std::move(inlines_);
}

// A stop inside a closing quotation mark counts.
bool EntryWriter::has_stop() const {
  std::string_view end = plain_;
  for (const std::string_view mark : {"”", "’"}) {
    if (end.ends_with(mark)) end.remove_suffix(mark.size());
  }
  return end.ends_with('.') || end.ends_with('?') || end.ends_with('!') || end.ends_with("…");
}

void EntryWriter::add(Inlines inlines) {
  plain_ += plain_text(inlines);
  std::move(inlines.begin(), inlines.end(), std::back_inserter(inlines_));
}

}  // namespace garland
