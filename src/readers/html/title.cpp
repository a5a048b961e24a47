#include "readers/html/title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "base/contains.h"
#include "base/unicode.h"
#include "document/words.h"
#include "readers/html/letters.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestTitle = 300;  // bytes of a heading that may be a title
constexpr int kCertain = 85;                // belief of data made for this article alone
constexpr std::size_t kFirstElements = 4;   // of the first block: a title in bold may be among them
constexpr int kBoldRank = 10;               // of words that are bold and no heading
constexpr std::size_t kMostSiteWords = 6;   // of a site's name in a title
constexpr int kBareTitle = 60;              // belief of the page's <title> and its like

constexpr auto kSeparators =
    std::to_array<std::string_view>({" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ",
                                     " / ", " > ", " : ", " ‹ ", " › ", " ~ ", " ⋆ ", " ∣ "});

// Letters and digits alone, case folded: what two writings of a title have in common.
std::string key_of(std::string_view title) {
  std::string key;
  const std::string folded = fold_case(title);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = next_code_point(folded, at);
    if (is_letter(c) || is_digit(c) || is_mark(c)) append_utf8(key, c);
  }
  return key;
}

std::size_t count_words(std::string_view text) {
  return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

struct Split {
  std::string_view before;
  std::string_view after;
};

// At every separator once.
std::vector<Split> splits_of(std::string_view title) {
  std::vector<Split> splits;
  for (std::size_t at = 0; at < title.size(); ++at) {
    for (const std::string_view separator : kSeparators) {
      if (title.substr(at, separator.size()) != separator) continue;
      splits.push_back({trim(title.substr(0, at)), trim(title.substr(at + separator.size()))});
    }
  }
  return splits;
}

bool is_site(std::string_view part, const std::string& site_key) {
  const std::string key = key_of(part);
  if (site_key.empty() || key.empty()) return false;
  // "New York Times" of "The New York Times".
  const bool is_end = key.size() >= 6 && site_key.ends_with(key);
  return key == site_key || site_key.starts_with(key) || key.starts_with(site_key) || is_end;
}

// How well a heading agrees with a title of the page's data.
enum class Agreement {
  None,
  Nearly,  // the title begins or ends with it, or has it with a few letters damaged
  Whole    // it is all of the title, or all of a part that is set off
};

// A title of the page's data as headings are compared with it: all of it, and the parts before and
// behind each mark of separation.
struct TitleKeys {
  std::string whole;
  std::vector<std::string> parts;
};

TitleKeys keys_of(std::string_view title) {
  title = title.substr(0, kLongestTitle);
  TitleKeys keys;
  keys.whole = key_of(title);
  for (const Split& split : splits_of(title)) {
    keys.parts.push_back(key_of(split.before));
    keys.parts.push_back(key_of(split.after));
  }
  const std::size_t colon = title.find(": ");
  if (colon != std::string_view::npos) keys.parts.push_back(key_of(title.substr(colon)));
  return keys;
}

Agreement agreement(const std::string& heading_key, const TitleKeys& title) {
  if (heading_key.empty()) return Agreement::None;
  const std::string& key = title.whole;
  if (key == heading_key || contains(title.parts, heading_key)) return Agreement::Whole;
  if (heading_key.size() < 4) return Agreement::None;
  if (key.starts_with(heading_key) || key.ends_with(heading_key)) return Agreement::Nearly;
  const auto same = static_cast<std::size_t>(
      std::mismatch(key.begin(), key.end(), heading_key.begin(), heading_key.end()).first -
      key.begin());
  const bool is_damaged = heading_key.size() >= 20 && 10 * same >= 9 * heading_key.size();
  return is_damaged ? Agreement::Nearly : Agreement::None;
}

bool is_part_of(const std::string& heading_key, std::string_view title) {
  return agreement(heading_key, keys_of(title)) != Agreement::None;
}

struct Heading {
  std::size_t index = 0;
  std::size_t steps = 0;  // up from the article's text to what holds the heading too
  std::string text;
  std::string key;
  int rank = 0;  // 1 for h1; 0 for what is marked as the title
};

std::size_t steps_to(const PageMap& page, std::size_t from, std::size_t wanted) {
  std::size_t steps = 0;
  for (; !page.is_within(wanted, from); from = page[from].parent) ++steps;
  return steps;
}

// The headings before the article's prose, and what is marked as its title.
std::vector<Heading> headings_of(const PageMap& page, const Article& article) {
  std::vector<Heading> headings;
  const std::size_t end = std::min(page.size(), article.first_prose + kFirstElements);
  for (std::size_t index = 0; index < end; ++index) {
    const PageElement& element = page[index];
    const std::string& name = element.markup->name;
    const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '4';
    const bool is_marked = element.parts.has(PagePart::Title) && element.letters > 0;
    // Old pages set their titles in bold or large letters.
    const bool is_bold = name == "b" || name == "strong" || name == "font" || name == "big";
    const bool is_before = index < article.first_prose;
    if (!is_bold && (!is_before || (!is_heading && !is_marked))) continue;
    if (element.letters == 0 || element.letters > kLongestTitle) continue;
    if (page.is_left_out(index)) continue;
    const int rank = is_heading ? name[1] - '0' : is_bold ? kBoldRank : 5;
    std::string text = page.words(index);
    std::string key = key_of(text);
    headings.push_back({index, steps_to(page, article.body, index), std::move(text), std::move(key),
                        rank - (is_marked ? 4 : 0)});
  }
  return headings;
}

// Of the headings that the titles in the data repeat, the one that agrees best, is nearest to the
// prose, is repeated most, and says most.
const Heading* agreed(const std::vector<Heading>& headings,
                      const std::vector<const Claim*>& claims) {
  using Rank = std::tuple<Agreement, std::ptrdiff_t, std::ptrdiff_t, std::size_t>;
  const Heading* best = nullptr;
  Rank best_rank;
  std::vector<TitleKeys> titles;
  for (const Claim* claim : claims) titles.push_back(keys_of(claim->values.front()));
  // Bold words of the text may be the title in other letters: "the mill of Quay".
  std::set<std::string_view> real;
  for (const Heading& heading : headings) {
    if (heading.rank < kBoldRank) real.insert(heading.key);
  }
  for (const Heading& heading : headings) {
    if (heading.rank >= kBoldRank && real.contains(heading.key)) continue;
    Agreement strongest = Agreement::None;
    std::ptrdiff_t count = 0;
    for (const TitleKeys& title : titles) {
      const Agreement found = agreement(heading.key, title);
      strongest = std::max(strongest, found);
      if (found != Agreement::None) ++count;
    }
    const Rank rank{strongest, -static_cast<std::ptrdiff_t>(heading.steps), count,
                    heading.key.size()};
    const bool is_weak = heading.rank >= kBoldRank && strongest != Agreement::Whole;
    if (count == 0 || is_weak || (best != nullptr && rank < best_rank)) continue;
    best = &heading;
    best_rank = rank;
  }
  return best;
}

// What the site calls itself in a part of the page that was left out, where the title repeats it.
std::string name_of_site(const PageMap& page, const Claims& claims) {
  if (const Claim* site = claims.best(Field::Publication)) return site->values.front();
  const Claim* title = claims.best(Field::Title);
  if (title == nullptr) return {};
  const TitleKeys keys = keys_of(title->values.front());
  for (std::size_t index = 0; index < page.size(); ++index) {
    const std::string& name = page[index].markup->name;
    if (name != "h1" || page[index].letters > kLongestTitle || !page.is_left_out(index)) continue;
    std::string words = page.words(index);
    if (agreement(key_of(words), keys) != Agreement::None) return words;
  }
  return {};
}

// Whether the two have a word of some length in common.
bool share_words(std::string_view left, std::string_view right) {
  const std::string folded = fold_case(right);
  for (const std::string& word : words::split(fold_case(left))) {
    if (word.size() >= 4 && folded.find(word) != std::string::npos) return true;
  }
  return false;
}

const Heading* only_first(const std::vector<Heading>& headings) {
  const auto is_first = [](const Heading& heading) { return heading.rank <= 1; };
  const auto found = std::find_if(headings.begin(), headings.end(), is_first);
  const bool is_alone = std::count_if(headings.begin(), headings.end(), is_first) == 1;
  return is_alone ? &*found : nullptr;
}

}  // namespace

