#include "layout/galley/inlines.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/quotation_marks.h"
#include "document/direction.h"
#include "document/math.h"
#include "layout/galley/addresses.h"
#include "layout/galley/glyph_forms.h"
#include "layout/galley/labels.h"
#include "layout/galley/pictures.h"

namespace garland {
namespace {

constexpr double kLetterspace = 0.04;      // em
constexpr double kRaisedSize = 0.64;       // of the text's size
constexpr double kSuperscriptRise = 0.36;  // em of the text
constexpr double kSubscriptDrop = 0.16;    // em
constexpr double kCodeSize = 0.86;         // mono faces look large beside the text's
constexpr double kRuleThickness = 0.05;    // em
constexpr double kStrikeHeight = 0.25;     // em above the baseline
constexpr double kUnderlineDepth = 0.14;   // em below it
constexpr std::string_view kObject = "\uFFFC";
constexpr std::string_view kIsolateLeft = "\u2066";  // Unicode annex 9, 2.4
constexpr std::string_view kIsolateRight = "\u2067";
constexpr std::string_view kEndIsolate = "\u2069";

// A formula in TeX as text; one that document/math does not know as it is written, slanted.
Inlines formula_inlines(const std::string& tex) {
  const Result<MathNode> formula = parse_math(tex);
  if (formula) return math_inlines(*formula);
  return {Inline{Emphasis{make_text(tex)}, {}, {}}};
}

// Builds the text of one paragraph. Each kind of inline has its own overload of `add`.
class Builder {
 public:
  Builder(Setter& setter, const TextStyle& style, const Frame& frame, StructureId structure)
      : setter_(setter),
        frame_(frame),
        uppercase_(style.uppercase),
        span_(span_of(style, frame.language, structure)),
        direction_(frame.direction) {}

  void add_all(const Inlines& inlines) {
    for (const Inline& node : inlines) {
      const TextSpan outer = span_;
      if (node.range.is_known()) built_.places.push_back({text().size(), node.range});
      if (!node.attributes.id.empty()) anchor(setter_.anchor_name(node.attributes.id));
      if (!node.attributes.language.empty()) change_language(node.attributes.language);
      add_isolated(node);
      span_ = outer;
    }
  }

  BuiltText take() { return std::move(built_); }

 private:
  // Words in another direction than those around are a piece of their own there, as HTML has it
  // (15.3.5): the points and figures beside them do not join them. Code runs from left to right.
  void add_isolated(const Inline& node) {
    const bool is_code = node.as<Code>() != nullptr;
    const Direction around = direction_;
    direction_ = direction_of(node.attributes, is_code ? Direction::LeftToRight : around);
    const bool is_isolate = direction_ != around;
    if (is_isolate) insert(direction_ == Direction::RightToLeft ? kIsolateRight : kIsolateLeft, 0);
    std::visit([this](const auto& content) { add(content); }, node.content);
    if (is_isolate) insert(kEndIsolate, 0);
    direction_ = around;
  }

  std::string& text() { return built_.paragraph.text; }

  void append(std::string_view words) {
    if (words.empty()) return;
    const std::size_t begin = text().size();
    if (uppercase_) {
      text() += to_upper(words, span_.language);
    } else {
      text() += words;
    }
    span_.begin_offset = begin;
    span_.end_offset = text().size();
    built_.paragraph.spans.push_back(span_);
  }

  // Text that is not the source's own words.
  void insert(std::string_view words, std::size_t word_length) {
    const std::size_t begin = text().size();
    append(words);
    built_.insertions.push_back({begin, text().size(), word_length});
  }

  void anchor(std::string name) {
    built_.paragraph.anchors.emplace_back(text().size(), std::move(name));
  }

  // Nothing is set yet: what the text holds is neither counted nor led to.
  bool is_measured() const { return span_.structure == kArtifact; }

  StructureId enter(StructureType type) {
    span_.structure = setter_.add_node(type, span_.structure);
    return span_.structure;
  }

