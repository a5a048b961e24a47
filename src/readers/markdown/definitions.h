// Definitions of references on a line of their own (CommonMark: Link reference definitions), with
// Pandoc's attribute lists behind them.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace garland {

// "[label]: address "title" {list}", as offsets into the line.
struct ReferenceDefinition {
  std::size_t end = 0;      // behind the address or the title
  char title_end = 0;       // the sign that closes the title; 0 where there is none
  std::size_t list_at = 0;  // of the attribute list, which ends the line; 0 where there is none
};

// Reads a line where a definition may begin: at the head of the text, behind a blank line or
// another definition. Nothing where CommonMark would see no definition even without the list, or
// where the line is indented as code is.
std::optional<ReferenceDefinition> read_definition(std::string_view line);

// Stands in the title of a reference's definition before its attribute list ("{width=50%}").
constexpr char kListMark = '\x04';

// The line with the list drawn into its title, behind kListMark, since CommonMark has no lists
// there: "[sea]: sea.png {width=50%}". Needs a definition with a list.
std::string with_list_in_title(std::string_view line, const ReferenceDefinition& definition);

// Undoes with_list_in_title in each line of a text that was no definition after all.
std::string with_list_behind_title(std::string_view text);

}  // namespace garland
