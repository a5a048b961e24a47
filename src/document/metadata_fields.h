// How one key of front matter or of the book description sets its field of the metadata. The table
// of keys is in metadata_values.cpp.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/value.h"
#include "document/metadata.h"
#include "document/metadata_values.h"

namespace garland {

// One value on its way into the metadata.
struct MetadataEntry {
  Metadata& metadata;
  std::string_view key;  // as the user wrote it, for messages
  const Value& value;
  Origin origin;
  bool is_canonical;  // the field's own name, which overrules synonyms of the same origin
  Diagnostics& diagnostics;
  const ReadMarkedText& read_marks;
};

// Each sets its field from the entry's value. A value of the wrong kind is reported; an empty one
// leaves the field as it is, and so does one of a lower origin than the field has.
void set_title(const MetadataEntry& entry);
void set_subtitle(const MetadataEntry& entry);
void set_date(const MetadataEntry& entry);
void set_accessed(const MetadataEntry& entry);
void set_publication(const MetadataEntry& entry);
void set_url(const MetadataEntry& entry);
void set_doi(const MetadataEntry& entry);
void set_rights(const MetadataEntry& entry);
void set_license(const MetadataEntry& entry);
void set_permission(const MetadataEntry& entry);
void set_description(const MetadataEntry& entry);
void set_subjects(const MetadataEntry& entry);
void set_language(const MetadataEntry& entry);
void set_image(const MetadataEntry& entry);
void set_image_caption(const MetadataEntry& entry);
void set_image_alternative(const MetadataEntry& entry);

// Contributors have one field but many keys. A role named by a higher origin replaces the people
// of that role; the same origin adds those it does not know yet.
void set_contributors(const MetadataEntry& entry, Role role);

}  // namespace garland
