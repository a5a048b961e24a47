// libFuzzer's entrance to the target that GARLAND_FUZZ_TARGET names.
#include <cstddef>
#include <cstdint>

#include "fuzz/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const garland::fuzz::Target& target : garland::fuzz::targets()) {
    if (target.name == GARLAND_FUZZ_TARGET) target.run(bytes);
  }
  return 0;
}
