#include "compiler/source_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/unicode.h"
#include "book/description.h"
#include "document/kind_names.h"
#include "document/metadata_text.h"
#include "document/walk.h"

namespace garland {
namespace {

constexpr std::size_t kMostLines = 2000;         // shown of one source
constexpr std::size_t kShownLineBytes = 240;     // of a line
constexpr std::uint32_t kNeighbours = 1;         // lines shown before and after
constexpr std::uint32_t kLongestShownRange = 3;  // lines of one remark that are shown

void collect_dropped(const Document& document, SourceReport& report) {
  query(document, [&report](const Block& block) {
    const auto* dropped = block.as<Dropped>();
    if (dropped == nullptr) return;
    report.dropped.push_back({block.range, dropped->reason, dropped->text});
  });
}

std::vector<SourceReport::Fact> facts_of(const Metadata& metadata) {
  std::vector<SourceReport::Fact> facts;
  for_each_field(metadata, [&facts](std::string_view name, const auto& field) {
    if (!field.is_set()) return;
    facts.push_back({std::string(name), collapse_spaces(metadata_text(field.value)), field.origin,
                     field.rule, field.range, ""});
  });
  return facts;
}

// The numbers of the lines that a remark about the range needs to be understood.
void want(SourceRange range, std::set<std::uint32_t>& wanted) {
  if (!range.is_known() || wanted.size() >= kMostLines) return;
  const std::uint32_t begin = range.begin_line;
  const std::uint32_t end = std::max(begin, std::min(range.end_line, begin + kLongestShownRange));
  for (std::uint32_t line = begin > kNeighbours ? begin - kNeighbours : 1;
       line <= end + kNeighbours; ++line) {
    wanted.insert(line);
  }
}

std::set<std::uint32_t> wanted_lines(const SourceReport& report, const Diagnostics& diagnostics) {
  std::set<std::uint32_t> wanted;
  for (const auto& fact : report.facts) {
    if (fact.origin != Origin::Description) want(fact.range, wanted);
  }
  for (const Inference& inference : report.inferences) want(inference.range, wanted);
  for (const Diagnostic& one : diagnostics.items()) {
    if (one.file == report.path) want(one.range, wanted);
  }
  for (const auto& run : report.dropped) {
    want(SourceRange::at(run.range.begin_line, 1), wanted);
    if (run.has_lines()) want(SourceRange::at(run.range.end_line, 1), wanted);
  }
  return wanted;
}

// The line's beginning, cut at a code point.
std::string shown_line(std::string_view line) {
  if (line.size() <= kShownLineBytes) return std::string(line);
  return std::string(line.substr(0, character_begin(line, kShownLineBytes))) + " …";
}

}  // namespace

bool SourceReport::DroppedRun::has_lines() const {
  const auto ends = std::count(text.begin(), text.end(), '\n');
  return range.is_known() && ends == static_cast<std::ptrdiff_t>(range.end_line) -
                                         static_cast<std::ptrdiff_t>(range.begin_line);
}

SourceReport report_source(const Document& document) {
  SourceReport report;
  report.path = document.path;
  report.format = document.format;
  report.title = plain_text(document.metadata.title.value);
  report.language = document.metadata.language.value;
  report.inferences = document.inferences;
  report.words = count_words(document);
  report.facts = facts_of(document.metadata);
  collect_dropped(document, report);
  return report;
}

void finish_report(SourceReport& report, const Document& document) {
  const Metadata& metadata = document.metadata;
  const std::vector<SourceReport::Fact> found = std::exchange(report.facts, facts_of(metadata));
  report.title = plain_text(metadata.title.value);
  report.language = metadata.language.value;
  report.inferences = document.inferences;
  for (SourceReport::Fact& fact : report.facts) {
    const auto before =
        std::find_if(found.begin(), found.end(),
                     [&fact](const SourceReport::Fact& one) { return one.name == fact.name; });
    if (before == found.end() || before->origin == fact.origin || before->value == fact.value) {
      continue;
    }
    fact.overruled = fmt::format("“{}”, {}", before->value, origin_in_words(*before));
  }
}

void add_lines(SourceReport& report, const Diagnostics& diagnostics, std::string_view bytes) {
  const std::set<std::uint32_t> wanted = wanted_lines(report, diagnostics);
  if (wanted.empty()) return;
  const std::string text = decode_text(bytes).text;
  std::uint32_t number = 1;
  auto next = wanted.begin();
  for (std::size_t at = 0; at < text.size() && next != wanted.end(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (number == *next) {
      report.lines.emplace(number, shown_line(std::string_view(text).substr(at, end - at)));
      ++next;
    }
    at = end + 1;
  }
}

std::string origin_in_words(const SourceReport::Fact& fact) {
  if (fact.origin == Origin::Description) return std::string(kDescriptionFile);
  std::string words(name_of(fact.origin));
  const std::string lines = lines_in_words(fact.range);
  if (fact.origin == Origin::Inferred && !fact.rule.empty()) {
    return fmt::format("{} ({}{}{})", words, fact.rule, lines.empty() ? "" : "; ", lines);
  }
  return lines.empty() ? words : words + ", " + lines;
}

}  // namespace garland
