#include "readers/plain_text/code_runs.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "readers/plain_text/code_signs.h"
#include "readers/plain_text/heading_words.h"
#include "readers/words/list_marks.h"
#include "readers/words/measure.h"

namespace garland::plain {

namespace {

constexpr std::uint32_t kHtml2TextIndent = 2;
constexpr std::uint32_t kShortLine = 60;  // columns: a paragraph's last line, not a full one

class CodeRunJudge {
 public:
  CodeRunJudge(const std::vector<TextLine>& lines, const Dialect& dialect)
      : lines_(lines), dialect_(dialect), runs_(split_runs()) {}

  CodeRuns judge_all() {
    for (const LineRun& run : runs_) signs_.push_back(read_signs(run));
    std::vector<CodeVerdict> verdicts;
    for (std::size_t i = 0; i < runs_.size(); ++i) verdicts.push_back(judge(i));
    return {std::move(runs_), std::move(signs_), std::move(verdicts)};
  }

 private:
  // ---- runs

  std::vector<LineRun> split_runs() const {
    std::vector<LineRun> found = runs_of(lines_);
    const bool is_lynx = dialect_.renderer == Renderer::Lynx;
    const bool is_compact = dialect_.renderer == Renderer::Html2Text && ends_within(found);
    if (!is_lynx && !is_compact) return found;
    std::vector<LineRun> split;
    for (const LineRun& run : found) {
      is_lynx ? split_at_edge(run, split) : split_by_signs(run, split);
    }
    return split;
  }

  // html2text sets code in, and apart by blank lines, or it sets no blank lines at all: then more
  // paragraphs end within runs than apart.
  bool ends_within(const std::vector<LineRun>& found) const {
    std::size_t within = 0;
    std::size_t apart = 0;
    for (const LineRun& run : found) {
      apart += lines_[run.last - 1].text.back() == '.' || run.indent == kHtml2TextIndent ? 1 : 0;
      for (std::size_t i = run.first; i + 1 < run.last; ++i) {
        const TextLine& line = lines_[i];
        const bool ends = line.text.back() == '.' && line.extent() < kShortLine;
        within += ends && line.indent == 0 && lines_[i + 1].indent == 0 ? 1 : 0;
      }
    }
    return within > apart;
  }

  // lynx sets code at the left edge right under its set-in text: there a run ends, too.
  void split_at_edge(LineRun run, std::vector<LineRun>& split) const {
    for (std::size_t i = run.first + 1; i < run.last; ++i) {
      if (lines_[i].indent > 1 || lines_[i - 1].indent != kLynxIndent) continue;
      if (is_code_at_three(lines_[i - 1])) continue;
      split.push_back(measured(run.first, i));
      run = measured(i, run.last);
    }
    split.push_back(run);
  }

  // Where html2text sets no blank lines between paragraphs and code, a run ends where one begins.
  void split_by_signs(LineRun run, std::vector<LineRun>& split) const {
    for (std::size_t i = run.first; i < run.last;) {
      const std::size_t end =
          i > run.first && !ends_statement(lines_[i - 1]) ? i : end_of_code(i, run);
      if (end == i) {
        ++i;
        continue;
      }
      if (i > run.first) split.push_back(measured(run.first, i));
      split.push_back(measured(i, end));
      i = end;
      run.first = end;
    }
    if (run.size() > 0) split.push_back(measured(run.first, run.last));
  }

  // Whether a paragraph may end with the line: at a sentence's end, or before the margin.
  static bool ends_statement(const TextLine& line) {
    constexpr std::string_view kEnds = ".:?!)";
    return line.extent() < kShortLine || kEnds.find(line.text.back()) != std::string_view::npos;
  }

  // "    * Rope", "          o Tar", "                # Pitch", "[A map]", as html2text prints
  // them.
  static bool is_item_or_picture(const TextLine& line) {
    constexpr std::uint32_t kFirstLevel = 4;  // columns
    if (line.indent >= kFirstLevel && line.text.starts_with("# ")) return true;
    return is_in_brackets(line.text) || list_mark(line.text).is_some();
  }

  // From line `at` on, which has clear signs of code, the lines that go on with it; else `at`.
  std::size_t end_of_code(std::size_t at, const LineRun& run) const {
    CodeSigns signs = code_signs(lines_[at].text);
    if (signs.points < 2 || signs.is_prose || is_item_or_picture(lines_[at])) return at;
    const std::uint32_t edge = lines_[at].indent;
    int depth = signs.depth;
    std::size_t end = at + 1;
    for (; end < run.last; ++end) {
      signs = code_signs(lines_[end].text);
      const bool is_inside = depth > 0 && lines_[end].indent > edge;
      if (signs.is_prose && !is_inside) break;
      if (signs.points == 0 && depth <= 0 && lines_[end].indent <= edge) break;
      if (depth <= 0 && is_item_or_picture(lines_[end])) break;
      depth += signs.depth;
    }
    return end;
  }

  // Code may be set in by three columns too.
  static bool is_code_at_three(const TextLine& line) {
    const CodeSigns signs = code_signs(line.text);
    return signs.points >= 3 && !signs.is_prose && line.text.back() != ':';
  }

