#include "layout/galley/opening.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "book/opening.h"
#include "layout/galley/ink.h"
#include "layout/paragraph/word_breaks.h"

namespace garland {
namespace {

constexpr double kOpeningSpace = 0.03;      // em, of small capitals
constexpr std::size_t kEnoughLetters = 14;  // of words in small capitals
constexpr std::size_t kMostLetters = 26;
constexpr double kLettersAnEm = 0.8;  // so many at most for each em of the measure
constexpr double kGap = 0.16;         // em of the text, beside the letter
// How much of the white beside the letter's head the first line takes up (A, L), and at most of
// the letter's width.
constexpr double kTuck = 0.6;
constexpr double kMostTuck = 0.3;
constexpr double kLeastTuck = 0.3;  // em of the text
constexpr double kTailRoom = 0.7;   // em above a baseline where the next line has letters
constexpr int kWidestShare = 3;     // of the measure, as a divisor
constexpr int kTallestShare = 2;    // of the text block's height

bool is_alike(const TextSpan& a, const TextSpan& b) {
  return a.font == b.font && a.size == b.size && a.rise == b.rise && a.link == b.link &&
         a.structure == b.structure && a.language == b.language && a.features == b.features;
}

// Where the style of the text's beginning ends.
std::size_t uniform_end(const ParagraphText& text) {
  std::size_t end = 0;
  for (const TextSpan& span : text.spans) {
    if (!is_alike(span, text.spans.front())) break;
    end = span.end_offset;
  }
  return end;
}

// Cuts the span that goes on over an offset, so that one begins there.
void cut_spans(std::vector<TextSpan>& spans, std::size_t offset) {
  const auto found = std::find_if(spans.begin(), spans.end(), [offset](const TextSpan& span) {
    return span.begin_offset < offset && offset < span.end_offset;
  });
  if (found == spans.end()) return;
  TextSpan rest = *found;
  found->end_offset = rest.begin_offset = offset;
  spans.insert(found + 1, std::move(rest));
}

// Calls `change` with every span of a stretch of the text.
template <typename Change>
void change_spans(std::vector<TextSpan>& spans, std::size_t begin, std::size_t end, Change change) {
  cut_spans(spans, begin);
  cut_spans(spans, end);
  for (TextSpan& span : spans) {
    if (span.begin_offset >= begin && span.end_offset <= end) change(span);
  }
}

std::size_t word_end(std::string_view text, std::size_t begin, std::size_t limit) {
  return std::min(text.find_first_of(" \n", begin), limit);
}

bool is_word_of_capital_script(std::string_view word) {
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t c = next_code_point(word, offset);
    if (c == 0xFFFC || (is_letter(c) && !has_capitals(c))) return false;
  }
  return !is_address(word);
}

bool ends_phrase(std::string_view word) {
  constexpr std::u32string_view kEnds = U",.;:!?—–…";
  char32_t last = 0;
  for (std::size_t offset = 0; offset < word.size();) last = next_code_point(word, offset);
  return kEnds.find(last) != std::u32string_view::npos;
}

// The end of the words that open a text, which is in one style up to `limit`; 0 for none.
std::size_t opening_words_end(std::string_view text, std::size_t limit, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t begin = 0; begin < limit;) {
    const std::size_t next = word_end(text, begin, limit);
    const std::string_view word = text.substr(begin, next - begin);
    const std::size_t letters = count_code_points(text.substr(0, next));
    if (letters > most || !is_word_of_capital_script(word)) break;
    end = next;
    if (letters >= kEnoughLetters || ends_phrase(word)) break;
    begin = next + 1;
  }
  return end;
}

// The end of the words at the text's beginning, up to `limit`, that are written in capitals: they
// would stand among small ones. 0 where there is only a single letter.
std::size_t capitals_end(std::string_view text, std::size_t limit) {
  std::size_t end = 0;
  bool has_word = false;
  for (std::size_t begin = 0; begin < limit;) {
    const std::size_t next = word_end(text, begin, limit);
    std::size_t letters = 0;
    for (std::size_t offset = begin; offset < next;) {
      const char32_t c = next_code_point(text, offset);
      if (!is_letter(c)) continue;
      if (!is_upper(c)) return has_word ? end : 0;
      ++letters;
    }
    has_word = has_word || letters > 1;
    end = next;
    begin = next + 1;
  }
  return has_word ? end : 0;
}

std::size_t behind_first_letter(std::string_view text, std::size_t limit) {
  for (std::size_t offset = 0; offset < limit;) {
    if (is_letter(next_code_point(text, offset))) return offset;
  }
  return limit;
}

