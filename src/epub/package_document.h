// The package document (EPUB 3.3, 5): metadata, manifest and spine.
#pragma once

#include <string>
#include <vector>

#include "epub/epub.h"
#include "epub/page_facts.h"
#include "epub/plan.h"

namespace garland {

constexpr std::string_view kPackageFile = "package.opf";
constexpr std::string_view kNcxFile = "toc.ncx";

// `facts` are those of the plan's pages, in their order.
std::string write_package_document(const Plan& plan, const std::vector<PageFacts>& facts,
                                   const std::vector<EmbeddedFont>& fonts = {});

// The pictures of the container: the anthology's, and the cover unless it is one of them.
std::vector<const Picture*> pictures_of(const Plan& plan);

}  // namespace garland
