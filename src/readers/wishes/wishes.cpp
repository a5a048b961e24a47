#include "readers/wishes/wishes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

// Steps of all expressions over one source: a second or so. A long article takes a thousandth.
constexpr std::size_t kMostSteps = 200'000'000;

using Lines = std::vector<LineWish> ReaderOptions::*;

struct LineKey {
  std::string_view key;
  Lines lines;
  std::vector<std::string_view> words;  // values with a meaning of their own
  std::string_view help;                // what to do about a line that is not there
};

const std::array<LineKey, 3>& line_keys() {
  static const std::array<LineKey, 3> keys = {
      LineKey{"keep",
              &ReaderOptions::keep,
              {"all", "boilerplate"},
              "write `keep: all`, `keep: [boilerplate]`, or copy the line from the source"},
      LineKey{"drop", &ReaderOptions::drop, {}, "copy the line from the source"},
      LineKey{"headings",
              &ReaderOptions::headings,
              {"none", "auto"},
              "write `headings: none`, or copy the line from the source"}};
  return keys;
}

std::vector<Value> members_of(const Value& value) {
  return value.is_list() ? value.list : std::vector<Value>{value};
}

bool is_expression(std::string_view line) {
  return line.size() >= 3 && line.front() == '/' && line.back() == '/';
}

// What stands between the slashes; nothing where there are none.
std::string_view expression_in(std::string_view line) {
  return is_expression(line) ? line.substr(1, line.size() - 2) : std::string_view();
}

Diagnostic bad_pattern(std::string_view key, const LineWish& wish, std::string file,
                       const Error& error) {
  return {Severity::Warning,
          "bad-pattern",
          std::move(file),
          wish.range,
          fmt::format("`{}:` {}: {}", key, wish.line, error.message),
          error.help,
          ""};
}

void report_value(std::string_view key, const Value& value, std::string help,
                  Diagnostics& diagnostics) {
  diagnostics.warning("wrong-type", value.range,
                      fmt::format("`{}` cannot be {}", key,
                                  value.is_scalar() ? fmt::format("“{}”", value.scalar)
                                                    : std::string("a map or a list in a list")),
                      std::move(help));
}

// Adds the lines that the value names; gives those of its members that are words of the key.
std::vector<std::string> add_lines(const LineKey& key, const Value& value, Wisher wisher,
                                   ReaderOptions& options, Diagnostics& diagnostics) {
  std::vector<std::string> words;
  for (const Value& member : members_of(value)) {
    if (member.is_null()) continue;
    std::string line(trim(member.scalar));
    if (!member.is_scalar() || line.empty()) {
      report_value(key.key, member, "write whole lines, or /regular expressions/", diagnostics);
      continue;
    }
    const bool is_truth = !key.words.empty() && (line == "true" || line == "false");
    if (is_truth || std::count(key.words.begin(), key.words.end(), line) != 0) {
      words.push_back(std::move(line));
    } else {
      (options.*key.lines).push_back({std::move(line), member.range, wisher});
    }
  }
  return words;
}

void read_keep(const std::vector<std::string>& words, ReaderOptions& options) {
  for (const std::string& word : words) {
    if (word == "all" || word == "true") options.keep_all = true;
    if (word == "boilerplate") options.keep_boilerplate = true;
  }
}

// The last wisher's word counts alone: a list says which lines are the headings.
void read_headings(const LineKey& key, const Value& value, Wisher wisher, ReaderOptions& options,
                   Diagnostics& diagnostics) {
  if (wisher < options.headings_wisher || value.is_null()) return;
  options.headings.clear();
  options.headings_wisher = wisher;
  const std::vector<std::string> words = add_lines(key, value, wisher, options, diagnostics);
  options.infer_headings =
      words.empty() ? options.headings.empty() : words.back() == "auto" || words.back() == "true";
}

// The names that people give to a reader's format.
std::string format_named(std::string_view name) {
  constexpr auto kSynonyms = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"md", "markdown"},
      {"commonmark", "markdown"},
      {"txt", "plain text"},
      {"text", "plain text"},
      {"plain", "plain text"},
      {"plain-text", "plain text"},
      {"htm", "html"},
      {"xhtml", "html"},
  });
  std::string lower = fold_case(name);
  for (const auto& [synonym, format] : kSynonyms) {
    if (lower == synonym) return std::string(format);
  }
  for (const Reader& reader : readers()) {
    if (lower == reader.name) return lower;
  }
  return {};
}

// In front matter `format:` mostly says what another program is to make of the text; that is no
// slip.
void read_format(const Value& value, Wisher wisher, ReaderOptions& options,
                 Diagnostics& diagnostics) {
  if (value.is_null()) return;
  const std::string format = format_named(trim(value.scalar));
  if (!format.empty()) {
    const bool may_say = wisher != Wisher::FrontMatter || options.format.empty();
    if (may_say) options.format = format;
    return;
  }
  std::vector<std::string_view> names;
  for (const Reader& reader : readers()) names.push_back(reader.name);
  const std::string_view nearest = nearest_spelling(value.scalar, names);
  if (wisher == Wisher::FrontMatter && nearest.empty()) return;
  report_value("format", value,
               nearest.empty() ? fmt::format("write one of: {}", fmt::join(names, ", "))
                               : fmt::format("did you mean “{}”?", nearest),
               diagnostics);
}

void report_unused_wish(const LineKey& key, const LineWish& wish, std::string file,
                        Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_spelling(wish.line, key.words);
  diagnostics.add(
      {Severity::Warning, "unused-wish", std::move(file), wish.range,
       fmt::format("`{}:` names “{}”, and there is no such line", key.key, wish.line),
       nearest.empty() ? std::string(key.help) : fmt::format("did you mean “{}”?", nearest), ""});
}

}  // namespace