bool is_same_title(std::string_view left, std::string_view right) {
  return key_of(left) == key_of(right) && !key_of(left).empty();
}

std::string without_site_name(std::string_view title, std::string_view site) {
  const std::string site_key = key_of(site);
  if (title.size() > kLongestTitle) return std::string(title);
  const std::vector<Split> splits = splits_of(title);
  for (const Split& split : splits) {
    if (is_site(split.before, site_key)) return without_site_name(split.after, {});
    if (is_site(split.after, site_key)) return without_site_name(split.before, {});
  }
  if (splits.empty()) return std::string(title);
  // No name to compare: a short end beside a long rest is the site's. Where there is a name, and
  // the title does not have it, only a very short one behind all others is.
  const std::size_t most = site_key.empty() ? kMostSiteWords : 3;
  const auto is_short = [most](std::string_view part, std::string_view rest) {
    const std::size_t words = count_words(part);
    return words <= most && count_words(rest) >= 3 && words < count_words(rest);
  };
  const Split& last = splits.back();
  const Split& first = splits.front();
  if (is_short(last.after, last.before)) return std::string(last.before);
  if (site_key.empty() && is_short(first.before, first.after)) return std::string(first.after);
  return std::string(title);
}

std::optional<PageTitle> title_of_page(const PageMap& page, const Article& article,
                                       const Claims& claims) {
  const std::vector<const Claim*> said = claims.all(Field::Title);
  const std::vector<Heading> headings = headings_of(page, article);
  const std::string site_name = name_of_site(page, claims);
  const bool is_certain = !said.empty() && said.front()->belief >= kCertain;
  const Heading* heading = agreed(headings, said);
  if (heading != nullptr && is_site(heading->text, key_of(site_name))) heading = nullptr;
  if (is_certain && heading != nullptr) {
    const auto agreeing = std::count_if(said.begin(), said.end(), [heading](const Claim* claim) {
      return is_part_of(heading->key, claim->values.front());
    });
    if (agreeing < 2 && !is_part_of(heading->key, said.front()->values.front())) heading = nullptr;
  } else if (heading == nullptr) {
    heading = only_first(headings);
    const bool is_believed =
        heading != nullptr &&
        (said.empty() || (said.front()->belief <= kBareTitle && heading->steps == 0 &&
                          share_words(heading->text, said.front()->values.front())));
    if (!is_believed) heading = nullptr;
  }
  if (heading != nullptr) {
    // Words of its parts that only a style sheet sets apart stand apart in the data.
    const auto spaced = std::find_if(said.begin(), said.end(), [heading](const Claim* claim) {
      const std::string& text = claim->values.front();
      return count_words(text) > count_words(heading->text) && key_of(text) == heading->key;
    });
    PageTitle title{spaced != said.end() ? (*spaced)->values.front() : heading->text,
                    said.empty() ? "heading of the article"
                                 : "heading of the article, as the page's title has it",
                    page[heading->index].markup->range};
    if (const auto repaired = read_again_as_utf8(title.text)) {
      title.text = *repaired;
      title.why += "; its letters had been read as windows-1252 and are put right";
    }
    return title;
  }
  if (said.empty()) return std::nullopt;
  const Claim& best = *said.front();
  std::string text = without_site_name(best.values.front(), site_name);
  return PageTitle{std::move(text), best.reason(), best.range};
}

