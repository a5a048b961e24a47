// Where a work lists what it refers to, and what the entries are.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/walk.h"
#include "references/entry_identity.h"
#include "references/references.h"

namespace garland {
namespace {

// Headings of reference lists, as base/unicode's slug() gives them.
constexpr std::array kHeadings = std::to_array<std::string_view>({
    "references",
    "reference-list",
    "list-of-references",
    "references-cited",
    "bibliography",
    "select-bibliography",
    "selected-bibliography",
    "annotated-bibliography",
    "works-cited",
    "works-consulted",
    "works-referenced",
    "literature-cited",
    "cited-works",
    "cited-literature",
    "sources-cited",
    "references-and-further-reading",
    "references-and-notes",
    "annotated-references",
    "bibliographic-references",
    // German
    "literatur",
    "literaturverzeichnis",
    "literaturliste",
    "literaturangaben",
    "bibliographie",
    "bibliografie",
    "quellenverzeichnis",
    "quellenangaben",
    "literatur-und-quellen",
    "quellen-und-literatur",
    "zitierte-literatur",
    "referenzen",
    // French
    "references-bibliographiques",
    "ouvrages-cites",
    "oeuvres-citees",
    "liste-des-references",
    // Spanish, Italian, Portuguese
    "referencias",
    "referencias-bibliograficas",
    "bibliografia",
    "obras-citadas",
    "riferimenti-bibliografici",
    "riferimenti",
    "opere-citate",
    "lista-de-referencias",
    // Dutch, Swedish, Danish, Norwegian
    "literatuur",
    "literatuurlijst",
    "referenties",
    "bronvermelding",
    "geraadpleegde-literatuur",
    "referenser",
    "litteraturforteckning",
    "kallforteckning",
    "litteratur",
    "referencer",
    "litteraturliste",
    // Polish, Russian
    "literatura",
    "литература",
    "список-литературы",
});

// Words that head a reference list as often as something else: the entries have to bear them out.
constexpr std::array kDoubtfulHeadings = std::to_array<std::string_view>({
    "sources",
    "quellen",
    "fuentes",
    "fonti",
    "fontes",
    "bronnen",
    "kallor",
    "literature",
    "citations",
});

// "7. References:" -> "references".
std::string heading_word(const Heading& heading) {
  const std::string text = plain_text(heading.inlines);
  std::string_view rest = trim(text);
  while (!rest.empty() && (rest.front() == '.' || (rest.front() >= '0' && rest.front() <= '9'))) {
    rest.remove_prefix(1);
  }
  return slug(rest);
}

// The end of the section that begins with blocks[begin]: the next heading as high or higher.
std::size_t section_end(const Blocks& blocks, std::size_t begin) {
  const int level = blocks[begin].as<Heading>()->level;
  std::size_t end = begin + 1;
  while (end < blocks.size()) {
    const Heading* heading = blocks[end].as<Heading>();
    if (heading != nullptr && heading->level <= level) break;
    ++end;
  }
  return end;
}

// An entry's year, address or name in front, in the widest sense.
bool looks_like_entry(const Inlines& inlines) {
  const std::string text = plain_text(inlines);
  if (has_year(text) || text.find("://") != std::string::npos ||
      text.find("n.d.") != std::string::npos) {
    return true;
  }
  bool has_link = false;
  query(inlines, [&](const Inline& node) { has_link = has_link || node.as<Link>() != nullptr; });
  if (has_link) return true;
  const std::size_t comma = text.find(',');
  return comma != std::string::npos && comma < 30 && text.find(' ') >= comma;
}

// "[12] ", "12. ", "[Roe99] ": the label in front of an entry, in bytes.
std::size_t label_length(std::string_view text) {
  std::size_t end = 0;
  if (text.starts_with('[')) {
    end = text.find(']');
    if (end == std::string_view::npos || end > 20) return 0;
    ++end;
  } else {
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end == 0 || end > 3 || end >= text.size() || (text[end] != '.' && text[end] != ')')) {
      return 0;
    }
    ++end;
  }
  if (end >= text.size() || text[end] != ' ') return 0;
  return end + 1;
}

Inlines without_label(Inlines entry) {
  Text* first = entry.empty() ? nullptr : entry.front().as<Text>();
  if (first == nullptr) return entry;
  first->text.erase(0, label_length(first->text));
  if (first->text.empty()) entry.erase(entry.begin());
  return entry;
}

class EntryCollector {
 public:
  std::vector<ListedReference> collect(const Blocks& blocks) {
    add_blocks(blocks);
    return std::move(entries_);
  }

