// What the name of a picture's file tells.
#pragma once

#include <string_view>

namespace garland {

// Whether a file's name or path ends as pictures' do: ".jpg", ".PNG". An address's query and
// fragment are the caller's to cut off.
bool has_picture_suffix(std::string_view name);

}  // namespace garland
