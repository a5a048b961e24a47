// What links may lead to: works by the paths of their sources, and the elements inside each.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "book/anthology.h"

namespace garland {

// The elements of one work by the names under which links know them.
class AnchorIndex {
 public:
  explicit AnchorIndex(const Document& document);

  // The id of the element meant by "#fragment": an id, whatever its case; a heading by its words in
  // the manner of GitHub, pandoc or our own identifiers.
  std::optional<std::string> find(std::string_view fragment) const;

 private:
  void add(std::string_view name, const std::string& id);
  std::map<std::string, std::string, std::less<>> ids_;    // exact
  std::map<std::string, std::string, std::less<>> names_;  // lower case, and made from headings
};

// The indexes of all works, each made when a link first asks for it: few works are asked. They are
// made of names and words, so that the targets of links may be set meanwhile.
class AnchorIndexes {
 public:
  // `works` must outlive the indexes.
  explicit AnchorIndexes(const std::vector<Work*>& works) : works_(works), entries_(works.size()) {}

  // Of works[work]. May be called by several threads at once.
  const AnchorIndex& of(std::size_t work);

 private:
  struct Entry {
    std::once_flag once;
    std::optional<AnchorIndex> index;
  };
  const std::vector<Work*>& works_;
  std::vector<Entry> entries_;
};

// The works by path.
class WorkIndex {
 public:
  explicit WorkIndex(const std::vector<Work*>& works);

  // The work whose source stands at `path`: exactly, or without regard to case, or with another
  // suffix or none ("essay.html" and "essay/" for "essay.md"), as sites have it.
  std::optional<std::size_t> find(std::string_view path) const;

 private:
  // Works by a looser form of their paths; ambiguous ones lead nowhere.
  using Loose = std::map<std::string, std::optional<std::size_t>, std::less<>>;
  static void add(Loose& loose, std::string name, std::size_t work);
  std::map<std::string, std::size_t, std::less<>> paths_;
  Loose lower_;
  Loose stems_;
};

}  // namespace garland
