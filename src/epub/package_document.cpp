#include "epub/package_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "base/uri.h"
#include "base/xml.h"
#include "book/addresses.h"
#include "epub/accessibility.h"

namespace garland {
namespace {

constexpr std::string_view kCoverItem = "cover-image";
// Where pageBreakSource is defined. EPUB 3.3 itself does not have it yet, so that checkers of that
// time take the bare name for a mistake.
constexpr std::string_view kPagesPrefix =
    "pages: https://www.w3.org/publishing/a11y/page-source-id/#";

// One <metadata> (EPUB 3.3, 5.5).
class MetadataWriter {
 public:
  MetadataWriter(XmlWriter& xml, const Plan& plan)
      : xml_(xml), plan_(plan), book_(*plan.anthology), metadata_(plan.anthology->metadata) {}

  void write(const PageFacts& facts) {
    xml_.open("metadata");
    xml_.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
    xml_.line_end();
    write_element("dc:identifier", "pub-id", metadata_.identifier);
    write_titles();
    write_languages();
    write_people();
    write_rest();
    write_property("dcterms:modified", metadata_.modified);
    write_page_source();
    for (const auto& [property, value] : accessibility_statements(facts, book_.words)) {
      write_property(property, value);
    }
    xml_.open("meta");  // EPUB 2's way to name the cover, which old reading systems look for
    xml_.attribute("name", "cover");
    xml_.attribute("content", kCoverItem);
    xml_.close();
    xml_.line_end();
    xml_.close();
    xml_.line_end();
  }

 private:
  // An element, unless there is nothing to say; an empty id writes none.
  void write_element(std::string_view name, std::string_view id, std::string_view text) {
    if (trim(text).empty()) return;
    xml_.open(name);
    if (!id.empty()) xml_.attribute("id", id);
    xml_.text(text);
    xml_.close();
    xml_.line_end();
  }

  void write_property(std::string_view property, std::string_view value) {
    if (value.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", property);
    xml_.text(value);
    xml_.close();
    xml_.line_end();
  }

  void refine(std::string_view id, std::string_view property, std::string_view value,
              std::string_view scheme = {}) {
    if (value.empty()) return;
    xml_.open("meta");
    xml_.attribute("refines", "#" + std::string(id));
    xml_.attribute("property", property);
    if (!scheme.empty()) xml_.attribute("scheme", scheme);
    xml_.text(value);
    xml_.close();
    xml_.line_end();
  }

  // dc:title may not be empty.
  void write_titles() {
    const std::string_view title =
        trim(metadata_.title).empty() ? book_.words["untitled"] : std::string_view(metadata_.title);
    write_element("dc:title", "title", title);
    if (trim(metadata_.subtitle).empty()) return;
    refine("title", "title-type", "main");
    refine("title", "display-seq", "1");
    write_element("dc:title", "subtitle", metadata_.subtitle);
    refine("subtitle", "title-type", "subtitle");
    refine("subtitle", "display-seq", "2");
  }

  // The book's own language first, then the works', as they come.
  void write_languages() {
    std::vector<std::string_view> languages = {metadata_.language.empty() ? std::string_view("und")
                                                                          : metadata_.language};
    for (const Work* work : book_.works()) {
      const std::string_view language = language_of(*work, metadata_);
      if (language.empty()) continue;
      if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
        languages.push_back(language);
      }
    }
    for (const std::string_view language : languages) write_element("dc:language", "", language);
  }