 private:
  void add_blocks(const Blocks& blocks) {
    // Paragraphs that do not look like entries among some that do are annotations.
    const bool is_mixed = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
      const Paragraph* paragraph = block.as<Paragraph>();
      return paragraph != nullptr && looks_like_entry(paragraph->inlines);
    });
    for (const Block& block : blocks) {
      if (const auto* paragraph = block.as<Paragraph>()) {
        if (!is_mixed || looks_like_entry(paragraph->inlines)) add(paragraph->inlines, block.range);
      } else if (const auto* list = block.as<List>()) {
        for (const ListItem& item : list->items) add_item(item.blocks);
      } else if (const auto* definitions = block.as<DefinitionList>()) {
        add_definitions(*definitions);
      } else if (const auto* quotation = block.as<BlockQuotation>()) {
        add_blocks(quotation->blocks);
      } else if (const auto* division = block.as<Division>()) {
        add_blocks(division->blocks);
      }
    }
  }

  // The first paragraph is the entry and the rest its annotation, unless the item only names a
  // group of entries ("Films:") that stand in a list below it.
  void add_item(const Blocks& blocks) {
    const auto first = std::find_if(blocks.begin(), blocks.end(), [](const Block& block) {
      return block.as<Paragraph>() != nullptr;
    });
    if (first == blocks.end()) return add_blocks(blocks);
    const Inlines& inlines = first->as<Paragraph>()->inlines;
    const auto next = std::next(first);
    const bool is_group =
        next != blocks.end() && next->as<List>() != nullptr && plain_text(inlines).ends_with(':');
    if (is_group) return add_blocks({*next});
    add(inlines, first->range);
  }

  void add_definitions(const DefinitionList& list) {
    for (const DefinitionItem& item : list.items) {
      for (const Blocks& definition : item.definitions) add_item(definition);
    }
  }

  void add(const Inlines& inlines, SourceRange range) {
    if (trim(plain_text(inlines)).empty()) return;
    entries_.push_back({without_label(inlines), range});
  }

  std::vector<ListedReference> entries_;
};

bool is_reference_section(const Blocks& blocks, std::size_t begin, std::size_t end) {
  const std::string word = heading_word(*blocks[begin].as<Heading>());
  const bool is_doubtful = contains(kDoubtfulHeadings, word);
  if (!is_doubtful && !contains(kHeadings, word)) return false;
  const Blocks section(blocks.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                       blocks.begin() + static_cast<std::ptrdiff_t>(end));
  // A heading alone is pandoc's place for the entries cited.
  if (section.empty()) return !is_doubtful && end == blocks.size();
  const std::vector<ListedReference> entries = EntryCollector().collect(section);
  if (!is_doubtful) return !entries.empty();
  const auto likely =
      std::count_if(entries.begin(), entries.end(),
                    [](const ListedReference& entry) { return looks_like_entry(entry.entry); });
  return end == blocks.size() && likely > 0 &&
         static_cast<std::size_t>(likely) * 2 >= entries.size();
}

void wrap_section(Document& document, std::size_t begin, std::size_t end) {
  Blocks& blocks = document.blocks;
  const auto first = blocks.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = blocks.begin() + static_cast<std::ptrdiff_t>(end);
  Block wrapped;
  wrapped.range = first->range;
  document.inferences.push_back(
      {first->range, "references",
       fmt::format("section headed “{}”", plain_text(first->as<Heading>()->inlines))});
  Division division{Division::Role::References, {}};
  std::move(first, last, std::back_inserter(division.blocks));
  wrapped.content = std::move(division);
  *first = std::move(wrapped);
  blocks.erase(std::next(first), last);
}

// Pandoc's place for the list, or a division that a reader knows already.
bool has_reference_division(Document& document) {
  bool found = false;
  walk(document.blocks, [&](Block& block) {
    Division* division = block.as<Division>();
    if (division == nullptr) return;
    if (block.attributes.id == "refs" && division->role == Division::Role::None) {
      division->role = Division::Role::References;
    }
    found = found || division->role == Division::Role::References;
  });
  return found;
}

}  // namespace

void mark_reference_list(Document& document) {
  if (has_reference_division(document)) return;
  for (std::size_t at = document.blocks.size(); at-- > 0;) {
    if (document.blocks[at].as<Heading>() == nullptr) continue;
    const std::size_t end = section_end(document.blocks, at);
    if (!is_reference_section(document.blocks, at, end)) continue;
    wrap_section(document, at, end);
    return;
  }
}

std::vector<ListedReference> listed_references(const Document& document) {
  std::vector<ListedReference> all;
  // A division inside one that was read already is not read again.
  const auto add_lists = [&all](const auto& self, const Blocks& blocks) -> void {
    for (const Block& block : blocks) {
      const Division* division = block.as<Division>();
      if (division == nullptr) continue;
      if (division->role != Division::Role::References) {
        self(self, division->blocks);
        continue;
      }
      std::vector<ListedReference> entries = EntryCollector().collect(division->blocks);
      std::move(entries.begin(), entries.end(), std::back_inserter(all));
    }
  };
  add_lists(add_lists, document.blocks);
  return all;
}

}  // namespace garland
