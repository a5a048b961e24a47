#include "document/word_count.h"

#include <fmt/format.h>

#include <array>
#include <type_traits>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "document/walk.h"

namespace garland {
namespace {

// The scripts of no other letters than these begin above it.
constexpr char32_t kFirstWithoutSpaces = 0x0E00;

bool parts_no_words(char32_t c) {
  constexpr auto kScripts =
      std::to_array<std::string_view>({"Hani", "Hira", "Kana", "Thai", "Laoo", "Khmr", "Mymr"});
  return c >= kFirstWithoutSpaces && contains(kScripts, script_of(c));
}

// The words of one block itself, without the blocks inside it.
std::size_t words_in(const Block& block) {
  if (const auto* code = block.as<CodeBlock>()) return count_words(code->text);
  if (const auto* formula = block.as<MathBlock>()) return count_words(formula->tex);
  std::size_t count = 0;
  auto add = [&count](const auto& list) {
    if constexpr (std::is_same_v<decltype(list), const Inlines&>) {
      count += count_words(plain_text(list));
    }
  };
  for_lists_inside(block, add);
  return count;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool is_inside = false;
  for (std::size_t offset = 0; offset < text.size();) {
    if (is_inside) {
      while (offset < text.size() && is_ascii_visible(text[offset])) ++offset;
      if (offset == text.size()) break;
    }
    if (text[offset] == ' ') {
      is_inside = false;
      ++offset;
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (is_space(c)) {
      is_inside = false;
    } else if (is_inside && c < kFirstWithoutSpaces) {
      continue;
    } else if (parts_no_words(c) && is_letter(c)) {
      ++count;
      is_inside = false;
    } else if (!is_inside && (is_letter(c) || is_digit(c))) {
      is_inside = true;
      ++count;
    }
  }
  return count;
}

WordCounts count_words(const Document& document) {
  WordCounts counts;
  counts.kept = count_words(plain_text(document.metadata.title.value)) +
                count_words(plain_text(document.metadata.subtitle.value));
  query(document, [&counts](const Block& block) {
    const auto* dropped = block.as<Dropped>();
    if (dropped != nullptr) counts.dropped += count_words(dropped->text);
    counts.kept += words_in(block);
  });
  return counts;
}

std::string share_in_words(const WordCounts& counts) {
  if (counts.dropped == 0) return {};
  const std::size_t all = counts.kept + counts.dropped;
  const std::size_t per_cent = (counts.dropped * 100 + all / 2) / all;
  return per_cent == 0 ? " (under 1 %)" : fmt::format(" ({} %)", per_cent);
}

}  // namespace garland
