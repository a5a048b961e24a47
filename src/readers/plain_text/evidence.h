// What speaks for the article and what for the site around it, gathered over the whole text before
// anything is decided: first each piece by itself, then runs of short lines, then what stands under
// headings and between the heads of comments. Takes pieces, gives clues for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "readers/plain_text/clues.h"
#include "readers/plain_text/pieces.h"

namespace garland::plain {

// What one piece looks like, by itself.
struct Facts {
  std::string words;             // lookup_words of its text after the mark; of its beginning only
  std::uint64_t text_hash = 0;   // of its words; 0 when it is long
  float function_share = 0;      // of its words that are the small ones of running text
  bool is_label = false;         // short, without a full stop
  bool is_prose = false;         // running text
  bool is_protected = false;     // a credit or attribution: never left out
  bool is_site_label = false;    // "Home", "Share"
  bool is_site_phrase = false;   // "we use cookies"
  bool is_site_heading = false;  // "Read next", "Archives"
  bool has_entry_count = false;  // "Linux (105)"
  bool is_month = false;         // "May 2014"
  bool is_form_field = false;
  bool is_advert = false;  // "Advertisement"
  bool is_trail = false;
  bool has_arrow = false;
  bool is_bar = false;
  bool is_copyright = false;
  bool is_language = false;
  bool is_comment_head = false;
  bool is_reply = false;
  bool may_be_byline = false;  // worth parsing as one
  bool is_code = false;
  bool is_note = false;
  bool is_section_name = false;    // "Abstract"
  bool is_contents_entry = false;  // in a list of what is in the article
  bool is_listed_heading = false;  // named in such a list above
};

// One clue of one piece. A run's strength is shared out among its pieces.
struct Finding {
  std::uint32_t piece = 0;
  Clue clue = Clue::Menu;
  float strength = 0;

  double score() const { return weight_of(clue).weight * static_cast<double>(strength); }
};

struct Evidence {
  std::vector<Facts> facts;       // one a piece
  std::vector<Finding> findings;  // by piece, ascending
  std::vector<double> scores;     // one a piece: above 0 the site's, below 0 the article's
  std::string_view language;      // tag, by the small words of the running text; may be empty
  // Whether anything in the text is a site's at all, beside the shape of its lines.
  bool has_site = false;
};

// Cost linear.
Evidence gather_evidence(const std::vector<Piece>& pieces);

}  // namespace garland::plain
