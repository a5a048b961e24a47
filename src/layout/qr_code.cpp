#include "layout/qr_code.h"

#include <qrencode.h>

#include <cstddef>
#include <memory>

namespace garland {
namespace {

constexpr std::size_t kMostBytes = 2953;  // that the largest code holds (table 7)

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};
using Encoded = std::unique_ptr<QRcode, FreeCode>;

Encoded encode(const std::string& text, QRecLevel level) {
  constexpr int kSmallestVersion = 0;
  constexpr int kCaseMatters = 1;
  return Encoded(
      QRcode_encodeString(text.c_str(), kSmallestVersion, level, QR_MODE_8, kCaseMatters));
}

// Joins the dark modules of a row to runs, and such a run to the one above it of the same place and
// length.
class ModuleJoiner {
 public:
  explicit ModuleJoiner(const QRcode& code) : code_(code) {
    above_.resize(static_cast<std::size_t>(code.width));
  }

  QrCode join() {
    joined_.modules = code_.width;
    for (int y = 0; y < code_.width; ++y) {
      for (int x = 0; x < code_.width; ++x) {
        const int begin = x;
        while (x < code_.width && is_dark(x, y)) ++x;
        if (x > begin) add_run(begin, x - begin, y);
      }
    }
    return std::move(joined_);
  }

 private:
  bool is_dark(int x, int y) const { return (code_.data[y * code_.width + x] & 1) != 0; }

  void add_run(int left, int width, int y) {
    std::size_t& index = above_[static_cast<std::size_t>(left)];
    if (index < joined_.dark.size()) {
      DarkModules& above = joined_.dark[index];
      if (above.left == left && above.width == width && above.top + above.height == y) {
        ++above.height;
        return;
      }
    }
    index = joined_.dark.size();
    joined_.dark.push_back({static_cast<std::uint8_t>(left), static_cast<std::uint8_t>(y),
                            static_cast<std::uint8_t>(width), 1});
  }

  const QRcode& code_;
  QrCode joined_;
  std::vector<std::size_t> above_;  // by its left module, the last run
};

}  // namespace

std::optional<QrCode> make_qr_code(const std::string& text, int most_modules) {
  if (text.size() > kMostBytes) return std::nullopt;
  for (const QRecLevel level : {QR_ECLEVEL_M, QR_ECLEVEL_L}) {
    const Encoded code = encode(text, level);
    if (code != nullptr && code->width <= most_modules) return ModuleJoiner(*code).join();
  }
  return std::nullopt;
}

}  // namespace garland
