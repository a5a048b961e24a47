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

}  // namespace

PageMarks::PageMarks(const Plan& plan, std::string_view place) {
  const auto found = plan.page_starts.find(place);
  if (found == plan.page_starts.end()) return;
  for (const PageStart* start : found->second) by_element_[start->element].push_back(start);
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

std::size_t PageMarks::next_in(std::string_view text) const {
  if (due_.empty() || text.empty()) return std::string_view::npos;
  if (is_due()) return 0;
  const std::size_t offset = due_.front().offset;
  if (offset >= counted_ + count_code_points(text)) return std::string_view::npos;
  return bytes_of(text, offset - counted_);
}

std::string PageMarks::take() {
  std::string folio = due_.front().start->label;
  due_.pop_front();
  return folio;
}

void PageMarks::count(std::string_view text) {
  if (!due_.empty()) counted_ += count_code_points(text);
}

std::vector<std::string> PageMarks::take_rest() {
  std::vector<const PageStart*> rest;
  for (const Due& due : due_) rest.push_back(due.start);
  for (const auto& [element, starts] : by_element_) {
    rest.insert(rest.end(), starts.begin(), starts.end());
  }
  due_.clear();
  by_element_.clear();
  std::sort(rest.begin(), rest.end());  // by their places in the page list
  std::vector<std::string> folios;
  for (const PageStart* start : rest) folios.push_back(start->label);
  return folios;
}

std::string page_mark_id(std::string_view folio) { return "packet-page-" + std::string(folio); }

void write_page_mark(XhtmlPage& page, std::string_view folio) {
  page.open_semantic("span", "pagebreak", "doc-pagebreak");
  page.xml().attribute("id", page_mark_id(folio));
  page.xml().attribute("aria-label", folio);
  page.close();
}

void write_due_page_marks(XhtmlPage& page, PageMarks& marks) {
  while (marks.is_due()) write_page_mark(page, marks.take());
}

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
  for (const std::string& folio : PageMarks(plan, place).take_rest()) write_page_mark(page, folio);
}

}  // namespace garland
