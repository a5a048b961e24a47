// The signs of Unicode that are neither letters nor punctuation.
#pragma once

namespace garland {

bool is_symbol(char32_t c);  // general categories S*: "€", "→", "🎉"

}  // namespace garland
