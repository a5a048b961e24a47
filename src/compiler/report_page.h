// The report page, <slug>.report.html beside the books: what is known of each source and from
// where, every word that was left out, every inference, every message, in a file that a browser
// shows without anything else and that runs no scripts.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "compiler/compiler.h"

namespace garland {

// HTML in the syntax of XML. `sources_address` leads from the page's folder to the sources'
// ("../articles"); empty: the page links to no source. Equal for equal builds: no clock, no
// machine. What comes from sources is escaped, with controls written out.
std::string report_page(const Compilation& compilation, const Diagnostics& diagnostics,
                        std::string_view sources_address);

// Its style sheet: for large and small screens, day and night, and paper. No "<", "&" or ">".
std::string_view report_style();

}  // namespace garland
