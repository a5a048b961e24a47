// Addresses as QR codes, for those who hold the paper in one hand and a telephone in the other.
#pragma once

#include "layout/galley/setter.h"

namespace garland {

// The article's addresses by their numbers, each as a code with its words beside it, as many in a
// row as have room in the frame. An address that is too long for a code of its size is said in
// words alone. Rows are never divided.
void set_address_codes(Setter& setter, const Frame& frame);

}  // namespace garland
