#include "readers/markdown/title.h"

#include <string>
#include <utility>

#include "document/marked_text.h"
#include "document/walk.h"
#include "readers/html/parse.h"
#include "readers/markdown/inlines.h"
#include "readers/markdown/parse.h"
#include "readers/markup/markup_reader.h"

namespace garland {
namespace {

// Longer texts are no titles: see marked_text.cpp.
constexpr std::size_t kLongestTitle = 4'000;

// Stands before the text, so that it begins no block. An escaped sign of punctuation lets emphasis
// begin behind it as at a line's head.
constexpr std::string_view kGuard = "\\&";

void flatten(Inlines& inlines, SourceRange range) {
  walk(inlines, [range](Inline& node) {
    node.range = range;
    if (auto* link = node.as<Link>()) {
      Inlines words = std::move(link->inlines);
      node.content = Span{std::move(words)};
    } else if (auto* image = node.as<Image>()) {
      std::string words = image->alternative.empty() ? image->target : image->alternative;
      node.content = Text{std::move(words)};
    } else if (is_line_break(node)) {
      node.content = Text{" "};
    }
  });
}

// A link's words need no node of their own.
void unwrap_bare_spans(Inlines& inlines) {
  walk(inlines, [](Inlines& list) {
    Inlines out;
    for (Inline& node : list) {
      Span* span = node.as<Span>();
      if (span == nullptr || !node.attributes.empty()) {
        out.push_back(std::move(node));
        continue;
      }
      for (Inline& inner : span->inlines) out.push_back(std::move(inner));
    }
    list = std::move(out);
  });
}

void merge_texts(Inlines& inlines) {
  walk(inlines, [](Inlines& list) {
    Inlines out;
    for (Inline& node : list) {
      Text* before = out.empty() ? nullptr : out.back().as<Text>();
      Text* text = node.as<Text>();
      if (before != nullptr && text != nullptr) {
        before->text += text->text;
      } else {
        out.push_back(std::move(node));
      }
    }
    list = std::move(out);
  });
}

// The guard's sign is the first character of the first text.
bool remove_guard(Inlines& inlines) {
  Text* first = inlines.empty() ? nullptr : inlines.front().as<Text>();
  if (first == nullptr || !first->text.starts_with('&')) return false;
  first->text.erase(0, 1);
  if (first->text.empty()) inlines.erase(inlines.begin());
  return true;
}

}  // namespace

Inlines inlines_from_markdown(std::string_view text, SourceRange range) {
  const auto as_marked = [&] { return inlines_from_marked_text(text, range); };
  if (text.size() > kLongestTitle || text.find('\n') != std::string_view::npos) return as_marked();
  Diagnostics unheard;  // a title has no place but its entry's
  MarkupList nodes = parse_markdown(std::string(kGuard).append(text), 1,
                                    MarkdownExtras::WithoutCitations, unheard);
  MarkdownNames names;
  resolve_inlines(nodes, names);
  Document scratch;
  Blocks blocks = MarkupReader(scratch, unheard, {}).read(nest_raw_html(std::move(nodes)));
  Paragraph* paragraph = blocks.size() == 1 ? blocks.front().as<Paragraph>() : nullptr;
  if (paragraph == nullptr || !scratch.notes.empty()) return as_marked();
  Inlines inlines = std::move(paragraph->inlines);
  if (!remove_guard(inlines)) return as_marked();
  flatten(inlines, range);
  unwrap_bare_spans(inlines);
  merge_texts(inlines);
  tidy_inlines(inlines);
  return inlines.empty() ? as_marked() : inlines;
}

}  // namespace garland
