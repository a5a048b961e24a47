// The floor of the benchmark: what any program must do that turns these files into one container:
// read, hash and deflate the same bytes, on one thread.
#include <libdeflate.h>

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

constexpr int kLevel = 6;

struct CompressorDeleter {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

std::string read_all(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) return 2;
  const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
      libdeflate_alloc_compressor(kLevel));
  std::uint32_t hash = 0;
  std::size_t total = 0;
  for (const auto& entry : std::filesystem::directory_iterator(words[1])) {
    const std::string bytes = read_all(entry.path());
    hash ^= libdeflate_crc32(0, bytes.data(), bytes.size());
    std::vector<char> out(libdeflate_deflate_compress_bound(compressor.get(), bytes.size()));
    total += libdeflate_deflate_compress(compressor.get(), bytes.data(), bytes.size(), out.data(),
                                         out.size());
  }
  std::printf("%zu bytes, %08x\n", total, hash);
  return 0;
}
