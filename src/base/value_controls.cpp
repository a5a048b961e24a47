#include <utility>

#include "base/unicode.h"
#include "base/value.h"

namespace garland {
namespace {

// Control characters below the space, delete, and whatever may be beyond ASCII.
bool may_be_strange(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x7F || (byte < 0x20 && byte != '\n' && byte != '\t')) return true;
  }
  return false;
}

}  // namespace

void remove_control_characters(Value& value, Diagnostics& diagnostics) {
  for (Value& item : value.list) remove_control_characters(item, diagnostics);
  for (auto& [key, item] : value.map) remove_control_characters(item, diagnostics);
  if (!may_be_strange(value.scalar) || !is_valid_utf8(value.scalar)) return;
  DecodedText decoded = decode_text(value.scalar);
  if (decoded.removed_count == 0) return;
  value.scalar = std::move(decoded.text);
  diagnostics.warning("control-characters", value.range,
                      "control characters in this value are left out", "write it without them");
}

}  // namespace garland
