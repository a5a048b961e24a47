#include "readers/plain_text/code.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/unicode.h"
#include "readers/plain_text/code_runs.h"
#include "readers/plain_text/code_signs.h"
#include "readers/plain_text/code_words.h"
#include "readers/words/list_marks.h"
#include "readers/words/measure.h"

namespace garland::plain {

namespace {

constexpr std::size_t kMostBlanksInCode = 2;  // inside one region
constexpr std::size_t kLongestBridge = 60;    // runs that one open bracket may hold together
constexpr std::size_t kLongestOutput = 40;    // runs under one label

class CodeFinder {
 public:
  CodeFinder(const std::vector<TextLine>& lines, const Dialect& dialect, CodeRuns runs)
      : lines_(lines),
        dialect_(dialect),
        runs_(std::move(runs.runs)),
        signs_(std::move(runs.signs)),
        verdicts_(std::move(runs.verdicts)) {}

  std::vector<Region> find() {
    heed_labels();
    heed_colons();
    return join();
  }

 private:
  // ---- what stands above

  // A label that stands above code again and again ("BASH", "Output") makes code of what follows.
  void heed_labels() {
    struct Label {
      std::size_t times = 0;
      std::size_t above_code = 0;  // of these, times above sure code
    };
    std::map<std::string, Label> labels;
    std::vector<std::pair<std::size_t, const Label*>> places;  // runs that may be labels
    for (std::size_t i = 0; i + 1 < runs_.size(); ++i) {
      if (!may_be_label(i)) continue;
      Label& label = labels[folded(lines_[runs_[i].first].text)];
      ++label.times;
      if (verdicts_[i + 1] == CodeVerdict::Sure) ++label.above_code;
      places.emplace_back(i, &label);
    }
    is_label_.assign(runs_.size(), false);
    for (const auto& [i, label] : places) {
      bool is_known = false;
      labelled_language(lines_[runs_[i].first].text, is_known);
      const auto [times, above_code] = *label;
      if (above_code == 0 && !is_known) continue;
      is_label_[i] =
          (is_known && (times >= 2 || above_code > 0)) || (times >= 3 && above_code * 2 >= times);
    }
    for (std::size_t i = 0; i + 1 < runs_.size(); ++i) {
      if (is_label_[i] && !is_label_[i + 1]) take_labelled(i);
    }
  }

  bool may_be_label(std::size_t at) const {
    const TextLine& line = lines_[runs_[at].first];
    return runs_[at].size() == 1 && line.width <= 20 && verdicts_[at] != CodeVerdict::Sure;
  }

  // The run under a label and those after it, as far as code's signs go on before the next prose.
  void take_labelled(std::size_t label) {
    std::size_t last = label + 1;
    if (verdicts_[last] == CodeVerdict::No && is_text_under_label(last)) return;
    for (std::size_t i = last + 1; i < runs_.size() && i < label + kLongestOutput; ++i) {
      if (is_label_[i] || is_paragraph(i)) break;
      if (verdicts_[i] == CodeVerdict::Sure || signs_[i].points >= 2 || is_unended(i)) last = i;
    }
    for (std::size_t i = label + 1; i <= last; ++i) verdicts_[i] = CodeVerdict::Sure;
    glued_.emplace_back(label + 1, last);
  }

  // Whether no program's output begins there but running text.
  bool is_text_under_label(std::size_t at) const {
    if (signs_[at].begins_with_bullet) return true;
    if (runs_[at].size() == 1) return is_paragraph(at);
    return signs_[at].prose * 2 > signs_[at].lines && signs_[at].points == 0;
  }

  // A sentence, or the words before a display.
  bool is_paragraph(std::size_t at) const {
    const char last = lines_[runs_[at].last - 1].text.back();
    const bool is_ended = last == '.' || last == ':' || last == '?' || last == '!';
    return signs_[at].prose > 0 && (is_ended || runs_[at].size() > 1);
  }
  // Words that neither begin nor end as a sentence, a heading or an introduction does.
  bool is_unended(std::size_t at) const {
    if (runs_[at].size() > 1) return false;
    const Measure found = measure(lines_[runs_[at].first].text);
    return found.begins_lower && !found.ends_sentence && found.last != U':';
  }

