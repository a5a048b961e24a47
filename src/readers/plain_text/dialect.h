// Which program made a plain text of a page. Terminal browsers and converters leave habits that a
// typist has not: where the body begins, which bullets stand at which depth, how links and form
// fields show. Judged over the whole text by evidence that must agree; the later steps of the
// plain-text reader ask here what an indent or a mark means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/plain_text/lines.h"

namespace garland::plain {

// Columns before lynx's running text.
constexpr std::uint32_t kLynxIndent = 3;

enum class Renderer {
  Unknown,    // typed, or copied from a window: nothing but the text itself tells
  Lynx,       // lynx, links, elinks: body at column 3, headings and code at 0, "*" "+" "o" lists
  W3m,        // w3m: "•" at column 2, "□" at 6, "■" at 10; rules of "━"
  Html2Text,  // html2text: paragraphs without blank lines, links_joined_with_underscores, code at 2
};

struct Dialect {
  Renderer renderer = Renderer::Unknown;
  // The evidence in words, for the inference; empty when the renderer is not known.
  std::string reason;
  // The list of addresses at the end that link marks "[7]" point into: lines [first, last).
  std::size_t addresses_first = 0;
  std::size_t addresses_last = 0;
  // By number; of the source. Those of places on the saving machine ("file:") are empty.
  std::vector<std::string_view> addresses;

  bool has_addresses() const { return addresses_last > addresses_first; }
  // The address of the link with this number; empty when it is not told.
  std::string_view address(std::uint32_t link) const {
    return link < addresses.size() ? addresses[link] : std::string_view();
  }
};

// Cost linear in the text. The views are of the lines' source.
Dialect judge_dialect(const std::vector<TextLine>& lines);

// "***** Words *****", as html2text prints headings: the level that the stars tell, from 1; 0 when
// the text is none.
int starred_level(std::string_view text);

// "[12]" at `at`: its number, its bytes in `length`; 0 when there is none.
std::uint32_t link_mark_at(std::string_view text, std::size_t at, std::size_t& length);

}  // namespace garland::plain
