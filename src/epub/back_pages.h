// The pages after the works: what they cite, and to whom they belong.
#pragma once

#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

// The joint reference list; each entry says which works cite it.
WrittenPage write_bibliography(const Plan& plan);
// Where every work and picture comes from, and by what right it stands here.
WrittenPage write_attributions(const Plan& plan);

}  // namespace garland
