// When a note was made, as the programs that keep notes write it among a page's properties.
#pragma once

#include <optional>
#include <string_view>

#include "document/metadata.h"

namespace garland {

// Whether the key tells it: "created", "date-created", "Created time", "created_at".
bool names_creation(std::string_view key);

// The date that such a key's words give, a time of day aside; nothing for other keys and other
// words. It stands for an article's date where nothing else is said of that.
std::optional<Date> creation_date(std::string_view key, std::string_view words);

}  // namespace garland
