// The runs of lines of a plain text, each judged by itself: whether it is code. Which of them
// belong together, and what a label or a colon above says, plain_text/code decides.
#pragma once

#include <cstddef>
#include <vector>

#include "readers/plain_text/dialect.h"
#include "readers/plain_text/regions.h"

namespace garland::plain {

enum class CodeVerdict {
  No,        // prose, a list, a heading
  Possible,  // nothing speaks against it: code between code
  Sure
};

// What the lines of a run say together.
struct RunSigns {
  std::size_t lines = 0;
  std::size_t coded = 0;  // with two points or more
  std::size_t prose = 0;
  std::size_t prompts = 0;
  std::size_t set_in = 0;  // beyond the run's left edge, by two columns or more
  int points = 0;
  int depth = 0;  // brackets open at its end
  bool begins_with_bullet = false;
  bool is_formula = false;  // TeX that a page carries beside its formulas
};

// One entry a run, in order.
struct CodeRuns {
  std::vector<LineRun> runs;
  std::vector<RunSigns> signs;
  std::vector<CodeVerdict> verdicts;
};

// Cost linear in the text.
CodeRuns judge_code_runs(const std::vector<TextLine>& lines, const Dialect& dialect);

// A heading that goes on in a second line fills the first.
bool is_full_heading(const std::vector<TextLine>& lines, const LineRun& run);

}  // namespace garland::plain