// Whether the span's face draws small letters differently as small capitals.
bool has_small_capitals(const TextSpan& span, FontLibrary& fonts) {
  const FaceId face = fonts.face(span.font);
  Features small = span.features;
  small.small_capitals = true;
  const auto shape = [&](const Features& features) {
    return fonts.shape(face, features, "x", "Latn", span.language, Direction::LeftToRight);
  };
  return shape(small) != shape(span.features);
}

// Sets the letter, and the marks before it, beside the lines of a paragraph.
class DropCapitalSetter {
 public:
  DropCapitalSetter(Setter& setter, BuiltText& built, const TextStyle& style, ParagraphShape& shape)
      : setter_(setter),
        fonts_(setter.fonts()),
        text_(built.paragraph),
        style_(style),
        shape_(shape),
        height_(static_cast<std::size_t>(setter.theme().drop_capital)) {}

  std::optional<DropCapital> take() {
    if (!has_room() || !find_letter() || !set_letter()) return std::nullopt;
    const Length gap = style_.size.scaled(kGap);
    const Length edge = ink_.right - ink_.left + gap;
    if (edge > shape_.measure / kWidestShare) return std::nullopt;
    DropCapital drop;
    drop.height = height_;
    Length left = -ink_.left;
    if (letter_.begin_offset > 0) left += place_marks(drop.items);
    shift(item_, left, leading() * (static_cast<int>(height_) - 1));
    drop.items.push_back(std::move(item_));
    make_word_whole(drop.items);
    const Length indent = left + ink_.right + gap;
    shape_.begin_offset = letter_.end_offset;
    shape_.first_indent = indent - tuck();
    shape_.next_indents.assign(lines_beside() - 1, indent);
    return drop;
  }

 private:
  Length leading() const { return style_.leading; }
  const TextSpan& first_span() const { return text_.spans.front(); }

  bool has_room() const {
    return height_ > 1 && shape_.direction == Direction::LeftToRight &&
           shape_.align != TextAlign::Center && shape_.align != TextAlign::Right &&
           leading() * static_cast<int>(height_) <= setter_.theme().text_height() / kTallestShare;
  }

  bool find_letter() {
    if (text_.spans.empty()) return false;
    const TextSpan& span = first_span();
    const bool is_plain = span.link < 0 && span.rise == Length() && span.structure != kArtifact &&
                          span.font.family == style_.family && span.size == style_.size &&
                          (span.font.weight == Weight::Bold) == style_.bold;
    if (!is_plain) return false;
    const auto letter = opening_letter(text_.text, span.language);
    if (!letter) return false;
    letter_ = *letter;
    return letter_.end_offset <= uniform_end();
  }

  // Where the letter's style ends; small capitals behind it are no other.
  std::size_t uniform_end() const {
    std::size_t end = 0;
    for (const TextSpan& span : text_.spans) {
      if (span.structure != first_span().structure || span.font != first_span().font) break;
      end = span.end_offset;
    }
    return end;
  }

  // The height of what stands beside the letter's head: capitals, or small ones.
  Length head_height() const {
    const auto beside =
        std::find_if(text_.spans.begin(), text_.spans.end(),
                     [&](const TextSpan& span) { return span.end_offset > letter_.end_offset; });
    const bool is_small = beside != text_.spans.end() && beside->features.small_capitals;
    TextSpan span = first_span();
    span.features.small_capitals = is_small;
    const auto lines = set(is_small ? "x" : "H", span);
    return lines.empty() ? Length() : ink_of(lines.front().items, fonts_).top;
  }

  std::vector<SetLine> set(std::string_view text, const TextSpan& span) const {
    ParagraphShape shape;
    shape.measure = setter_.theme().page.width;
    shape.align = TextAlign::Left;
    return set_paragraph(plain_paragraph(std::string(text), span), shape, fonts_, nullptr);
  }

  // The letter in the size in which it reaches from the last line's baseline to the first one's
  // head.
  bool set_letter() {
    TextSpan span = first_span();
    span.features.small_capitals = span.features.all_small_capitals = false;
    span.letter_spacing = Length();
    const FaceId face = fonts_.face(span.font);
    const FaceMetrics& metrics = fonts_.metrics(face);
    if (metrics.cap_height <= 0) return false;
    const Length target = leading() * (static_cast<int>(height_) - 1) + head_height();
    span.size = target * metrics.units_per_em / metrics.cap_height;
    auto lines = set(std::string_view(text_.text)
                         .substr(letter_.begin_offset, letter_.end_offset - letter_.begin_offset),
                     span);
    if (lines.size() != 1 || lines.front().items.size() != 1) return false;
    item_ = std::move(lines.front().items.front());
    const auto* run = std::get_if<GlyphRun>(&item_.content);
    if (run == nullptr || run->face != face) return false;
    ink_ = ink_of({item_}, fonts_);
    head_ = ink_of({item_}, fonts_, target - head_height());
    return ink_.right > ink_.left;
  }

