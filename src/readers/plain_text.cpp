#include "readers/plain_text.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

#include "readers/front_matter/front_matter.h"
#include "readers/plain_text/bare_lists.h"
#include "readers/plain_text/build.h"
#include "readers/plain_text/clean.h"
#include "readers/plain_text/code.h"
#include "readers/plain_text/dialect.h"
#include "readers/plain_text/head.h"
#include "readers/plain_text/heading_marks.h"
#include "readers/plain_text/headings.h"
#include "readers/plain_text/layout.h"
#include "readers/plain_text/leftovers.h"
#include "readers/plain_text/lines.h"
#include "readers/plain_text/lists.h"
#include "readers/plain_text/notes.h"
#include "readers/plain_text/pieces.h"
#include "readers/plain_text/references.h"
#include "readers/plain_text/set_apart.h"
#include "readers/plain_text/tables.h"
#include "readers/plain_text/told_head.h"
#include "readers/plain_text/verse.h"
#include "readers/plain_text/wishes.h"
#include "readers/wishes/wishes.h"

namespace garland {

namespace {

// Finds the lines that are no running text, and marks them.
std::vector<plain::Region> find_regions(std::vector<plain::TextLine>& lines,
                                        const plain::Dialect& dialect,
                                        std::vector<Inference>& inferences) {
  const auto mark = [&lines](const std::vector<plain::Region>& regions) {
    for (const plain::Region& region : regions) {
      for (std::size_t i = region.first; i < region.last; ++i) lines[i].is_in_region = true;
    }
  };
  std::vector<plain::Region> code = plain::find_code(lines, dialect, inferences);
  mark(code);
  std::vector<plain::Region> tables = plain::find_tables(lines, inferences);
  mark(tables);
  std::vector<plain::Region> regions;
  std::merge(code.begin(), code.end(), tables.begin(), tables.end(), std::back_inserter(regions),
             [](const plain::Region& left, const plain::Region& right) {
               return left.first < right.first;
             });
  return regions;
}

// Says what each piece is, from the outside in. Gives the number of notes.
int classify(std::vector<plain::Piece>& pieces, const std::vector<plain::TextLine>& lines,
             const plain::CutContext& context, const ReaderOptions& options, Document& document,
             Diagnostics& diagnostics) {
  const plain::Layout& layout = context.layout;
  std::vector<Inference>& inferences = document.inferences;
  plain::find_separators(pieces);
  plain::find_told_headings(pieces, context, lines, inferences);
  const plain::ArticleBounds bounds =
      plain::find_leftovers(pieces, lines, options, inferences, diagnostics);
  plain::find_head(pieces, bounds, {lines, layout, options, document});
  plain::restore_kept(pieces);
  plain::find_references(pieces, lines, inferences);
  const int note_count = plain::find_notes(pieces, lines, inferences);
  plain::find_lists(pieces, inferences, lines);
  const plain::SetApartContext set_apart{lines, layout, inferences};
  plain::find_introduced_lists(pieces, layout, lines, inferences);
  plain::find_verse(pieces, set_apart);
  plain::find_bare_lists(pieces, context, lines, inferences);
  plain::find_quotations(pieces, set_apart);
  plain::find_credits(pieces, set_apart);
  plain::find_author_note(pieces, document, lines, inferences);
  if (options.infer_headings) plain::find_headings(pieces, lines, context, inferences);
  return note_count;
}

}  // namespace

Document read_plain_text(std::string_view text, std::string_view path, const ReaderOptions& options,
                         Diagnostics& diagnostics) {
  Document document;
  document.path = path;
  document.format = "plain text";
  ReaderOptions reading = options;
  const FrontMatter front_matter = split_front_matter(text, diagnostics);
  apply_front_matter(front_matter.data, document, reading, diagnostics);
  Wishes wishes(reading, document.inferences, diagnostics);

  std::vector<plain::TextLine> lines =
      plain::split_lines(front_matter.body, front_matter.body_line);
  plain::mark_wished_lines(lines, wishes);
  const bool is_message = plain::has_message_head(lines);
  if (plain::take_told_head(lines, reading, document)) reading.keep_boilerplate = true;
  const plain::Dialect dialect = plain::judge_dialect(lines);
  plain::LineStore store;
  if (!reading.keep_all) plain::clean_lines(lines, dialect, store, document.inferences);
  const std::vector<plain::Region> regions = find_regions(lines, dialect, document.inferences);
  const plain::Layout layout =
      plain::measure_layout(lines, dialect.renderer != plain::Renderer::Unknown ||
                                       (is_message && plain::fits_message_page(lines)));
  const plain::CutContext context{layout, dialect, regions};
  std::vector<plain::Piece> pieces = plain::cut_pieces(lines, context);
  plain::apply_wishes(pieces, lines, wishes);
  wishes.report_unused();
  const int note_count = classify(pieces, lines, context, reading, document, diagnostics);
  plain::build_tree(pieces, lines, dialect, note_count, document);
  std::stable_sort(document.inferences.begin(), document.inferences.end(),
                   [](const Inference& left, const Inference& right) {
                     return left.range.begin_line < right.range.begin_line;
                   });
  return document;
}

}  // namespace garland
