#include "readers/plain_text/build.h"

#include <algorithm>
#include <string>
#include <utility>

#include "readers/plain_text/inlines.h"
#include "readers/plain_text/lists.h"
#include "readers/plain_text/tables.h"

namespace garland::plain {

namespace {

// Without the white space at its ends.
std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\f\v\n";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin));
}

class TreeBuilder {
 public:
  TreeBuilder(const std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
              const Dialect& dialect, int note_count, Document& document)
      : pieces_(pieces),
        lines_(lines),
        dialect_(dialect),
        note_count_(note_count),
        document_(document) {}

  void build() {
    for (at_ = 0; at_ < pieces_.size();) add_next();
    place_credits();
  }

 private:
  // Adds the block that begins at the current piece and moves past it.
  void add_next() {
    switch (pieces_[at_].kind) {
      case PieceKind::Metadata:
        ++at_;
        return;
      case PieceKind::Heading:
        add(Heading{pieces_[at_].level, words(pieces_[at_])}, 1);
        return;
      case PieceKind::ListItem:
      case PieceKind::ListContinuation:
        return add_lists();
      case PieceKind::Quotation:
        return add_quotation();
      case PieceKind::VerseLine:
        return add_verse();
      case PieceKind::PictureDescription:
        return add_figure();
      case PieceKind::Credit:
        return add_credit();
      case PieceKind::ReferencesHeading:
      case PieceKind::ReferenceEntry:
      case PieceKind::ReferenceAnnotation:
        return add_references();
      case PieceKind::AuthorNote:
        return add_author_note();
      case PieceKind::Note:
        return add_note();
      case PieceKind::ThematicBreak:
        add(ThematicBreak{}, 1);
        return;
      case PieceKind::Dropped:
        return add_dropped();
      case PieceKind::Code:
        add(CodeBlock{pieces_[at_].text, pieces_[at_].language}, 1);
        return;
      case PieceKind::Table:
        add(build_table(lines_, region_of(pieces_[at_]), dialect_), 1);
        return;
      case PieceKind::Paragraph:
      case PieceKind::QuotationSource:
        break;
    }
    add(Paragraph{words(pieces_[at_])}, 1);
  }

  static Region region_of(const Piece& piece) {
    return {Region::Kind::Table, piece.first_line, piece.last_line + 1, {}, false, 0};
  }
  Inlines words(const Piece& piece) const {
    return piece_inlines(piece, piece.body_offset(), lines_, note_count_);
  }
  SourceRange range(std::size_t first, std::size_t last) const {
    return range_of(lines_[pieces_[first].first_line], lines_[pieces_[last].last_line]);
  }
  Block paragraph(const Piece& piece) const {
    return {
        Paragraph{words(piece)}, {}, range_of(lines_[piece.first_line], lines_[piece.last_line])};
  }
  // A block made of `count` pieces from the current one on.
  void add(BlockContent content, std::size_t count) {
    document_.blocks.push_back({std::move(content), {}, range(at_, at_ + count - 1)});
    at_ += count;
  }
  // After the last piece of these kinds from the current one on.
  template <typename... Kinds>
  std::size_t end_of(Kinds... kinds) const {
    std::size_t end = at_;
    while (end < pieces_.size() && ((pieces_[end].kind == kinds) || ...)) ++end;
    return end;
  }

  void add_lists() {
    const std::size_t end = end_of(PieceKind::ListItem, PieceKind::ListContinuation);
    const auto make_block = [this](const Piece& piece) { return paragraph(piece); };
    Blocks lists = build_lists(pieces_, at_, end, lines_, make_block);
    std::move(lists.begin(), lists.end(), std::back_inserter(document_.blocks));
    at_ = end;
  }

  void add_quotation() {
    BlockQuotation quotation;
    const std::size_t end = end_of(PieceKind::Quotation);
    for (std::size_t i = at_; i < end; ++i) quotation.blocks.push_back(paragraph(pieces_[i]));
    std::size_t count = end - at_;
    if (end < pieces_.size() && pieces_[end].kind == PieceKind::QuotationSource) {
      quotation.attribution = words(pieces_[end]);
      ++count;
    }
    add(std::move(quotation), count);
  }

  void add_verse() {
    Verse verse;
    const std::size_t end = end_of(PieceKind::VerseLine);
    std::uint32_t edge = pieces_[at_].indent;
    for (std::size_t i = at_; i < end; ++i) edge = std::min(edge, pieces_[i].indent);
    for (std::size_t i = at_; i < end; ++i) {
      if (i == at_ || pieces_[i].blanks > 0) verse.stanzas.emplace_back();
      constexpr std::uint32_t kColumnsAnEm = 2;
      constexpr std::uint32_t kFarthest = 10;  // em
      const std::uint32_t indent = std::min((pieces_[i].indent - edge) / kColumnsAnEm, kFarthest);
      verse.stanzas.back().push_back({static_cast<int>(indent), words(pieces_[i])});
    }
    add(std::move(verse), end - at_);
  }