  // Editors made the book; who wrote or translated a work contributed to it, under one name in all
  // the roles that this person had. MARC relators.
  void write_people() {
    for (const Contributor& editor : metadata_.editors) {
      write_person("dc:creator", editor, {"edt"});
    }
    std::vector<std::pair<const Contributor*, std::vector<std::string_view>>> people;
    std::map<std::string_view, std::size_t> by_name;
    for (const Work* work : book_.works()) {
      for (const Contributor& person : work->document.metadata.contributors.value) {
        const auto [found, is_new] = by_name.emplace(person.name, people.size());
        if (is_new) people.emplace_back(&person, std::vector<std::string_view>());
        std::vector<std::string_view>& relators = people[found->second].second;
        const std::string_view relator = relator_of(person.role);
        if (std::find(relators.begin(), relators.end(), relator) == relators.end()) {
          relators.push_back(relator);
        }
      }
    }
    for (const auto& [person, relators] : people) {
      write_person("dc:contributor", *person, relators);
    }
  }

  static std::string_view relator_of(Role role) {
    switch (role) {
      case Role::Author:
        return "aut";
      case Role::Editor:
        return "edt";
      case Role::Translator:
        return "trl";
      case Role::Illustrator:
        return "ill";
      case Role::Photographer:
        return "pht";
      case Role::Contributor:
        break;
    }
    return "ctb";
  }

  void write_person(std::string_view element, const Contributor& person,
                    const std::vector<std::string_view>& relators) {
    if (trim(person.name).empty()) return;
    const std::string id = "person-" + std::to_string(++person_count_);
    write_element(element, id, person.name);
    for (const std::string_view relator : relators) refine(id, "role", relator, "marc:relators");
    if (const std::string filed = filed_name(person); filed != person.name) {
      refine(id, "file-as", filed);
    }
  }

  void write_rest() {
    write_element("dc:publisher", "", metadata_.publisher);
    if (metadata_.date.year > 0) write_element("dc:date", "", metadata_.date.iso());
    write_element("dc:rights", "", metadata_.rights);
    write_element("dc:description", "", metadata_.description);
    for (const std::string& subject : metadata_.subjects) write_element("dc:subject", "", subject);
    write_property("schema:bookEdition", metadata_.edition);
    write_series();
    write_sources();
  }

  void write_series() {
    if (metadata_.series.empty()) return;
    xml_.open("meta");
    xml_.attribute("property", "belongs-to-collection");
    xml_.attribute("id", "series");
    xml_.text(metadata_.series);
    xml_.close();
    xml_.line_end();
    refine("series", "collection-type", "series");
    refine("series", "group-position", metadata_.volume);
  }

  // Where the works stood before.
  void write_sources() {
    std::set<std::string> seen;
    for (const Work* work : book_.works()) {
      const std::string address = safe_address(work->document.metadata.url.value);
      if (address.empty() || !seen.insert(address).second) continue;
      write_element("dc:source", "", ascii_address(address));
    }
  }

  // Whose pages the page list has.
  void write_page_source() {
    if (plan_.page_starts.empty()) return;
    write_element("dc:source", "packet", plan_.page_list->source);
    refine("packet", "source-of", "pagination");
    write_property("pages:pageBreakSource", plan_.page_list->source);
  }

