#include "pdf/xmp.h"

#include <fmt/format.h>

#include <iterator>

#include "base/unicode.h"

namespace garland {
namespace {

// Text of an XML element. Characters that XML 1.0 cannot hold (2.2) are left out.
std::string escape(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    const bool is_control = c < 0x20 && c != '\t' && c != '\n';
    if (is_control || c == 0xFFFE || c == 0xFFFF) continue;
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

class XmpWriter {
 public:
  // A plain property; nothing for an empty value.
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    fmt::format_to(std::back_inserter(out_), "<{0}>{1}</{0}>\n", name, escape(value));
  }
  // A text with one alternative, in no stated language.
  void language_alternative(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    fmt::format_to(std::back_inserter(out_),
                   "<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n",
                   name, escape(value));
  }
  // `container` is Seq or Bag.
  void list(std::string_view name, std::string_view container,
            const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::string items;
    for (const std::string& value : values) items += "<rdf:li>" + escape(value) + "</rdf:li>";
    fmt::format_to(std::back_inserter(out_), "<{0}><rdf:{1}>{2}</rdf:{1}></{0}>\n", name, container,
                   items);
  }
  const std::string& text() const { return out_; }

 private:
  std::string out_;
};

constexpr std::string_view kHead =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

constexpr std::string_view kAccessible =
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289 that the file keeps "
    "to</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

constexpr std::string_view kTail =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";

}  // namespace

std::string make_xmp(const Packet& packet, std::string_view producer, Archive archive) {
  XmpWriter writer;
  writer.language_alternative("dc:title", packet.title);
  writer.list("dc:creator", "Seq", packet.authors);
  writer.language_alternative("dc:description", packet.subject);
  writer.list("dc:subject", "Bag", packet.keywords);
  if (!packet.language.empty()) writer.list("dc:language", "Bag", {packet.language});
  writer.language_alternative("dc:rights", packet.rights);
  writer.property("dc:identifier", packet.identifier);
  writer.property("pdf:Producer", producer);
  writer.property("pdf:Keywords", fmt::format("{}", fmt::join(packet.keywords, ", ")));
  writer.property("xmp:CreatorTool", producer);
  writer.property("xmp:CreateDate", packet.modified);
  writer.property("xmp:ModifyDate", packet.modified);
  writer.property("xmp:MetadataDate", packet.modified);
  const bool is_tagged = archive != Archive::Part2Untagged;
  writer.property("pdfaid:part", archive == Archive::Part3 ? "3" : "2");
  writer.property("pdfaid:conformance", is_tagged ? "A" : "B");
  return fmt::format("{}{}{}{}", kHead, writer.text(), is_tagged ? kAccessible : "", kTail);
}

}  // namespace garland
