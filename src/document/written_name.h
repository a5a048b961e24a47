// Names of people as sources write them, with what is no part of a name around them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace garland {

struct WrittenName {
  std::string text;     // the name in plain words
  std::string address;  // where a link on it led; may be empty
};

// Takes Markdown's marks and links off a list of names ("*Ada Roe*, [Ben Poe](https://x.y)") and
// what follows a name in brackets but is none: a handle, an e-mail or web address. Gives the list's
// plain text, and one entry for each name that was a link.
std::string plain_names(std::string_view written, std::vector<WrittenName>& linked);

}  // namespace garland
