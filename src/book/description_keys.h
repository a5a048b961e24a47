// The one table of the description's keys: the reader, its spelling hints and the JSON Schema are
// made from it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/value.h"
#include "book/description.h"

namespace garland {

// What a key's value may be.
enum class KeyType {
  Text,      // one scalar
  TextList,  // a scalar or a list of them
  Names,     // a name, a list of names, or maps with family:, given:, …
  Boolean,
  Source,    // a path, or a map with file: and metadata
  Contents,  // a list of sources and parts
  Assets,    // a map of addresses to paths
  Settings,  // a map that another part of the program reads
  Packet,    // packet_keys(), and what the theme reads
  References,
  Attributions,
  Indexes  // words of index_names()
};

struct DescriptionKey {
  std::string_view name;
  std::string_view synonym;  // another spelling that is understood; may be empty
  KeyType type;
  std::string_view default_value;  // for the documentation; empty: nothing
  std::string_view help;           // what it does: one clause without a final stop
  // Puts a value of the right type into the description.
  void (*set)(Description& description, const Value& value, Diagnostics& diagnostics);
};

// The keys of one map of the description, in the order of the documentation.
using KeyTable = std::vector<DescriptionKey>;
const KeyTable& book_keys();
const KeyTable& references_keys();
const KeyTable& attributions_keys();
const KeyTable& packet_keys();  // of `pdf:`, those that are not the theme's; in packet_keys.cpp

// What may stand under `indexes:`, in index_keys.cpp.
const std::vector<std::string_view>& index_names();
void set_indexes(Description& description, const Value& value, Diagnostics& diagnostics);

// Reads a map by its table: reports unknown keys with the nearest known one, and values of the
// wrong type. `where` names the map in messages ("`references:`").
void read_map(const KeyTable& table, const Value& map, std::string_view where,
              Description& description, Diagnostics& diagnostics);

// `contents:` and `introduction:`, in description_contents.cpp.
void set_contents(Description& description, const Value& value, Diagnostics& diagnostics);
void set_introduction(Description& description, const Value& value, Diagnostics& diagnostics);

// `pdf:`, in packet_keys.cpp.
void set_packet_settings(Description& description, const Value& value, Diagnostics& diagnostics);

}  // namespace garland
