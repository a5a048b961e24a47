// QR codes (ISO/IEC 18004): what is written in one leads from paper to a telephone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace garland {

// White that a code needs on each side, in modules (6.3.8).
constexpr int kQuietModules = 4;
// Modules on a side of the smallest code.
constexpr int kFewestModules = 21;

// A rectangle of dark modules, counted from the code's top left corner.
struct DarkModules {
  std::uint8_t left = 0, top = 0, width = 0, height = 0;
};

struct QrCode {
  int modules = 0;                // on a side; the quiet zone is not counted
  std::vector<DarkModules> dark;  // do not overlap
};

// The smallest code that says the text and can be read with a seventh of it spoilt (level M), or
// where that has more modules on a side than `most_modules`, with a fourteenth (level L). Nothing
// for a text that is too long for that, or empty.
std::optional<QrCode> make_qr_code(const std::string& text, int most_modules);

}  // namespace garland
