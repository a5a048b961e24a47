#include "epub/plan.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "base/hash.h"
#include "base/unicode.h"
#include "book/indexes.h"
#include "document/math.h"

namespace garland {
namespace {

bool is_plain_name_character(char c) {
  return is_ascii_alphanumeric(c) || c == '-' || c == '_' || c == '.';
}

// A work's name inside the container. Letters outside of ASCII trouble some reading systems and
// EPUBCheck warns of them, so such names are hashed: stable, and still unique.
std::string plain_name(std::string_view work_id) {
  if (!work_id.empty() && std::all_of(work_id.begin(), work_id.end(), is_plain_name_character)) {
    return std::string(work_id);
  }
  return "work-" + hex(fnv1a(work_id), 12);
}

class Planner {
 public:
  explicit Planner(Plan& plan) : plan_(plan) {}

  void add_page(PageKind kind, std::string_view name, std::string place = {},
                const Part* part = nullptr) {
    PlannedPage page;
    page.kind = kind;
    page.id = name;
    page.file_name = std::string(name) + ".xhtml";
    page.place = std::move(place);
    page.part = part;
    plan_.pages.push_back(std::move(page));
  }

  void add_index(const Index& index) {
    add_page(PageKind::Index, index_id(index.kind), index_anchor(index.kind));
    plan_.pages.back().index = &index;
  }

  void add_work(PageKind kind, const Work& work) {
    const std::string name = plain_name(work.id);
    plan_.page_of_work.emplace(work.id, plan_.pages.size());
    PlannedPage page;
    page.kind = kind;
    page.id = "w-" + name;
    page.file_name = std::string(kWorkFolder) + name + ".xhtml";
    page.place = work.id;
    page.work = &work;
    plan_.pages.push_back(std::move(page));
  }

  void add_part(const Part& part) {
    if (!part.title.empty()) add_page(PageKind::Part, part.id, part_anchor(part), &part);
    if (part.introduction) add_work(PageKind::PartIntroduction, *part.introduction);
    for (const Work& work : part.works) add_work(PageKind::Work, work);
  }

  // A page of the packet whose place has no document, as its half title, has no mark.
  void add_page_list(const PageList& list) {
    std::unordered_set<std::string_view> places;
    for (const PlannedPage& page : plan_.pages) {
      if (!page.place.empty()) places.insert(page.place);
    }
    plan_.page_list = &list;
    for (const PageStart& start : list.pages) {
      if (places.contains(start.place)) plan_.page_starts[start.place].push_back(&start);
    }
  }

 private:
  Plan& plan_;
};

}  // namespace

std::string_view Plan::file_of(std::string_view work) const {
  const auto found = page_of_work.find(work);
  return found == page_of_work.end() ? std::string_view() : pages[found->second].file_name;
}

Plan make_plan(const Anthology& anthology, const Picture& cover, const PageList* pages) {
  Plan plan;
  plan.anthology = &anthology;
  plan.cover = &cover;
  Planner planner(plan);
  planner.add_page(PageKind::Cover, "cover");
  planner.add_page(PageKind::TitlePage, "title-page", kTitlePageAnchor);
  planner.add_page(PageKind::Imprint, "imprint", kImprintAnchor);
  planner.add_page(PageKind::Contents, "contents", kContentsAnchor);
  if (anthology.introduction) planner.add_work(PageKind::BookIntroduction, *anthology.introduction);
  for (const Part& part : anthology.parts) planner.add_part(part);
  if (!anthology.references.empty()) {
    planner.add_page(PageKind::Bibliography, "bibliography", kBibliographyAnchor);
  }
  if (!anthology.attributions.empty()) {
    planner.add_page(PageKind::Attributions, "attributions", kAttributionsAnchor);
  }
  for (const Index& index : anthology.indexes) planner.add_index(index);
  if (anthology.colophon) planner.add_page(PageKind::Colophon, "colophon", kColophonAnchor);
  if (pages != nullptr) planner.add_page_list(*pages);
  return plan;
}

std::string title_of(const Work& work, const Words& words) {
  std::string title = collapse_spaces(readable_text(work.document.metadata.title.value));
  return title.empty() ? std::string(words["untitled"]) : title;
}

}  // namespace garland