  // A line of its own under a colon that begins in lower case or with a command, in a text that has
  // code: one to type.
  void heed_colons() {
    const bool has_code = std::count(verdicts_.begin(), verdicts_.end(), CodeVerdict::Sure) > 0;
    for (std::size_t i = 1; i < runs_.size(); ++i) {
      if (verdicts_[i] == CodeVerdict::Sure) continue;
      const std::string_view above = lines_[runs_[i - 1].last - 1].text;
      if (above.back() != ':' || verdicts_[i - 1] == CodeVerdict::Sure) continue;
      if (is_ended_at_edge(i)) verdicts_[i] = CodeVerdict::Sure;
      if (verdicts_[i] == CodeVerdict::Possible && is_typed_line(i, has_code))
        verdicts_[i] = CodeVerdict::Sure;
    }
  }

  bool is_typed_line(std::size_t at, bool has_code) const {
    const LineRun& run = runs_[at];
    const RunSigns& signs = signs_[at];
    if (run.size() > 1) return signs.coded * 2 >= signs.lines && signs.prose == 0;
    const std::string_view text = lines_[run.first].text;
    const Measure found = measure(text);
    if (text.find("://") != std::string_view::npos && !signs.prompts && !is_command_line(text)) {
      return false;
    }
    if (!is_ascii(text) || found.ends_sentence || found.words > 10 || list_mark(text).is_some()) {
      return false;
    }
    if (signs.points >= 3 || (signs.points >= 2 && (has_code || !found.begins_upper))) return true;
    return has_code && found.words > 1 && found.begins_lower && found.last != U':' &&
           found.last != U',';
  }

  static bool is_command_line(std::string_view text) {
    return is_command(text.substr(0, text.find(' ')));
  }

  // ---- regions

  std::vector<Region> join() {
    std::vector<Region> regions;
    for (std::size_t i = 0; i < runs_.size();) {
      if (verdicts_[i] != CodeVerdict::Sure) {
        ++i;
        continue;
      }
      const std::size_t last = end_of_region(i);
      Region region{Region::Kind::Code, runs_[i].first, runs_[last].last, {}, false, 0};
      region.has_label = i > 0 && is_label_[i - 1];
      region.language = language_above(i);
      regions.push_back(std::move(region));
      i = last + 1;
    }
    if (dialect_.renderer == Renderer::Lynx) note_cuts(regions);
    return regions;
  }

  // lynx cuts lines of code at its page's width, a few columns beyond the margin of its text, and
  // goes on at the left edge.
  void note_cuts(std::vector<Region>& regions) const {
    constexpr std::uint32_t kRightMargin = 8;  // columns at most
    std::uint32_t widest = 0;
    std::uint32_t margin = 0;
    std::size_t next = 0;  // region
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      while (next < regions.size() && i >= regions[next].last) ++next;
      const bool is_code = next < regions.size() && i >= regions[next].first;
      if (is_code) widest = std::max(widest, lines_[i].extent());
      if (!is_code && lines_[i].indent == kLynxIndent && !lines_[i].is_left_out()) {
        margin = std::max(margin, lines_[i].extent());
      }
    }
    if (widest <= margin || widest > margin + kRightMargin) return;
    for (Region& region : regions) region.cut_width = widest;
  }

