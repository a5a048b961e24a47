// The script of a block's words, and the language that a script stands for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/document.h"

namespace garland {

// ISO 15924 codes here are those of whole writing systems: "Jpan" and "Kore" with their Chinese
// characters, "Hani" for these alone.

// The script in which a language is written; empty where it may be any of several, as Serbian.
std::string own_script(std::string_view language);

// What the letters of some words are, seen from a text in the script `own`.
struct ScriptVerdict {
  enum class Kind {
    Nothing,  // no letters, or too few to say anything
    Own,      // of that script, or of several
    Foreign   // of `script`, whole or nearly so
  };
  Kind kind = Kind::Nothing;
  std::string_view script;
};

// The words are in another script than `own` when three letters in four are, or when more than half
// are and the first is one of them. The first letter alone (Unicode annex 9, P2) would turn an
// English paragraph over that begins with a Hebrew word, and the greater part alone one that quotes
// a long Arabic sentence. Words of nodes with a language of their own do not count.
ScriptVerdict script_verdict(const Inlines& inlines, std::string_view own);

// All that the block holds as one; Foreign where each part is, and all in one script.
ScriptVerdict script_verdict(const Block& block, std::string_view own);

// The language of words in a script: what the detector is sure of, else the one that has the script
// to itself ("el" for "Grek"), else none but the script ("und-Cyrl").
std::string language_in_script(std::string_view words, std::string_view script);

}  // namespace garland
