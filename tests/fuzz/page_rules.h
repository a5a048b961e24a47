// What the pages of any book keep to, whatever its text: for the fuzz target from tree to page.
#pragma once

#include <string>

#include "book/anthology.h"
#include "layout/page.h"

namespace garland::fuzz {

// The first rule that is broken, in words, or an empty string: every item within its page; lists,
// tables, notes, headings, figures and links as PDF/UA-1 wants them; every letter of the trees on
// the pages. Beside pdf/check_packet.h, which the writer asks.
std::string broken_rule(const Packet& packet, const Anthology& anthology);

}  // namespace garland::fuzz