  // The last run of the region that begins at `first`.
  std::size_t end_of_region(std::size_t first) const {
    int depth = signs_[first].depth;
    std::size_t last = first;
    const std::size_t glued = glued_with(first);
    for (std::size_t i = first + 1; i < runs_.size() && i < first + kLongestBridge; ++i) {
      if (is_label_[i] || is_parted(i) ||
          (runs_[i].first - runs_[i - 1].last > kMostBlanksInCode && i > glued)) {
        break;
      }
      if (i <= glued || verdicts_[i] == CodeVerdict::Sure || is_ended_at_edge(i)) {
        last = i;
      } else if (verdicts_[i] == CodeVerdict::No && !(depth > 0 && signs_[i].prose == 0)) {
        break;
      } else if (is_coded(i) || is_set_in(i, first)) {
        last = i;
      } else if (depth <= 0 && !is_between_code(i)) {
        break;
      }
      depth += signs_[i].depth;
      if (depth > 0 && verdicts_[i] != CodeVerdict::No && signs_[i].points > 0) last = i;
    }
    return last;
  }

  // Whether something stands between the run and the one before that is left out or quoted.
  bool is_parted(std::size_t at) const {
    return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(runs_[at - 1].last),
                       lines_.begin() + static_cast<std::ptrdiff_t>(runs_[at].first),
                       [](const TextLine& line) { return !line.is_blank(); });
  }

  // At lynx's left edge stand headings and code, and a heading does not end as a sentence does.
  bool is_ended_at_edge(std::size_t at) const {
    if (dialect_.renderer != Renderer::Lynx || runs_[at].indent > 1) return false;
    const char last = lines_[runs_[at].last - 1].text.back();
    return (last == '.' || last == '`' || last == ';') && !is_full_heading(lines_, runs_[at]);
  }

  std::size_t glued_with(std::size_t run) const {
    const auto found = std::lower_bound(glued_.begin(), glued_.end(), std::pair(run, run));
    return found != glued_.end() && found->first == run ? found->second : run;
  }

  // A line too short to be sure of alone, but with signs.
  bool is_coded(std::size_t at) const {
    const RunSigns& signs = signs_[at];
    if (verdicts_[at] != CodeVerdict::Possible || signs.prose > 0) return false;
    const bool is_block = signs.set_in * 2 >= signs.lines && dialect_.renderer != Renderer::Lynx;
    return is_block || (signs.coded * 2 >= signs.lines && signs.points >= 2);
  }

  // Set in under the region's left edge, as the rest of a function is.
  bool is_set_in(std::size_t at, std::size_t first) const {
    return dialect_.renderer != Renderer::Lynx && verdicts_[at] == CodeVerdict::Possible &&
           signs_[at].prose == 0 && runs_[at].indent >= runs_[first].indent + 2;
  }

  // A run without signs of its own, set in, or between runs that are surely code.
  bool is_between_code(std::size_t at) const {
    return at + 1 < runs_.size() && verdicts_[at + 1] == CodeVerdict::Sure &&
           (runs_[at].indent > 0 || signs_[at].points > 0) &&
           dialect_.renderer == Renderer::Unknown;
  }

  std::string language_above(std::size_t run) const {
    if (run == 0 || !is_label_[run - 1]) return {};
    bool is_label = false;
    return std::string(labelled_language(lines_[runs_[run - 1].first].text, is_label));
  }

  const std::vector<TextLine>& lines_;
  const Dialect& dialect_;
  std::vector<LineRun> runs_;
  std::vector<RunSigns> signs_;
  std::vector<CodeVerdict> verdicts_;
  std::vector<bool> is_label_;                              // of code that stands under it
  std::vector<std::pair<std::size_t, std::size_t>> glued_;  // runs that one label holds together
};

}  // namespace

std::vector<Region> find_code(const std::vector<TextLine>& lines, const Dialect& dialect,
                              std::vector<Inference>& inferences) {
  std::vector<Region> regions = CodeFinder(lines, dialect, judge_code_runs(lines, dialect)).find();
  for (const Region& region : regions) {
    inferences.push_back({range_of(lines[region.first], lines[region.last - 1]), "code",
                          "lines with operators, brackets, prompts or the like and no sentences"});
  }
  return regions;
}

}  // namespace garland::plain