  void change_language(const std::string& language) {
    if (language == span_.language) return;
    span_.language = language;
    if (is_measured()) return;
    setter_.node(enter(StructureType::Span)).language = language;
  }

  void enter_area(TextArea area) {
    if (span_.link >= 0) {
      const TextArea& outer = built_.areas.at(static_cast<std::size_t>(span_.link));
      if (area.link == kNoLink) area.link = outer.link;
      area.is_struck = area.is_struck || outer.is_struck;
      area.is_underlined = area.is_underlined || outer.is_underlined;
    }
    area.color = span_.color;
    area.size = span_.size;
    span_.link = static_cast<int>(built_.areas.size());
    built_.areas.push_back(area);
  }

  void raise(double share_of_em) {
    span_.rise += span_.size.scaled(share_of_em);
    span_.size = span_.size.scaled(kRaisedSize);
    span_.features.old_style_figures = false;
  }

  void add(const Text& node) {
    const std::string_view words = node.text;
    std::size_t done = 0;
    for (const TextStretch& fraction : find_fractions(words)) {
      append(words.substr(done, fraction.begin_offset - done));
      append_fraction(
          words.substr(fraction.begin_offset, fraction.end_offset - fraction.begin_offset));
      done = fraction.end_offset;
    }
    append(words.substr(done));
  }
  void append_fraction(std::string_view figures) {
    const Features outer = span_.features;
    if (has_fraction(span_, figures, setter_.fonts())) {
      span_.features.fractions = true;
      span_.features.old_style_figures = false;
    }
    append(figures);
    span_.features = outer;
  }

  // Above the line by the face's own superiors, where it has them for all of the words; in formulas
  // all is raised alike.
  void raise_words(std::string_view words) {
    if (is_in_formula_ || !has_superiors(span_, words, setter_.fonts())) {
      return raise(kSuperscriptRise);
    }
    span_.features.superiors = true;
    span_.features.old_style_figures = false;
  }

  void add(const SoftBreak&) { append(" "); }
  void add(const LineBreak&) { append("\n"); }
  void add(const Emphasis& node) {
    span_.font.slant =
        span_.font.slant == Slant::Italic ? Slant::Upright : Slant::Italic;  // as printers do
    add_all(node.inlines);
  }
  void add(const Strong& node) {
    span_.font.weight = Weight::Bold;
    add_all(node.inlines);
  }
  void add(const SmallCapitals& node) {
    span_.features.small_capitals = true;
    add_all(node.inlines);
  }
  void add(const Strike& node) {
    TextArea area;
    area.is_struck = true;
    enter_area(area);
    add_all(node.inlines);
  }
  void add(const Underline& node) {
    TextArea area;
    area.is_underlined = true;
    enter_area(area);
    add_all(node.inlines);
  }
  void add(const Superscript& node) {
    raise_words(plain_text(node.inlines));
    add_all(node.inlines);
  }
  void add(const Subscript& node) {
    raise(-kSubscriptDrop);
    add_all(node.inlines);
  }
  void add(const Quotation& node) {
    const QuotationMarks marks = quotation_marks(span_.language, quotation_depth_++);
    insert(marks.open, 0);
    add_all(node.inlines);
    insert(marks.close, 0);
    --quotation_depth_;
  }
  void add(const Code& node) {
    if (!is_measured()) enter(StructureType::Code);
    span_.font = {"mono", span_.font.weight, span_.font.slant};
    span_.features = {};
    span_.features.ligatures = false;
    span_.features.old_style_figures = false;
    span_.size = span_.size.scaled(kCodeSize);
    span_.hyphenate = false;
    span_.letter_spacing = Length();
    append(node.text);
  }
  void add(const Math& node) {
    if (!is_measured()) {
      setter_.node(enter(StructureType::Formula)).alternative = node.tex;
    }
    span_.font.slant = Slant::Upright;
    span_.features.ligatures = false;
    span_.features.old_style_figures = false;
    span_.features.small_capitals = false;
    span_.hyphenate = false;
    const std::size_t begin = text().size();
    is_in_formula_ = true;
    add_all(formula_inlines(node.tex));
    is_in_formula_ = false;
    built_.insertions.push_back({begin, text().size(), count_code_points(node.tex)});
  }
  void add(const Span& node) { add_all(node.inlines); }
  void add(const Citation& node) { add_all(node.rendered); }

