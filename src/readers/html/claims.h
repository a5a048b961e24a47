// What the places of a page that tell about its article say, each with how far it is believed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source_range.h"
#include "document/metadata.h"

namespace garland::html {

enum class Field {
  Title,
  Author,
  Date,
  Publication,
  Url,
  Doi,
  Description,
  Rights,
  License,
  Language,
  Image,
  ImageAlternative
};

struct Claim {
  Field field = Field::Title;
  std::vector<std::string> values;  // several for authors only
  int belief = 0;                   // 0 to 100
  std::string_view why;             // in words
  SourceRange range;
  bool is_repaired = false;  // its letters were damaged: see html/letters.h

  std::string reason() const;
};

class Claims {
 public:
  // Spaces are collapsed; nothing is claimed by nothing. Authors of the same belief and reason are
  // said together; of other fields the first such claim stands.
  void add(Field field, std::string_view value, int belief, std::string_view why,
           SourceRange range);

  // The most believed claim, the first of equals; null when there is none.
  const Claim* best(Field field) const;
  std::vector<const Claim*> all(Field field) const;

 private:
  std::vector<Claim> claims_;
};

// Sets every field but the title by its best claim.
void settle_claims(const Claims& claims, Metadata& metadata);

}  // namespace garland::html
