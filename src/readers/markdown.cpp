#include "readers/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "readers/front_matter/front_matter.h"
#include "readers/html/parse.h"
#include "readers/markdown/directives.h"
#include "readers/markdown/drawn_tables.h"
#include "readers/markdown/editor_marks.h"
#include "readers/markdown/franklin.h"
#include "readers/markdown/groups.h"
#include "readers/markdown/habits.h"
#include "readers/markdown/head.h"
#include "readers/markdown/html_notes.h"
#include "readers/markdown/inlines.h"
#include "readers/markdown/key_caps.h"
#include "readers/markdown/mdx.h"
#include "readers/markdown/parse.h"
#include "readers/markdown/program_lines.h"
#include "readers/markdown/spanned_tables.h"
#include "readers/markdown/tag_place.h"
#include "readers/markdown/tag_scan.h"
#include "readers/markup/markup_reader.h"
#include "readers/markup/tree_wishes.h"

namespace garland {
namespace {

// Notes whose labels differ in case alone get the first one's.
void collect_note_labels(MarkupList& nodes, MarkdownNames& names) {
  for (Markup& node : nodes) {
    if (node.is("x-note")) {
      const std::string label(node.attribute("label"));
      node.set_attribute("label", names.note_labels.emplace(fold_case(label), label).first->second);
    }
    collect_note_labels(node.children, names);
  }
}

void report_lost_marks(const MarkdownNames& names, Diagnostics& diagnostics) {
  for (const Markup& mark : names.lost_marks) {
    const std::string_view label = mark.attribute("label");
    diagnostics.warning("mark-without-note", mark.range,
                        fmt::format("no note has the label \"{}\"", label),
                        fmt::format("write the note as [^{}]: text", label));
  }
}

MarkdownNames names_of(const Document& document, MarkupList& nodes) {
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
std::string without_dropped_lines(std::string_view text, std::uint32_t line, Wishes& wishes,
                                  Blocks& dropped) {
  if (wishes.are_none()) return std::string(text);
  std::string kept;
  for (std::size_t offset = 0; offset < text.size(); ++line) {
    const std::size_t end = std::min(text.find('\n', offset), text.size());
    const std::string_view words = text.substr(offset, end - offset);
    const SourceRange place = SourceRange::lines(line, line);
    const std::string_view reason =
        trim(words).empty() ? std::string_view() : wishes.reason_to_go(words, place);
    if (!reason.empty()) {
      dropped.push_back({Dropped{std::string(words), std::string(reason)}, {}, place});
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
  Wishes wishes(reading, document.inferences, diagnostics);
  std::string body =
      without_dropped_lines(front.body.substr(front.broken_size), body_line, wishes, dropped);
  if (front.is_franklin) body = from_franklin(body);
  const bool is_myst = has_myst_forms(body);
  const bool is_component_text = is_mdx(path, body);
  if (is_component_text) body = without_component_indents(body);
  body = with_pipe_tables(body);
  std::vector<SiteTag> tags;
  MarkupList blocks = parse_markdown(
      hide_site_tags(body, body_line,
                     is_component_text ? MarkdownDialect::Mdx : MarkdownDialect::Markdown, tags),
      body_line, has_references ? MarkdownExtras::WithCitations : MarkdownExtras::WithoutCitations,
      diagnostics);
  read_directives(blocks, diagnostics);
  read_roles(blocks);
  MarkdownNames names = names_of(document, blocks);
  resolve_inlines(blocks, names);
  report_lost_marks(names, diagnostics);
  keep_quoted_lines(blocks);
  group_blocks(blocks, diagnostics);
  merge_covered_cells(blocks);
  read_program_lines(blocks, is_myst ? MystLines::AreSigns : MystLines::AreWords);
  read_key_caps(blocks);
  read_editor_marks(blocks);
  read_habits(blocks);
  resolve_notes_in_html(blocks, names);
  if (!broken.empty()) blocks.insert(blocks.begin(), broken_front_matter(broken));

  MarkupOptions markup_options;
  markup_options.marked_notes = std::move(names.marked_labels);
  MarkupReader reader(document, diagnostics, std::move(markup_options));
  mark_site_tags(blocks, tags);
  blocks = nest_raw_html(std::move(blocks));
  place_site_tags(blocks, {tags, front.data, reading.keep_all}, diagnostics);
  document.blocks = reader.read(std::move(blocks));
  apply_wishes(document.blocks, wishes);
  wishes.report_unused();
  read_markdown_head(document, wishes);
  if (auto abstract = abstract_of(front.data)) {
    document.blocks.insert(document.blocks.begin(), std::move(*abstract));
  }
  std::move(dropped.begin(), dropped.end(), std::back_inserter(document.blocks));
  return document;
}

}  // namespace garland