  LineRun measured(std::size_t first, std::size_t last) const {
    LineRun run{first, last, lines_[first].indent};
    for (std::size_t i = first; i < last; ++i) run.indent = std::min(run.indent, lines_[i].indent);
    return run;
  }

  RunSigns read_signs(const LineRun& run) const {
    RunSigns found;
    found.lines = run.size();
    found.begins_with_bullet = list_mark(lines_[run.first].text).kind == Mark::Kind::Bullet;
    for (std::size_t i = run.first; i < run.last; ++i) {
      const CodeSigns line = code_signs(lines_[i].text);
      if (line.is_prose) ++found.prose;
      if (!line.is_prose && line.points >= 2) ++found.coded;
      if (line.is_prompt) ++found.prompts;
      if (lines_[i].indent >= run.indent + 2) ++found.set_in;
      constexpr int kMostPoints = 6;
      if (!line.is_prose) found.points += std::min(line.points, kMostPoints);
      found.depth += line.depth;
      if (line.points == 0 && !line.is_prose) continue;
      found.is_formula |= lines_[i].text.find("\\displaystyle") != std::string_view::npos;
    }
    return found;
  }

  // ---- one run

  CodeVerdict judge(std::size_t at) const {
    const LineRun& run = runs_[at];
    const RunSigns& signs = signs_[at];
    if (signs.begins_with_bullet || signs.is_formula) return CodeVerdict::No;
    if (signs.prompts > 0 && signs.prose == 0) return CodeVerdict::Sure;
    if (is_set_as_code(at)) return CodeVerdict::Sure;
    if (signs.prose * 6 > signs.lines) return CodeVerdict::No;
    if (signs.lines == 1) {
      if (signs.points >= 4) return CodeVerdict::Sure;
      return is_like_heading(run) ? CodeVerdict::No : CodeVerdict::Possible;
    }
    const auto lines = static_cast<int>(signs.lines);
    const bool is_dense = signs.coded * 2 >= signs.lines && signs.points >= lines * 3 / 2;
    const bool is_nested =
        signs.set_in > 0 && signs.coded * 5 >= signs.lines * 2 && signs.points >= lines;
    if (signs.coded >= 1 && (is_dense || is_nested) && !is_table(run)) return CodeVerdict::Sure;
    return CodeVerdict::Possible;
  }

  // By the rendering program's own habit.
  bool is_set_as_code(std::size_t at) const {
    const LineRun& run = runs_[at];
    const RunSigns& signs = signs_[at];
    if (dialect_.renderer == Renderer::Html2Text) {
      if (run.indent != kHtml2TextIndent || signs.prose * 2 > signs.lines) return false;
      const Mark mark = list_mark(lines_[run.first].text);
      const bool is_item = mark.kind == Mark::Kind::Number || mark.sign == U'o';
      return !is_item && (signs.points > 0 || !follows_item(at));
    }
    if (dialect_.renderer == Renderer::Lynx && run.indent <= 1) {
      if (signs.lines == 1) return signs.points >= 2 && signs.prose == 0;
      return signs.prose * 3 <= signs.lines && (signs.coded > 0 || !is_full_heading(lines_, run));
    }
    return false;
  }

  // The run before ends in a list, whose last item may go on here.
  bool follows_item(std::size_t at) const {
    if (at == 0) return false;
    const TextLine& last = lines_[runs_[at - 1].last - 1];
    return list_mark(last.text).is_some() || last.indent == kHtml2TextIndent;
  }

  bool is_like_heading(const LineRun& run) const {
    const Measure found = measure(lines_[run.first].text);
    return found.begins_upper && found.words <= 12 && lines_[run.first].indent == run.indent &&
           signs_[static_cast<std::size_t>(&run - runs_.data())].points == 0;
  }

  // Rows of "|" with a rule of "---|---", or between frames of "+----+----+", are a drawn table.
  bool is_table(const LineRun& run) const {
    std::size_t barred = 0;
    std::size_t framed = 0;
    for (std::size_t i = run.first; i < run.last; ++i) {
      const std::string_view text = lines_[i].text;
      if (std::count(text.begin(), text.end(), '|') >= 2 && text.front() == '|') ++barred;
      if (is_frame(text)) ++framed;
    }
    return barred + framed == run.size() && barred >= 1 && run.size() >= 2;
  }
  static bool is_frame(std::string_view text) {
    return text.size() >= 3 && text.front() == '+' && text.back() == '+' &&
           text.find_first_not_of("+-=") == std::string_view::npos;
  }

  const std::vector<TextLine>& lines_;
  const Dialect& dialect_;
  std::vector<LineRun> runs_;
  std::vector<RunSigns> signs_;
};

}  // namespace

CodeRuns judge_code_runs(const std::vector<TextLine>& lines, const Dialect& dialect) {
  return CodeRunJudge(lines, dialect).judge_all();
}

bool is_full_heading(const std::vector<TextLine>& lines, const LineRun& run) {
  constexpr std::uint32_t kFull = 40;  // columns
  return run.size() <= 3 && lines[run.first].width >= kFull;
}

}  // namespace garland::plain
