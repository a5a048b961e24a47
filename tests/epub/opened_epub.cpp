#include "epub/opened_epub.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.h"
#include "base/xml.h"

namespace garland::test {
namespace {

constexpr std::string_view kFolder = "EPUB/";

bool is_xml(std::string_view name) {
  return name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".ncx") ||
         name.ends_with(".xml");
}

std::string unescape(std::string text) {
  const std::vector<std::pair<std::string, std::string>> entities = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities) {
    for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; ++at) {
      text.replace(at, entity.size(), character);
    }
  }
  return text;
}

std::set<std::string> ids_of(std::string_view xml) {
  const std::vector<std::string> ids = values_of(xml, "id");
  return {ids.begin(), ids.end()};
}

void check_links(const ZipMember& member, const std::map<std::string, std::set<std::string>>& ids,
                 std::vector<std::string>& faults) {
  std::vector<std::string> links = values_of(member.bytes, "href");
  const std::vector<std::string> sources = values_of(member.bytes, "src");
  links.insert(links.end(), sources.begin(), sources.end());
  for (const std::string& link : links) {
    if (link.find(':') < link.find('/')) continue;  // an outside address
    const std::size_t hash = std::min(link.find('#'), link.size());
    const std::string target =
        hash == 0 ? member.name : resolve_path(member.name, link.substr(0, hash));
    const auto file = ids.find(target);
    if (file == ids.end()) {
      faults.push_back(member.name + " leads to " + link + ", which is not in the container");
    } else if (hash < link.size() && !file->second.contains(link.substr(hash + 1))) {
      faults.push_back(member.name + " leads to " + link + ", an id that is not there");
    }
  }
}

void check_manifest(const OpenedEpub& epub, std::vector<std::string>& faults) {
  const std::string& package = epub.file("package.opf");
  const std::set<std::string> items = ids_of(package);
  for (const std::string& idref : values_of(package, "idref")) {
    if (!items.contains(idref)) faults.push_back("spine item " + idref + " is not in the manifest");
  }
  const std::vector<std::string> hrefs = values_of(package, "href");
  for (const ZipMember& member : epub.members) {
    if (!member.name.starts_with(kFolder) || member.name.ends_with(".opf")) continue;
    if (std::find(hrefs.begin(), hrefs.end(), member.name.substr(kFolder.size())) == hrefs.end()) {
      faults.push_back(member.name + " is not in the manifest");
    }
  }
}

}  // namespace

const std::string& OpenedEpub::file(std::string_view name) const {
  static const std::string kNone;
  for (const ZipMember& member : members) {
    if (member.name == std::string(kFolder) + std::string(name)) return member.bytes;
  }
  return kNone;
}

bool OpenedEpub::has(std::string_view name) const { return !file(name).empty(); }

OpenedEpub open_epub(std::string_view bytes) {
  Result<std::vector<ZipMember>> members = read_zip(bytes, 1U << 30U);
  REQUIRE_MESSAGE(members.ok(), "the e-book is no readable container");
  return {std::move(*members)};
}

std::vector<std::string> values_of(std::string_view xml, std::string_view attribute) {
  std::vector<std::string> values;
  const std::string start = " " + std::string(attribute) + "=\"";
  for (std::size_t at = 0; (at = xml.find(start, at)) != std::string_view::npos;) {
    at += start.size();
    const std::size_t end = xml.find('"', at);
    values.push_back(unescape(std::string(xml.substr(at, end - at))));
    at = end;
  }
  return values;
}

std::vector<std::string> faults_of(const OpenedEpub& epub) {
  std::vector<std::string> faults;
  std::map<std::string, std::set<std::string>> ids;
  for (const ZipMember& member : epub.members) {
    ids[member.name];
    if (!is_xml(member.name)) continue;
    if (const Status sound = check_xml(member.bytes); !sound) {
      faults.push_back(member.name + " is not well-formed: " + sound.error().message);
    }
    ids[member.name] = ids_of(member.bytes);
    if (ids[member.name].size() != values_of(member.bytes, "id").size()) {
      faults.push_back(member.name + " has an id twice");
    }
  }
  for (const ZipMember& member : epub.members) {
    if (is_xml(member.name)) check_links(member, ids, faults);
  }
  check_manifest(epub, faults);
  return faults;
}

}  // namespace garland::test
