#include "book/description.h"

#include <string>
#include <utility>

#include "base/yaml.h"
#include "book/description_keys.h"

namespace garland {
Description read_description(std::string_view yaml, Diagnostics& diagnostics) {
  Description description;
  MendedYaml data = read_mended_yaml(yaml);
  for (const Error& error : data.open_quotes) {
    diagnostics.warning("unclosed-quotation", error.range, error.message, error.help);
  }
  for (const Error& error : data.broken) {
    diagnostics.error("unreadable-description", error.range, error.message, error.help);
  }
  for (const Error& error : data.ignored) {
    diagnostics.warning("repeated-key", error.range, error.message, error.help);
  }
  if (data.value.is_null()) return description;  // an empty file
  if (!data.value.is_map()) {
    diagnostics.error("unreadable-description", data.value.range,
                      "the book description is no map of keys and values",
                      "begin it with a line such as “title: My reader”");
    return description;
  }
  remove_control_characters(data.value, diagnostics);
  read_map(book_keys(), data.value, "the book description", description, diagnostics);
  return description;
}

}  // namespace garland
