// PDF objects as text (ISO 32000-1, 7.3). Numbers have at most three decimals and never depend on
// the locale.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/length.h"

namespace garland {

// Number of an indirect object.
using ObjectId = std::uint32_t;

void append_number(std::string& out, double value);
void append_number(std::string& out, Length length);  // in points
void append_integer(std::string& out, std::int64_t value);

// The operator that sets the colour of what is filled next (8.6.8), with its line end: "0.2 g".
void append_fill_color(std::string& out, std::uint8_t red, std::uint8_t green, std::uint8_t blue);

// "12 0 R"
std::string reference(ObjectId object);

// A byte as it stands in "(…)" (7.3.4.2).
void append_escaped(std::string& out, char byte);
// "(…)" with the bytes as they are.
std::string byte_string(std::string_view bytes);

// A text string (7.9.2.2): plain where all is ASCII, else UTF-16 with its byte-order mark. Control
// characters but tab and line end are left out. Longer texts than PDF/A-2 allows (6.1.13) are cut
// and end in "…".
std::string text_string(std::string_view utf8);

// UTF-16BE in hexadecimal digits, without mark or brackets. Requires valid UTF-8.
std::string utf16_hex(std::string_view utf8);

// "/Name" with what a name cannot hold escaped (7.3.5).
std::string name_object(std::string_view name);

}  // namespace garland
