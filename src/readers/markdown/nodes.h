// One node of cmark-gfm's tree to one of markup.
#pragma once

#include <cmark-gfm.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "readers/markdown/list_marks.h"
#include "readers/markdown/places.h"
#include "readers/markup/markup.h"

namespace garland {

// Makes the nodes of one tree, in the order of the text: a row needs its table before it.
class MarkdownNodes {
 public:
  // `styles` of lists by line of the text. All arguments must outlive the object.
  MarkdownNodes(std::string_view text, std::uint32_t first_line, const ListStyles& styles,
                Diagnostics& diagnostics)
      : places_(text, first_line), styles_(styles), diagnostics_(diagnostics) {}

  // The node without those inside it.
  Markup make(cmark_node* node);

 private:
  void make_list(cmark_node* node, Markup& made) const;
  void make_extension_node(cmark_node* node, Markup& made);
  void make_syntax_inline(cmark_node* node, Markup& made);
  void make_github_node(cmark_node* node, Markup& made);
  void record_surplus_cells(cmark_node* row, Markup& made);

  MarkdownPlaces places_;
  const ListStyles& styles_;
  Diagnostics& diagnostics_;
  // Of the table being read:
  bool is_header_ = false;
  std::vector<std::uint8_t> columns_;
  std::size_t column_ = 0;
};

}  // namespace garland
