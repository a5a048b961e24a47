#include "layout/layout.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "base/parallel.h"
#include "book/indexes.h"
#include "layout/book/bind.h"
#include "layout/book/matter.h"
#include "layout/book/missing_patterns.h"
#include "layout/book/note_pages.h"
#include "layout/book/page_heads.h"
#include "layout/galley/blocks.h"
#include "layout/galley/setter.h"
#include "layout/pages/make_pages.h"
#include "layout/script_leading.h"

namespace garland {
namespace {

// One thing that is bound in the body: an article or a part's title page.
struct Unit {
  const Work* work = nullptr;
  const Part* part = nullptr;  // whose title page it is, or in which the work stands
  bool is_part_page = false;
  std::unique_ptr<const Theme> own_theme;  // where its script needs another than the book's
  std::optional<PagePlan> plan;            // until it is known on which side the article begins
  PageSet set;
  MissingCharacters missing;
  std::size_t first_page = 0;  // its number: 1 is the body's first, a recto
};

// So many articles are held as galleys at once, whatever the number of threads.
constexpr std::size_t kUnitsAtOnce = 64;

std::vector<Unit> list_units(const Anthology& anthology) {
  std::vector<Unit> units;
  const auto add = [&units](const Work* work, const Part* part, bool is_part_page) {
    Unit unit;
    unit.work = work;
    unit.part = part;
    unit.is_part_page = is_part_page;
    units.push_back(std::move(unit));
  };
  if (anthology.introduction) add(&*anthology.introduction, nullptr, false);
  for (const Part& part : anthology.parts) {
    const Part* titled = part.title.empty() ? nullptr : &part;
    if (titled != nullptr) add(nullptr, titled, true);
    if (part.introduction) add(&*part.introduction, titled, false);
    for (const Work& work : part.works) add(&work, titled, false);
  }
  return units;
}

enum class Opening { Anywhere, Recto, Verso };

// Pages for notes face those of an article from the right.
Opening opening_of(const Unit& unit, const Theme& theme) {
  if (!theme.page.is_two_sided) return Opening::Anywhere;
  if (unit.is_part_page) return Opening::Recto;
  if (theme.print.note_pages.where == NotePages::Where::Facing) return Opening::Verso;
  return theme.works_open_recto ? Opening::Recto : Opening::Anywhere;
}

Side side_of(std::size_t page) { return page % 2 == 1 ? Side::Recto : Side::Verso; }

// Title pages and the contents stand across the page, whatever the articles do.
Theme in_one_column(Theme theme) {
  theme.page.columns = 1;
  return theme;
}

const Theme& theme_of(const Unit& unit, const Theme& book) {
  return unit.own_theme ? *unit.own_theme : book;
}

// An article's title is a heading of the first level, below a part's title of the second.
void set_unit(Unit& unit, const Anthology& anthology, const Theme& theme, FontLibrary& fonts) {
  if (unit.is_part_page) {
    const Theme one_column = in_one_column(theme);
    unit.set = make_part_page({anthology, one_column, fonts, unit.missing}, *unit.part);
    return;
  }
  const std::string_view language = language_of(*unit.work, anthology.metadata);
  if (std::optional<Theme> led = with_script_leading(theme, language, fonts)) {
    unit.own_theme = std::make_unique<const Theme>(std::move(*led));
  }
  const Theme& own = theme_of(unit, theme);
  const int level = unit.part == nullptr ? 1 : 2;
  Setter setter(anthology, own, fonts, unit.work, StructureType::Sect);
  set_work(setter, level, level);
  unit.missing = setter.take_missing();
  unit.plan = plan_pages(setter.take(), own);
}

std::size_t count_pages(const Unit& unit, Side first, const Theme& theme) {
  return unit.plan ? with_note_pages(unit.plan->breaks.page_count(first), theme)
                   : unit.set.pages.size();
}

// The numbers that the pages will have. Gives the one after them.
std::size_t number_pages(std::span<Unit> units, std::size_t next, const Theme& theme) {
  for (Unit& unit : units) {
    const Opening opening = opening_of(unit, theme);
    if (opening == (side_of(next) == Side::Recto ? Opening::Verso : Opening::Recto)) ++next;
    unit.first_page = next;
    next += count_pages(unit, side_of(next), theme);
  }
  return next;
}

void make_unit_pages(Unit& unit, const Theme& theme) {
  if (!unit.plan) return;
  unit.set = make_pages(std::move(*unit.plan), theme_of(unit, theme), unit.work->id,
                        side_of(unit.first_page));
  add_note_pages(unit.set, theme);
  unit.plan.reset();
  unit.own_theme.reset();
}

// Gives the number of the page after the last.
std::size_t lay_out_units(std::vector<Unit>& units, const Anthology& anthology, const Theme& theme,
                          FontLibrary& fonts, unsigned jobs) {
  std::size_t next = 1;
  for (std::size_t begin = 0; begin < units.size(); begin += kUnitsAtOnce) {
    const std::size_t count = std::min(kUnitsAtOnce, units.size() - begin);
    const std::span<Unit> some(&units[begin], count);
    parallel_for(count, jobs, [&](std::size_t i) { set_unit(some[i], anthology, theme, fonts); });
    next = number_pages(some, next, theme);
    parallel_for(count, jobs, [&](std::size_t i) { make_unit_pages(some[i], theme); });
  }
  return next;
}

std::vector<ContentsLine> contents_lines(const Anthology& anthology,
                                         const std::vector<Unit>& units) {
  std::vector<ContentsLine> lines;
  for (const Unit& unit : units) {
    ContentsLine line;
    line.folio = std::to_string(unit.first_page);
    line.is_part = unit.is_part_page;
    if (unit.is_part_page) {
      line.title = make_text(unit.part->title);
      line.anchor = part_anchor(*unit.part);
    } else {
      const Metadata& metadata = unit.work->document.metadata;
      line.title = bare_title(metadata.title.value);
      if (line.title.empty()) line.title = make_text(std::string(anthology.words["untitled"]));
      line.language = metadata.language.value;
      line.authors = byline(metadata, anthology.words);
      line.anchor = unit.work->id;
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

WorkFolios work_folios(const std::vector<Unit>& units) {
  WorkFolios folios;
  for (const Unit& unit : units) {
    if (!unit.is_part_page) folios.emplace(unit.work->id, std::to_string(unit.first_page));
  }
  return folios;
}

// A list at the end, with the words that head it.
struct BackMatter {
  PageSet set;
  std::string title;
  std::string anchor;
  std::string folio;
};

// What is at the end, in order; `next` is the number of the first page.
class BackMatterMaker {
 public:
  BackMatterMaker(const MatterContext& context, std::size_t next)
      : context_(context), next_(next) {}

  using Make = std::function<PageSet(const MatterContext&)>;
  void add(std::string_view word, std::string anchor, const Make& make) {
    context_.first = side_of(next_);
    PageSet set = make(context_);
    if (set.pages.empty()) return;
    const std::size_t count = set.pages.size();
    lists_.push_back({std::move(set), std::string(context_.anthology.words[word]),
                      std::move(anchor), std::to_string(next_)});
    next_ += count;
  }

  std::vector<BackMatter> take() { return std::move(lists_); }

 private:
  MatterContext context_;
  std::size_t next_;
  std::vector<BackMatter> lists_;
};

std::vector<BackMatter> make_back_matter(const MatterContext& context,
                                         const std::vector<Unit>& units, std::size_t next) {
  BackMatterMaker lists(context, next);
  lists.add("bibliography", kBibliographyAnchor, make_bibliography);
  lists.add("attributions", kAttributionsAnchor, make_attributions);
  const WorkFolios folios = work_folios(units);
  for (const Index& index : context.anthology.indexes) {
    lists.add(title_key(index.kind), index_anchor(index.kind),
              [&](const MatterContext& own) { return make_index(own, index, folios); });
  }
  return lists.take();
}

// Of what the pages around the articles lack, most is an article's own title.
void report_missing(const std::vector<Unit>& units, MissingCharacters matter,
                    Diagnostics& diagnostics) {
  for (const Unit& unit : units) {
    if (unit.is_part_page) {
      matter.add(unit.missing);
      continue;
    }
    unit.missing.report(unit.work->document.path, diagnostics);
  }
  for (const Unit& unit : units) {
    if (!unit.is_part_page) matter.remove(unit.missing);
  }
  matter.report("", diagnostics);
}

// Room for all that follows the contents: each unit may have a blank page before it and a part's
// node above it.
void reserve_room(Binder& binder, const std::vector<Unit>& units,
                  const std::vector<BackMatter>& back) {
  std::size_t pages = units.size();
  std::size_t nodes = units.size();
  const auto add = [&](const PageSet& set) {
    pages += set.pages.size();
    nodes += set.structure.size();
  };
  for (const Unit& unit : units) add(unit.set);
  for (const BackMatter& list : back) add(list.set);
  binder.reserve(pages, nodes);
}

// All that stands before the first article, which then is to begin on a recto.
void bind_front_matter(Binder& binder, const MatterContext& context, const Picture* cover,
                       const std::vector<ContentsLine>& lines) {
  const Words& words = context.anthology.words;
  if (context.theme.print.has_cover && cover != nullptr) {
    binder.bind_cover(make_cover_page(context, *cover), std::string(words["cover"]));
  }
  if (context.theme.has_half_title) {
    binder.bind(make_half_title(context), 0, "", Binder::Marks::None);
    binder.go_to_recto();
  }
  binder.bind(make_title_page(context), 0, "", Binder::Marks::None);
  binder.bind(make_imprint(context), 0, "", Binder::Marks::None);
  binder.go_to_recto();
  binder.bind(make_contents(context, lines), 0, std::string(words["contents"]), Binder::Marks::All);
  binder.go_to_recto();
}

void bind_units(Binder& binder, std::vector<Unit>& units, const Theme& theme) {
  StructureId parent = 0;
  const Part* part = nullptr;
  for (Unit& unit : units) {
    const Opening opening = opening_of(unit, theme);
    if (opening == Opening::Recto) binder.go_to_recto();
    if (opening == Opening::Verso) binder.go_to_verso();
    if (unit.part != part) {
      part = unit.part;
      parent = part == nullptr ? 0 : binder.add_node(StructureType::Part, 0, part->title);
    }
    if (unit.is_part_page) {
      binder.bind(std::move(unit.set), parent, part->title, Binder::Marks::None);
      continue;
    }
    const Inlines& title = unit.work->document.metadata.title.value;
    binder.bind(std::move(unit.set), parent, collapse_spaces(plain_text(bare_title(title))),
                Binder::Marks::All, unit.work->id);
  }
}

void fill_metadata(Packet& packet, const Anthology& anthology) {
  const BookMetadata& metadata = anthology.metadata;
  packet.title = metadata.title;
  packet.subject = metadata.description;
  packet.keywords = metadata.subjects;
  packet.language = metadata.language;
  if (direction_of_language(metadata.language) == Direction::RightToLeft) {
    packet.structure.front().direction = Direction::RightToLeft;
  }
  packet.rights = metadata.rights;
  packet.identifier = metadata.identifier;
  packet.modified = metadata.modified;
  std::unordered_set<std::string_view> known;
  const auto add = [&](const Contributor& contributor) {
    if (known.insert(contributor.name).second) packet.authors.push_back(contributor.name);
  };
  for (const Contributor& editor : metadata.editors) add(editor);
  if (!packet.authors.empty()) return;
  for (const Work* work : anthology.works()) {
    for (const Contributor& contributor : work->document.metadata.contributors.value) {
      if (contributor.role == Role::Author) add(contributor);
    }
  }
}

}  // namespace

Packet lay_out(const Anthology& anthology, const Theme& theme, FontLibrary& fonts,
               const LayoutOptions& options, Diagnostics& diagnostics) {
  std::vector<Unit> units = list_units(anthology);
  const std::size_t next = lay_out_units(units, anthology, theme, fonts, options.jobs);
  const Theme matter_theme =
      with_script_leading(theme, anthology.metadata.language, fonts).value_or(theme);
  const Theme one_column = in_one_column(matter_theme);
  MissingCharacters missing;
  std::vector<BackMatter> back =
      make_back_matter({anthology, matter_theme, fonts, missing}, units, next);
  std::vector<ContentsLine> lines = contents_lines(anthology, units);
  for (const BackMatter& list : back) {
    ContentsLine line;
    line.title = make_text(list.title);
    line.anchor = list.anchor;
    line.folio = list.folio;
    lines.push_back(std::move(line));
  }
  const MatterContext context{anthology, one_column, fonts, missing};

  PageHeads heads(theme, fonts, anthology.metadata.language);
  Binder binder(theme, heads, anthology.metadata);
  bind_front_matter(binder, context, options.cover, lines);
  binder.start_folios(Binder::Folios::Arabic);
  if (!back.empty()) {
    end_with_note_pages(back.back().set, theme);
  } else if (!units.empty()) {
    end_with_note_pages(units.back().set, theme);
  }
  reserve_room(binder, units, back);
  bind_units(binder, units, theme);
  for (BackMatter& list : back) {
    binder.bind(std::move(list.set), 0, list.title, Binder::Marks::All);
  }
  if (anthology.colophon) {
    binder.bind(make_colophon(context, binder.pages()), 0, std::string(anthology.words["colophon"]),
                Binder::Marks::None);
  }
  report_missing(units, std::move(missing), diagnostics);
  report_missing_patterns(anthology, diagnostics);
  binder.drop_lost_links(diagnostics);
  Packet packet = binder.take();
  fill_metadata(packet, anthology);
  return packet;
}

}  // namespace garland
