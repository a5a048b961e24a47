// The description's `pdf:` map: tables of its keys, from which come the reader, the spelling
// hints and the schema. To add a key: a function in paper.h or print.h and a line in a table.
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "style/theme.h"

namespace garland {

// Applies what the map says to the theme's pages and to Theme::print, and reports what it does not
// understand. On other paper the margins grow in proportion, and the measure stays within the
// theme's max_measure. `overrides` may be Null.
void apply_overrides(Theme& theme, const Value& overrides, Diagnostics& diagnostics);

// The JSON Schemas of the map's keys, by name.
Value packet_settings_schema();

// "pdf: bleed is "much" — write a length …".
void complain(std::string_view key, const Value& value, std::string_view wanted,
              Diagnostics& diagnostics);

}  // namespace garland
