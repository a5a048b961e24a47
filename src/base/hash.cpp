#include "base/hash.h"

namespace garland {

// Written by hand: an article has hundreds of them.
std::string hex(std::uint64_t hash, int digits) {
  std::string written(static_cast<std::size_t>(digits), '0');
  for (char& digit : written) {
    digit = "0123456789abcdef"[hash >> 60U];
    hash <<= 4U;
  }
  return written;
}

}  // namespace garland
