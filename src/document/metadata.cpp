#include "document/metadata.h"

#include <fmt/format.h>

namespace garland {

std::string Date::iso() const {
  if (year == 0) return written;
  if (month == 0) return fmt::format("{:04}", year);
  if (day == 0) return fmt::format("{:04}-{:02}", year, month);
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace garland
