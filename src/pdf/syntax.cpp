#include "pdf/syntax.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "base/rounding.h"
#include "base/unicode.h"

namespace garland {
namespace {

void append_hex(std::string& out, unsigned unit) {
  fmt::format_to(std::back_inserter(out), "{:04X}", unit);
}

// PDF/A-2, 6.1.13, in bytes.
constexpr std::size_t kMaxStringSize = 32'767;

// At most so many characters, of which "…" is the last if there are more.
std::string without_controls(std::string_view utf8, std::size_t max_count) {
  std::string out;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = next_code_point(utf8, offset);
    if (c < ' ' && c != '\t' && c != '\n' && c != '\r') continue;
    if (++count == max_count) return out + "…";
    append_utf8(out, c);
  }
  return out;
}

bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c < ' ' || c > '~') return false;
  }
  return true;
}

}  // namespace

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_number(std::string& out, double value) {
  std::int64_t thousandths = nearest(value * 1000);
  if (thousandths < 0) {
    out += '-';
    thousandths = -thousandths;
  }
  append_integer(out, thousandths / 1000);
  int rest = static_cast<int>(thousandths % 1000);
  if (rest == 0) return;
  out += '.';
  for (int unit = 100; rest != 0; unit /= 10) {
    out += static_cast<char>('0' + rest / unit);
    rest %= unit;
  }
}

void append_number(std::string& out, Length length) { append_number(out, length.points()); }

void append_fill_color(std::string& out, std::uint8_t red, std::uint8_t green, std::uint8_t blue) {
  append_number(out, red / 255.0);
  if (red == green && green == blue) {
    out += " g\n";
    return;
  }
  for (const std::uint8_t value : {green, blue}) {
    out += ' ';
    append_number(out, value / 255.0);
  }
  out += " rg\n";
}

std::string reference(ObjectId object) { return fmt::format("{} 0 R", object); }

void append_escaped(std::string& out, char byte) {
  if (byte == '(' || byte == ')' || byte == '\\') {
    out += '\\';
    out += byte;
  } else if (byte == '\r') {
    // An unescaped line end of any kind is read as "\n".
    out += "\\r";
  } else {
    out += byte;
  }
}

std::string byte_string(std::string_view bytes) {
  std::string out = "(";
  for (const char byte : bytes) append_escaped(out, byte);
  return out += ')';
}

std::string text_string(std::string_view utf8) {
  if (is_plain(utf8) && utf8.size() <= kMaxStringSize) return byte_string(utf8);
  return "<FEFF" + utf16_hex(without_controls(utf8, kMaxStringSize / 4)) + ">";
}

std::string utf16_hex(std::string_view utf8) {
  std::string out;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const char32_t c = next_code_point(utf8, offset);
    if (c >= 0x10000) {
      append_hex(out, 0xD800 + ((c - 0x10000) >> 10));
      append_hex(out, 0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      append_hex(out, c);
    }
  }
  return out;
}

std::string name_object(std::string_view name) {
  constexpr std::string_view kDelimiters = "()<>[]{}/%#";
  std::string out = "/";
  for (const char c : name) {
    const bool is_regular = c > ' ' && c <= '~' && kDelimiters.find(c) == std::string_view::npos;
    if (is_regular) {
      out += c;
    } else {
      fmt::format_to(std::back_inserter(out), "#{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace garland
