// The chosen sources to trees, each as the description wants it read, with a report of what was
// found.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/result.h"
#include "book/assemble.h"
#include "book/description.h"
#include "compiler/source_report.h"
#include "document/document.h"
#include "readers/reader.h"

namespace garland {

// A source is text; what is larger is a mistake or an attack.
constexpr std::uint64_t kMaxSourceBytes = 64ULL << 20;

// One source to its tree, after passes, as `garland inspect` shows it. Errors as read_source.
Result<Document> read_document(std::string_view bytes, std::string_view path,
                               const ReaderOptions& options, Diagnostics& diagnostics);

// One of each for every source that could be read.
struct ReadSources {
  std::vector<ChosenSource> chosen;
  std::vector<Document> documents;  // after passes
  std::vector<SourceReport> reports;
};

// Reads on at most `jobs` threads (0: one a core). Sources that cannot be read are errors in
// `diagnostics` and leave the list.
ReadSources read_sources(const Folder& folder, const Description& description,
                         std::vector<ChosenSource> chosen, unsigned jobs, Diagnostics& diagnostics);

}  // namespace garland