namespace {

// Whether a heading stands before it in the same element.
bool follows_heading(const PageMap& page, std::size_t index) {
  bool follows = false;
  for (const Markup& child : page[page[index].parent].markup->children) {
    if (&child == page[index].markup) return follows;
    if (!child.is_blank()) follows = is_heading(child);
  }
  return false;
}

// Behind the heading in an <hgroup>, as HTML has it.
bool is_second_of_group(const PageMap& page, std::size_t index) {
  const std::size_t parent = page[index].parent;
  return page[parent].markup->is("hgroup") && index > parent + 1 &&
         is_heading(*page[parent + 1].markup);
}

constexpr std::uint32_t kShortestDeck = 4;  // bytes

bool is_line(const PageElement& element) {
  return element.letters >= kShortestDeck && element.letters <= kLongestTitle &&
         element.pictures == 0;
}

// The line that the page names so, within the article's parts.
std::optional<PageTitle> named_deck(const PageMap& page, const Article& article) {
  int left = 8;  // lines so named that are looked at
  for (const std::size_t part : article.parts) {
    const std::size_t end = std::min(page[part].end, article.first_prose);
    for (std::size_t index = part; index < end; ++index) {
      const PageElement& element = page[index];
      const bool is_named = element.parts.has(PagePart::Deck) || is_second_of_group(page, index);
      const bool is_deck =
          is_named && !element.markup->is("h1") && !element.parts.has(PagePart::Title);
      if (!is_deck || !is_line(element) || page.is_left_out(index)) continue;
      if (--left < 0) return std::nullopt;
      constexpr std::size_t kFewWords = 3;  // may be anything, but for what stands under the title
      if (count_words(page.words(index)) <= kFewWords && !follows_heading(page, index)) continue;
      return PageTitle{page.words(index), "the page names this line as the deck",
                       element.markup->range};
    }
  }
  return std::nullopt;
}

// The one heading between the title's and the article, right behind the title's: a heading of the
// article's own stands within it, above its text.
std::optional<PageTitle> heading_under_title(const PageMap& page, const Article& article,
                                             std::string_view title) {
  const std::size_t end = std::min(page[article.surroundings].end, article.parts.front());
  for (std::size_t index = article.surroundings; index < end; ++index) {
    const PageElement& element = page[index];
    if (!is_heading(*element.markup) || !is_line(element) || page.is_left_out(index)) continue;
    const std::size_t below = element.end;
    if (below >= end || page[below].parent != element.parent) continue;
    const PageElement& next = page[below];
    if (!is_heading(*next.markup) || !is_line(next) || next.linked > 0) continue;
    if (next.end < end && is_heading(*page[next.end].markup)) continue;
    if (!is_same_title(page.words(index), title)) continue;
    const std::string words = page.words(below);
    constexpr std::size_t kFewWords = 3;  // may be a section's name
    if (count_words(words) <= kFewWords || site_words(words) != SiteWords::None) continue;
    return PageTitle{words, "a heading right under the title, above the article",
                     next.markup->range};
  }
  return std::nullopt;
}

}  // namespace

std::optional<PageTitle> deck_of_page(const PageMap& page, const Article& article,
                                      std::string_view title) {
  if (auto deck = named_deck(page, article)) return deck;
  return title.empty() ? std::nullopt : heading_under_title(page, article, title);
}

}  // namespace garland::html
