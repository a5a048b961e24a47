// The language of a text, judged by its words (Compact Language Detector 2).
#pragma once

#include <string>
#include <string_view>

namespace garland {

struct LanguageGuess {
  std::string language;  // BCP 47, "de", "zh-Hant"; empty where the text does not show one
  int percent = 0;       // how much of the text is in it
};

// Requires valid UTF-8, without markup. Short texts give no language. Looks at pieces of
// a long text, and at its first 64 kB where these show more than one language.
LanguageGuess guess_language(std::string_view text);

}  // namespace garland