  XmlWriter& xml_;
  const Plan& plan_;
  const Anthology& book_;
  const BookMetadata& metadata_;
  int person_count_ = 0;
};

void write_item(XmlWriter& xml, std::string_view id, std::string_view href, std::string_view type,
                std::string_view properties = {}) {
  xml.open("item");
  xml.attribute("id", id);
  xml.attribute("href", href);
  xml.attribute("media-type", type);
  if (!properties.empty()) xml.attribute("properties", properties);
  xml.close();
  xml.line_end();
}

// What a reading system has to know of a page before it opens it (EPUB 3.3, appendix D.5).
std::string_view properties_of(const PlannedPage& page, const PageFacts& facts) {
  if (page.kind == PageKind::Contents) return "nav";
  return facts.has_mathml ? "mathml" : "";
}

void write_manifest(XmlWriter& xml, const Plan& plan, const std::vector<PageFacts>& facts,
                    const std::vector<EmbeddedFont>& fonts) {
  xml.open("manifest");
  xml.line_end();
  for (std::size_t i = 0; i < plan.pages.size(); ++i) {
    const PlannedPage& page = plan.pages[i];
    write_item(xml, page.id, page.file_name, "application/xhtml+xml",
               properties_of(page, facts[i]));
  }
  write_item(xml, "ncx", kNcxFile, "application/x-dtbncx+xml");
  write_item(xml, "style", kStylesheetFile, "text/css");
  for (const Picture* picture : pictures_of(plan)) {
    const bool is_cover = picture->id == plan.cover->id;
    write_item(xml, is_cover ? kCoverItem : "picture-" + picture->id,
               std::string(kPictureFolder) + picture->file_name, media_type(picture->kind),
               is_cover ? "cover-image" : "");
  }
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    write_item(xml, fmt::format("font-{}", i + 1), fonts[i].face.file_name, fonts[i].media_type);
  }
  xml.close();
  xml.line_end();
}

void write_spine(XmlWriter& xml, const Plan& plan) {
  xml.open("spine");
  xml.attribute("toc", "ncx");
  if (direction_of_language(plan.anthology->metadata.language) == Direction::RightToLeft) {
    xml.attribute("page-progression-direction", "rtl");
  }
  xml.line_end();
  for (const PlannedPage& page : plan.pages) {
    xml.open("itemref");
    xml.attribute("idref", page.id);
    xml.close();
    xml.line_end();
  }
  xml.close();
  xml.line_end();
}

// EPUB 2's landmarks (OPF 2.0.1, 2.6): Kindle's converter and old readers open the book by them.
void write_guide(XmlWriter& xml, const Plan& plan) {
  const Words& words = plan.anthology->words;
  const auto write_reference = [&](std::string_view type, std::string_view title,
                                   const PlannedPage& page) {
    xml.open("reference");
    xml.attribute("type", type);
    xml.attribute("title", title);
    xml.attribute("href", page.file_name);
    xml.close();
    xml.line_end();
  };
  xml.open("guide");
  xml.line_end();
  for (const PlannedPage& page : plan.pages) {
    if (page.kind == PageKind::Cover) write_reference("cover", words["cover"], page);
    if (page.kind == PageKind::Contents) write_reference("toc", words["contents"], page);
  }
  const auto body = std::find_if(plan.pages.begin(), plan.pages.end(),
                                 [](const PlannedPage& page) { return is_body(page.kind); });
  if (body != plan.pages.end()) write_reference("text", words["body-matter"], *body);
  xml.close();
  xml.line_end();
}

}  // namespace

std::vector<const Picture*> pictures_of(const Plan& plan) {
  std::vector<const Picture*> pictures;
  for (const Picture& picture : plan.anthology->pictures) pictures.push_back(&picture);
  const bool has_cover =
      std::any_of(pictures.begin(), pictures.end(),
                  [&plan](const Picture* picture) { return picture->id == plan.cover->id; });
  if (!has_cover) pictures.push_back(plan.cover);
  return pictures;
}

std::string write_package_document(const Plan& plan, const std::vector<PageFacts>& facts,
                                   const std::vector<EmbeddedFont>& fonts) {
  PageFacts all;
  for (const PageFacts& page : facts) all.join(page);
  all.has_page_marks = !plan.page_starts.empty();
  const BookMetadata& metadata = plan.anthology->metadata;
  XmlWriter xml;
  xml.declaration();
  xml.open("package");
  xml.attribute("xmlns", "http://www.idpf.org/2007/opf");
  xml.attribute("version", "3.0");
  xml.attribute("unique-identifier", "pub-id");
  if (all.has_page_marks) xml.attribute("prefix", kPagesPrefix);
  if (!metadata.language.empty()) xml.attribute("xml:lang", metadata.language);
  xml.line_end();
  MetadataWriter(xml, plan).write(all);
  write_manifest(xml, plan, facts, fonts);
  write_spine(xml, plan);
  write_guide(xml, plan);
  xml.close();
  xml.line_end();
  return xml.take();
}

}  // namespace garland
