// Whether a packet keeps its promises. What this accepts can be written without further looks.
#pragma once

#include <vector>

#include "base/result.h"
#include "layout/page.h"
#include "pictures/picture.h"

namespace garland {

// Errors: no pages; pages or text of no size; a structure that is no tree, or items outside it;
// pictures and places that are named and not there.
Status check_packet(const Packet& packet, const std::vector<Picture>& pictures);

}  // namespace garland
