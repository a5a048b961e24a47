// Pictures as image XObjects (ISO 32000-1, 8.9.5), drawings as forms.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "layout/page.h"
#include "pdf/haru.h"
#include "pictures/picture.h"
#include "style/print.h"

namespace garland {

struct EmbeddedPicture {
  ObjectId object = 0;
  std::string name;  // in content streams, without the slash
};
struct ByPictureName {
  bool operator()(const EmbeddedPicture* left, const EmbeddedPicture* right) const {
    return left->name < right->name;
  }
};

// By Picture::id.
using EmbeddedPictures = std::map<std::string, EmbeddedPicture>;

// Embeds the pictures that pages show. JPEG files go in as they are, but coloured ones are made
// grey where all is, and packed again; what was drawn here as a drawing; other pictures as samples;
// transparency becomes a soft mask. Errors: a picture that was fine no longer decodes.
Result<EmbeddedPictures> embed_pictures(HaruDocument& document, const std::vector<Page>& pages,
                                        const std::vector<Picture>& pictures, PrintColors colors);

}  // namespace garland
