// Title page, imprint and part titles.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "book/title_lines.h"
#include "layout/book/matter.h"
#include "layout/galley/blocks.h"
#include "layout/galley/setter.h"

namespace garland {
namespace {

constexpr double kTitleSinkage = 0.2;  // of the text block
constexpr double kPartSinkage = 0.28;

PageSet finish(Setter& setter, const MatterContext& context, const std::string& place) {
  context.missing.add(setter.take_missing());
  return make_pages(setter.take(), context.theme, place, context.first);
}

// Pushes what follows slab `first` down to the foot of the page, if there is room.
void push_to_foot(Setter& setter, std::size_t first) {
  if (first >= setter.slabs().size()) return;
  Slab& slab = setter.slab(first);
  Length used;
  for (const Slab& each : setter.slabs()) used += each.height + each.space_before;
  const Length free = setter.theme().text_height() - used;
  if (free <= Length()) return;
  slab.space_before += free;
  slab.keeps_space = true;
}

void set_line(Setter& setter, const std::string& text, TextRole role, StructureType type) {
  if (text.empty()) return;
  set_words(setter, make_text(text), role, type, setter.page_frame());
}

}  // namespace

PageSet make_half_title(const MatterContext& context) {
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kTitleSinkage));
  set_line(setter, context.anthology.metadata.title, TextRole::HalfTitle, StructureType::P);
  return finish(setter, context, "");
}

PageSet make_title_page(const MatterContext& context) {
  const BookMetadata& metadata = context.anthology.metadata;
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kTitleSinkage));
  setter.add_anchor(kTitlePageAnchor);
  set_line(setter, metadata.title, TextRole::BookTitle, StructureType::H1);
  set_line(setter, metadata.subtitle, TextRole::BookSubtitle, StructureType::P);
  set_line(setter, editors_line(metadata, context.anthology.words), TextRole::BookEditors,
           StructureType::P);
  const std::size_t foot = setter.slabs().size();
  set_line(setter, metadata.publisher, TextRole::BookEditors, StructureType::P);
  push_to_foot(setter, foot);
  return finish(setter, context, kTitlePageAnchor);
}

PageSet make_imprint(const MatterContext& context) {
  const BookMetadata& metadata = context.anthology.metadata;
  const Words& words = context.anthology.words;
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  const auto add = [&setter](const std::string& text) {
    set_line(setter, text, TextRole::Imprint, StructureType::P);
  };
  add(metadata.description);
  const std::size_t foot = setter.slabs().size();
  add(series_line(metadata));
  add(metadata.edition);
  std::string published = metadata.publisher;
  const std::string date = words.date(metadata.date);
  if (!published.empty() && !date.empty()) published += ", ";
  add(published + date);
  add(metadata.rights);
  add(identifier_line(metadata));
  if (!context.anthology.colophon) add(std::string(words["made-with"]));
  push_to_foot(setter, foot);
  return finish(setter, context, kImprintAnchor);
}

PageSet make_part_page(const MatterContext& context, const Part& part) {
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kPartSinkage));
  setter.add_anchor(part_anchor(part));
  setter.add_outline(part.title, part_anchor(part), 1);
  set_line(setter, part.title, TextRole::PartTitle, StructureType::H1);
  return finish(setter, context, part_anchor(part));
}

}  // namespace garland
