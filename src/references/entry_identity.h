// Whether two entries, written by different hands, name one work.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "document/inline.h"

namespace garland {

// Whether a year from 1500 to 2099 stands in the text by itself.
bool has_year(std::string_view text);

// What is sure about an entry. Empty strings where it cannot be told.
struct EntryIdentity {
  std::string normalized;  // all letters and digits, without case and accents
  std::string doi;         // lower case, without "https://doi.org/"
  std::string work;        // first author's family name, year and title as one key
  std::string address;     // the page it leads to, with its year: "example.org/a|1999"
  std::string isbn;        // thirteen digits and the first author's family name
};
EntryIdentity identify_entry(const Inlines& entry);

}  // namespace garland
