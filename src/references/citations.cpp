// The citations of one work: which entries they mean, their words, and the entries' place at the
// end.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"
#include "references/chicago.h"
#include "references/entry_identity.h"
#include "references/references.h"
#include "references/rich_text.h"

namespace garland {
namespace {

constexpr std::array<std::string_view, 1> kStyles = {"chicago-author-date"};

constexpr std::size_t kMostReported = 50;  // unknown keys of one work

// An entry that the work cites.
struct Cited {
  const ReferenceEntry* entry = nullptr;
  std::string label;   // "Roe"
  std::string year;    // "1999"
  std::string suffix;  // "a" where label and year are another's too
  std::string anchor;  // id of the entry's paragraph

  std::string full_year() const { return year + suffix; }
};

using CitedByKey = std::map<std::string, Cited, std::less<>>;

std::string first_author(const ReferenceEntry& entry) {
  const std::vector<Contributor>& people = entry.authors.empty() ? entry.editors : entry.authors;
  return people.empty() ? std::string() : people.front().name;
}

// Two authors of one family name are told apart by initials (13.115).
void set_labels(CitedByKey& cited, const CitationTerms& terms) {
  std::map<std::string, std::set<std::string>> authors_of;
  for (auto& [key, item] : cited) {
    item.label = citation_label(*item.entry, terms, false);
    item.year = year_of(*item.entry, terms);
    authors_of[item.label].insert(first_author(*item.entry));
  }
  for (auto& [key, item] : cited) {
    const bool is_shared = authors_of[item.label].size() > 1;
    if (is_shared) item.label = citation_label(*item.entry, terms, true);
  }
}

// The order of the list: author, year, title.
std::vector<Cited*> sorted(CitedByKey& cited) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::vector<std::pair<Key, Cited*>> keyed;
  for (auto& [key, item] : cited) {
    const std::string opening = plain_text(chicago_entry(*item.entry, "", {}));
    const std::string title(field_of(*item.entry, "title"));
    const std::string names = opening.substr(0, opening.find(item.year));
    keyed.push_back({{collation_key(names, ""), item.year, collation_key(title, "")}, &item});
  }
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<Cited*> list;
  for (const auto& [key, item] : keyed) list.push_back(item);
  return list;
}

// "a", "b", …, "z", "aa".
std::string year_suffix(std::size_t index) {
  std::string suffix(1, static_cast<char>('a' + index % 26));
  return index < 26 ? suffix : year_suffix(index / 26 - 1) + suffix;
}

// Works of one label and year take letters in the order of the list (13.116).
void set_year_suffixes(const std::vector<Cited*>& list) {
  std::map<std::pair<std::string, std::string>, std::vector<Cited*>> groups;
  for (Cited* item : list) groups[{item->label, item->year}].push_back(item);
  for (auto& [label_and_year, group] : groups) {
    for (std::size_t i = 0; group.size() > 1 && i < group.size(); ++i) {
      group[i]->suffix = year_suffix(i);
    }
  }
}

// "p. 3-5" -> "3–5": Chicago prints page numbers bare.
std::string locator_text(std::string_view locator) {
  for (const std::string_view label : {"pp.", "p.", "pages ", "page "}) {
    if (locator.starts_with(label)) {
      locator = trim(locator.substr(label.size()));
      break;
    }
  }
  std::string text(locator);
  for (std::size_t at = text.find('-'); at != std::string::npos; at = text.find('-', at + 1)) {
    const bool is_between = at > 0 && at + 1 < text.size() && text[at - 1] >= '0' &&
                            text[at - 1] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
    if (is_between) text.replace(at, 1, "–");
  }
  return text;
}

Inline link_to(std::string_view work_id, const Cited& cited, std::string_view text) {
  LinkTarget target{LinkTarget::Kind::Internal, "", std::string(work_id), cited.anchor};
  Inline node;
  node.content = Link{std::move(target), "", inlines_from_rich_text(text)};
  return node;
}

class CitationRenderer {
 public:
  CitationRenderer(std::string_view work_id, const CitedByKey& cited)
      : work_id_(work_id), cited_(cited) {}

