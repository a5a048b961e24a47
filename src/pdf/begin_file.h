// What every file begins with that is made of a packet.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "fonts/fonts.h"
#include "layout/page.h"
#include "pdf/content.h"
#include "pdf/haru.h"
#include "pdf/xmp.h"
#include "pictures/picture.h"
#include "style/print.h"

namespace garland {

struct BegunFile {
  std::unique_ptr<HaruDocument> document;
  Embedded embedded;    // what the packet's pages show
  std::string catalog;  // entries so far: the metadata's
};

// Errors: as of check_packet(), embed() and write_metadata(); no memory.
Result<BegunFile> begin_file(const Packet& packet, const std::vector<Picture>& pictures,
                             FontLibrary& fonts, PrintColors colors, Archive archive);

}  // namespace garland
