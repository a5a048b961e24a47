// A work as a content document (EPUB 3.3, 6.1): its opening, its text, its notes.
#pragma once

#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

// Requires a page of the plan that has a work. Cost linear in the work's size; may run at the same
// time for several pages.
WrittenPage write_work_page(const Plan& plan, const PlannedPage& page);

}  // namespace garland
