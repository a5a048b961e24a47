// The joint list of the book.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/unicode.h"
#include "document/walk.h"
#include "references/entry_identity.h"
#include "references/references.h"

namespace garland {
namespace {

struct Candidate {
  GatheredReference reference;
  EntryIdentity identity;
  std::size_t length = 0;  // code points: the fuller of two is the longer
};

// What belongs to one place only: identifiers, marks of notes, pictures.
Inlines portable(Inlines entry) {
  const auto is_bound = [](const Inline& node) {
    return node.as<NoteReference>() != nullptr || node.as<Image>() != nullptr;
  };
  walk(entry, Visitors{[&](Inlines& list) {
                         list.erase(std::remove_if(list.begin(), list.end(), is_bound), list.end());
                       },
                       [](Inline& node) { node.attributes.id.clear(); }});
  return entry;
}

class Gatherer {
 public:
  void add(const Inlines& entry, std::size_t work) {
    const EntryIdentity identity = identify_entry(entry);
    if (identity.normalized.empty()) return;
    const std::size_t length = count_code_points(plain_text(entry));
    std::size_t at = find(identity, work);
    if (at == kNone) {
      at = candidates_.size();
      candidates_.push_back({{portable(entry), {}}, identity, length});
    } else if (length > candidates_[at].length) {
      candidates_[at].reference.entry = portable(entry);
      candidates_[at].length = length;
    }
    std::vector<std::size_t>& cited_by = candidates_[at].reference.cited_by;
    if (cited_by.empty() || cited_by.back() != work) cited_by.push_back(work);
    remember(identity, at);
  }

  std::vector<Candidate> take() { return std::move(candidates_); }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  using Index = std::unordered_map<std::string, std::size_t>;

  static std::size_t look_up(const Index& index, const std::string& key) {
    const auto found = key.empty() ? index.end() : index.find(key);
    return found == index.end() ? kNone : found->second;
  }

  std::size_t find(const EntryIdentity& identity, std::size_t work) const {
    std::size_t at = look_up(by_text_, identity.normalized);
    if (at == kNone) at = look_up(by_doi_, identity.doi);
    if (at != kNone) return at;
    at = look_up(by_work_, identity.work);
    if (at == kNone) at = look_up(by_isbn_, identity.isbn);
    if (at == kNone) at = look_up(by_address_, identity.address);
    if (at == kNone) return kNone;
    // One article that lists both means two things by them; so do two DOIs.
    const Candidate& candidate = candidates_[at];
    const bool is_same_article = candidate.reference.cited_by.back() == work;
    const bool has_other_doi = !identity.doi.empty() && !candidate.identity.doi.empty() &&
                               identity.doi != candidate.identity.doi;
    return is_same_article || has_other_doi ? kNone : at;
  }

  void remember(const EntryIdentity& identity, std::size_t at) {
    by_text_.emplace(identity.normalized, at);
    if (!identity.doi.empty()) {
      by_doi_.emplace(identity.doi, at);
      if (candidates_[at].identity.doi.empty()) candidates_[at].identity.doi = identity.doi;
    }
    if (!identity.work.empty()) by_work_.emplace(identity.work, at);
    if (!identity.isbn.empty()) by_isbn_.emplace(identity.isbn, at);
    if (!identity.address.empty()) by_address_.emplace(identity.address, at);
  }

  std::vector<Candidate> candidates_;
  Index by_text_, by_doi_, by_work_, by_isbn_, by_address_;
};

std::string sort_key(const Inlines& entry, std::string_view language) {
  return collation_key(filed_text(plain_text(entry)), language);
}

}  // namespace

std::vector<GatheredReference> gather_references(const std::vector<const Document*>& works,
                                                 std::string_view language) {
  Gatherer gatherer;
  for (std::size_t work = 0; work < works.size(); ++work) {
    for (const ListedReference& listed : listed_references(*works[work])) {
      gatherer.add(listed.entry, work);
    }
  }
  std::vector<std::pair<std::string, GatheredReference>> keyed;
  for (Candidate& candidate : gatherer.take()) {
    keyed.emplace_back(sort_key(candidate.reference.entry, language),
                       std::move(candidate.reference));
  }
  // Stable: entries with one key stay in the order of the book.
  std::stable_sort(keyed.begin(), keyed.end(),
                   [](const auto& left, const auto& right) { return left.first < right.first; });
  std::vector<GatheredReference> sorted;
  sorted.reserve(keyed.size());
  for (auto& entry : keyed) sorted.push_back(std::move(entry.second));
  return sorted;
}

}  // namespace garland
