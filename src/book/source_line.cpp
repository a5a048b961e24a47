#include "book/source_line.h"

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "book/addresses.h"

namespace garland {

std::string site_of(std::string_view address) {
  const std::string safe = safe_address(address);
  const std::size_t slashes = safe.find("://");
  if (slashes == std::string::npos) return {};
  std::string_view site = std::string_view(safe).substr(slashes + 3);
  site = site.substr(0, site.find_first_of("/?#"));
  site = site.substr(site.rfind('@') + 1);
  const std::size_t bracket = site.find(']');  // colons before it are an IPv6 address's own
  site = site.substr(0, site.find(':', bracket == std::string_view::npos ? 0 : bracket));
  std::string name = to_lower(site);
  return name.starts_with("www.") ? name.substr(4) : name;
}

SourceLine source_line(const Metadata& metadata, const Words& words) {
  SourceLine line;
  line.address = safe_address(metadata.url.value);
  line.date = words.date(metadata.date.value);
  line.place = collapse_spaces(metadata.publication.value);
  line.is_publication = !line.place.empty();
  if (!line.is_publication) line.place = site_of(metadata.url.value);
  if (line.place.empty()) return line;
  line.lead = words[line.is_publication ? "originally-published-in" : "originally-published-at"];
  return line;
}

}  // namespace garland
