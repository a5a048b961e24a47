// `indexes:` of the description: which indexes the books have.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "base/unicode.h"
#include "book/description_keys.h"
#include "book/description_values.h"

namespace garland {
namespace {

struct IndexName {
  std::string_view name;
  IndexKind kind;
};
constexpr std::array<IndexName, 3> kIndexes{{{"authors", IndexKind::Authors},
                                             {"titles", IndexKind::Titles},
                                             {"subjects", IndexKind::Subjects}}};

void report_unknown_index(const Value& name, Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_spelling(name.scalar, index_names());
  diagnostics.error("unknown-index", name.range,
                    fmt::format("there is no index of “{}”", name.scalar),
                    nearest.empty() ? fmt::format("write {}", fmt::join(index_names(), ", or "))
                                    : fmt::format("did you mean “{}”?", nearest));
}

}  // namespace

const std::vector<std::string_view>& index_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const IndexName& index : kIndexes) all.push_back(index.name);
    return all;
  }();
  return names;
}

void set_indexes(Description& description, const Value& value, Diagnostics& diagnostics) {
  std::vector<IndexWish>& wishes = description.indexes;
  for (const Value& name : members_of(value)) {
    const auto* index =
        std::find_if(kIndexes.begin(), kIndexes.end(),
                     [&name](const IndexName& known) { return known.name == name.scalar; });
    if (index == kIndexes.end()) {
      report_unknown_index(name, diagnostics);
      continue;
    }
    const bool is_known = std::any_of(wishes.begin(), wishes.end(), [index](const IndexWish& wish) {
      return wish.kind == index->kind;
    });
    if (!is_known) wishes.push_back({index->kind, name.range});
  }
}

}  // namespace garland
