#include "book/description.h"

#include <string>
#include <utility>

#include "book/description_keys.h"

namespace garland {

Description read_description(std::string_view yaml, Diagnostics& diagnostics) {
  Description description;
  const Result<Value> data = parse_yaml(yaml);
  if (!data.ok()) {
    diagnostics.error("unreadable-description", data.error().range, data.error().message,
                      data.error().help.empty()
                          ? "mend it; until then the sources are taken in natural order"
                          : data.error().help);
    return description;
  }
  if (data.value().is_null()) return description;  // an empty file
  if (!data.value().is_map()) {
    diagnostics.error("unreadable-description", data.value().range,
                      "the book description is no map of keys and values",
                      "begin it with a line such as “title: My reader”");
    return description;
  }
  read_map(book_keys(), data.value(), "the book description", description, diagnostics);
  return description;
}

}  // namespace garland