  void add(const Link& node) {
    LinkGoal goal = goal_of(node);
    const bool leads_somewhere = !goal.url.empty() || !goal.anchor.empty();
    const TextSpan outer = span_;
    const std::string address = goal.url;
    const bool shows = !node.inlines.empty();
    if (leads_somewhere && shows && !is_measured()) enter_link(std::move(goal));
    const bool is_said = address.empty() || says_address(plain_text(node.inlines), address);
    // A hyphen would be taken for the address's own.
    if (!address.empty() && is_said) span_.hyphenate = false;
    add_all(node.inlines);
    span_ = outer;
    if (!is_said) print_address(address);
  }

  // An address that the words before it do not say, where it is to be printed.
  void print_address(const std::string& address) {
    const LinkAddresses place = setter_.note_marks.printed_links;
    if (place == LinkAddresses::None) return;
    if (place == LinkAddresses::Notes) {
      if (is_measured())
        return add_raised(std::to_string(setter_.note_marks.foresee_address(address)), "");
      return add_mark(setter_.note_marks.mark_address(address));
    }
    const std::size_t number = is_measured() ? setter_.note_marks.foresee_address(address)
                                             : setter_.note_marks.number_address(address);
    add_raised(fmt::format("[{}]", number), setter_.anchor_name(address_element(number)));
  }

  void enter_link(LinkGoal goal) {
    goal.structure = enter(StructureType::Link);
    TextArea area;
    area.link = setter_.add_link(std::move(goal));
    enter_area(area);
  }

  void add(const NoteReference& node) {
    if (is_measured()) return measure_mark(node);
    const FootnoteMark mark = setter_.note_marks.mark(node.label);
    if (mark.note == nullptr) return insert(node.label, 0);
    add_mark(mark);
  }

  void measure_mark(const NoteReference& node) {
    const auto number = setter_.note_marks.foresee(node.label);
    number ? add_raised(std::to_string(*number), "") : insert(node.label, 0);
  }

  void add_mark(const FootnoteMark& mark) {
    const std::string goal = setter_.note_anchor(*mark.note, mark.number);
    if (mark.is_first) {
      anchor(goal + "-mark");
      built_.paragraph.marks.emplace_back(text().size(), static_cast<int>(mark.index));
    }
    add_raised(std::to_string(mark.number), goal);
  }

  // A number that leads to what it stands for.
  void add_raised(const std::string& number, const std::string& goal) {
    if (!is_measured()) {
      enter(StructureType::Reference);
      enter_link({"", goal, number, kArtifact});
    }
    span_.font.slant = Slant::Upright;
    span_.features.small_capitals = false;
    raise_words(number);
    insert(number, 0);
  }

  void add(const Image& node) {
    const Picture* picture = setter_.anthology().find_picture(node.picture);
    if (picture == nullptr) {
      const std::string words = node.alternative.empty() ? node.target : node.alternative;
      return insert("[" + words + "]", count_code_points(node.alternative));
    }
    const PictureSize size = inline_size(setter_, *picture, node, span_.size, frame_);
    if (!is_measured()) {
      StructureNode& figure = setter_.node(enter(StructureType::Figure));
      figure.alternative = alternative_of(node, "");
      figure.has_box = true;
    }
    built_.paragraph.objects.push_back({text().size(), picture->id, size.width, size.height});
    insert(kObject, count_code_points(node.alternative));
  }

