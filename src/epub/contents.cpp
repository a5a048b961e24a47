#include "epub/contents.h"

#include <utility>

#include "book/indexes.h"
#include "epub/xhtml_page.h"

namespace garland {
namespace {

constexpr int kDeepestLevel = 3;  // headings below would drown the works' titles

// Sections nested by their levels, which leave no holes.
void add_sections(ContentsEntry& work, const std::string& file,
                  const std::vector<SectionEntry>& sections) {
  for (const SectionEntry& section : sections) {
    if (section.level > kDeepestLevel || section.title.empty()) continue;
    std::vector<ContentsEntry>* siblings = &work.children;
    if (section.level == kDeepestLevel && !siblings->empty()) siblings = &siblings->back().children;
    ContentsEntry entry;
    entry.title = section.title;
    entry.language = work.language;
    entry.href = file + fragment(section.id);
    siblings->push_back(std::move(entry));
  }
}

ContentsEntry entry_of(const Plan& plan, const PlannedPage& page, const WrittenPage& written) {
  const Anthology& book = *plan.anthology;
  ContentsEntry entry;
  entry.href = page.file_name;
  entry.place = page.place;
  if (page.kind == PageKind::Part) {
    entry.title = page.part->title;
    entry.is_part = true;
  } else if (page.kind == PageKind::Bibliography) {
    entry.title = book.words["bibliography"];
  } else if (page.kind == PageKind::Attributions) {
    entry.title = book.words["attributions"];
  } else if (page.kind == PageKind::Index) {
    entry.title = book.words[title_key(page.index->kind)];
  } else {
    entry.title = title_of(*page.work, book.words);
    entry.byline = byline(page.work->document.metadata, book.words);
    const std::string_view language = language_of(*page.work, book.metadata);
    if (language != book.metadata.language) entry.language = language;
    add_sections(entry, page.file_name, written.sections);
  }
  return entry;
}

bool is_listed(PageKind kind) {
  return kind != PageKind::Cover && kind != PageKind::TitlePage && kind != PageKind::Imprint &&
         kind != PageKind::Contents && kind != PageKind::Colophon;
}

}  // namespace

std::vector<ContentsEntry> make_contents(const Plan& plan,
                                         const std::vector<WrittenPage>& written) {
  std::vector<ContentsEntry> contents;
  bool is_in_part = false;
  for (std::size_t i = 0; i < plan.pages.size(); ++i) {
    const PlannedPage& page = plan.pages[i];
    if (!is_listed(page.kind)) continue;
    const bool belongs_to_part =
        page.kind == PageKind::Work || page.kind == PageKind::PartIntroduction;
    is_in_part = page.kind == PageKind::Part || (is_in_part && belongs_to_part);
    const bool is_child = is_in_part && page.kind != PageKind::Part;
    std::vector<ContentsEntry>& siblings = is_child ? contents.back().children : contents;
    siblings.push_back(entry_of(plan, page, written.at(i)));
  }
  return contents;
}

}  // namespace garland
