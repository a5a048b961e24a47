#include "readers/markdown/html_notes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/html_escape.h"
#include "readers/html/tags.h"

namespace garland {
namespace {

constexpr auto kVerbatim = std::to_array<std::string_view>({"code", "kbd", "pre", "samp", "tt"});

class HtmlNotes {
 public:
  explicit HtmlNotes(MarkdownNames& names) : names_(names) {}

  std::string resolve(std::string_view html) {
    std::string out;
    std::size_t at = 0;
    int verbatim_depth = 0;
    HtmlTagScanner scanner(html);
    for (HtmlTag tag; scanner.next(tag); at = tag.end_offset) {
      append(html.substr(at, tag.begin_offset - at), verbatim_depth > 0, out);
      out.append(html.substr(tag.begin_offset, tag.end_offset - tag.begin_offset));
      const bool is_verbatim = contains(kVerbatim, tag.name) || holds_raw_text(tag.name);
      if (is_verbatim) verbatim_depth += tag.is_end ? -1 : 1;
    }
    append(html.substr(at), verbatim_depth > 0, out);
    return out;
  }

 private:
  void append(std::string_view words, bool is_verbatim, std::string& out) {
    std::size_t at = 0;
    for (std::size_t open = words.find("[^"); open != words.npos && !is_verbatim;
         open = words.find("[^", open + 2)) {
      const std::size_t end = words.find_first_of("[] \n", open + 1);
      if (end == words.npos || words[end] != ']') continue;
      const auto label = names_.note_labels.find(fold_case(words.substr(open + 2, end - open - 2)));
      if (label == names_.note_labels.end()) continue;
      names_.marked_labels.insert(label->second);
      out.append(words.substr(at, open - at));
      out.append(
          fmt::format("<x-note-mark label=\"{}\"></x-note-mark>", escape_html(label->second)));
      at = end + 1;
    }
    out.append(words.substr(at));
  }

  MarkdownNames& names_;
};

}  // namespace

void resolve_notes_in_html(MarkupList& nodes, MarkdownNames& names) {
  if (names.note_labels.empty()) return;
  for (Markup& node : nodes) {
    if (node.kind == Markup::Kind::RawHtml && node.text.find("[^") != std::string::npos) {
      node.text = HtmlNotes(names).resolve(node.text);
    }
    resolve_notes_in_html(node.children, names);
  }
}

}  // namespace garland
