// Compression by libdeflate. Same bytes in, same bytes out.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct libdeflate_compressor;

namespace garland {

// Compresses one text after the other; of each thread its own.
class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  // The bytes as a zlib stream (RFC 1950).
  std::string zlib(std::string_view bytes);

 private:
  struct Freer {
    void operator()(libdeflate_compressor* compressor) const;
  };
  std::unique_ptr<libdeflate_compressor, Freer> compressor_;
};

}  // namespace garland
