// What the name of a picture's file tells.
#pragma once

#include <string_view>

namespace garland {

// Whether a file's name or path ends as pictures' do: ".jpg", ".PNG". An address's query and
// fragment are the caller's to cut off.
bool has_picture_suffix(std::string_view name);

// Whether what stands in the place of a picture's description was put there by a program or for
// want of one, and says nothing of what it shows: the name of a file, of `target`'s above all,
// what cameras and telephones call theirs ("IMG_1234"), "image", "untitled", signs alone.
bool is_placeholder(std::string_view description, std::string_view target);

}  // namespace garland
