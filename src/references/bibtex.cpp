#include "references/bibtex.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "document/metadata_values.h"
#include "references/bibtex_parser.h"
#include "references/tex_text.h"

namespace garland {
namespace {

constexpr std::size_t kLongestInherited = 4096;  // bytes; many entries may share one parent

struct Mapping {
  std::string_view from;
  std::string_view to;
};

constexpr std::array kTypes = std::to_array<Mapping>({
    {"article", "article-journal"},
    {"suppperiodical", "article-journal"},
    {"book", "book"},
    {"mvbook", "book"},
    {"collection", "book"},
    {"mvcollection", "book"},
    {"reference", "book"},
    {"proceedings", "book"},
    {"mvproceedings", "book"},
    {"periodical", "periodical"},
    {"inbook", "chapter"},
    {"bookinbook", "chapter"},
    {"suppbook", "chapter"},
    {"incollection", "chapter"},
    {"suppcollection", "chapter"},
    {"inreference", "entry"},
    {"inproceedings", "paper-conference"},
    {"conference", "paper-conference"},
    {"booklet", "pamphlet"},
    {"manual", "book"},
    {"thesis", "thesis"},
    {"phdthesis", "thesis"},
    {"mastersthesis", "thesis"},
    {"report", "report"},
    {"techreport", "report"},
    {"online", "webpage"},
    {"electronic", "webpage"},
    {"www", "webpage"},
    {"unpublished", "manuscript"},
    {"patent", "patent"},
    {"video", "motion_picture"},
    {"movie", "motion_picture"},
    {"audio", "song"},
    {"software", "software"},
    {"dataset", "dataset"},
});

// Fields that say one thing under several names; the first that an entry has is taken.
constexpr std::array kFields = std::to_array<Mapping>({
    {"journaltitle", "container-title"},
    {"journal", "container-title"},
    {"booktitle", "container-title"},
    {"volume", "volume"},
    {"issue", "issue"},
    {"pages", "page"},
    {"publisher", "publisher"},
    {"school", "publisher"},
    {"institution", "publisher"},
    {"organization", "publisher"},
    {"location", "publisher-place"},
    {"address", "publisher-place"},
    {"edition", "edition"},
    {"series", "collection-title"},
    {"type", "genre"},
    {"doi", "DOI"},
    {"isbn", "ISBN"},
    {"urldate", "accessed"},
    {"langid", "language"},
    {"language", "language"},
    {"version", "version"},
    {"howpublished", "medium"},
    {"note", "note"},
    {"pubstate", "status"},
});

// What BibLaTeX prints for its own words in `type` (its english.lbx).
constexpr std::array kGenres = std::to_array<Mapping>({
    {"phdthesis", "PhD diss."},
    {"mathesis", "Master’s thesis"},
    {"mastersthesis", "Master’s thesis"},
    {"bathesis", "Bachelor’s thesis"},
    {"candthesis", "Candidate thesis"},
    {"techreport", "Technical report"},
    {"resreport", "Research report"},
    {"software", "Computer software"},
    {"datacd", "Data CD"},
    {"audiocd", "Audio CD"},
});

template <typename Table>
std::string_view mapped(const Table& table, std::string_view from, std::string_view otherwise) {
  const auto* found = std::find_if(table.begin(), table.end(),
                                   [from](const Mapping& mapping) { return mapping.from == from; });
  return found == table.end() ? otherwise : found->to;
}

bool has_field(const ReferenceEntry& entry, std::string_view name) {
  return std::any_of(entry.fields.begin(), entry.fields.end(),
                     [name](const auto& field) { return field.first == name; });
}

void set_field(ReferenceEntry& entry, std::string_view name, std::string text) {
  if (text.empty() || has_field(entry, name)) return;
  entry.fields.emplace_back(name, std::move(text));
}

// "A and B and {C and D}" in its parts: an "and" inside braces divides nothing.
std::vector<std::string_view> split_names(std::string_view tex) {
  std::vector<std::string_view> names;
  std::size_t begin = 0;
  std::size_t depth = 0;
  for (std::size_t at = 0; at < tex.size(); ++at) {
    if (tex[at] == '{') ++depth;
    if (tex[at] == '}' && depth > 0) --depth;
    const bool is_and = depth == 0 && tex.substr(at).starts_with("and") && at > begin &&
                        is_space(static_cast<unsigned char>(tex[at - 1])) && at + 3 < tex.size() &&
                        is_space(static_cast<unsigned char>(tex[at + 3]));
    if (!is_and) continue;
    names.push_back(trim(tex.substr(begin, at - begin)));
    begin = at + 3;
  }
  names.push_back(trim(tex.substr(begin)));
  return names;
}

std::vector<Contributor> names_from_tex(std::string_view tex, Role role) {
  std::vector<Contributor> names;
  for (const std::string_view part : split_names(tex)) {
    const std::string name = text_from_tex(part);
    if (name.empty() || name == "others") continue;
    if (part.starts_with('{') && part.ends_with('}')) {
      names.push_back({name, "", "", "", role});  // braces around the whole: an organisation
    } else {
      names.push_back(contributor_from_name(name, role));
    }
  }
  return names;
}

// "2004-03" or "2004" with a month; a range keeps its slash.
std::string issued(const BibtexEntry& source) {
  if (!source.field("date").empty()) return text_from_tex(source.field("date"));
  std::string year = text_from_tex(source.field("year"));
  const std::string month = text_from_tex(source.field("month"));
  const bool is_number = !month.empty() && month.size() <= 2 &&
                         month.find_first_not_of("0123456789") == std::string::npos;
  if (!year.empty() && is_number) year += fmt::format("-{:0>2}", month);
  return year;
}

std::string title_of(const BibtexEntry& source, std::string_view name, std::string_view subtitle) {
  std::string title = text_from_tex(source.field(name));
  const std::string second = text_from_tex(source.field(subtitle));
  if (title.empty() || second.empty()) return title;
  const bool has_stop = title.ends_with('?') || title.ends_with('!') || title.ends_with(':');
  return title + (has_stop ? " " : ": ") + second;
}

void set_address(ReferenceEntry& entry, const BibtexEntry& source) {
  // An address is no TeX but for its escapes.
  std::string url(trim(source.field("url")));
  url.erase(std::remove(url.begin(), url.end(), '\\'), url.end());
  const std::string_view archive = source.field("eprinttype").empty()
                                       ? source.field("archiveprefix")
                                       : source.field("eprinttype");
  if (url.empty() && to_lower(archive) == "arxiv" && !source.field("eprint").empty()) {
    url = "https://arxiv.org/abs/" + std::string(source.field("eprint"));
  }
  set_field(entry, "URL", url);
}

// Fields that are lists joined by "and", as names are (BibLaTeX manual, 2.2.1).
bool is_list_field(std::string_view name) {
  return name == "publisher" || name == "location" || name == "address" || name == "institution" ||
         name == "organization" || name == "school";
}

std::string field_text(const BibtexEntry& source, std::string_view name) {
  const std::string_view tex = source.field(name);
  if (name == "type") {
    const std::string text = text_from_tex(tex);
    return std::string(mapped(kGenres, text, text));
  }
  if (!is_list_field(name)) return text_from_tex(tex);
  std::string text;
  for (const std::string_view part : split_names(tex)) {
    text += (text.empty() ? "" : "; ") + text_from_tex(part);
  }
  return text;
}

// The thesis that the entry type itself names.
std::string_view default_genre(std::string_view type) {
  return type == "phdthesis" || type == "mastersthesis" ? mapped(kGenres, type, "") : "";
}

ReferenceEntry entry_from(const BibtexEntry& source) {
  ReferenceEntry entry;
  entry.key = source.key;
  entry.type = mapped(kTypes, source.type, "document");
  if (source.field("entrysubtype") == "magazine") entry.type = "article-magazine";
  entry.authors = names_from_tex(source.field("author"), Role::Author);
  entry.editors = names_from_tex(source.field("editor"), Role::Editor);
  entry.translators = names_from_tex(source.field("translator"), Role::Translator);
  set_field(entry, "title", title_of(source, "title", "subtitle"));
  set_field(entry, "container-title", title_of(source, "booktitle", "booksubtitle"));
  set_field(entry, "issued", issued(source));
  for (const Mapping& mapping : kFields) {
    set_field(entry, mapping.to, field_text(source, mapping.from));
  }
  set_field(entry, "genre", std::string(default_genre(source.type)));
  const bool is_article = entry.type.starts_with("article");
  set_field(entry, is_article ? "issue" : "number", text_from_tex(source.field("number")));
  set_address(entry, source);
  return entry;
}

// What an entry takes from the one it is part of (BibLaTeX manual, 2.4.1 and appendix B).
void inherit(BibtexEntry& entry, const BibtexEntry& parent) {
  constexpr std::array<std::string_view, 6> kOwn = {"title",    "subtitle", "shorttitle",
                                                    "crossref", "xref",     "annotation"};
  for (const auto& [name, text] : parent.fields) {
    std::string target = name;
    if (name == "title") target = "booktitle";
    if (name == "subtitle") target = "booksubtitle";
    const bool is_own = target == name && std::find(kOwn.begin(), kOwn.end(), name) != kOwn.end();
    if (text.size() > kLongestInherited) continue;
    if (!is_own && entry.field(target).empty()) entry.fields.emplace_back(target, text);
  }
}

}  // namespace

std::vector<ReferenceEntry> read_bibtex(std::string_view text, Diagnostics& diagnostics) {
  std::vector<BibtexEntry> sources = parse_bibtex(text, diagnostics);
  std::map<std::string, std::size_t> by_key;
  for (std::size_t i = 0; i < sources.size(); ++i) by_key.emplace(sources[i].key, i);
  std::vector<ReferenceEntry> entries;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    BibtexEntry& source = sources[i];
    if (source.type == "set" || source.type == "xdata") continue;
    if (by_key.at(source.key) != i) {
      diagnostics.warning("duplicate-key", SourceRange::at(source.line, 1),
                          fmt::format("the key “{}” is used a second time", source.key),
                          "give each entry a key of its own; the first one is used");
      continue;
    }
    const std::string whole(trim(source.field("crossref")));
    const auto parent = by_key.find(whole);
    if (parent != by_key.end() && parent->second != i) inherit(source, sources[parent->second]);
    if (parent == by_key.end() && !whole.empty()) {
      diagnostics.warning("unknown-crossref", SourceRange::at(source.line, 1),
                          fmt::format("“{}” is part of “{}”, which is not here", source.key, whole),
                          "add an entry of that key, or mend the crossref");
    }
    entries.push_back(entry_from(source));
  }
  return entries;
}

}  // namespace garland
