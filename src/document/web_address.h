// What addresses lead to, by their schemes: the one table of them. Which may be followed from a
// book is for book/addresses.h to say, by this table.
#pragma once

#include <string>
#include <string_view>

namespace garland {

enum class AddressKind {
  Relative,  // no scheme
  Web,       // http, https
  Transfer,  // ftp: names a host as well
  Name,      // mailto, urn, doi and others that do nothing but address
  Program,   // javascript and others whose text is run or shown as a page
  Local,     // file
  Other
};

// Of a scheme in lower case; empty is Relative.
AddressKind kind_of_scheme(std::string_view scheme);

// Of an address as browsers read it: they pass over white space and controls in a scheme.
AddressKind address_kind(std::string_view address);

// Whether an address runs a program or reads local files, pictures as data excepted; CommonMark's
// reference renderer leaves such addresses out.
bool runs_programs(std::string_view address);

// The address of a page on the web, with what no address may hold percent-encoded; empty for what
// is none.
std::string web_address(std::string_view text);

}  // namespace garland
