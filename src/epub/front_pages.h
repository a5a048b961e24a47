// The pages before the works, and the page of a part.
#pragma once

#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

WrittenPage write_cover_page(const Plan& plan);
WrittenPage write_title_page(const Plan& plan);
// Edition, publisher, date, rights, identifier: what is known of these.
WrittenPage write_imprint(const Plan& plan);
// Requires a page of the plan that has a part.
WrittenPage write_part_page(const Plan& plan, const PlannedPage& page);

}  // namespace garland
