// Pictures of the book: each Image gets the picture that it means, where there is one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/files.h"
#include "book/anthology.h"
#include "book/description.h"

namespace garland {

struct BookPictures {
  std::vector<Picture> pictures;     // sorted by id, each once
  std::optional<std::string> cover;  // Picture::id
};

// Puts the hero image of each work's metadata at its beginning as a figure, unless the work begins
// with that picture. Call before the pictures are resolved.
void place_hero_image(Work& work);

// Resolves the target of every Image: a file of the folder, relative to the source or to the root,
// or a "data:" address. For a picture on the web nothing is fetched: a file of the folder stands
// for it, by the description's `assets:` or by its file name, or else Image::picture stays empty
// and the writers print its alternative text and address. Missing and broken pictures are reported
// with their line.
BookPictures collect_pictures(const std::vector<Work*>& works, const Description& description,
                              const Folder& folder, unsigned jobs, Diagnostics& diagnostics);

}  // namespace garland
