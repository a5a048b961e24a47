// The last step: libqpdf packs objects into streams and gives the file its identifier.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace garland {

// A whole PDF file to a smaller one that shows the same. /ID is a hash of the content. Errors:
// libqpdf finds the file damaged.
Result<std::string> finish_pdf(std::string_view file);

}  // namespace garland