  // The citation's words; nothing when no key is known.
  Inlines render(const Citation& citation) const {
    const auto is_known = [this](const CitationItem& item) { return cited_.contains(item.key); };
    if (std::none_of(citation.items.begin(), citation.items.end(), is_known)) return {};
    const bool is_narrative = citation.form == Citation::Form::Narrative;
    Inlines out;
    append_text(out, is_narrative ? "" : "(");
    for (std::size_t i = 0; i < citation.items.size(); ++i) {
      if (i > 0) append_text(out, "; ");
      item(out, citation.items[i], is_narrative && i == 0);
    }
    append_text(out, ")");
    return out;
  }

 private:
  void item(Inlines& out, const CitationItem& item, bool is_narrative) const {
    const auto found = cited_.find(item.key);
    if (!item.prefix.empty()) append_text(out, item.prefix + " ");
    if (found == cited_.end()) {
      append_text(out, "@" + item.key + (is_narrative ? " (" : ""));
    } else if (is_narrative) {
      out.push_back(link_to(work_id_, found->second, found->second.label));
      append_text(out, " (" + found->second.full_year());
    } else if (item.suppress_author) {
      out.push_back(link_to(work_id_, found->second, found->second.full_year()));
    } else {
      out.push_back(
          link_to(work_id_, found->second, found->second.label + " " + found->second.full_year()));
    }
    if (!item.locator.empty()) append_text(out, ", " + locator_text(item.locator));
  }

  std::string_view work_id_;
  const CitedByKey& cited_;
};

class WorkCitations {
 public:
  WorkCitations(Document& document, std::string_view work_id, const CitationTerms& terms,
                Diagnostics& diagnostics)
      : document_(document), work_id_(work_id), terms_(terms), diagnostics_(diagnostics) {}

  void run(const ReferenceScope& scope) {
    find_cited(scope);
    if (cited_.empty()) return;
    set_labels(cited_, terms_);
    const std::vector<Cited*> list = sorted(cited_);
    set_year_suffixes(list);
    collect_ids();
    add_to_list(list);
    render();
  }

 private:
  void find_cited(const ReferenceScope& scope) {
    if (!has_citations()) return;  // most works: the scope may be large
    std::map<std::string_view, const ReferenceEntry*> by_key;
    for (const std::vector<ReferenceEntry>* entries : scope) {
      for (const ReferenceEntry& entry : *entries) by_key.emplace(entry.key, &entry);
    }
    std::vector<std::string_view> keys;
    for (const auto& [key, entry] : by_key) keys.push_back(key);
    std::set<std::string> reported;
    query(document_, [&](const Inline& node) {
      const Citation* citation = node.as<Citation>();
      if (citation == nullptr) return;
      for (const CitationItem& item : citation->items) {
        const auto found = by_key.find(item.key);
        if (found != by_key.end()) {
          cited_[item.key].entry = found->second;
        } else if (reported.insert(item.key).second && reported.size() <= kMostReported) {
          report_unknown(item.key, citation->form, node.range, keys);
        }
      }
    });
  }

  bool has_citations() const {
    bool found = false;
    query(document_,
          [&found](const Inline& node) { found = found || node.as<Citation>() != nullptr; });
    return found;
  }

  void report_unknown(const std::string& key, Citation::Form form, SourceRange range,
                      const std::vector<std::string_view>& keys) {
    // Without any bibliography "@name" is somebody's handle rather than a citation.
    if (keys.empty() && form == Citation::Form::Narrative) return;
    const std::string_view nearest = nearest_spelling(key, keys);
    std::string help = "add an entry of that key to a bibliography named under `references:`";
    if (!nearest.empty()) help = fmt::format("did you mean “@{}”?", nearest);
    diagnostics_.warning("unknown-citation", range,
                         fmt::format("no bibliography of this article has the key “{}”", key),
                         std::move(help));
  }

