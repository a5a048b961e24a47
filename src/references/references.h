// Reference lists and citations. Book/assemble calls this folder for each work, after the passes
// and before links between works are resolved, in this order: mark_reference_list, cite; and once
// for the whole book: gather_references.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/document.h"

namespace garland {

// --- The work's own list ---

// Makes one Division of role References of the work's list: a division that is one already,
// pandoc's
// "#refs", or the last section headed "References", "Works cited", "Literatur", … Records an
// inference. Loses no text; does nothing the second time.
void mark_reference_list(Document& document);

// One entry of a work's list, without its number or label and without its annotation (what follows
// the first paragraph of a list item).
struct ListedReference {
  Inlines entry;
  SourceRange range;
};
// Entries of every division of role References, in the order of the text.
std::vector<ListedReference> listed_references(const Document& document);

// --- Entries given as data ---

// Reads a bibliography: BibTeX and BibLaTeX (".bib"), CSL-JSON (".json"), CSL-YAML (".yaml",
// ".yml"); by the name's suffix, or else by content. Never fails: what cannot be understood is
// reported and left out. Keys are unique in what comes back: the first of a key is kept. Text
// fields may hold CSL's markup: <i>, <b>, <sup>, <sub>, <span>.
std::vector<ReferenceEntry> read_bibliography(std::string_view text, std::string_view path,
                                              Diagnostics& diagnostics);

// --- Citations ---

// Whether the style is one that we can set.
bool is_known_citation_style(std::string_view name);
const std::vector<std::string_view>& citation_styles();

// The words of the book's language that a citation needs. Defaults are English.
struct CitationTerms {
  std::string_view heading = "References";
  std::string_view conjunction = "and";
  std::string_view edited_by = "edited by";
  std::string_view translated_by = "translated by";
  std::string_view accessed = "accessed";
  std::string_view no_date = "n.d.";
  std::string_view in = "In";
  std::string_view edition = "ed.";  // after a number: "2nd ed."
  std::string_view editor = "ed.";   // after the name of one editor who stands for the author
  std::string_view editors = "eds.";
  std::string_view others = "et al.";
  // "March 12" or "March": a date without its year.
  std::function<std::string(const Date&)> month_day;
};

// The entries that a work may cite, list by list in order of precedence; none is null.
using ReferenceScope = std::vector<const std::vector<ReferenceEntry>*>;

// Renders the work's citations in Chicago's author-date manner (18th edition, chapter 13) and adds
// the entries cited to its list of references, each a paragraph with an id of its own to which the
// citation links. A work without a list gets one at its end, headed `terms.heading`. Keys of the
// scope may repeat: the first one counts. Reports keys that no entry has, with the nearest one;
// their text stays as it was.
void cite(Document& document, std::string_view work_id, const ReferenceScope& scope,
          const CitationTerms& terms, Diagnostics& diagnostics);

// --- The joint list ---

// One entry of the book's joint list.
struct GatheredReference {
  Inlines entry;                      // without ids, notes and pictures: fit to stand anywhere
  std::vector<std::size_t> cited_by;  // indices into `works`, ascending
};

// The entries of all works without duplicates, in the alphabetical order of `language`. Two entries
// are one when they differ only in case, accents, spaces and punctuation, when they have one DOI,
// or when first author with year and title, first author with ISBN, or address with year are
// certain and the same; then the fuller one is kept. Cost: linear but for the sort.
std::vector<GatheredReference> gather_references(const std::vector<const Document*>& works,
                                                 std::string_view language);

}  // namespace garland
