#include "book/indexes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "base/language_registry.h"
#include "base/unicode.h"
#include "book/works.h"

namespace garland {
namespace {

// With fewer entries the alphabet is seen at a glance.
constexpr std::size_t kFewestForLetters = 30;

// Articles as titles begin with them. One that ends with an apostrophe has no space behind it.
struct Articles {
  std::string_view language;
  std::array<std::string_view, 8> words;
};
constexpr std::array kArticles = std::to_array<Articles>({
    {"de", {"der", "die", "das", "ein", "eine"}},
    {"en", {"the", "a", "an"}},
    {"es", {"el", "la", "lo", "los", "las", "un", "una"}},
    {"fr", {"le", "la", "les", "l'", "un", "une"}},
    {"it", {"il", "lo", "la", "gli", "le", "l'", "un", "una"}},
    {"nl", {"de", "het", "een"}},
    {"pt", {"o", "a", "os", "as", "um", "uma"}},
    {"sv", {"en", "ett", "den", "det", "de"}},
});

const Articles* articles_of(std::string_view language) {
  const std::string primary = to_lower(primary_language(language));
  const auto* found =
      std::find_if(kArticles.begin(), kArticles.end(),
                   [&primary](const Articles& articles) { return articles.language == primary; });
  return found == kArticles.end() ? nullptr : found;
}

// How many bytes of the title the article takes up with what stands behind it; 0 where the title
// begins otherwise.
std::size_t article_length(std::string_view title, std::string_view article) {
  std::size_t offset = 0;
  std::string head;
  while (offset < title.size() && head.size() < article.size()) {
    const std::size_t begin = offset;
    const bool is_apostrophe = next_code_point(title, offset) == U'’';
    head += is_apostrophe ? "'" : to_lower(title.substr(begin, offset - begin));
  }
  if (head != article) return 0;
  if (article.ends_with('\'')) return offset;
  return offset < title.size() && title[offset] == ' ' ? offset + 1 : 0;
}

// Entries by keys, any of which is the same for what is printed as one.
class IndexMaker {
 public:
  explicit IndexMaker(std::string_view language) : language_(language) {}

  // `filed` is what the entry is sorted by; it counts with the entry's first work.
  void add(const std::vector<std::string>& keys, std::string_view filed, IndexEntry entry) {
    std::size_t at = entries_.size();
    for (const std::string& key : keys) {
      const auto known = by_key_.find(key);
      if (known != by_key_.end()) at = std::min(at, known->second);
    }
    for (const std::string& key : keys) by_key_.emplace(key, at);
    if (at == entries_.size()) {
      const std::string text(filed_text(filed));
      entries_.push_back({collation_key(text, language_), text, std::move(entry)});
      return;
    }
    std::vector<std::string>& works = entries_[at].entry.works;
    if (works.back() != entry.works.front()) works.push_back(entry.works.front());
  }

  // Stable: entries filed alike stay in the order of the book.
  std::vector<IndexGroup> take() {
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Filed& left, const Filed& right) { return left.key < right.key; });
    std::vector<std::string> letters(entries_.size());
    if (entries_.size() >= kFewestForLetters) {
      std::vector<std::string> texts;
      for (const Filed& filed : entries_) texts.push_back(filed.text);
      letters = index_letters(texts, language_);
    }
    std::vector<IndexGroup> groups;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (i == 0 || letters[i] != groups.back().letter) groups.push_back({letters[i], {}});
      groups.back().entries.push_back(std::move(entries_[i].entry));
    }
    if (groups.size() == 1) groups.front().letter.clear();
    return groups;
  }

 private:
  struct Filed {
    std::string key;
    std::string text;
    IndexEntry entry;
  };

  std::string_view language_;
  std::vector<Filed> entries_;
  std::map<std::string, std::size_t> by_key_;
};

bool is_indexed(Role role) {
  return role == Role::Author || role == Role::Translator || role == Role::Editor;
}