  // The marks stand in the text's own size, out of the measure where marks may. Gives how far they
  // push the letter.
  Length place_marks(std::vector<PageItem>& items) {
    TextSpan span = first_span();
    span.letter_spacing = Length();
    auto lines = set(std::string_view(text_.text).substr(0, letter_.begin_offset), span);
    if (lines.empty()) return {};
    const Length width = lines.front().width;
    const Length x = shape_.may_hang ? -width : Length();
    for (PageItem& item : lines.front().items) {
      shift(item, x, Length());
      items.push_back(std::move(item));
    }
    return x + width;
  }

  Length tuck() const {
    const Length white = ink_.right - std::max(head_.right, ink_.left);
    const Length tuck = std::min(white.scaled(kTuck), (ink_.right - ink_.left).scaled(kMostTuck));
    // So little would look like a slip.
    return tuck < style_.size.scaled(kLeastTuck) ? Length() : tuck;
  }

  // A tail, as of Q, has a line of its own beside it.
  std::size_t lines_beside() const {
    const Length room = leading() - style_.size.scaled(kTailRoom);
    return -ink_.bottom > room ? height_ + 1 : height_;
  }

  void make_word_whole(std::vector<PageItem>& items) {
    const std::size_t end = word_end(text_.text, letter_.end_offset, uniform_end());
    std::string word;
    append_without_soft_hyphens(std::string_view(text_.text).substr(0, end), word);
    const StructureId node = setter_.add_node(StructureType::Span, first_span().structure);
    setter_.node(node).actual_text = std::move(word);
    // It is read before the notes and links of the text, whose nodes are made already.
    std::vector<StructureId>& siblings = setter_.node(first_span().structure).children;
    std::rotate(siblings.begin(), siblings.end() - 1, siblings.end());
    change_spans(text_.spans, 0, end, [node](TextSpan& span) { span.structure = node; });
    for (PageItem& item : items) {
      item.structure = node;
      // The line beside has the word whole: programs that go by places would take the letter, which
      // stands some lines high, for a line of its own.
      if (auto* run = std::get_if<GlyphRun>(&item.content)) run->is_silent = true;
    }
  }

  Setter& setter_;
  FontLibrary& fonts_;
  ParagraphText& text_;
  const TextStyle& style_;
  ParagraphShape& shape_;
  std::size_t height_;  // in lines
  OpeningLetter letter_;
  PageItem item_;  // the letter
  Ink ink_;
  Ink head_;  // of what stands beside the first line
};

}  // namespace

void open_with_small_capitals(BuiltText& built, const ParagraphShape& shape, FontLibrary& fonts) {
  ParagraphText& paragraph = built.paragraph;
  if (paragraph.spans.empty() || paragraph.spans.front().size <= Length()) return;
  const TextSpan& first = paragraph.spans.front();
  if (first.link >= 0 || first.rise != Length() || first.font.weight == Weight::Bold ||
      !has_small_capitals(first, fonts)) {
    return;
  }
  const double ems = shape.measure.points() / first.size.points();
  const std::size_t most = std::min(kMostLetters, static_cast<std::size_t>(ems * kLettersAnEm));
  const std::size_t end = opening_words_end(paragraph.text, uniform_end(paragraph), most);
  if (end == 0) return;
  const Length spacing = first.size.scaled(kOpeningSpace);
  change_spans(paragraph.spans, 0, end, [spacing](TextSpan& span) {
    span.features.small_capitals = true;
    span.letter_spacing = spacing;
    span.hyphenate = false;
  });
  const std::size_t capitals = capitals_end(paragraph.text, end);
  if (capitals == 0) return;
  change_spans(paragraph.spans, behind_first_letter(paragraph.text, capitals), capitals,
               [](TextSpan& span) { span.features.all_small_capitals = true; });
}

std::optional<DropCapital> take_drop_capital(Setter& setter, BuiltText& built,
                                             const TextStyle& style, ParagraphShape& shape) {
  return DropCapitalSetter(setter, built, style, shape).take();
}

}  // namespace garland
