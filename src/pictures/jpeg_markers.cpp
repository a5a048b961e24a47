#include "pictures/jpeg_markers.h"

#include <cstddef>

namespace garland {
namespace {

// Second bytes of markers (T.81, table B.1).
constexpr unsigned kRestart0 = 0xD0;
constexpr unsigned kRestart7 = 0xD7;
constexpr unsigned kStartOfImage = 0xD8;
constexpr unsigned kEndOfImage = 0xD9;
constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kApplication0 = 0xE0;
constexpr unsigned kApplication14 = 0xEE;
constexpr unsigned kApplication15 = 0xEF;
constexpr unsigned kComment = 0xFE;
constexpr unsigned kTemporary = 0x01;

class Stripper {
 public:
  explicit Stripper(std::string_view bytes) : bytes_(bytes) { out_.reserve(bytes.size()); }

  std::string run() {
    while (find_marker()) {
      const unsigned marker = byte(at_ + 1);
      if (marker == kEndOfImage) break;
      if (marker == kStartOfImage || marker == kTemporary ||
          (marker >= kRestart0 && marker <= kRestart7)) {
        copy(2);
      } else if (!copy_segment(marker)) {
        break;
      }
    }
    out_ += "\xFF\xD9";
    return std::move(out_);
  }

 private:
  unsigned byte(std::size_t at) const { return static_cast<unsigned char>(bytes_[at]); }

  void copy(std::size_t count) {
    out_.append(bytes_.substr(at_, count));
    at_ += count;
  }

  // Moves to the next marker, past fill bytes. False at the end of the file.
  bool find_marker() {
    for (; at_ + 1 < bytes_.size(); ++at_) {
      const unsigned next = byte(at_ + 1);
      if (byte(at_) == 0xFF && next != 0x00 && next != 0xFF) return true;
    }
    return false;
  }

  // False when the file ends within the segment.
  bool copy_segment(unsigned marker) {
    if (bytes_.size() - at_ < 4) return false;
    const std::size_t length = 2 + byte(at_ + 2) * std::size_t{256} + byte(at_ + 3);
    if (bytes_.size() - at_ < length) return false;
    const std::string_view body = bytes_.substr(at_ + 4, length - 4);
    if (marker == kApplication0 && body.starts_with(std::string_view("JFIF\0", 5))) {
      write_jfif(body);
      at_ += length;
    } else if (is_needed(marker, body)) {
      copy(length);
    } else {
      at_ += length;
    }
    if (marker == kStartOfScan) copy_scan();
    return true;
  }

  static bool is_needed(unsigned marker, std::string_view body) {
    if (marker == kApplication14) return body.starts_with("Adobe");
    return marker != kComment && (marker < kApplication0 || marker > kApplication15);
  }

  // JFIF's segment without a thumbnail (JFIF 1.02): version, unit and density stay.
  void write_jfif(std::string_view body) {
    constexpr std::size_t kDensityEnd = 12;
    if (body.size() < kDensityEnd) return;
    out_.append("\xFF\xE0\x00\x10", 4);
    out_.append(body.substr(0, kDensityEnd));
    out_.append("\0\0", 2);
  }

  // Packed data goes on until a marker that is neither a stuffed byte nor a restart.
  void copy_scan() {
    std::size_t end = at_;
    for (; end + 1 < bytes_.size(); ++end) {
      if (byte(end) != 0xFF) continue;
      const unsigned next = byte(end + 1);
      const bool is_data = next == 0x00 || (next >= kRestart0 && next <= kRestart7);
      if (!is_data && next != 0xFF) break;
    }
    if (end + 1 >= bytes_.size()) end = bytes_.size();
    copy(end - at_);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string strip_jpeg(std::string_view bytes) { return Stripper(bytes).run(); }

}  // namespace garland
