// Zip containers, by libzip. Dates are fixed, so the same members give the same bytes.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace garland {

enum class Compression { Stored, Deflated };

struct ZipMember {
  std::string name;
  std::string bytes;
  Compression compression = Compression::Deflated;
};

// The container's bytes, members in the order given, dated 1980-01-01.
Result<std::string> write_zip(const std::vector<ZipMember>& members);

// A member as the container's directory names it.
struct ZipEntry {
  std::string name;
  std::uint64_t unpacked_size = 0;
};

// The directory of a container, in its order. Nothing is unpacked.
Result<std::vector<ZipEntry>> list_zip(std::string_view bytes);

// All members of a container. Refuses more than `max_bytes` unpacked, and names that leave the
// folder. Compression tells how each was stored.
Result<std::vector<ZipMember>> read_zip(std::string_view bytes, std::uint64_t max_bytes);

}  // namespace garland
