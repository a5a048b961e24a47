#include "book/link_index.h"

#include <fmt/format.h>

#include <utility>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland {
namespace {

// GitHub's anchor of a heading: lower case, spaces to '-', punctuation but '-' and '_' left out.
std::string github_anchor(std::string_view heading) {
  const std::string lower = to_lower(trim(heading));
  std::string anchor;
  std::size_t offset = 0;
  while (offset < lower.size()) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(lower, offset);
    if (c == ' ') {
      anchor += '-';
    } else if (is_letter(c) || is_digit(c) || is_mark(c) || c == '-' || c == '_') {
      anchor.append(lower, begin, offset - begin);
    }
  }
  return anchor;
}

std::string stem_of(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::size_t dot = path.rfind('.');
  const std::size_t slash = path.rfind('/');
  const bool has_suffix =
      dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash);
  return to_lower(has_suffix ? path.substr(0, dot) : path);
}

}  // namespace

AnchorIndex::AnchorIndex(const Document& document) {
  std::map<std::string, int> count_of;  // headings of one name: GitHub numbers the later ones
  query(document, Visitors{[&](const Block& block) {
                             const std::string& id = block.attributes.id;
                             if (id.empty()) return;
                             add(id, id);
                             const Heading* heading = block.as<Heading>();
                             if (heading == nullptr) return;
                             const std::string words = plain_text(heading->inlines);
                             const std::string anchor = github_anchor(words);
                             const int count = count_of[anchor]++;
                             names_.emplace(
                                 count == 0 ? anchor : fmt::format("{}-{}", anchor, count), id);
                             names_.emplace(slug(words), id);
                           },
                           [&](const Inline& node) {
                             if (!node.attributes.id.empty()) {
                               add(node.attributes.id, node.attributes.id);
                             }
                           }});
  // The title was a heading of the text, or would be one on the article's site.
  const std::string title = plain_text(document.metadata.title.value);
  names_.emplace(github_anchor(title), "");
  names_.emplace(slug(title), "");
  for (const Note& note : document.notes) {
    if (!note.id.empty()) add(note.id, note.id);
  }
}

void AnchorIndex::add(std::string_view name, const std::string& id) {
  ids_.emplace(name, id);
  names_.emplace(to_lower(name), id);
}

std::optional<std::string> AnchorIndex::find(std::string_view fragment) const {
  if (const auto exact = ids_.find(fragment); exact != ids_.end()) return exact->second;
  for (const std::string& name : {to_lower(fragment), slug(fragment)}) {
    const auto found = names_.find(name);
    if (found != names_.end() && !name.empty()) return found->second;
  }
  return std::nullopt;
}

const AnchorIndex& AnchorIndexes::of(std::size_t work) {
  Entry& entry = entries_[work];
  std::call_once(entry.once, [&] { entry.index.emplace(works_[work]->document); });
  return *entry.index;
}

WorkIndex::WorkIndex(const std::vector<Work*>& works) {
  for (std::size_t i = 0; i < works.size(); ++i) {
    const std::string& path = works[i]->document.path;
    paths_.emplace(path, i);
    add(lower_, to_lower(path), i);
    const std::string stem = stem_of(path);
    add(stems_, stem, i);
    if (stem.ends_with("/index") || stem.ends_with("/_index")) {
      add(stems_, stem.substr(0, stem.rfind('/')), i);
    }
  }
}

void WorkIndex::add(Loose& loose, std::string name, std::size_t work) {
  const auto [entry, is_new] = loose.emplace(std::move(name), work);
  if (!is_new) entry->second.reset();
}

std::optional<std::size_t> WorkIndex::find(std::string_view path) const {
  if (const auto exact = paths_.find(path); exact != paths_.end()) return exact->second;
  const auto lower = lower_.find(to_lower(path));
  if (lower != lower_.end()) return lower->second;
  const auto stem = stems_.find(stem_of(path));
  return stem == stems_.end() ? std::nullopt : stem->second;
}

}  // namespace garland
