// What became of one source, for the reports: what is known of it and from where, what was inferred
// in it and what was left out of the books.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"
#include "document/word_count.h"

namespace garland {

struct SourceReport {
  struct DroppedRun {
    SourceRange range;
    std::string reason;
    std::string text;
    // Whether `text` is the lines of `range` as they stand, so that each has its number.
    bool has_lines() const;
  };
  // One piece of metadata as the books have it.
  struct Fact {
    std::string name;  // "title", "contributors"
    std::string value;
    Origin origin = Origin::Unknown;
    std::string rule;       // of an inference, in words
    SourceRange range;      // in the source, but for the description's
    std::string overruled;  // what the description overruled, and where it came from; may be empty
  };
  std::string path;
  std::string format;
  std::string title;
  std::string language;
  WordCounts words;
  std::vector<Inference> inferences;
  std::vector<DroppedRun> dropped;
  std::vector<Fact> facts;
  // Lines that the report speaks of, with their neighbours, cut where they are very long; the text
  // by the number.
  std::map<std::uint32_t, std::string> lines;
};

// Everything but the lines, of a source that has been read. The facts are those that the source
// itself gives.
SourceReport report_source(const Document& document);

// The same as the books have it: with what the description says and what assembling them inferred.
void finish_report(SourceReport& report, const Document& document);

// Adds the lines of the source's bytes that the report speaks of. Their number is bounded.
void add_lines(SourceReport& report, const Diagnostics& diagnostics, std::string_view bytes);

// "inferred (the first line, line 3)", "front matter, line 2", "anthology.yaml".
std::string origin_in_words(const SourceReport::Fact& fact);

}  // namespace garland
