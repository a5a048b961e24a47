// What the book description and front matter wish of the reading of a source (`keep:`, `drop:`,
// `headings:`, `format:`): one place that takes the wishes in, and one that all readers ask about
// their lines. A wish overrules every judgement of a reader; of two wishes `keep:` is the stronger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "document/document.h"
#include "readers/reader.h"
#include "readers/wishes/pattern.h"

namespace garland {

// Takes the value of one of the keys `keep`, `drop`, `headings` and `format` into the options;
// gives false when the key is none of these. Reports values that mean nothing, with the nearest
// that does.
bool read_wish(std::string_view key, const Value& value, Wisher wisher, ReaderOptions& options,
               Diagnostics& diagnostics);

// The keys that read_wish knows.
const std::vector<std::string_view>& wish_keys();

// The wishes about single lines. A line is named whole, white space aside, or by an expression that
// matches any part of it ("^" and "$" are its ends); a block that is no line, as a saved page's, is
// asked about as the line of its words. Each answer that a wish decides leaves an Inference. Time:
// the lines' length times that of the expressions, up to a bound, after which these count no more,
// with a warning.
class Wishes {
 public:
  // Reports each expression that cannot be read, and goes on without it. All three outlive this.
  Wishes(const ReaderOptions& options, std::vector<Inference>& inferences,
         Diagnostics& diagnostics);

  // Whether no line at all is named: there is nothing to ask.
  bool are_none() const { return rules_.empty(); }
  // Whether some line must stay whatever a reader thinks of it.
  bool name_kept_lines() const { return has_kind(Kind::Keep); }
  bool name_headings() const { return has_kind(Kind::Heading); }

  // Whether the line must not be left out.
  bool must_stay(std::string_view line, SourceRange place);
  // The same, asked about a block that is asked about again where it ends up: no inference yet.
  bool names_kept(std::string_view line);
  // Why the line is to be left out, for Dropped::reason; empty where it is not.
  std::string_view reason_to_go(std::string_view line, SourceRange place);
  bool is_heading(std::string_view line, SourceRange place);

  // Reports the wishes of this source alone that no line met. (Those of all sources are judged
  // when all have been read.)
  void report_unused();

 private:
  enum class Kind { Keep, Drop, Heading };
  struct Rule {
    Kind kind;
    LineWish wish;
    std::string why;  // in words, for inferences
    bool is_used = false;
    std::set<std::uint32_t> lines;  // where it was met
  };
  using WholeLines = std::unordered_multimap<std::string, std::size_t>;  // to indices of rules_

  bool has_kind(Kind kind) const;
  void add(Kind kind, const LineWish& wish);
  // The file to name in messages; empty for the source itself.
  std::string file_of(const LineWish& wish) const;
  void report_slow(const LineWish& wish);
  // The first rule of that kind that names the line, or null.
  Rule* find(Kind kind, std::string_view line);
  // The same, and leaves an inference.
  const Rule* decide(Kind kind, std::string_view line, SourceRange place);

  const ReaderOptions& options_;
  std::vector<Inference>& inferences_;
  Diagnostics& diagnostics_;
  std::vector<Rule> rules_;
  WholeLines whole_lines_;
  std::vector<std::pair<Pattern, std::size_t>> patterns_;  // with the indices of their rules
  std::size_t steps_left_;
};

// The words with which an inference tells that a wish was met: how the book's wishes find out
// whether any source had such a line. `key` is "keep", "drop" or "headings".
std::string wish_in_words(std::string_view key, const LineWish& wish);

// Reports the wishes of the whole book that no line of any source met.
void report_unused_book_wishes(const ReaderOptions& book_wishes,
                               const std::vector<Document>& documents, Diagnostics& diagnostics);

}  // namespace garland
