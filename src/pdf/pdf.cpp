#include "pdf/pdf.h"

#include <fmt/format.h>

#include "base/unicode.h"
#include "pdf/begin_file.h"
#include "pdf/content.h"
#include "pdf/frame.h"
#include "pdf/haru.h"
#include "pdf/links.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/structure.h"

namespace garland {
namespace {

// Pages, with links and the structure they are tagged by; gives the catalog entries for both, with
// `more_names` among its Names. What stands on a page is gone once it is written, and so is the
// structure.
std::string write_pages(HaruDocument& document, Packet& packet, const Embedded& embedded,
                        const PrintSettings& print, std::string_view more_names) {
  TaggedPages tagged;
  for (const Page& page : packet.pages) {
    tagged.pages.push_back(document.add_page(boxes_of(page.width, page.height, print)));
  }
  frame_pages(packet, print);
  for (const Page& page : packet.pages) {
    tagged.page_heights.push_back(page.height);
  }
  tagged.annotations = write_links(document, packet.pages, packet.pages.size());
  auto annotation = tagged.annotations.begin();
  for (std::size_t i = 0; i < packet.pages.size(); ++i) {
    PageContent content = make_content(packet.pages[i], &packet.structure, embedded);
    if (!content.marked.empty()) content.parts.structure_key = static_cast<int>(i);
    for (; annotation != tagged.annotations.end() && annotation->page == i; ++annotation) {
      content.parts.annotations.push_back(annotation->object);
    }
    document.fill_page(i, content.parts);
    packet.pages[i].items = std::vector<PageItem>();  // "{}" would keep its room
    tagged.marked.push_back(std::move(content.marked));
  }
  const ObjectId structure = write_structure(document, packet.structure, tagged);
  packet.structure = std::vector<StructureNode>();
  return fmt::format("/StructTreeRoot {} /Names << /Dests << {} >>{} >>", reference(structure),
                     write_destinations(document, packet.pages, tagged.pages), more_names);
}

// How viewers show the book: by its title, and spreads as they are bound.
std::string reading_preferences(const Packet& packet) {
  const bool is_bound_right = direction_of_language(packet.language) == Direction::RightToLeft;
  return fmt::format(" /ViewerPreferences << /DisplayDocTitle true{} >>",
                     is_bound_right ? " /Direction /R2L" : "");
}

}  // namespace

Result<std::string> write_pdf(Packet packet, const std::vector<Picture>& pictures,
                              FontLibrary& fonts, const std::vector<Attachment>& attachments,
                              const PrintSettings& print) {
  const Archive archive = attachments.empty() ? Archive::Part2 : Archive::Part3;
  Result<BegunFile> file = begin_file(packet, pictures, fonts, print.colors, archive);
  if (!file) return file.error();
  HaruDocument& document = *file->document;
  const Result<EmbeddedFiles> files = embed_files(document, attachments, packet.modified);
  if (!files) return files.error();

  std::string& catalog = file->catalog;
  catalog += reading_preferences(packet) + files->associated + '\n';
  catalog += write_pages(document, packet, file->embedded, print, files->names);
  catalog += "\n/PageLabels << " + page_label_tree(packet.pages) + " >>";
  if (!packet.outline.empty()) {
    const ObjectId outline = write_outline(document, packet.outline);
    catalog += "\n/PageMode /UseOutlines /Outlines " + reference(outline);
  }
  document.set_catalog_entries(std::move(catalog));
  return document.save();
}

}  // namespace garland
