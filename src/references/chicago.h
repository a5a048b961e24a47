// Chicago's author-date manner: entries of the list, and the words of a citation (The Chicago
// Manual of Style, 18th edition, chapters 13 and 14).
#pragma once

#include <string>
#include <string_view>

#include "document/document.h"
#include "references/references.h"

namespace garland {

// A field's text, or an empty view.
std::string_view field_of(const ReferenceEntry& entry, std::string_view name);

// "1999", "1984–1986", a status ("forthcoming") or "n.d.".
std::string year_of(const ReferenceEntry& entry, const CitationTerms& terms);

// Whom a citation names: "Roe", "Roe and Poe", "Roe et al."; for a work without people its title.
// `with_initials`: the first author's initials too, where two authors share a family name.
std::string citation_label(const ReferenceEntry& entry, const CitationTerms& terms,
                           bool with_initials);

// The whole entry. `suffix` ("a") stands after the year where one label has two works in a year.
Inlines chicago_entry(const ReferenceEntry& entry, std::string_view suffix,
                      const CitationTerms& terms);

}  // namespace garland
