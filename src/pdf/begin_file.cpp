#include "pdf/begin_file.h"

#include <utility>

#include "pdf/check_packet.h"
#include "pdf/metadata.h"

namespace garland {

Result<BegunFile> begin_file(const Packet& packet, const std::vector<Picture>& pictures,
                             FontLibrary& fonts, PrintColors colors, Archive archive) {
  if (Status checked = check_packet(packet, pictures); !checked) return checked.error();
  Result<std::unique_ptr<HaruDocument>> document = HaruDocument::create();
  if (!document) return document.error();
  Result<Embedded> embedded = embed(**document, packet.pages, pictures, fonts, colors);
  if (!embedded) return embedded.error();
  Result<std::string> catalog = write_metadata(**document, packet, archive);
  if (!catalog) return catalog.error();
  return BegunFile{std::move(*document), std::move(*embedded), std::move(*catalog)};
}

}  // namespace garland
