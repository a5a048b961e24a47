#include "pdf/pdf.h"

#include <fmt/format.h>

#include "pdf/check_packet.h"
#include "pdf/content.h"
#include "pdf/fonts.h"
#include "pdf/haru.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/page_labels.h"
#include "pdf/pictures.h"
#include "pdf/structure.h"

namespace garland {
namespace {

// Pages, with links and the structure they are tagged by; gives the catalog entries for both, with
// `more_names` among its Names. What stands on a page is gone once it is written, and so is the
// structure.
std::string write_pages(HaruDocument& document, Packet& packet, const EmbeddedFonts& fonts,
                        const EmbeddedPictures& pictures, std::string_view more_names) {
  TaggedPages tagged;
  for (const Page& page : packet.pages) {
    tagged.pages.push_back(document.add_page(page.width, page.height));
    tagged.page_heights.push_back(page.height);
  }
  tagged.annotations = write_links(document, packet.pages, packet.pages.size());
  auto annotation = tagged.annotations.begin();
  for (std::size_t i = 0; i < packet.pages.size(); ++i) {
    PageContent content = make_content(packet.pages[i], packet.structure, fonts, pictures);
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

}  // namespace

Result<std::string> write_pdf(Packet packet, const std::vector<Picture>& pictures,
                              FontLibrary& fonts, const std::vector<Attachment>& attachments) {
  if (Status checked = check_packet(packet, pictures); !checked) return checked.error();
  Result<std::unique_ptr<HaruDocument>> created = HaruDocument::create();
  if (!created) return created.error();
  HaruDocument& document = **created;
  Result<EmbeddedFonts> embedded_fonts = embed_fonts(document, packet.pages, fonts);
  if (!embedded_fonts) return embedded_fonts.error();
  Result<EmbeddedPictures> embedded_pictures = embed_pictures(document, packet.pages, pictures);
  if (!embedded_pictures) return embedded_pictures.error();
  const Archive archive = attachments.empty() ? Archive::Part2 : Archive::Part3;
  Result<std::string> catalog = write_metadata(document, packet, archive);
  if (!catalog) return catalog.error();
  const Result<EmbeddedFiles> files = embed_files(document, attachments, packet.modified);
  if (!files) return files.error();

  *catalog += files->associated + '\n';
  *catalog += write_pages(document, packet, *embedded_fonts, *embedded_pictures, files->names);
  *catalog += "\n/PageLabels << " + page_label_tree(packet.pages) + " >>";
  if (!packet.outline.empty()) {
    const ObjectId outline = write_outline(document, packet.outline);
    *catalog += "\n/PageMode /UseOutlines /Outlines " + reference(outline);
  }
  document.set_catalog_entries(std::move(*catalog));
  return document.save();
}

}  // namespace garland
