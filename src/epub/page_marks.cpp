#include "epub/page_marks.h"

#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"

namespace garland {
namespace {

// The first byte behind so many code points. Requires that the text has them.
std::size_t bytes_of(std::string_view text, std::size_t code_points) {
  std::size_t offset = 0;
  for (; code_points > 0; --code_points) next_code_point(text, offset);
  return offset;
}

// <span epub:type="pagebreak">: where a page of that folio begins (EPUB Structural Semantics
// Vocabulary 1.1, 2.18).
std::string page_mark(std::string_view folio) {
  XmlWriter mark;
  mark.open("span");
  mark.attribute("epub:type", "pagebreak");
  mark.attribute("role", "doc-pagebreak");
  mark.attribute("id", page_mark_id(folio));
  mark.attribute("aria-label", folio);
  mark.close();
  return mark.take();
}

}  // namespace

PageMarks::PageMarks(XhtmlPage& page, const Plan& plan, std::string_view place) : page_(page) {
  const auto found = plan.page_starts.find(place);
  if (found == plan.page_starts.end()) return;
  starts_ = found->second;
  for (const PageStart* start : starts_) by_element_[start->element].push_back(start);
  enter("");
}

// A page whose first word was not found in its block begins with the next text that there is.
void PageMarks::enter(std::string_view element) {
  counted_ = 0;
  for (Due& late : due_) late.offset = 0;
  const auto found = by_element_.find(element);
  if (found == by_element_.end()) return;
  for (const PageStart* start : found->second) due_.push_back({start, start->text_offset});
  by_element_.erase(found);
}

// How many bytes of the text that is about to be written stand before a page's first word, or
// std::string_view::npos where no page begins in it.
std::size_t PageMarks::next_in(std::string_view text) const {
  if (due_.empty() || text.empty()) return std::string_view::npos;
  if (is_due()) return 0;
  const std::size_t offset = due_.front().offset;
  if (offset >= counted_ + count_code_points(text)) return std::string_view::npos;
  return bytes_of(text, offset - counted_);
}

void PageMarks::find_next() {
  found_.emplace(due_.front().start, page_.xml().position());
  due_.pop_front();
}

void PageMarks::find_due() {
  while (is_due()) find_next();
}

void PageMarks::write(std::string_view text) {
  for (;;) {
    const std::size_t before = next_in(text);
    if (before == std::string_view::npos) break;
    page_.xml().text(text.substr(0, before));
    count(text.substr(0, before));
    text.remove_prefix(before);
    find_next();
  }
  page_.xml().text(text);
  count(text);
}

void PageMarks::pass(std::string_view text) {
  while (next_in(text) != std::string_view::npos) find_next();
  count(text);
}

void PageMarks::count(std::string_view text) {
  if (!due_.empty()) counted_ += count_code_points(text);
}

void PageMarks::finish() {
  std::vector<std::size_t> places(starts_.size(), page_.xml().position());
  for (std::size_t i = places.size(); i-- > 0;) {
    const auto found = found_.find(starts_[i]);
    if (found != found_.end()) {
      places[i] = found->second;
    } else if (i + 1 < places.size()) {
      places[i] = places[i + 1];
    }
  }
  std::size_t reached = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    reached = std::max(reached, places[i]);
    page_.insert(reached, page_mark(starts_[i]->label));
  }
  starts_.clear();
  by_element_.clear();
  due_.clear();
}

std::string page_mark_id(std::string_view folio) { return "packet-page-" + std::string(folio); }

std::vector<PageTarget> page_targets(const Plan& plan) {
  std::vector<PageTarget> targets;
  if (plan.page_list == nullptr) return targets;
  std::unordered_map<std::string_view, std::string_view> files;
  for (const PlannedPage& page : plan.pages) {
    if (!page.place.empty()) files.emplace(page.place, page.file_name);
  }
  for (const PageStart& start : plan.page_list->pages) {
    const auto file = files.find(start.place);
    if (file == files.end()) continue;
    targets.push_back(
        {start.label, std::string(file->second) + fragment(page_mark_id(start.label))});
  }
  return targets;
}

void write_page_marks(XhtmlPage& page, const Plan& plan, std::string_view place) {
  PageMarks(page, plan, place).finish();
}

}  // namespace garland
