// Content hashes for identifiers and cache keys: not for security.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace garland {

// FNV-1a, 64 bits (Fowler, Noll, Vo).
constexpr std::uint64_t fnv1a(std::string_view bytes,
                              std::uint64_t seed = 14695981039346656037ULL) {
  for (const char c : bytes) {
    seed = (seed ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return seed;
}

// The first `digits` (1 to 16) hexadecimal digits of a hash.
std::string hex(std::uint64_t hash, int digits = 16);

}  // namespace garland
