#include "pdf/color_profile.h"

#include <lcms2.h>

#include <memory>
#include <type_traits>

namespace garland {
namespace {

struct ProfileCloser {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};

// The header's date and time of creation: six 16-bit numbers at byte 24 (ICC.1:2001-04, 6.1).
constexpr std::size_t kDateOffset = 24;
// 1 January 2000, 00:00:00.
constexpr std::string_view kFixedDate("\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12);

}  // namespace

Result<std::string> make_srgb_profile() {
  const Error failure{"lcms2 cannot make the sRGB colour profile", "", {}};
  const std::unique_ptr<void, ProfileCloser> profile(cmsCreate_sRGBProfile());
  if (profile == nullptr) return failure;
  cmsSetProfileVersion(profile.get(), 2.1);
  cmsUInt32Number size = 0;
  if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) return failure;
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return failure;
  if (bytes.size() < kDateOffset + kFixedDate.size()) return failure;
  bytes.replace(kDateOffset, kFixedDate.size(), kFixedDate);
  return bytes;
}

}  // namespace garland
