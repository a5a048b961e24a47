#include "base/deflate.h"

#include <libdeflate.h>

#include <new>

namespace garland {
namespace {

// libdeflate's levels.
constexpr int kQuickLevel = 4;
constexpr int kSmallLevel = 6;

}  // namespace

void Deflater::Freer::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

Deflater::Deflater(Packing packing)
    : compressor_(
          libdeflate_alloc_compressor(packing == Packing::Quick ? kQuickLevel : kSmallLevel)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

Deflater::~Deflater() = default;

std::string Deflater::zlib(std::string_view bytes) {
  std::string out(libdeflate_zlib_compress_bound(compressor_.get(), bytes.size()), '\0');
  const std::size_t size = libdeflate_zlib_compress(compressor_.get(), bytes.data(), bytes.size(),
                                                    out.data(), out.size());
  return {out, 0, size};
}

std::string Deflater::deflate(std::string_view bytes) {
  std::string out(libdeflate_deflate_compress_bound(compressor_.get(), bytes.size()), '\0');
  const std::size_t size = libdeflate_deflate_compress(compressor_.get(), bytes.data(),
                                                       bytes.size(), out.data(), out.size());
  return {out, 0, size};
}

std::uint32_t crc32(std::string_view bytes) {
  return libdeflate_crc32(0, bytes.data(), bytes.size());
}

}  // namespace garland
