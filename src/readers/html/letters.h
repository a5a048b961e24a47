// Letters that a program before the page's own has damaged.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace garland::html {

// "Café" for "CafÃ©": the text that was UTF-8 and has been read as windows-1252. Only where all of
// the text is windows-1252 whose bytes are valid UTF-8: hardly any text is that by itself but words
// in capitals, which are left alone.
std::optional<std::string> read_again_as_utf8(std::string_view text);

}  // namespace garland::html
