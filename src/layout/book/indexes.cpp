// The indexes: entries in alphabetical order, each with the folios of its works.
#include "book/indexes.h"

#include <algorithm>
#include <string>
#include <utility>

#include "layout/book/matter.h"
#include "layout/galley/blocks.h"

namespace garland {
namespace {

constexpr int kColumns = 2;
constexpr double kNarrowestColumn = 14;  // em of an entry's type

// As many columns as the theme's, or two, as far as they are wide enough for a name with folios.
Theme in_index_columns(Theme theme) {
  PageGeometry& page = theme.page;
  page.columns = std::max(page.columns, kColumns);
  const Length narrowest = theme.style(TextRole::IndexEntry).size.scaled(kNarrowestColumn);
  while (page.columns > 1 && theme.measure() < narrowest) --page.columns;
  return theme;
}

Inline link_to(const std::string& work, const std::string& folio) {
  Link link;
  link.target.kind = LinkTarget::Kind::Internal;
  link.target.work = work;
  link.inlines = make_text(folio);
  return {std::move(link), {}, {}};
}

// "Roe, Jane, 12, 45". A sign that ends the heading needs no comma.
Inlines entry_words(const IndexEntry& entry, const WorkFolios& folios) {
  Inline heading{Span{bare_title(entry.heading)}, {}, {}};
  heading.attributes.language = entry.language;
  const std::string text = plain_text(entry.heading);
  const bool has_sign = text.ends_with('?') || text.ends_with('!') || text.ends_with("…");
  Inlines words = {std::move(heading)};
  for (const std::string& work : entry.works) {
    const auto folio = folios.find(work);
    if (folio == folios.end()) continue;
    add_words(words, has_sign && words.size() == 1 ? " " : ", ");
    words.push_back(link_to(work, folio->second));
  }
  return words;
}

// `name` is the entry's in the page list.
void set_entry(Setter& setter, const Inlines& words, const std::string& name, StructureId list) {
  setter.set_element(name);
  Frame frame = setter.page_frame();
  frame.role = TextRole::IndexEntry;
  const TextStyle style = setter.style(frame.role, frame);
  frame.parent = setter.add_node(StructureType::LBody, setter.add_node(StructureType::LI, list));
  setter.ask_space(style.space_before);
  set_paragraph_words(setter, words, {}, frame);
  setter.ask_space(style.space_after);
}

void set_group(Setter& setter, const IndexGroup& group, StructureId index, const WorkFolios& folios,
               std::size_t& entry_count) {
  Frame frame = setter.page_frame();
  frame.parent = index;
  if (!group.letter.empty()) {
    setter.set_element(letter_element(group.letter));
    set_words(setter, make_text(group.letter), TextRole::IndexLetter, StructureType::H2, frame);
    setter.keep_with_next();
  }
  const StructureId list = setter.add_node(StructureType::L, index);
  for (const IndexEntry& entry : group.entries) {
    set_entry(setter, entry_words(entry, folios), std::to_string(entry_count++), list);
  }
}

}  // namespace

PageSet make_index(const MatterContext& context, const Index& index, const WorkFolios& folios) {
  const Theme theme = in_index_columns(context.theme);
  Setter setter(context.anthology, theme, context.fonts, nullptr, StructureType::Sect);
  open_list(setter, std::string(context.anthology.words[title_key(index.kind)]),
            index_anchor(index.kind));
  const StructureId node = setter.add_node(StructureType::Index, 0);
  std::size_t entry_count = 0;
  for (const IndexGroup& group : index.groups) {
    set_group(setter, group, node, folios, entry_count);
  }
  context.missing.add(setter.take_missing());
  return make_pages(setter.take(), theme, index_anchor(index.kind), context.first);
}

}  // namespace garland
