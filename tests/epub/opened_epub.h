// An e-book unpacked for the tests: its members, and what stands in each.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/zip.h"

namespace garland::test {

struct OpenedEpub {
  std::vector<ZipMember> members;

  // The text of a file named relative to the package document's folder; empty when there is none.
  const std::string& file(std::string_view name) const;
  bool has(std::string_view name) const;
};

OpenedEpub open_epub(std::string_view bytes);

// The values of an attribute, in order: values_of(xhtml, "href").
std::vector<std::string> values_of(std::string_view xml, std::string_view attribute);

// One sentence for each fault: XML that is not well formed, an id used twice, a link or picture
// without a target, a spine item that is not in the manifest, a file that is not in it.
std::vector<std::string> faults_of(const OpenedEpub& epub);

}  // namespace garland::test