bool read_wish(std::string_view key, const Value& value, Wisher wisher, ReaderOptions& options,
               Diagnostics& diagnostics) {
  if (key == "format") {
    read_format(value, wisher, options, diagnostics);
    return true;
  }
  for (const LineKey& known : line_keys()) {
    if (known.key != key) continue;
    if (key == "headings") {
      read_headings(known, value, wisher, options, diagnostics);
    } else {
      const auto words = add_lines(known, value, wisher, options, diagnostics);
      if (key == "keep") read_keep(words, options);
    }
    return true;
  }
  return false;
}

const std::vector<std::string_view>& wish_keys() {
  static const std::vector<std::string_view> keys = {"keep", "drop", "headings", "format"};
  return keys;
}

std::string wish_in_words(std::string_view key, const LineWish& wish) {
  return fmt::format("named under `{}:` as “{}”", key, wish.line);
}

Wishes::Wishes(const ReaderOptions& options, std::vector<Inference>& inferences,
               Diagnostics& diagnostics)
    : options_(options),
      inferences_(inferences),
      diagnostics_(diagnostics),
      steps_left_(kMostSteps) {
  constexpr std::array kKinds = {Kind::Keep, Kind::Drop, Kind::Heading};
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    for (const LineWish& wish : options.*line_keys()[i].lines) add(kKinds[i], wish);
  }
}

bool Wishes::has_kind(Kind kind) const {
  return std::any_of(rules_.begin(), rules_.end(),
                     [kind](const Rule& rule) { return rule.kind == kind; });
}

void Wishes::add(Kind kind, const LineWish& wish) {
  const std::string_view key = line_keys()[static_cast<std::size_t>(kind)].key;
  const std::size_t index = rules_.size();
  if (is_expression(wish.line)) {
    Result<Pattern> pattern = Pattern::compile(expression_in(wish.line));
    if (!pattern) {
      // Those of the book are reported once, not with each source: see report_unused_book_wishes.
      if (wish.wisher != Wisher::Book)
        diagnostics_.add(bad_pattern(key, wish, file_of(wish), pattern.error()));
      return;
    }
    patterns_.emplace_back(std::move(*pattern), index);
  } else {
    whole_lines_.emplace(collapse_spaces(wish.line), index);
  }
  rules_.push_back({kind, wish, wish_in_words(key, wish), false, {}});
}

std::string Wishes::file_of(const LineWish& wish) const {
  return wish.wisher == Wisher::FrontMatter ? "" : options_.description_file;
}

Wishes::Rule* Wishes::find(Kind kind, std::string_view line) {
  const auto [begin, end] = whole_lines_.equal_range(collapse_spaces(line));
  for (auto it = begin; it != end; ++it) {
    if (rules_[it->second].kind == kind) return &rules_[it->second];
  }
  for (const auto& [pattern, index] : patterns_) {
    if (rules_[index].kind != kind || steps_left_ == 0) continue;
    if (pattern.is_found_in(trim(line), steps_left_)) return &rules_[index];
    if (steps_left_ == 0) report_slow(rules_[index].wish);
  }
  return nullptr;
}

void Wishes::report_slow(const LineWish& wish) {
  diagnostics_.add({Severity::Warning, "slow-pattern", file_of(wish), wish.range,
                    fmt::format("{} takes too long; no expression counts from here on", wish.line),
                    "write a simpler expression, or the whole line without slashes", ""});
}

const Wishes::Rule* Wishes::decide(Kind kind, std::string_view line, SourceRange place) {
  constexpr std::array<const char*, 3> kWhat = {"kept", "dropped", "heading"};
  Rule* rule = find(kind, line);
  if (rule == nullptr) return nullptr;
  rule->is_used = true;
  // A line may be asked about twice: by itself, and as a block.
  if (!place.is_known() || rule->lines.insert(place.begin_line).second) {
    inferences_.push_back({place, kWhat[static_cast<std::size_t>(kind)], rule->why});
  }
  return rule;
}

bool Wishes::names_kept(std::string_view line) { return find(Kind::Keep, line) != nullptr; }

bool Wishes::must_stay(std::string_view line, SourceRange place) {
  return decide(Kind::Keep, line, place) != nullptr;
}

std::string_view Wishes::reason_to_go(std::string_view line, SourceRange place) {
  if (must_stay(line, place)) return {};
  const Rule* rule = decide(Kind::Drop, line, place);
  return rule == nullptr ? std::string_view() : rule->why;
}

bool Wishes::is_heading(std::string_view line, SourceRange place) {
  return decide(Kind::Heading, line, place) != nullptr;
}

void Wishes::report_unused() {
  for (const Rule& rule : rules_) {
    if (rule.is_used || rule.wish.wisher == Wisher::Book) continue;
    report_unused_wish(line_keys()[static_cast<std::size_t>(rule.kind)], rule.wish,
                       file_of(rule.wish), diagnostics_);
  }
}

void report_unused_book_wishes(const ReaderOptions& book_wishes,
                               const std::vector<Document>& documents, Diagnostics& diagnostics) {
  std::set<std::string_view> met;
  for (const Document& document : documents) {
    for (const Inference& inference : document.inferences) met.insert(inference.why);
  }
  for (const LineKey& key : line_keys()) {
    for (const LineWish& wish : book_wishes.*key.lines) {
      if (met.count(wish_in_words(key.key, wish)) != 0) continue;
      const std::string& file = book_wishes.description_file;
      const Result<Pattern> pattern = Pattern::compile(expression_in(wish.line));
      if (is_expression(wish.line) && !pattern) {
        diagnostics.add(bad_pattern(key.key, wish, file, pattern.error()));
      } else {
        report_unused_wish(key, wish, file, diagnostics);
      }
    }
  }
}

}  // namespace garland
