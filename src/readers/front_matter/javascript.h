// Front matter that is an object of JavaScript, as Eleventy takes it ("---js").
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace garland {

// Those lines of the object that say a text, a number, a truth or a list of these, as YAML and with
// all other lines blank, so that places stay true. `left_out` gets a message for each other line
// that begins an entry: what a program computes is not known here.
std::string plain_entries_of(std::string_view object, std::vector<Error>& left_out);

}  // namespace garland
