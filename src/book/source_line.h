// Where a work first appeared, as both books say it under the byline.
#pragma once

#include <string>

#include "book/anthology.h"

namespace garland {

// "Originally published in PUBLICATION, DATE", or "… at SITE, DATE" where only an address is known,
// or the date alone. What is not known is empty.
struct SourceLine {
  std::string lead;   // the fixed words before the place
  std::string place;  // the publication, or the site that the address names
  bool is_publication = false;
  std::string address;  // safe to follow; where the place leads
  std::string date;

  bool empty() const { return place.empty() && date.empty(); }
};

SourceLine source_line(const Metadata& metadata, const Words& words);

// "example.org" of "https://www.example.org:80/a"; empty for what is no address on the web.
std::string site_of(std::string_view address);

}  // namespace garland
