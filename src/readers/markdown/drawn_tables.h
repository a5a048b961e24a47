// Tables drawn with signs and spaces, as Pandoc has them (its manual: Tables): grid tables, simple
// tables and tables of several lines to a row.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// The text with such tables as GitHub's, line for line: what is left of their lines is blank. A
// cell's lines become one, parted by breaks where a list or a paragraph begins. A drawing whose
// rows do not fit its columns stays as it is.
std::string with_pipe_tables(std::string_view text);

}  // namespace garland
