// Names and addresses of licences.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// A licence as it is printed and where it can be read. `address` is empty when it is not known.
struct Licence {
  std::string name;
  std::string address;
};

// Takes "CC BY 4.0", "CC-BY-SA-3.0", "CC0", "Attribution 4.0 International …", the address of a
// Creative Commons licence, or any other text or address, which is kept as it is.
Licence licence_from(std::string_view written);

}  // namespace garland
