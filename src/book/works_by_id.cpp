#include "book/works_by_id.h"

namespace garland {

WorksById::WorksById(const Anthology& anthology) {
  for (const Work* work : anthology.works()) works_.emplace(work->id, work);
}

const Work* WorksById::find(std::string_view id) const {
  const auto found = works_.find(id);
  return found == works_.end() ? nullptr : found->second;
}

}  // namespace garland
