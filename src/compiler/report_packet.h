// The section of the report page about the packet's pages.
#pragma once

#include "compiler/budget.h"
#include "compiler/report_html.h"

namespace garland::report {

// How many pages each article takes, how full its last page is, and where a few lines would save
// pages.
void write_packet(PageWriter& page, const PageBudget& budget);

}  // namespace garland::report
