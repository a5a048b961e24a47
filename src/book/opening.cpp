#include "book/opening.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/unicode.h"

namespace garland {
namespace {

constexpr std::size_t kMostMarks = 4;  // before the first letter, spaces among them

bool is_opening_mark(char32_t c) {
  constexpr std::u32string_view kMarks = U"\"'“‘„‚«‹»›¿¡([";
  return kMarks.find(c) != std::u32string_view::npos;
}

// French sets a space behind its marks.
bool is_space_of_marks(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x202F; }

// What may follow a letter that stands apart: the rest of its word, or the end of a word that is
// this letter alone. Not what makes a label or an initial of it.
bool may_follow(char32_t c) {
  return is_letter(c) || is_space_of_marks(c) || c == U'’' || c == U'\'' || c == U',' || c == U'-';
}

std::size_t skip_marks(std::string_view text) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < kMostMarks && offset < text.size(); ++i) {
    std::size_t next = offset;
    const char32_t c = next_code_point(text, next);
    if (!is_opening_mark(c) && (offset == 0 || !is_space_of_marks(c))) break;
    offset = next;
  }
  return offset;
}

std::size_t skip_combining_marks(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_mark(next_code_point(text, next))) break;
    offset = next;
  }
  return offset;
}

bool is_dutch_ij(std::string_view text, std::string_view language) {
  const bool is_dutch = language == "nl" || language.starts_with("nl-");
  return is_dutch && text.starts_with("IJ");
}

// Pictures, and the white between them.
bool shows_pictures_only(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(), [](const Inline& node) {
    if (node.as<Image>() != nullptr || is_line_break(node)) return true;
    if (const auto* text = node.as<Text>()) return trim(text->text).empty();
    const Inlines* children = children_of(node);
    return children != nullptr && shows_pictures_only(*children);
  });
}

bool stands_before_text(const Block& block) {
  if (block.as<Heading>() != nullptr || block.as<Figure>() != nullptr ||
      block.as<Dropped>() != nullptr) {
    return true;
  }
  if (const auto* paragraph = block.as<Paragraph>()) {
    return shows_pictures_only(paragraph->inlines);
  }
  const auto* division = block.as<Division>();
  return division != nullptr && (division->role == Division::Role::Epigraph ||
                                 division->role == Division::Role::Dedication ||
                                 division->role == Division::Role::Abstract);
}

}  // namespace

const Paragraph* opening_paragraph(const Document& document) {
  for (const Block& block : document.blocks) {
    if (!stands_before_text(block)) return block.as<Paragraph>();
  }
  return nullptr;
}

std::optional<OpeningLetter> opening_letter(std::string_view text, std::string_view language) {
  OpeningLetter letter;
  letter.begin_offset = skip_marks(text);
  std::size_t offset = letter.begin_offset;
  if (offset >= text.size()) return std::nullopt;
  const char32_t c = next_code_point(text, offset);
  if (!is_letter(c) || !is_upper(c) || !has_capitals(c)) return std::nullopt;
  if (is_dutch_ij(text.substr(letter.begin_offset), language)) ++offset;
  letter.end_offset = skip_combining_marks(text, offset);
  offset = letter.end_offset;
  if (offset >= text.size() || !may_follow(next_code_point(text, offset))) return std::nullopt;
  return letter;
}

bool has_capitals(char32_t letter) {
  constexpr std::array<std::string_view, 4> kScripts = {"Latn", "Grek", "Cyrl", "Armn"};
  return std::find(kScripts.begin(), kScripts.end(), script_of(letter)) != kScripts.end();
}

}  // namespace garland
