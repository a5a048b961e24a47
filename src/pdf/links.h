// Link annotations and the places they lead to (ISO 32000-1, 12.3.2 and 12.5.6.5).
#pragma once

#include <string>
#include <vector>

#include "layout/page.h"
#include "pdf/haru.h"
#include "pdf/structure.h"

namespace garland {

// Adds an annotation for every link area that has a rectangle, in page order. `first_key` is the
// first annotation's key in the parent tree.
std::vector<TaggedAnnotation> write_links(HaruDocument& document, const std::vector<Page>& pages,
                                          std::size_t first_key);

// Adds the named destinations; gives the entries of the catalog's /Dests name tree. Of places with
// the same name the first counts.
std::string write_destinations(HaruDocument& document, const std::vector<Page>& pages,
                               const std::vector<ObjectId>& page_objects);

}  // namespace garland