  Setter& setter_;
  const Frame& frame_;
  bool uppercase_;
  TextSpan span_;  // in force; offsets are set by append
  Direction direction_;
  BuiltText built_;
  int quotation_depth_ = 0;
  bool is_in_formula_ = false;
};

PageItem line_through(Rect area, Length size, Length above_baseline, Color color) {
  area.origin.y = -above_baseline;
  area.height = size.scaled(kRuleThickness);
  return rule_item(area, color);
}

}  // namespace

TextSpan span_of(const TextStyle& style, std::string_view language, StructureId structure) {
  TextSpan span;
  span.font = {style.family, style.bold ? Weight::Bold : Weight::Regular,
               style.italic ? Slant::Italic : Slant::Upright};
  span.features.small_capitals = style.small_capitals;
  span.features.old_style_figures = style.old_style_figures;
  span.features.tabular_figures = style.tabular_figures;
  span.features.ligatures = style.family != "mono";
  span.size = style.size;
  if (style.letterspaced) span.letter_spacing = style.size.scaled(kLetterspace);
  span.color = style.color;
  span.language = std::string(language);
  span.structure = structure;
  return span;
}

ParagraphText plain_paragraph(std::string text, const TextSpan& span) {
  ParagraphText paragraph;
  if (text.empty()) return paragraph;
  paragraph.spans.push_back(span);
  paragraph.spans.front().begin_offset = 0;
  paragraph.spans.front().end_offset = text.size();
  paragraph.text = std::move(text);
  return paragraph;
}

LinkGoal goal_of(const Link& link) {
  const LinkTarget& target = link.target;
  LinkGoal goal;
  if (target.kind == LinkTarget::Kind::External) goal.url = target.url;
  if (target.kind == LinkTarget::Kind::Internal) {
    goal.anchor = target.anchor.empty() ? target.work : target.work + "/" + target.anchor;
  }
  goal.contents = short_label(plain_text(link.inlines));
  if (goal.contents.empty()) goal.contents = goal.url.empty() ? goal.anchor : goal.url;
  return goal;
}

BuiltText build_text(Setter& setter, const Inlines& inlines, const TextStyle& style,
                     const Frame& frame, StructureId structure) {
  Builder builder(setter, style, frame, structure);
  builder.add_all(inlines);
  return builder.take();
}

void place_areas(const BuiltText& built, const SetLine& line, Length left, Slab& slab) {
  for (const LineLink& piece : line.links) {
    const TextArea& area = built.areas.at(static_cast<std::size_t>(piece.link));
    Rect rect = piece.rect;
    for (const auto& [is_drawn, height] : {std::pair(area.is_struck, kStrikeHeight),
                                           std::pair(area.is_underlined, -kUnderlineDepth)}) {
      if (!is_drawn) continue;
      PageItem item = line_through(rect, area.size, area.size.scaled(height), area.color);
      shift(item, left, slab.baseline);
      slab.items.push_back(std::move(item));
    }
    if (area.link == kNoLink) continue;
    rect.origin.x += left;
    rect.origin.y += slab.baseline;
    slab.links.push_back({area.link, rect});
  }
}

std::size_t WordCounter::words_before(std::size_t offset) {
  const std::string_view text = built_.paragraph.text;
  const auto& insertions = built_.insertions;
  while (offset_ < offset) {
    const bool has_next = next_insertion_ < insertions.size();
    const std::size_t stop =
        has_next ? std::min(offset, insertions[next_insertion_].begin_offset) : offset;
    words_ += count_code_points(text.substr(offset_, stop - offset_));
    offset_ = stop;
    if (!has_next || insertions[next_insertion_].begin_offset > offset_) continue;
    if (offset_ >= offset) break;
    words_ += insertions[next_insertion_].word_length;
    offset_ = std::max(offset_, insertions[next_insertion_].end_offset);
    ++next_insertion_;
  }
  return words_;
}

}  // namespace garland
