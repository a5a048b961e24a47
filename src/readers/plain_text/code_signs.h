// What one line says of being code: operators, brackets, prompts, keywords, compilers' messages -
// and of being prose. Evidence only; plain_text/code weighs it over regions.
#pragma once

#include <string_view>

namespace garland::plain {

struct CodeSigns {
  int points = 0;          // 0 none, 1 a hint, 2 likely, 3 and more nearly sure
  bool is_prose = false;   // running words, whatever signs stand among them
  bool is_prompt = false;  // a shell's or interpreter's: "$ ls", ">>> f()"
  int words = 0;
  int depth = 0;  // brackets "{", "(", "[" that the line opens, less those that it closes
};

// Of a line's text without the white space at its ends. A very long line is prose. Cost linear.
CodeSigns code_signs(std::string_view text);

}  // namespace garland::plain
