// Page labels (ISO 32000-1, 12.4.2): the folios as viewers show them.
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"

namespace garland {

// The entries of the catalog's /PageLabels number tree.
std::string page_label_tree(const std::vector<Page>& pages);

}  // namespace garland
