// Keys to press, as Python-Markdown's extensions write them: "++ctrl+alt+del++", "++"My key"++".
#pragma once

#include "readers/markup/markup.h"

namespace garland {

// Makes elements ("kbd") of them, with a plus between; a single name only where it is a key's,
// since others mark words as new with the same signs. Code and math are left alone. Linear.
void read_key_caps(MarkupList& blocks);

}  // namespace garland
