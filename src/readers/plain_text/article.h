// Where the article in a clip begins and ends. The text is a sequence of pieces in one of six
// parts:
//
//   the site above ─▶ the article's head ⇄ the site within the head
//                         └──▶ the article ⇄ an island of the site ; ──▶ the site below
//
// Each piece in a part of the site counts its score (plain_text/evidence.h), each change of part
// has a cost, and where the head begins the likeness of its first piece to a title counts. The
// labelling with the highest sum is found by dynamic programming (Viterbi 1967). Costs keep short
// labels within an article with it, and let the article lose something only to evidence that
// outweighs them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "readers/plain_text/evidence.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

enum class ArticlePart { Above, Head, WithinHead, Article, Island, Below };

constexpr bool is_sites(ArticlePart part) {
  return part == ArticlePart::Above || part == ArticlePart::WithinHead ||
         part == ArticlePart::Island || part == ArticlePart::Below;
}

struct ArticleBounds {
  std::vector<ArticlePart> parts;  // one a piece
  std::size_t title = 0;           // the piece that would be the title: the first of the head
  bool has_title = true;           // else the article begins there without one
  std::string_view language;       // tag, by the small words of the running text; may be empty
};

// Where nothing in the text is a site's, all of it is the article. Cost linear.
ArticleBounds find_article(const std::vector<Piece>& pieces, const Evidence& evidence);

}  // namespace garland::plain
