#include "epub/epub.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/parallel.h"
#include "epub/back_pages.h"
#include "epub/container.h"
#include "epub/content_document.h"
#include "epub/contents.h"
#include "epub/front_pages.h"
#include "epub/nav.h"
#include "epub/ncx.h"
#include "epub/package_document.h"
#include "epub/plan.h"

namespace garland {
namespace {

// Every page but the contents, which need the others' headings.
WrittenPage write_page(const Plan& plan, const PlannedPage& page) {
  switch (page.kind) {
    case PageKind::Cover:
      return write_cover_page(plan);
    case PageKind::TitlePage:
      return write_title_page(plan);
    case PageKind::Imprint:
      return write_imprint(plan);
    case PageKind::Contents:
      break;
    case PageKind::Part:
      return write_part_page(plan, page);
    case PageKind::BookIntroduction:
    case PageKind::PartIntroduction:
    case PageKind::Work:
      return write_work_page(plan, page);
    case PageKind::Bibliography:
      return write_bibliography(plan);
    case PageKind::Attributions:
      return write_attributions(plan);
    case PageKind::Index:
      return write_index(plan, *page.index);
    case PageKind::Colophon:
      return write_colophon(plan);
  }
  return {};
}

// Pictures are packed already: deflating them costs time and gains nothing.
void add_pictures(const Plan& plan, std::vector<ZipMember>& files) {
  for (const Picture* picture : pictures_of(plan)) {
    files.push_back(
        {std::string(kPictureFolder) + picture->file_name, *picture->bytes, Compression::Stored});
  }
}

std::vector<EmbeddedFont> make_fonts(const std::vector<ZipMember>& documents,
                                     std::string_view stylesheet, const EpubOptions& options) {
  if (!options.make_fonts) return {};
  UsedCharacters used;
  for (const ZipMember& document : documents) used.add(document.bytes);
  used.add(stylesheet);
  return options.make_fonts(used);
}

std::vector<EmbeddedFace> faces_of(const std::vector<EmbeddedFont>& fonts) {
  std::vector<EmbeddedFace> faces;
  for (const EmbeddedFont& font : fonts) faces.push_back(font.face);
  return faces;
}

}  // namespace

Result<std::string> write_epub(const Anthology& anthology, const Theme& theme, const Picture& cover,
                               const EpubOptions& options) {
  const Plan plan = make_plan(anthology, cover, options.pages);
  std::vector<WrittenPage> pages(plan.pages.size());
  parallel_for(plan.pages.size(), options.jobs,
               [&](std::size_t i) { pages[i] = write_page(plan, plan.pages[i]); });

  const std::vector<ContentsEntry> contents = make_contents(plan, pages);
  std::vector<PageFacts> facts;
  for (const WrittenPage& page : pages) facts.push_back(page.facts);

  std::vector<ZipMember> documents;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool is_nav = plan.pages[i].kind == PageKind::Contents;
    documents.push_back(
        {plan.pages[i].file_name, is_nav ? write_nav(plan, contents) : std::move(pages[i].xhtml)});
  }
  std::vector<EmbeddedFont> fonts = make_fonts(documents, make_stylesheet(theme), options);

  std::vector<ZipMember> files;
  files.push_back({std::string(kPackageFile), write_package_document(plan, facts, fonts)});
  std::move(documents.begin(), documents.end(), std::back_inserter(files));
  files.push_back({std::string(kNcxFile), write_ncx(plan, contents)});
  files.push_back({std::string(kStylesheetFile), make_stylesheet(theme, faces_of(fonts))});
  for (EmbeddedFont& font : fonts) files.push_back({font.face.file_name, std::move(font.bytes)});
  add_pictures(plan, files);
  return write_container(std::move(files));
}

}  // namespace garland