// One person has one name in all works, or one ORCID. Bodies are filed as titles are.
void add_people(const Work& work, const Anthology& anthology, IndexMaker& index) {
  for (const Contributor& person : work.document.metadata.contributors.value) {
    const std::string name = collapse_spaces(filed_name(person));
    if (name.empty() || !is_indexed(person.role)) continue;
    std::vector<std::string> keys = {fold_case(name)};
    if (!person.orcid.empty()) keys.push_back("orcid " + person.orcid);
    const std::string_view filed =
        person.family.empty() ? without_article(name, anthology.metadata.language) : name;
    index.add(keys, filed, {make_text(name), "", {work.id}});
  }
}

void add_title(const Work& work, const Anthology& anthology, IndexMaker& index) {
  if (is_untitled_introduction(work)) return;
  const Metadata& metadata = work.document.metadata;
  Inlines title = metadata.title.value;
  std::string text = collapse_spaces(plain_text(title));
  if (text.empty()) {
    text = anthology.words["untitled"];
    title = make_text(text);
  }
  const std::string& own = metadata.language.value;
  const std::string& language = own.empty() ? anthology.metadata.language : own;
  index.add({work.id}, without_article(filed_text(text), language),
            {std::move(title), own, {work.id}});
}

void add_subjects(const Work& work, const Anthology& /*anthology*/, IndexMaker& index) {
  for (const std::string& written : work.document.metadata.subjects.value) {
    const std::string subject = collapse_spaces(written);
    if (subject.empty()) continue;
    index.add({fold_case(subject)}, subject, {make_text(subject), "", {work.id}});
  }
}

struct Kind {
  IndexKind kind;
  std::string_view name;
  std::string_view title_key;
  void (*add)(const Work& work, const Anthology& anthology, IndexMaker& index);
  std::string_view remedy;  // for an index without entries
};
constexpr std::array kKinds = std::to_array<Kind>({
    {IndexKind::Authors, "authors", "index-of-authors", add_people,
     "add `author:` to the articles"},
    {IndexKind::Titles, "titles", "index-of-titles", add_title, "add articles"},
    {IndexKind::Subjects, "subjects", "index-of-subjects", add_subjects,
     "add `subjects:` to the articles"},
});

const Kind& find_kind(IndexKind kind) {
  return *std::find_if(kKinds.begin(), kKinds.end(),
                       [kind](const Kind& known) { return known.kind == kind; });
}

void report_empty(const Kind& kind, SourceRange range, Diagnostics& diagnostics) {
  diagnostics.add(
      {Severity::Warning, "empty-index", std::string(kDescriptionFile), range,
       fmt::format("the index of {} has no entries and is not printed", kind.name),
       fmt::format("{}, in their front matter or in their entries under `contents:`, or take the "
                   "word out of `indexes:`",
                   kind.remedy),
       ""});
}

}  // namespace

std::vector<Index> make_indexes(const Anthology& anthology, const std::vector<IndexWish>& wishes,
                                Diagnostics& diagnostics) {
  std::vector<Index> indexes;
  for (const IndexWish& wish : wishes) {
    const Kind& kind = find_kind(wish.kind);
    IndexMaker maker(anthology.metadata.language);
    for (const Work* work : anthology.works()) {
      kind.add(*work, anthology, maker);
    }
    Index index{wish.kind, maker.take()};
    if (index.groups.empty()) {
      report_empty(kind, wish.range, diagnostics);
    } else {
      indexes.push_back(std::move(index));
    }
  }
  return indexes;
}

std::string_view title_key(IndexKind kind) { return find_kind(kind).title_key; }

std::string index_id(IndexKind kind) { return fmt::format("index-{}", find_kind(kind).name); }

std::string_view without_article(std::string_view title, std::string_view language) {
  const Articles* articles = articles_of(language);
  if (articles == nullptr) return title;
  for (const std::string_view article : articles->words) {
    const std::size_t length = article.empty() ? 0 : article_length(title, article);
    if (length > 0 && length < title.size()) return title.substr(length);
  }
  return title;
}

}  // namespace garland
