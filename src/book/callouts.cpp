#include "book/callouts.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/unicode.h"

namespace garland {
namespace {

struct KindWord {
  std::string_view kind;
  std::string_view word;  // key in words.cpp; empty: no title
};

// The kinds of GitHub, Pandoc, Quarto and Docusaurus, and the synonyms of Obsidian.
constexpr std::array kKindWords = std::to_array<KindWord>({
    {"", ""},
    {"abstract", "abstract"},
    {"aside", ""},
    {"attention", "caution"},
    {"caution", "caution"},
    {"danger", "danger"},
    {"details", ""},
    {"error", "danger"},
    {"example", "example"},
    {"hint", "tip"},
    {"important", "important"},
    {"info", "information"},
    {"information", "information"},
    {"note", "note"},
    {"summary", "abstract"},
    {"tip", "tip"},
    {"tldr", "abstract"},
    {"warning", "warning"},
});

// "see-also" to "See also".
std::string named_as_written(std::string_view kind) {
  std::string name = collapse_spaces(kind);
  std::replace(name.begin(), name.end(), '-', ' ');
  std::size_t offset = 0;
  next_code_point(name, offset);
  return to_upper(std::string_view(name).substr(0, offset)) + name.substr(offset);
}

}  // namespace

Inlines callout_title(const Callout& callout, const Words& words) {
  if (!callout.title.empty()) return callout.title;
  const auto* found =
      std::find_if(kKindWords.begin(), kKindWords.end(),
                   [&callout](const KindWord& known) { return known.kind == callout.kind; });
  if (found == kKindWords.end()) return make_text(named_as_written(callout.kind));
  return found->word.empty() ? Inlines{} : make_text(std::string(words[found->word]));
}

}  // namespace garland
