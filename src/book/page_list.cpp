#include "book/page_list.h"

#include <fmt/format.h>

#include "book/indexes.h"

namespace garland {

std::string part_anchor(const Part& part) { return "book/part-" + part.id; }

std::string index_anchor(IndexKind kind) { return "book/" + std::string(index_id(kind)); }

std::string cell_element(const std::string& table, std::size_t row, std::size_t column) {
  return fmt::format("{}/{}/{}", table, row, column);
}

std::string letter_element(const std::string& letter) { return "letter/" + letter; }

}  // namespace garland