  void add_figure() {
    Figure figure;
    figure.caption.push_back(paragraph(pieces_[at_]));
    std::size_t count = 1;
    if (at_ + 1 < pieces_.size() && pieces_[at_ + 1].kind == PieceKind::Credit) {
      figure.credit = words(pieces_[at_ + 1]);
      count = 2;
    }
    add(std::move(figure), count);
    document_.blocks.back().attributes.classes.emplace_back("picture-description");
    figures_.push_back(document_.blocks.size() - 1);
  }

  // A credit away from a figure: see place_credits.
  void add_credit() {
    const std::size_t end = end_of(PieceKind::Credit);
    Division credits;
    credits.role = Division::Role::Credits;
    for (std::size_t i = at_; i < end; ++i) credits.blocks.push_back(paragraph(pieces_[i]));
    add(std::move(credits), end - at_);
    credits_.push_back(document_.blocks.size() - 1);
  }

  // The one credit of an article with one picture is that picture's, wherever it stands.
  void place_credits() {
    if (figures_.size() != 1 || credits_.size() != 1) return;
    auto* figure = document_.blocks[figures_.front()].as<Figure>();
    const auto* credits = document_.blocks[credits_.front()].as<Division>();
    if (!figure->credit.empty() || credits->blocks.size() != 1) return;
    figure->credit = credits->blocks.front().as<Paragraph>()->inlines;
    document_.blocks.erase(document_.blocks.begin() +
                           static_cast<std::ptrdiff_t>(credits_.front()));
  }

  void add_references() {
    Division division;
    division.role = Division::Role::References;
    const std::size_t first = at_;
    if (pieces_[at_].kind == PieceKind::ReferencesHeading) {
      division.blocks.push_back(
          {Heading{pieces_[at_].level, words(pieces_[at_])}, {}, range(at_, at_)});
      ++at_;
    }
    const std::size_t end = end_of(PieceKind::ReferenceEntry, PieceKind::ReferenceAnnotation);
    if (at_ < end) division.blocks.push_back(reference_list(at_, end));
    at_ = first;
    add(std::move(division), end - first);
  }

  // One item an entry: its first paragraph is the entry, the others annotate it.
  Block reference_list(std::size_t first, std::size_t last) const {
    List list;
    if (pieces_[first].mark.kind == Mark::Kind::Number && !pieces_[first].mark.is_letter) {
      list.kind = List::Kind::Ordered;
      list.start = pieces_[first].mark.number;
    }
    for (std::size_t i = first; i < last; ++i) {
      const bool is_entry = pieces_[i].kind == PieceKind::ReferenceEntry;
      if (is_entry || list.items.empty()) list.items.emplace_back();
      if (pieces_[i].blanks > 0 && i > first) list.is_tight = false;
      ListItem& item = list.items.back();
      item.blocks.push_back(paragraph(pieces_[i]));
      const SourceRange here = range(i, i);
      if (is_entry || !item.range.is_known()) item.range = here;
      item.range.end_line = here.end_line;
      item.range.end_column = here.end_column;
    }
    return {std::move(list), {}, range(first, last - 1)};
  }

  void add_author_note() {
    Division division;
    division.role = Division::Role::AuthorNote;
    const std::size_t end = end_of(PieceKind::AuthorNote);
    for (std::size_t i = at_; i < end; ++i) {
      const bool is_heading = i == at_ && end - at_ > 1 && !pieces_[i].measure.ends_sentence;
      division.blocks.push_back(is_heading ? Block{Heading{1, words(pieces_[i])}, {}, range(i, i)}
                                           : paragraph(pieces_[i]));
    }
    add(std::move(division), end - at_);
  }

  void add_note() {
    const Piece& piece = pieces_[at_];
    Note note;
    note.label = std::to_string(piece.note);
    std::size_t end = at_ + 1;  // behind its last paragraph
    while (end < pieces_.size() && pieces_[end].kind == PieceKind::Note && pieces_[end].note == 0) {
      ++end;
    }
    for (std::size_t i = at_; i < end; ++i) note.blocks.push_back(paragraph(pieces_[i]));
    note.range = range(at_, end - 1);
    document_.notes.push_back(std::move(note));
    at_ = end;
  }

  // Neighbours left out for one reason are one node, with their text as in the source.
  void add_dropped() {
    const std::string& reason = pieces_[at_].reason;
    std::size_t end = at_ + 1;
    while (end < pieces_.size() && pieces_[end].kind == PieceKind::Dropped &&
           pieces_[end].reason == reason) {
      ++end;
    }
    const std::string_view first = lines_[pieces_[at_].first_line].raw;
    const std::string_view last = lines_[pieces_[end - 1].last_line].raw;
    const auto size = static_cast<std::size_t>(last.data() + last.size() - first.data());
    add(Dropped{trimmed(std::string_view(first.data(), size)), reason}, end - at_);
  }

  const std::vector<Piece>& pieces_;
  const std::vector<TextLine>& lines_;
  const Dialect& dialect_;
  int note_count_;
  Document& document_;
  std::size_t at_ = 0;
  std::vector<std::size_t> figures_;  // indices of blocks
  std::vector<std::size_t> credits_;
};

}  // namespace

void build_tree(const std::vector<Piece>& pieces, const std::vector<TextLine>& lines,
                const Dialect& dialect, int note_count, Document& document) {
  TreeBuilder(pieces, lines, dialect, note_count, document).build();
}

}  // namespace garland::plain
