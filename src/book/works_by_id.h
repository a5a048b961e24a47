// The works of an anthology by their names.
#pragma once

#include <string_view>
#include <unordered_map>

#include "book/anthology.h"

namespace garland {

// For those who look for many works. The anthology stays as it is as long as this is used.
class WorksById {
 public:
  explicit WorksById(const Anthology& anthology);
  // The work with that Work::id, an introduction too; null where there is none.
  const Work* find(std::string_view id) const;

 private:
  std::unordered_map<std::string_view, const Work*> works_;
};

}  // namespace garland
