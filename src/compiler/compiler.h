// The one place that knows the whole way: a folder of sources to the bytes of two books. Takes a
// Folder and options, gives outputs and a report; it neither prints nor writes files.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "base/result.h"
#include "book/anthology.h"
#include "book/description.h"
#include "compiler/budget.h"
#include "compiler/source_report.h"
#include "epub/shops.h"

namespace garland {

struct CompileOptions {
  bool wants_epub = true;
  bool wants_pdf = true;
  std::string style;              // overrides the description's; empty: as described
  unsigned jobs = 0;              // threads; 0: one a core. Never changes the books
  std::filesystem::path folder;   // of the sources, on the disk: where a described style is found
  std::string folder_name;        // the anthology's title where none is given
  std::string source_date_epoch;  // value of SOURCE_DATE_EPOCH, or empty
  std::string sources_address;    // of `folder` as seen from the books' folder, for the links of
                                  // the report page: "../articles"; empty: without links
  std::filesystem::path styles_folder;
  std::filesystem::path fonts_file;  // fonts.yaml
  // Called with each phase's name as it begins, from the calling thread; may be empty.
  std::function<void(std::string_view)> on_phase;
};

struct Output {
  std::string name;  // "the-garden.epub"
  std::string bytes;
  std::size_t page_count = 0;                             // of the packet; 0 for others
  std::size_t sheet_count = 0;                            // of the file of sheets; 0 for others
  std::optional<std::vector<Shop>> shops = std::nullopt;  // that take the e-book as it is
};

struct Timing {
  std::string phase;
  std::chrono::microseconds wall{0};
};

struct Compilation {
  Anthology anthology;
  Description description;
  std::vector<SourceReport> sources;  // in reading order
  std::vector<Output> outputs;        // the books, and the packet on sheets
  std::optional<PageBudget> budget;   // of the packet, where there is one
  Output report_page;                 // <slug>.report.html
  std::vector<Timing> timings;
};

// Reads, normalizes and assembles; writes no book. Errors: there is nothing to build. Everything
// that is wrong with single sources goes to `diagnostics`.
Result<Compilation> read_anthology(const Folder& folder, const CompileOptions& options,
                                   Diagnostics& diagnostics);

// The whole way. Errors: there is nothing to build, or the theme or the fonts cannot be read. A
// book that cannot be made is an error in `diagnostics` and missing from the outputs.
Result<Compilation> compile(const Folder& folder, const CompileOptions& options,
                            Diagnostics& diagnostics);

}  // namespace garland
