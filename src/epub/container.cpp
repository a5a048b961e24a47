#include "epub/container.h"

#include <utility>

#include "base/xml.h"
#include "epub/package_document.h"

namespace garland {
namespace {

constexpr std::string_view kFolder = "EPUB/";

std::string write_container_xml() {
  XmlWriter xml;
  xml.declaration();
  xml.open("container");
  xml.attribute("xmlns", "urn:oasis:names:tc:opendocument:xmlns:container");
  xml.attribute("version", "1.0");
  xml.open("rootfiles");
  xml.open("rootfile");
  xml.attribute("full-path", std::string(kFolder) + std::string(kPackageFile));
  xml.attribute("media-type", "application/oebps-package+xml");
  xml.close();
  xml.close();
  xml.close();
  xml.line_end();
  return xml.take();
}

}  // namespace

Result<std::string> write_container(std::vector<ZipMember> files) {
  std::vector<ZipMember> members;
  members.reserve(files.size() + 2);
  members.push_back({"mimetype", "application/epub+zip", Compression::Stored});
  members.push_back({"META-INF/container.xml", write_container_xml(), Compression::Deflated});
  for (ZipMember& file : files) {
    file.name.insert(0, kFolder);
    members.push_back(std::move(file));
  }
  return write_zip(members);
}

}  // namespace garland
