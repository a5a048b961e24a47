// The section of the report page about one source.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "compiler/report_html.h"
#include "compiler/source_report.h"

namespace garland::report {

struct SectionContent {
  const SourceReport& source;
  std::size_t number;                              // from 1; the section's id is "s1"
  const std::vector<const Diagnostic*>& messages;  // about the source
  std::string_view sources_address;                // as report_page takes it
};

// Metadata and where each piece comes from; every run that was left out, whole; every inference;
// every message; the lines that all these speak of, to which they link.
void write_section(PageWriter& page, const SectionContent& content);

}  // namespace garland::report
