// What the shops ask of an e-book, by the guides that they publish for publishers. Takes the
// finished container and its pictures, tells which shops would take it as it is, and what stands in
// the way.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/zip.h"
#include "pictures/picture.h"

namespace garland {

enum class Shop { Kindle, Kobo, AppleBooks, GooglePlay };

std::string_view name_of(Shop shop);  // "Apple Books"

// "Kindle, Kobo and Google Play"; "no shop" for none.
std::string in_words(const std::vector<Shop>& shops);

// An e-book as it goes to a shop. The pictures must outlive it.
struct FinishedEbook {
  std::string_view file_name;  // for messages
  std::uint64_t byte_count = 0;
  std::vector<ZipEntry> members;
  const std::vector<Picture>* pictures = nullptr;
  const Picture* cover = nullptr;
};

// The shops whose every rule is kept, in the order above. Each broken rule is a note, in the name
// of the picture's source or of the book.
std::vector<Shop> fitting_shops(const FinishedEbook& book, Diagnostics& diagnostics);

}  // namespace garland
