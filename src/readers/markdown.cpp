#include "readers/markdown.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "readers/front_matter.h"
#include "readers/html_parse.h"
#include "readers/line_filter.h"
#include "readers/markdown_groups.h"
#include "readers/markdown_inlines.h"
#include "readers/markdown_parse.h"
#include "readers/markup_reader.h"

namespace garland {
namespace {

void collect_note_labels(const MarkupList& nodes, MarkdownNames& names) {
  for (const Markup& node : nodes) {
    if (node.is("x-note")) names.note_labels.emplace(node.attribute("label"));
    collect_note_labels(node.children, names);
  }
}

MarkdownNames names_of(const Document& document, const MarkupList& nodes) {
  MarkdownNames names;
  collect_note_labels(nodes, names);
  for (const ReferenceEntry& entry : document.references) names.reference_keys.insert(entry.key);
  names.any_key_is_known = !document.bibliography_files.empty();
  return names;
}

// Front matter that could not be read, as a paragraph with its lines.
Markup broken_front_matter(std::string_view text) {
  Markup paragraph = Markup::element("p", SourceRange::at(1, 1));
  std::uint32_t line = 1;
  for (std::size_t offset = 0; offset < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    if (line > 1) paragraph.children.push_back(Markup::element("br", SourceRange::at(line, 1)));
    paragraph.children.push_back(Markup::characters(std::string(text.substr(offset, end - offset)),
                                                    SourceRange::at(line, 1)));
    offset = end + 1;
  }
  paragraph.range.end_line = line;
  return paragraph;
}

std::size_t line_count(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// Blanks the lines that `drop:` names, so that all others keep their numbers, and hands them over.
std::string without_dropped_lines(std::string_view text, std::uint32_t line,
                                  const ReaderOptions& options, Blocks& dropped,
                                  Diagnostics& diagnostics) {
  if (options.drop.empty()) return std::string(text);
  const LineFilter filter(options.drop, diagnostics);
  std::string kept;
  for (std::size_t offset = 0; offset < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    const std::string_view words = text.substr(offset, end - offset);
    if (!trim(words).empty() && filter.matches(words)) {
      dropped.push_back(
          {Dropped{std::string(words), "named under `drop:`"}, {}, SourceRange::lines(line, line)});
    } else {
      kept += words;
    }
    kept += '\n';
    offset = end + 1;
  }
  return kept;
}

}  // namespace

Document read_markdown(std::string_view text, std::string_view path, const ReaderOptions& options,
                       Diagnostics& diagnostics) {
  Document document;
  document.path = path;
  document.format = "markdown";
  const FrontMatter front = split_front_matter(text, diagnostics);
  ReaderOptions reading = options;
  apply_front_matter(front.data, document, reading, diagnostics);

  const std::string_view broken = front.body.substr(0, front.broken_size);
  const auto body_line = front.body_line + static_cast<std::uint32_t>(line_count(broken));
  const bool has_references = options.has_bibliography || !document.references.empty() ||
                              !document.bibliography_files.empty();
  Blocks dropped;
  const std::string body = without_dropped_lines(front.body.substr(front.broken_size), body_line,
                                                 reading, dropped, diagnostics);
  MarkupList blocks = parse_markdown(
      body, body_line,
      has_references ? MarkdownExtras::WithCitations : MarkdownExtras::WithoutCitations,
      diagnostics);
  MarkdownNames names = names_of(document, blocks);
  resolve_inlines(blocks, names);
  keep_quoted_lines(blocks);
  group_blocks(blocks, diagnostics);
  if (!broken.empty()) blocks.insert(blocks.begin(), broken_front_matter(broken));

  MarkupOptions markup_options;
  markup_options.marked_notes = std::move(names.marked_labels);
  MarkupReader reader(document, diagnostics, std::move(markup_options));
  document.blocks = reader.read(nest_raw_html(std::move(blocks)));
  std::move(dropped.begin(), dropped.end(), std::back_inserter(document.blocks));
  return document;
}

}  // namespace garland
