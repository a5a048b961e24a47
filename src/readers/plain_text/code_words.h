// The words of code: keywords and commands that begin its lines, and the names by which pages label
// it. To teach the reader a language, add to the tables in plain_text/code_words.cpp.
#pragma once

#include <string_view>

namespace garland::plain {

// Words with which programs and commands begin a line: "let", "def", "sudo".
bool is_code_word(std::string_view word);
bool is_command(std::string_view word);

// The name of a language as it is known by (CodeBlock::language) when the text is nothing but that
// name, as pages label their code with it: "BASH", "C++", "Output"; empty when it is none.
// `is_label` tells whether it labels code at all: "Output" does and names no language.
std::string_view labelled_language(std::string_view text, bool& is_label);

}  // namespace garland::plain
