// Which bytes make names in the dialects of Markdown, and what a search says that finds nothing.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/ascii.h"

namespace garland {

constexpr std::size_t kNowhere = std::string_view::npos;

// Pandoc's labels ("(@good-one)"), Python-Markdown's kinds ("!!! my_note").
constexpr bool is_label_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
}

// The tags of Liquid and Hugo: paths too ("figures/wide", "ref.html").
constexpr bool is_tag_name_byte(char c) { return is_label_byte(c) || c == '.' || c == '/'; }

// The tags of MDX: members and namespaces too ("Tabs.Item", "xlink:href").
constexpr bool is_component_byte(char c) { return is_label_byte(c) || c == '.' || c == ':'; }

// GitHub's ":+1:".
constexpr bool is_emoji_byte(char c) { return is_label_byte(c) || c == '+'; }

// Obsidian's "^quote-1".
constexpr bool is_block_name_byte(char c) { return is_label_byte(c) && c != '_'; }

// The size of the run of such bytes at the head of the text.
template <typename IsByte>
constexpr std::size_t run_size(std::string_view text, IsByte is_byte) {
  std::size_t size = 0;
  while (size < text.size() && is_byte(text[size])) ++size;
  return size;
}

}  // namespace garland
