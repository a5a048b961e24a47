// The one place that talks to libharu: its document, page tree, object table and streams, used
// below its drawing calls, which can neither shape nor tag.
//
// Dictionaries are handed over as text and written through libharu's write call-back. Its own
// dictionary and name objects take 130 bytes a key and 150 a name, look keys up one by one, end
// arrays at 32,767 items and strings at the first zero byte, and round numbers to five digits; a
// book has objects by the hundred thousand. What its object table holds is laid out in the file by
// FileWriter: libharu knows no object streams.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.h"
#include "base/result.h"
#include "pdf/syntax.h"

namespace garland {

enum class StreamFilter { None, Flate, Dct /* the data is a JPEG file */ };

// What stands on a page. Names are those of the content stream.
struct PageParts {
  std::string content;
  std::vector<std::pair<std::string, ObjectId>> fonts;
  std::vector<std::pair<std::string, ObjectId>> pictures;
  std::vector<ObjectId> annotations;
  int structure_key = -1;  // in the parent tree; below zero: nothing is tagged
};

// A page's boxes (14.11.2). The others lie within the media box, this far from its sides.
struct PageBoxes {
  Length width, height;  // of the media box
  Length bleed_inset, trim_inset;
};

// A PDF file in the making. An error of libharu is kept: calls after it do nothing, and save()
// returns it.
class HaruDocument {
 public:
  // Errors: no memory.
  static Result<std::unique_ptr<HaruDocument>> create();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  // Adds a dictionary: `entries` is what stands between << and >>.
  ObjectId add(std::string entries);
  // Adds a dictionary that others may refer to before its entries are known.
  ObjectId reserve();
  // Requires an object of reserve().
  void set_entries(ObjectId object, std::string entries);
  // Adds a stream. `entries` without Length and Filter.
  ObjectId add_stream(std::string entries, std::string_view data, StreamFilter filter);

  // Adds what stands on a page as an object that pages may show as a picture (a form
  // XObject, 8.10), from the lower left corner `-beyond, -beyond` to the upper right one, so far
  // beyond the size.
  ObjectId add_form(Length width, Length height, Length beyond, const PageParts& parts);

  // Adds pages in their order; a page is filled once.
  ObjectId add_page(const PageBoxes& boxes);
  void fill_page(std::size_t page_index, const PageParts& parts);

  // More entries of the catalog and the information dictionary; once.
  void set_catalog_entries(std::string entries);
  void set_information(std::string entries);

  // The file. Once, at the end.
  Result<std::string> save();

 private:
  struct State;
  explicit HaruDocument(std::unique_ptr<State> state);
  void write_page_tree();
  std::unique_ptr<State> state_;
};

}  // namespace garland
