// The table of contents: titles, authors, leaders and the numbers of the pages.
#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"
#include "layout/book/matter.h"
#include "layout/galley/blocks.h"
#include "layout/galley/inlines.h"
#include "layout/galley/labels.h"

namespace garland {
namespace {

constexpr double kLeaderGap = 0.5;    // em between title, leaders and number
constexpr double kLeaderStep = 0.75;  // em from dot to dot
constexpr int kFewestDots = 3;

PageItem text_item_at(const SetLine& line, Length left, Length baseline) {
  PageItem item = line.items.front();
  shift(item, left, baseline);
  return item;
}

// Places are counted from the side where the book's lines begin; mirrored() turns them to that of
// the page.
class ContentsSetter {
 public:
  ContentsSetter(Setter& setter, StructureId toc, const std::vector<ContentsLine>& lines)
      : setter_(setter), toc_(toc), width_(setter.page_frame().width) {
    is_mirrored_ = setter.page_frame().direction == Direction::RightToLeft;
    for (const ContentsLine& line : lines) {
      use_style_of(line);
      number_column_ = std::max(number_column_, number_of(line, kArtifact).width);
    }
  }

  void add(const ContentsLine& line) {
    setter_.set_element(line.anchor);
    entry_ = setter_.add_node(StructureType::TOCI, toc_);
    use_style_of(line);
    const Frame frame = setter_.page_frame();
    setter_.ask_space(style_.space_before);
    const Length indent = style_.left_indent;
    Frame column = frame;
    column.width = leaders_end() - indent;
    column.left = mirrored(indent, column.width);
    const std::size_t first = setter_.slabs().size();
    add_title(line, column);
    if (first == setter_.slabs().size()) return;
    for (std::size_t i = first + 1; i < setter_.slabs().size(); ++i) {
      setter_.slab(i).break_cost = kForbidden;
    }
    add_number(line);
    add_authors(line, column);
    setter_.ask_space(style_.space_after);
    if (line.is_part) setter_.keep_with_next();
  }

 private:
  // The left edge of what begins at `begin` and is so wide.
  Length mirrored(Length begin, Length width) const {
    return is_mirrored_ ? width_ - begin - width : begin;
  }

  void use_style_of(const ContentsLine& line) {
    role_ = line.is_part ? TextRole::ContentsPart : TextRole::ContentsEntry;
    style_ = setter_.style(role_, setter_.page_frame());
  }

  // Where the titles and the leaders end: beside the column of the numbers, which is as wide as the
  // widest of them.
  Length leaders_end() const {
    const TextStyle entry = setter_.style(TextRole::ContentsEntry, setter_.page_frame());
    return width_ - number_column_ - entry.size.scaled(kLeaderGap);
  }

  SetLine number_of(const ContentsLine& line, StructureId node) {
    TextSpan span = span_of(style_, setter_.page_frame().language, node);
    span.features.small_capitals = false;
    span.letter_spacing = Length();
    return one_line(line.folio, span);
  }

  // The title as a link, its words in the order of its own language. Titles of several lines hang,
  // but for those that run against the book's: these begin on the same side all the same.
  void add_title(const ContentsLine& line, const Frame& column) {
    Link link;
    link.target.kind = LinkTarget::Kind::Internal;
    link.target.work = line.anchor;
    link.inlines = line.title;
    const Inlines words{{std::move(link), {}, {}}};
    TextBlock text;
    text.inlines = &words;
    text.role = role_;
    text.structure = setter_.add_node(StructureType::Reference, entry_);
    Frame inner = column;
    if (!line.language.empty() && line.language != column.language) {
      inner.language = line.language;
      inner.direction = direction_of_language(line.language);
      setter_.node(text.structure).language = line.language;
      setter_.set_direction(text.structure, inner.direction);
    }
    if (inner.direction != column.direction) {
      inner.align = TextAlign::Right;
    } else {
      text.first_indent = -style_.size;
      inner = indented(setter_, inner, style_.size, Length());
    }
    link_ = setter_.link_count();
    setter_.add_text(text, inner);
  }

