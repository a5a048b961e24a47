#include "pdf/tree.h"

#include <fmt/format.h>

#include <algorithm>

namespace garland {
namespace {

constexpr std::size_t kLeafSize = 128;

std::string list(TreeKind kind, const TreeEntry* begin, const TreeEntry* end) {
  std::string text = kind == TreeKind::Names ? "/Names [" : "/Nums [";
  for (const TreeEntry* entry = begin; entry != end; ++entry) {
    text += entry->key + " " + entry->value + "\n";
  }
  return text + "]";
}

}  // namespace

std::string write_tree(HaruDocument& document, TreeKind kind,
                       const std::vector<TreeEntry>& entries) {
  const TreeEntry* const all_end = entries.data() + entries.size();
  if (entries.size() <= kLeafSize) return list(kind, entries.data(), all_end);
  std::string kids;
  for (std::size_t at = 0; at < entries.size(); at += kLeafSize) {
    const TreeEntry* const begin = entries.data() + at;
    const TreeEntry* const end = begin + std::min(kLeafSize, entries.size() - at);
    const ObjectId leaf = document.add(
        fmt::format("/Limits [{} {}] {}", begin->key, (end - 1)->key, list(kind, begin, end)));
    kids += reference(leaf) + "\n";
  }
  return "/Kids [" + kids + "]";
}

}  // namespace garland
