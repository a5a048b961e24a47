#include "pictures/color.h"

#include <lcms2.h>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <utility>

namespace garland {
namespace {

struct ProfileCloser {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using Profile = std::unique_ptr<void, ProfileCloser>;

constexpr cmsUInt32Number kLargestProfile = 4 << 20;  // bytes

// The header's date and time of creation: six 16-bit numbers at byte 24 (ISO 15076-1:2005, 7.2).
constexpr std::size_t kDateOffset = 24;
// 1 January 2000, 00:00:00.
constexpr std::string_view kFixedDate("\x07\xD0\x00\x01\x00\x01\x00\x00\x00\x00\x00\x00", 12);

// How lcms2 calls samples of so many channels, and the colours that their profile must speak of.
struct SampleForm {
  int channels;
  cmsUInt32Number format;
  cmsColorSpaceSignature colors;
};
constexpr SampleForm kSampleForms[] = {
    {1, TYPE_GRAY_8, cmsSigGrayData},
    {3, TYPE_RGB_8, cmsSigRgbData},
    {4, TYPE_CMYK_8, cmsSigCmykData},
};

const SampleForm* form_of(int channels) {
  const auto* found =
      std::find_if(std::begin(kSampleForms), std::end(kSampleForms),
                   [channels](const SampleForm& form) { return form.channels == channels; });
  return found == std::end(kSampleForms) ? nullptr : found;
}

}  // namespace

void ColorConversion::Close::operator()(void* transform) const { cmsDeleteTransform(transform); }

std::optional<ColorConversion> ColorConversion::make(std::string_view profile, int channels) {
  const SampleForm* form = form_of(channels);
  if (form == nullptr || profile.empty() || profile.size() > kLargestProfile) return std::nullopt;
  const Profile from(
      cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size())));
  if (from == nullptr || cmsGetColorSpace(from.get()) != form->colors) return std::nullopt;
  const Profile to(cmsCreate_sRGBProfile());
  if (to == nullptr) return std::nullopt;
  void* transform = cmsCreateTransform(from.get(), form->format, to.get(), TYPE_RGB_8,
                                       INTENT_PERCEPTUAL, cmsFLAGS_NOCACHE);
  if (transform == nullptr) return std::nullopt;
  return ColorConversion(transform, channels);
}

std::vector<std::uint8_t> ColorConversion::convert(const std::vector<std::uint8_t>& samples) const {
  const std::size_t count = samples.size() / static_cast<std::size_t>(channels_);
  std::vector<std::uint8_t> rgb(count * 3);
  cmsDoTransform(transform_.get(), samples.data(), rgb.data(), static_cast<cmsUInt32Number>(count));
  return rgb;
}

bool ColorConversion::changes_colors() const {
  constexpr int kStep = 51;         // six values a channel
  constexpr int kLeastVisible = 4;  // of 255
  if (channels_ == 4) return true;
  std::vector<std::uint8_t> samples;
  std::vector<std::uint8_t> expected;
  for (int red = 0; red <= 255; red += kStep) {
    for (int green = 0; green <= 255; green += kStep) {
      for (int blue = 0; blue <= 255; blue += kStep) {
        const bool is_grey = red == green && green == blue;
        if (channels_ == 1 && !is_grey) continue;
        for (const int value : {red, green, blue}) {
          expected.push_back(static_cast<std::uint8_t>(value));
        }
        samples.insert(samples.end(), expected.end() - channels_, expected.end());
      }
    }
  }
  const std::vector<std::uint8_t> found = convert(samples);
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::abs(found[i] - expected[i]) >= kLeastVisible) return true;
  }
  return false;
}

void convert_to_srgb(Pixels& pixels, std::string_view profile) {
  const auto conversion = ColorConversion::make(profile, pixels.channels);
  if (!conversion || !conversion->changes_colors()) return;
  pixels.samples = conversion->convert(pixels.samples);
  pixels.channels = 3;
}

Result<std::string> make_srgb_profile() {
  constexpr double kVersion = 4.2;
  const Error failure{"lcms2 cannot make the sRGB colour profile", "", {}};
  const Profile profile(cmsCreate_sRGBProfile());
  if (profile == nullptr) return failure;
  cmsSetProfileVersion(profile.get(), kVersion);
  cmsUInt32Number size = 0;
  if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) return failure;
  std::string bytes(size, '\0');
  if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return failure;
  if (bytes.size() < kDateOffset + kFixedDate.size()) return failure;
  bytes.replace(kDateOffset, kFixedDate.size(), kFixedDate);
  return bytes;
}

}  // namespace garland
