// The credits for programs: who wrote what, where it comes from and how it may be used, as CSL-JSON
// (citation-style-language.org, input schema 1.0.2), which reference managers and pandoc read.
#pragma once

#include <string>

#include "book/anthology.h"

namespace garland {

// An array with the anthology, then its works and pictures as make_attributions() has them. What
// CSL has no name for stands under "custom": `attribution` (the sentences that the books print),
// `file`, `rights`, `license`, `license-url`, `permission`, `orcid` (by name); of a picture
// `shown-in` (the work's id).
std::string credits_json(const Anthology& anthology);

}  // namespace garland
