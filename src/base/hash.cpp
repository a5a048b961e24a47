#include "base/hash.h"

#include <fmt/format.h>

namespace garland {

std::string hex(std::uint64_t hash, int digits) {
  return fmt::format("{:016x}", hash).substr(0, static_cast<std::size_t>(digits));
}

}  // namespace garland
