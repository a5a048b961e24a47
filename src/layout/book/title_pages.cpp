// Title page, imprint and part titles.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "book/title_lines.h"
#include "layout/book/matter.h"
#include "layout/galley/blocks.h"
#include "layout/galley/setter.h"

namespace garland {
namespace {

constexpr double kTitleSinkage = 0.2;  // of the text block
constexpr double kPartSinkage = 0.28;
// Sizes of type that are tried for a title page, as shares of the theme's.
constexpr std::array<double, 4> kTitleScales = {1, 0.85, 0.7, 0.6};
constexpr double kLeastWhite = 0.5;  // of what a title page asks for, before the type is smaller

// Height of all that is set, and of the white in it.
struct Used {
  Length height, white;
};
Used used_by(const Setter& setter) {
  Used used;
  for (const Slab& slab : setter.slabs()) {
    used.height += slab.height + slab.space_before;
    used.white += slab.space_before;
  }
  return used;
}

// Gives up as much white, in proportion, as makes one page of it, if there is enough.
void fit_on_page(Setter& setter) {
  const Used used = used_by(setter);
  const Length excess = used.height - setter.theme().text_height();
  if (excess <= Length() || excess > used.white) return;
  const double share = 1 - excess.points() / used.white.points();
  for (std::size_t i = 0; i < setter.slabs().size(); ++i) {
    setter.slab(i).space_before = setter.slab(i).space_before.scaled(share);
  }
}

PageSet finish(Setter& setter, const MatterContext& context, const std::string& place) {
  fit_on_page(setter);
  context.missing.add(setter.take_missing());
  return make_pages(setter.take(), context.theme, place, context.first);
}

// Pushes what follows slab `first` down to the foot of the page, if there is room.
void push_to_foot(Setter& setter, std::size_t first) {
  if (first >= setter.slabs().size()) return;
  Slab& slab = setter.slab(first);
  const Length free = setter.theme().text_height() - used_by(setter).height;
  if (free <= Length()) return;
  slab.space_before += free;
  slab.keeps_space = true;
}

void set_line(Setter& setter, const std::string& text, TextRole role, StructureType type,
              double scale = 1) {
  if (text.empty()) return;
  Frame frame = setter.page_frame();
  frame.scale = scale;
  set_words(setter, make_text(text), role, type, frame);
}

void set_title_page(Setter& setter, const MatterContext& context, double scale) {
  const BookMetadata& metadata = context.anthology.metadata;
  const auto add = [&setter, scale](const std::string& text, TextRole role, StructureType type) {
    set_line(setter, text, role, type, scale);
  };
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kTitleSinkage));
  setter.add_anchor(kTitlePageAnchor);
  add(metadata.title, TextRole::BookTitle, StructureType::H1);
  add(metadata.subtitle, TextRole::BookSubtitle, StructureType::P);
  add(editors_line(metadata, context.anthology.words), TextRole::BookEditors, StructureType::P);
  const std::size_t foot = setter.slabs().size();
  add(metadata.publisher, TextRole::BookEditors, StructureType::P);
  push_to_foot(setter, foot);
}

}  // namespace

PageSet make_half_title(const MatterContext& context) {
  Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
  setter.open_page();
  setter.ask_space(context.theme.text_height().scaled(kTitleSinkage));
  set_line(setter, context.anthology.metadata.title, TextRole::HalfTitle, StructureType::P);
  return finish(setter, context, "");
}

// A long title on a small page is set smaller, so that all stands on one.
PageSet make_title_page(const MatterContext& context) {
  for (const double scale : kTitleScales) {
    Setter setter(context.anthology, context.theme, context.fonts, nullptr, StructureType::Sect);
    set_title_page(setter, context, scale);
    const Used used = used_by(setter);
    const bool fits =
        used.height - used.white.scaled(1 - kLeastWhite) <= context.theme.text_height();
    if (fits || scale == kTitleScales.back()) return finish(setter, context, kTitlePageAnchor);
  }
  return {};
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
