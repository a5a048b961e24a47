// YAML of a hand-written file, which has slips: what can be read is read, and all that is wrong
// with it is told at once.
#pragma once

#include <string_view>
#include <vector>

#include "base/value.h"

namespace garland {

// What a plain scalar is by the core schema's tag resolution (YAML 1.2, 10.3.2).
Value::Kind kind_of_plain_scalar(std::string_view text);

struct MendedYaml {
  Value value;
  // Quotation marks without an end, which now end with their line (base/yaml_quotes.h).
  std::vector<Error> open_quotes;
  // Why entries of the outermost map are no YAML and left out, or why nothing could be read. When
  // there are too many, the last one says that all is lost.
  std::vector<Error> broken;
  // What does not count: a key that stood before in its map (the message names both lines), and
  // documents behind the first.
  std::vector<Error> ignored;
};

// As parse_yaml (base/value.h), but for repeated keys and for further documents behind the first:
// `ignored` takes those.
Result<Value> parse_yaml_keeping_first(std::string_view text, std::vector<Error>& ignored);

// Never fails: text of which nothing can be read gives Null and what is wrong with it.
MendedYaml read_mended_yaml(std::string_view text);

}  // namespace garland
