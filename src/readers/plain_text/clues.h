// The clues by which the plain-text reader tells an article from the site around it, and what each
// weighs. A weight is a log-odds: how much more often a piece with the clue is the site's (above 0)
// or the article's (below 0), in natural logarithms, for a strength of 1; 0.7 is twice as
// often, 2.3 ten times. They were set by hand from what pages are built of, checked by fitting them
// on pages of some sites and judging those of others, and rounded: no clue decides alone but the
// strongest.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace garland::plain {

enum class Clue {
  Menu,
  SiteLabel,
  SitePhrase,
  Link,
  SiteHeading,
  UnderSiteHeading,
  EntryCount,
  Month,
  FormField,
  Advert,
  Trail,
  Arrow,
  Bar,
  Copyright,
  LanguageName,
  WordCloud,
  Repeated,
  Contents,
  CommentHead,
  Comment,
  Teaser,
  Sentence,
  Phrase,
  Code,
  Note,
  Credit,
  Continued,
  kCount
};

struct ClueWeight {
  Clue clue;
  double weight;
  std::string_view words;  // what it shows, for the reason: empty where it speaks for the article
};

constexpr auto kClueWeights = std::to_array<ClueWeight>({
    // Several in a row, begun with capitals and without the small words of running text. Strength
    // grows with the logarithm of their number.
    {Clue::Menu, 0.9, "a menu: short labels in a row without a sentence"},
    // "Home", "Share": articles have such headings too. Strength by the logarithm of their number.
    {Clue::SiteLabel, 1.0, "labels of a site"},
    // "We use cookies", "log in to": nobody else writes so.
    {Clue::SitePhrase, 3.0, "words that only a site says"},
    // Labels that are nothing but a link, where the rendering program shows links.
    {Clue::Link, 0.7, "labels that are nothing but links"},
    // "Read next", "Leave a comment", "Archives": the heading of what follows an article.
    {Clue::SiteHeading, 2.2, "a heading of links, comments or forms"},
    // What stands under such a heading, up to the next one that is none.
    {Clue::UnderSiteHeading, 1.5, "what stands under a heading of links, comments or forms"},
    // "Linux (105)": lists of categories and archives.
    {Clue::EntryCount, 1.6, "entries with their counts, as lists of categories have"},
    // "May 2014" in a row: an archive by months.
    {Clue::Month, 1.6, "months in a row, as archives have"},
    {Clue::FormField, 1.4, "fields of a form"},
    // "Advertisement", alone: so sure that it is left out of the middle of a text.
    {Clue::Advert, 5.0, "the mark of an advertisement"},
    // "Home » News » The title".
    {Clue::Trail, 2.5, "a trail of links to the page"},
    // "← Older", "next »".
    {Clue::Arrow, 2.2, "links with arrows to other pages"},
    // "Help | Terms | Privacy".
    {Clue::Bar, 1.5, "links in a row between bars"},
    {Clue::Copyright, 3.0, "the site's copyright line"},
    {Clue::LanguageName, 1.4, "links to other languages"},
    // Many words without commas, full stops and the small words of running text.
    {Clue::WordCloud, 2.2, "a cloud of tags: words without a sentence"},
    // The same label twice in the text: menus are printed above and below.
    {Clue::Repeated, 0.6, "labels that stand in the text more than once"},
    // The article's own headings, which stand below in the same order. By the logarithm of their
    // number.
    {Clue::Contents, -0.7, ""},
    {Clue::CommentHead, 2.0, "names and hours above readers' comments"},
    // Between such heads. As strong as a long paragraph is for the article.
    {Clue::Comment, 3.0, "readers' comments"},
    // Cut off with dots.
    {Clue::Teaser, 0.8, "teasers of other articles"},
    // Strength by the logarithm of its words: 0.5 for a short sentence, 3.5 for a hundred words.
    {Clue::Sentence, -1.3, ""},
    // Items of a list that are longer than labels and have the small words of running text.
    {Clue::Phrase, -0.6, ""},
    // Brackets, semicolons, equals signs.
    {Clue::Code, -1.2, ""},
    // Notes, references and their headings.
    {Clue::Note, -2.0, ""},
    // "Photo: …", "Originally published in …".
    {Clue::Credit, -2.5, ""},
    // Begins in lower case, ends with a comma or colon: part of something longer.
    {Clue::Continued, -0.5, ""},
});

constexpr const ClueWeight& weight_of(Clue clue) {
  return kClueWeights.at(static_cast<std::size_t>(clue));
}

// The table stands in the order of the enumeration.
constexpr bool clues_are_in_order() {
  for (std::size_t i = 0; i < kClueWeights.size(); ++i) {
    if (static_cast<std::size_t>(kClueWeights.at(i).clue) != i) return false;
  }
  return kClueWeights.size() == static_cast<std::size_t>(Clue::kCount);
}
static_assert(clues_are_in_order());

}  // namespace garland::plain
