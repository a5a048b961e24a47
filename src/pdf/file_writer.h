// The layout of a PDF file: a header, indirect objects, and where they are. All but streams stand
// in compressed object streams, found by a cross-reference stream (ISO 32000-1, 7.5).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/deflate.h"
#include "pdf/syntax.h"

namespace garland {

class FileWriter {
 public:
  // Objects have the numbers below `object_end`.
  explicit FileWriter(ObjectId object_end);

  // Adds an object: its value, without "obj" and "endobj" around it. Each object once.
  void add(ObjectId object, std::string_view value);
  // The same for a stream: all from its dictionary to "endstream".
  void add_stream(ObjectId object, std::string_view value);

  // The file, of which two objects are catalog and information dictionary. Once, at the end. Its
  // identifier (14.4) is made from the bytes of all objects.
  std::string finish(ObjectId catalog, ObjectId information);

 private:
  // Where an object is; the numbers of the kinds are those of the file (7.5.8.3).
  struct Place {
    enum class Kind : std::uint8_t { Free = 0, InFile = 1, InStream = 2 };
    Kind kind = Kind::Free;
    std::uint32_t where = 0;  // offset in the file, or number of the object stream
    std::uint16_t index = 0;  // in the object stream
  };

  void end_object_stream();
  std::string places_as_rows() const;

  std::string file_;
  std::vector<Place> places_;  // by object
  // The object stream that is being filled (7.5.7).
  std::string numbers_and_offsets_;
  std::string values_;
  std::uint16_t value_count_ = 0;
  Deflater deflater_{Packing::Small};
};

}  // namespace garland
