// The pages after the works: what they cite, to whom they belong, where each is found, and how the
// book was made.
#pragma once

#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

// The joint reference list; each entry says which works cite it.
WrittenPage write_bibliography(const Plan& plan);
// Where every work and picture comes from, and by what right it stands here.
WrittenPage write_attributions(const Plan& plan);
// Leads to works by their titles, as there are no pages (EPUB Indexes 1.0).
WrittenPage write_index(const Plan& plan, const Index& index);
WrittenPage write_colophon(const Plan& plan);

}  // namespace garland
