#include <cassert>

#include "document/check.h"
#include "passes/adopt_title.h"
#include "passes/empty_elements.h"
#include "passes/foreign_blocks.h"
#include "passes/heading_levels.h"
#include "passes/identifiers.h"
#include "passes/language.h"
#include "passes/lone_pictures.h"
#include "passes/mathematics.h"
#include "passes/notes.h"
#include "passes/original_source.h"
#include "passes/pass.h"
#include "passes/quotation_attribution.h"

namespace garland {

const std::vector<Pass>& passes() {
  // The order matters: what may stand before the title, or in it, is settled before the title is
  // looked for; the title leaves the body before levels are counted, every node that leaves has
  // left before notes are numbered, and identifiers and the language are those of the final text.
  static const std::vector<Pass> all = {
      {"empty elements", drop_empty_elements},
      {"lone pictures", set_lone_pictures},
      {"marks without notes", write_out_lost_marks},
      {"quotation attribution", attribute_quotations},
      {"original source", adopt_original_source},
      {"adopt title", adopt_title},
      {"heading levels", close_heading_levels},
      {"notes", number_notes},
      {"identifiers", set_identifiers},
      {"languages of elements", check_languages},
      {"language", infer_language},
      {"foreign blocks", mark_foreign_blocks},
      {"mathematics", check_mathematics},
  };
  return all;
}

void run_passes(Document& document, Diagnostics& diagnostics) {
#ifndef NDEBUG
  std::size_t broken_before = check(document).size();
#endif
  for (const Pass& pass : passes()) {
    pass.run(document, diagnostics);
#ifndef NDEBUG
    const std::size_t broken = check(document).size();
    assert(broken <= broken_before && "a pass breaks a rule of document/check.h");
    broken_before = broken;
#endif
  }
}

}  // namespace garland