  void collect_ids() {
    query(document_, Visitors{[this](const Block& node) { ids_.insert(node.attributes.id); },
                              [this](const Inline& node) { ids_.insert(node.attributes.id); }});
    for (const Note& note : document_.notes) ids_.insert(note.id);
  }

  std::string unique_id(const std::string& wanted) {
    std::string id = wanted;
    for (int number = 2; !ids_.insert(id).second; ++number) {
      id = fmt::format("{}-{}", wanted, number);
    }
    return id;
  }

  Division& list_division() {
    Division* found = nullptr;
    walk(document_.blocks, [&found](Block& block) {
      Division* division = block.as<Division>();
      const bool is_list = division != nullptr && division->role == Division::Role::References;
      if (is_list && found == nullptr) found = division;
    });
    if (found != nullptr) return *found;
    Block heading;
    heading.content = Heading{1, make_text(std::string(terms_.heading))};
    heading.attributes.id = unique_id("references");
    Block division;
    division.attributes.id = unique_id("reference-list");
    division.content = Division{Division::Role::References, {std::move(heading)}};
    document_.blocks.push_back(std::move(division));
    return *document_.blocks.back().as<Division>();
  }

  // An entry that the author typed himself is not printed twice: the citation leads to it.
  void add_to_list(const std::vector<Cited*>& list) {
    Division& division = list_division();
    std::map<std::string, Block*> typed;
    walk(division.blocks, [&typed](Block& block) {
      const Paragraph* paragraph = block.as<Paragraph>();
      if (paragraph == nullptr) return;
      const EntryIdentity identity = identify_entry(paragraph->inlines);
      typed.emplace(identity.normalized, &block);
      if (!identity.work.empty()) typed.emplace(identity.work, &block);
    });
    Blocks added;
    for (Cited* item : list) {
      Inlines entry = chicago_entry(*item->entry, item->suffix, terms_);
      const std::string id = "ref-" + slug(item->entry->key);
      const EntryIdentity identity = identify_entry(entry);
      auto same = typed.find(identity.normalized);
      if (same == typed.end()) same = typed.find(identity.work);
      Block paragraph;
      Attributes& attributes =
          same == typed.end() ? paragraph.attributes : same->second->attributes;
      if (attributes.id.empty()) attributes.id = unique_id(id);
      item->anchor = attributes.id;
      if (same != typed.end()) continue;
      paragraph.content = Paragraph{std::move(entry)};
      added.push_back(std::move(paragraph));
    }
    std::move(added.begin(), added.end(), std::back_inserter(division.blocks));
  }

  void render() {
    const CitationRenderer renderer(work_id_, cited_);
    walk(document_, [&renderer](Inline& node) {
      Citation* citation = node.as<Citation>();
      if (citation == nullptr) return;
      Inlines words = renderer.render(*citation);
      if (!words.empty()) citation->rendered = std::move(words);
    });
    // A link holds no link: inside one, a citation is words alone.
    walk(document_, [](Inline& node) {
      Link* link = node.as<Link>();
      if (link == nullptr) return;
      walk(link->inlines, [](Inline& inner) {
        Citation* citation = inner.as<Citation>();
        if (citation != nullptr) citation->rendered = make_text(plain_text(citation->rendered));
      });
    });
  }

  Document& document_;
  std::string_view work_id_;
  const CitationTerms& terms_;
  Diagnostics& diagnostics_;
  CitedByKey cited_;
  std::set<std::string> ids_ = {""};
};

}  // namespace

bool is_known_citation_style(std::string_view name) {
  return std::find(kStyles.begin(), kStyles.end(), name) != kStyles.end();
}

const std::vector<std::string_view>& citation_styles() {
  static const std::vector<std::string_view> styles(kStyles.begin(), kStyles.end());
  return styles;
}

void cite(Document& document, std::string_view work_id, const ReferenceScope& scope,
          const CitationTerms& terms, Diagnostics& diagnostics) {
  WorkCitations(document, work_id, terms, diagnostics).run(scope);
}

}  // namespace garland
