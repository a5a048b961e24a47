#include "layout/book/page_starts.h"

namespace garland {

std::vector<PageStart> page_starts(const Packet& packet) {
  std::vector<PageStart> starts;
  for (const Page& page : packet.pages) {
    if (page.place.empty() || page.label.empty()) continue;
    starts.push_back({page.label, page.place, page.element, page.text_offset});
  }
  return starts;
}

}  // namespace garland