  void add_number(const ContentsLine& line) {
    const StructureId node = setter_.link(link_).structure;
    const SetLine number = number_of(line, node);
    if (number.items.empty()) return;
    Slab& slab = setter_.slab(setter_.slabs().size() - 1);
    const Length number_left = mirrored(width_ - number.width, number.width);
    if (!line.is_part) add_leaders(slab);
    slab.items.push_back(text_item_at(number, number_left, slab.baseline));
    slab.links.push_back({link_, {{number_left, Length()}, number.width, slab.height}});
  }

  // Dots on one grid for all lines, counted from where all leaders end.
  void add_leaders(Slab& slab) {
    const TextSpan span = span_of(style_, setter_.page_frame().language, kArtifact);
    const SetLine dot = one_line(".", span);
    if (dot.items.empty()) return;
    Length text_end;
    for (const PageItem& item : slab.items) text_end = std::max(text_end, end_of(item));
    const Length gap = style_.size.scaled(kLeaderGap);
    const Length step = style_.size.scaled(kLeaderStep);
    std::vector<PageItem> dots;
    for (Length x = leaders_end() - dot.width; x > text_end + gap; x -= step) {
      dots.push_back(text_item_at(dot, mirrored(x, dot.width), slab.baseline));
    }
    if (dots.size() < kFewestDots) return;
    slab.items.insert(slab.items.end(), dots.rbegin(), dots.rend());
  }

  Length end_of(const PageItem& item) const {
    const auto* run = std::get_if<GlyphRun>(&item.content);
    if (run == nullptr) return {};
    if (is_mirrored_) return width_ - run->origin.x;
    Length right = run->origin.x;
    for (const PlacedGlyph& glyph : run->glyphs.unpack()) right += glyph.advance;
    return right;
  }

  SetLine one_line(const std::string& words, const TextSpan& span) {
    ParagraphShape shape;
    shape.measure = setter_.theme().text_width();
    shape.align = TextAlign::Left;
    shape.hyphenate = false;
    auto lines = setter_.set_lines(plain_paragraph(words, span), shape);
    return lines.empty() ? SetLine{} : std::move(lines.front());
  }

  void add_authors(const ContentsLine& line, const Frame& column) {
    if (line.authors.empty()) return;
    const Inlines words = make_text(line.authors);
    TextBlock text;
    text.inlines = &words;
    text.role = TextRole::ContentsAuthor;
    text.structure = setter_.add_node(StructureType::P, entry_);
    setter_.keep_with_next();
    setter_.add_text(text, indented(setter_, column, style_.size, Length()));
  }

  Setter& setter_;
  StructureId toc_;
  StructureId entry_ = 0;
  TextRole role_ = TextRole::ContentsEntry;
  TextStyle style_;
  std::size_t link_ = 0;
  Length width_;              // of the text block
  bool is_mirrored_ = false;  // the book's lines begin at the right
  Length number_column_;
};

}  // namespace

Inlines bare_title(const Inlines& title) {
  const std::string words = collapse_spaces(plain_text(title));
  if (std::string cut = short_label(words); cut != words) return make_text(std::move(cut));
  Inlines bare;
  for (const Inline& node : title) {
    if (node.as<NoteReference>()) continue;
    if (node.as<LineBreak>()) {
      bare.push_back({SoftBreak{}, {}, node.range});
      continue;
    }
    Inline copy = node;
    copy.attributes.id.clear();
    if (Inlines* inner = children_of(copy)) *inner = bare_title(*inner);
    if (copy.as<Link>()) copy.content = Span{copy.as<Link>()->inlines};
    bare.push_back(std::move(copy));
  }
  return bare;
}

PageSet make_contents(const MatterContext& context, const std::vector<ContentsLine>& lines) {
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  const std::string title(context.anthology.words["contents"]);
  const Frame frame = setter.page_frame();
  setter.open_page();
  setter.ask_space(context.theme.title_sinkage);
  setter.add_anchor(kContentsAnchor);
  setter.add_outline(title, kContentsAnchor, 1);
  set_words(setter, make_text(title), TextRole::ContentsTitle, StructureType::H1, frame);
  setter.keep_with_next();
  ContentsSetter contents(setter, setter.add_node(StructureType::TOC, frame.parent), lines);
  for (const ContentsLine& line : lines) contents.add(line);
  context.missing.add(setter.take_missing());
  return make_pages(setter.take(), context.theme, kContentsAnchor, context.first);
}

}  // namespace garland
