#include "epub/ncx.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/xml.h"
#include "epub/page_marks.h"

namespace garland {
namespace {

int depth_of(const std::vector<ContentsEntry>& entries) {
  int deepest = 0;
  for (const ContentsEntry& entry : entries) {
    deepest = std::max(deepest, 1 + depth_of(entry.children));
  }
  return deepest;
}

void write_meta(XmlWriter& xml, std::string_view name, std::string_view content) {
  xml.open("meta");
  xml.attribute("name", name);
  xml.attribute("content", content);
  xml.close();
  xml.line_end();
}

// What a point of the map or a page is called, and where it is.
void write_target(XmlWriter& xml, std::string_view label, std::string_view href) {
  xml.open("navLabel");
  xml.element("text", label);
  xml.close();
  xml.open("content");
  xml.attribute("src", href);
  xml.close();
}

void write_points(XmlWriter& xml, const std::vector<ContentsEntry>& entries, int& play_order) {
  for (const ContentsEntry& entry : entries) {
    const std::string order = std::to_string(++play_order);
    xml.open("navPoint");
    xml.attribute("id", "point-" + order);
    xml.attribute("playOrder", order);
    write_target(xml, entry.title, entry.href);
    xml.line_end();
    write_points(xml, entry.children, play_order);
    xml.close();
    xml.line_end();
  }
}

// Folios in arabic numerals count; others stand before them.
bool is_number(std::string_view folio) {
  return std::all_of(folio.begin(), folio.end(), is_ascii_digit);
}

void write_page_list(XmlWriter& xml, const std::vector<PageTarget>& targets, std::string_view title,
                     int play_order) {
  if (targets.empty()) return;
  xml.open("pageList");
  xml.line_end();
  xml.open("navLabel");
  xml.element("text", title);
  xml.close();
  xml.line_end();
  for (const PageTarget& target : targets) {
    xml.open("pageTarget");
    xml.attribute("id", "page-" + target.folio);
    xml.attribute("type", is_number(target.folio) ? "normal" : "front");
    if (is_number(target.folio)) xml.attribute("value", target.folio);
    xml.attribute("playOrder", std::to_string(++play_order));
    write_target(xml, target.folio, target.href);
    xml.close();
    xml.line_end();
  }
  xml.close();
  xml.line_end();
}

// The greatest number among the folios.
std::string last_number(const std::vector<PageTarget>& targets) {
  const auto last = std::find_if(targets.rbegin(), targets.rend(),
                                 [](const PageTarget& target) { return is_number(target.folio); });
  return last == targets.rend() ? "0" : last->folio;
}

}  // namespace

std::string write_ncx(const Plan& plan, const std::vector<ContentsEntry>& contents) {
  const BookMetadata& metadata = plan.anthology->metadata;
  const std::vector<PageTarget> targets = page_targets(plan);
  XmlWriter xml;
  xml.declaration();
  xml.open("ncx");
  xml.attribute("xmlns", "http://www.daisy.org/z3986/2005/ncx/");
  xml.attribute("version", "2005-1");
  if (!metadata.language.empty()) xml.attribute("xml:lang", metadata.language);
  xml.line_end();
  xml.open("head");
  xml.line_end();
  write_meta(xml, "dtb:uid", metadata.identifier);
  write_meta(xml, "dtb:depth", std::to_string(std::max(1, depth_of(contents))));
  write_meta(xml, "dtb:totalPageCount", std::to_string(targets.size()));
  write_meta(xml, "dtb:maxPageNumber", last_number(targets));
  xml.close();
  xml.line_end();
  xml.open("docTitle");
  xml.element("text", metadata.title);
  xml.close();
  xml.line_end();
  xml.open("navMap");
  xml.line_end();
  int play_order = 0;
  write_points(xml, contents, play_order);
  xml.close();
  xml.line_end();
  write_page_list(xml, targets, plan.anthology->words["page-list"], play_order);
  xml.close();
  xml.line_end();
  return xml.take();
}

}  // namespace garland
