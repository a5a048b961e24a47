// The references of all works: lists recognised, citations set, one joint list.
#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "book/anthology.h"
#include "book/description.h"

namespace garland {

// Marks each work's list and sets its citations by the entries in its own scope: those written with
// it, those of the files it names, then those of the description's files. Reports bibliographies
// that are missing or broken, and a citation style that we do not have.
void set_references(const std::vector<Work*>& works, const Description& description,
                    const Words& words, const Folder& folder, unsigned jobs,
                    Diagnostics& diagnostics);

// The joint list; `works` in book order, their links resolved.
std::vector<JointReference> joint_references(const std::vector<const Work*>& works,
                                             std::string_view language);

}  // namespace garland
