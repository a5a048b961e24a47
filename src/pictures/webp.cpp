#include "pictures/webp.h"

#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "pictures/alpha.h"
#include "pictures/check_size.h"
#include "pictures/color.h"
#include "pictures/exif.h"
#include "pictures/orientation.h"

namespace garland {
namespace {

using Demuxer = std::unique_ptr<WebPDemuxer, decltype(&WebPDemuxDelete)>;

Error broken_webp() {
  return {"the WebP file is broken", "open it in a picture editor and save it again", {}};
}

const std::uint8_t* octets(std::string_view bytes) {
  return reinterpret_cast<const std::uint8_t*>(bytes.data());
}

// A chunk's bytes; empty when the file has none of that name.
std::string chunk(const WebPDemuxer* demuxer, const char* name) {
  WebPChunkIterator at{};
  std::string bytes;
  if (WebPDemuxGetChunk(demuxer, name, 1, &at) != 0) {
    bytes.assign(reinterpret_cast<const char*>(at.chunk.bytes), at.chunk.size);
  }
  WebPDemuxReleaseChunkIterator(&at);
  return bytes;
}

Result<Pixels> decode_frame(const WebPIterator& frame) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(frame.fragment.bytes, frame.fragment.size, &features) != VP8_STATUS_OK) {
    return broken_webp();
  }
  if (Status size =
          check_picture_size(static_cast<std::uint32_t>(features.width),
                             static_cast<std::uint32_t>(features.height), kMaxPicturePixels);
      !size) {
    return size.error();
  }
  Pixels pixels{features.width, features.height, 3, {}, {}};
  const std::size_t pixel_count =
      static_cast<std::size_t>(features.width) * static_cast<std::size_t>(features.height);
  const std::size_t channels = features.has_alpha != 0 ? 4 : 3;
  std::vector<std::uint8_t> samples(pixel_count * channels);
  const int stride = features.width * static_cast<int>(channels);
  const auto decode = channels == 4 ? &WebPDecodeRGBAInto : &WebPDecodeRGBInto;
  if (decode(frame.fragment.bytes, frame.fragment.size, samples.data(), samples.size(), stride) ==
      nullptr) {
    return broken_webp();
  }
  set_samples(std::move(samples), channels == 4, pixels);
  return pixels;
}

bool is_packed_with_loss(const WebPIterator& frame) {
  constexpr int kLossy = 1;
  WebPBitstreamFeatures features{};
  return WebPGetFeatures(frame.fragment.bytes, frame.fragment.size, &features) == VP8_STATUS_OK &&
         features.format == kLossy;
}

}  // namespace

Result<PreparedPicture> prepare_webp(std::string_view bytes, std::int64_t most_pixels) {
  const WebPData data{octets(bytes), bytes.size()};
  const Demuxer demuxer(WebPDemux(&data), &WebPDemuxDelete);
  if (demuxer == nullptr) return broken_webp();
  WebPIterator frame{};
  const std::unique_ptr<WebPIterator, decltype(&WebPDemuxReleaseIterator)> owner(
      &frame, &WebPDemuxReleaseIterator);
  if (WebPDemuxGetFrame(demuxer.get(), 1, &frame) == 0) return broken_webp();
  Result<Pixels> pixels = decode_frame(frame);
  if (!pixels) return pixels.error();
  convert_to_srgb(*pixels, chunk(demuxer.get(), "ICCP"));
  const Exif exif = read_exif(std::string(kExifPrefix) + chunk(demuxer.get(), "EXIF"));
  DecodedPicture decoded;
  decoded.pixels = turn_upright(std::move(*pixels), exif.orientation);
  decoded.pixels_per_inch = exif.pixels_per_inch;
  decoded.nature = is_packed_with_loss(frame) ? PictureNature::Photograph : PictureNature::Drawing;
  if (frame.num_frames > 1) decoded.repair = stopped_animation();
  return pack_picture(std::move(decoded), most_pixels);
}

}  // namespace garland
