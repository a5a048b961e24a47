#include "readers/html/byline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/digits.h"
#include "base/unicode.h"
#include "document/metadata_values.h"
#include "readers/html/head_lines.h"
#include "readers/html/names.h"
#include "readers/words/byline.h"
#include "readers/words/page_words.h"

namespace garland::html {
namespace {

constexpr std::size_t kLongestLine = 250;  // bytes of a line that says who and when
constexpr std::size_t kLongestPerson = 60;
constexpr std::size_t kMostNameWords = 6;
constexpr int kChangeBelief = 20;  // in the date of a change, as that of the article

// Words before a name within a line, and those behind one.
constexpr auto kBefore = std::to_array<std::string_view>(
    {" by ", " von ", " par ", " por ", " da ", " di ", " door ", " av ", " af ", " door: ",
     " autor: ", " author: ", " auteur : ", " przez ", " kirjoittanut ", " автор ", " автор: "});
constexpr auto kBehind = std::to_array<std::string_view>(
    {" on ", " am ", " le ", " el ",    " il ",    " op ",    " den ", " in ",
     " at ", " um ", " à ",  " a las ", " under ", " unter ", " | ",   " · ",
     " • ",  " // ", " — ",  " – ",     ", ",      " / ",     " ~ ",   " ("});

template <std::size_t N>
std::size_t first_of(std::string_view text, const std::array<std::string_view, N>& phrases) {
  std::size_t first = text.size();
  for (const std::string_view phrase : phrases) first = std::min(first, text.find(phrase));
  return first;
}

// "Jane Roe" in "Jane Roe 12 Comments".
std::string_view without_count(std::string_view name) {
  for (std::size_t at = name.find(' ', 1); at < name.size(); at = name.find(' ', at + 1)) {
    const std::size_t end = name.find_first_not_of("0123456789", at + 1);
    if (end < name.size() && end > at + 1 && name[end] == ' ') return name.substr(0, at);
  }
  return name;
}

// "gizzmo" in "Published on 12 June 2017 by gizzmo in News"; empty where no name is introduced.
std::string introduced_name(const std::string& line) {
  const std::string padded = " " + line + " ";
  for (const std::string_view before : kBefore) {
    const std::size_t at = padded.find(before);
    if (at == std::string::npos) continue;
    std::string_view name = std::string_view(padded).substr(at + before.size());
    const std::vector<FoundDate> dates = dates_in(name);
    if (!dates.empty()) name = name.substr(0, dates.front().begin);
    name = trim(without_count(name.substr(0, first_of(name, kBehind))));
    if (!name.empty() && name.size() <= kLongestPerson) return std::string(name);
  }
  return {};
}

// Two letters in a row, be they ASCII or not: "v1.2" and "#4" are no names.
bool has_letters(std::string_view text) {
  bool after_letter = false;
  for (const char c : text) {
    const bool is_letter_byte = is_ascii_letter(c) || c < 0;
    if (is_letter_byte && after_letter) return true;
    after_letter = is_letter_byte;
  }
  return false;
}

bool may_be_name(std::string_view text) {
  text = text.substr(0, text.find(" on behalf of "));
  const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
  if (!has_letters(text)) return false;
  return !text.empty() && text.size() <= kLongestPerson && words <= kMostNameWords &&
         text.find("://") == std::string_view::npos && dates_in(text).empty();
}

// "/author/jane-roe", "/autor/…": a page about who wrote this one.
bool leads_to_author(std::string_view address) {
  for (const std::string_view part : {"/author/", "/authors/", "/autor/", "/autores/", "/auteur/",
                                      "/profile/", "/people/", "/user/", "/users/", "?author="}) {
    if (address.find(part) != std::string_view::npos) return true;
  }
  return false;
}

// "Last updated on …": not when it was written.
bool begins_with_change(std::string_view line) {
  constexpr std::size_t kBeginning = 40;  // code points
  std::size_t end = 0;
  for (std::size_t i = 0; i < kBeginning && end < line.size(); ++i) next_code_point(line, end);
  return says_changed(line.substr(0, end));
}

class BylineReader {
 public:
  BylineReader(const PageMap& page, const Article& article, Claims& claims)
      : page_(page), article_(article), claims_(claims) {
    if (const Claim* tag = claims.best(Field::Language)) language_ = tag->values.front();
  }

  void read() {
    for (std::size_t index = article_.surroundings; index < page_[article_.surroundings].end;
         ++index) {
      if (!page_[index].left_out.empty() && !is_own_foot(index)) {
        index = page_[index].end - 1;
      } else if (index < article_.first_prose || index > article_.last_prose) {
        read_element(index);
      }
    }
  }

 private:
  // The article's own foot often names author and date, and is left out as the site's.
  bool is_own_foot(std::size_t index) const {
    return page_[index].parts.has(PagePart::Foot) && page_.is_within(index, article_.scope);
  }

  bool is_head(std::size_t index) const { return index < article_.first_prose; }

  void read_element(std::size_t index) {
    const PageElement& element = page_[index];
    const Markup& markup = *element.markup;
    if (markup.is("time")) read_time(index);
    if (element.letters == 0 || element.letters > kLongestLine) return;
    const bool is_link = markup.is("a") && markup.has_attribute("href");
    if (element.parts.has(PagePart::Author)) {
      read_author(index);
    } else if (is_link && leads_to_author(markup.attribute("href"))) {
      say_author(index, page_.words(index), is_head(index) ? 72 : 60, "link to the author's page");
    }
    const bool is_about = is_about_article(page_, index);
    const bool stands_alone = is_block_element(markup.name) ||
                              (!is_link && page_[page_[index].parent].markup->holds_blocks);
    if (stands_alone || is_about) read_lines(index, is_about);
  }

  // Whether an element within says more closely who the author is.
  bool holds_author(std::size_t index) const {
    for (std::size_t inner = index + 1; inner < page_[index].end; ++inner) {
      if (page_[inner].parts.has(PagePart::Author) && page_[inner].letters > 0) return true;
    }
    return false;
  }

  void say_author(std::size_t index, const std::string& name, int belief, std::string_view why) {
    if (may_be_name(name)) claims_.add(Field::Author, name, belief, why, range(index));
  }

  SourceRange range(std::size_t index) const { return page_[index].markup->range; }

  void read_time(std::size_t index) {
    const Markup& markup = *page_[index].markup;
    const std::string_view classes = markup.attribute("class");
    const bool is_change = classes.find("updated") != std::string_view::npos ||
                           classes.find("modified") != std::string_view::npos ||
                           markup.attribute("itemprop") == "dateModified";
    const bool is_publication = markup.has_attribute("pubdate") ||
                                classes.find("publish") != std::string_view::npos ||
                                classes.find("entry-date") != std::string_view::npos;
    int belief = is_head(index) ? 74 : 55;
    if (is_publication) belief += 6;
    if (is_change && !is_publication) belief = kChangeBelief;
    std::string date(markup.attribute("datetime"));
    if (date.empty()) date = page_.words(index);
    claims_.add(Field::Date, date, belief, "time shown with the article", range(index));
  }

  // "ltx_author_notes", "author-affiliation", "author_email": beside the name.
  static bool is_beside_name(const Markup& markup) {
    const std::string_view classes = markup.attribute("class");
    constexpr auto kOthers =
        std::to_array<std::string_view>({"affil", "avatar", "contact", "email", "image",
                                         "institution", "notes", "photo", "picture", "social"});
    return std::any_of(kOthers.begin(), kOthers.end(), [classes](std::string_view word) {
      return classes.find(word) != std::string_view::npos;
    });
  }

  // "author-title" beside "author-name": what the author is.
  bool tells_post(std::size_t index) const {
    constexpr auto kPosts = std::to_array<std::string_view>({"title", "Title", "role", "job"});
    const std::string_view classes = page_[index].markup->attribute("class");
    const bool is_post = std::any_of(
        kPosts.begin(), kPosts.end(),
        [classes](std::string_view word) { return classes.find(word) != std::string_view::npos; });
    constexpr std::size_t kNear = 8;  // elements
    for (std::size_t i = index - std::min(index, kNear); is_post && i < index; ++i) {
      const std::string_view before = page_[i].markup->attribute("class");
      const bool names = before.find("name") < before.size() || before.find("Name") < before.size();
      if (names && page_[i].parts.has(PagePart::Author)) return true;
    }
    return false;
  }

  // The elements within that are marked as a person's name: microformats, schema.org, LaTeXML.
  std::vector<std::size_t> names_within(std::size_t index) const {
    std::vector<std::size_t> found;
    for (std::size_t inner = index + 1; inner < page_[index].end; ++inner) {
      const Markup& markup = *page_[inner].markup;
      const bool is_name = has_class(markup, "fn") || has_class(markup, "p-name") ||
                           has_class(markup, "ltx_personname") ||
                           markup.attribute("itemprop") == "name";
      if (is_name) found.push_back(inner);
    }
    return found;
  }

  // An element whose name says that the author stands in it.
  void read_author(std::size_t index) {
    if (is_beside_name(*page_[index].markup) || tells_post(index)) return;
    constexpr std::string_view kNamed = "named as the author beside the article";
    if (const std::vector<std::size_t> names = names_within(index); !names.empty()) {
      for (const std::size_t name : names) {
        say_author(name, page_.words(name), is_head(index) ? 78 : 68, kNamed);
      }
      return;
    }
    read_author_words(index);
  }

  // "By Ann Roe (text) and Ben Poe (photos)" without what each of them did.
  static std::string without_brackets(std::string_view line) {
    std::string plain;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t open = std::min(line.find(" (", at), line.size());
      plain += line.substr(at, open - at);
      const std::size_t close = line.find(')', open);
      if (close == std::string_view::npos) return plain.append(line.substr(open));
      at = close + 1;
    }
    return plain;
  }

  void read_author_words(std::size_t index) {
    std::string words = without_brackets(page_.words(index));
    const bool is_inner =
        page_[index].markup->attribute("rel") == "author" || has_class(*page_[index].markup, "fn");
    // What an element within says more closely is believed more.
    const bool is_outer = holds_author(index);
    const int belief = (is_head(index) ? 76 : 66) + (is_inner ? 3 : 0) - (is_outer ? 6 : 0);
    constexpr std::string_view kWhy = "named as the author beside the article";
    if (const auto byline = plain::parse_byline(words, language_);
        byline && !byline->authors.empty()) {
      for (const Contributor& author : byline->authors) {
        say_author(index, author.name, belief, kWhy);
      }
      return;
    }
    if (is_outer) return;
    const std::string introduced = introduced_name(words);
    if (!introduced.empty()) return say_author(index, introduced, belief, kWhy);
    const std::vector<FoundDate> dates = dates_in(words);
    if (!dates.empty()) words = beside_date(words, dates.front());
    // "oakum 1,204 9 silver badges": whom the link leads to.
    if (const std::size_t link = first_link(index); link > 0 && has_figures(words)) {
      words = page_.words(link);
    }
    if (!counts_responses(words)) say_author(index, words, belief, kWhy);
  }

  static bool has_figures(std::string_view text) {
    return std::any_of(text.begin(), text.end(), is_ascii_digit);
  }
  // The first element within that is a link with words, or 0.
  std::size_t first_link(std::size_t index) const {
    for (std::size_t inner = index + 1; inner < page_[index].end; ++inner) {
      if (page_[inner].markup->is("a") && page_[inner].letters > 0) return inner;
    }
    return 0;
  }

  // "Jane Roe" in "Jane Roe, 3 May 2021" and in "3 May 2021 · Jane Roe".
  static std::string beside_date(std::string_view words, const FoundDate& date) {
    std::string_view name = trim(words.substr(0, date.begin));
    if (name.empty()) name = trim(words.substr(date.end));
    for (const std::string_view mark : {"·", "•", "|", "–", "—", "-", ",", "/"}) {
      if (name.starts_with(mark)) name = trim(name.substr(mark.size()));
    }
    return std::string(name);
  }

  // What stands in blocks of its own is told apart: "Jane Roe", "Published on 3 May 2021".
  bool read_blocks(std::size_t index) {
    std::string apart;
    for (std::size_t inner = index + 1; inner < page_[index].end; ++inner) {
      const Markup& markup = *page_[inner].markup;
      if (markup.holds_blocks || !is_block_element(markup.name)) continue;
      apart += (apart.empty() ? "" : " | ") + page_.words(inner);
      inner = page_[inner].end - 1;
    }
    const auto byline = plain::parse_byline(apart, language_);
    if (!byline || byline->authors.empty()) return false;
    read_line(index, apart, true);
    return true;
  }

  void read_lines(std::size_t index, bool is_about) {
    if (is_about && page_[index].markup->holds_blocks && read_blocks(index)) return;
    for (const std::string& line : lines_of(*page_[index].markup)) read_line(index, line, is_about);
  }

  // A line at the head or foot: "Posted on 3 May 2021 by Jane Roe in News".
  void read_line(std::size_t index, const std::string& line, bool is_about) {
    const bool may_say = is_about || byline_prefix(line) > 0 || has_digit(line);
    if (line.size() > kLongestLine || !may_say) return;
    const bool is_change = begins_with_change(line);
    if (is_change && !is_about) return;
    const std::vector<FoundDate> dates = dates_in(line, language_);
    const bool is_date_alone =
        !dates.empty() && dates.front().end - dates.front().begin + 12 >= line.size();
    const auto byline = plain::parse_byline(line, language_);
    if (!is_about && !is_date_alone && !byline && date_prefix(line) == 0) return;
    if (!dates.empty() && is_change) {
      claims_.add(Field::Date, dates.front().date.iso(), kChangeBelief,
                  "date of a change, shown with the article", range(index));
    } else if (!dates.empty()) {
      const int belief = (is_head(index) ? 64 : 48) + (is_about ? 4 : 0);
      claims_.add(Field::Date, dates.front().date.iso(), belief, "date shown with the article",
                  range(index));
    }
    if (byline && !byline->authors.empty()) {
      for (const Contributor& author : byline->authors) {
        say_author(index, author.name, is_head(index) ? 64 : 54, "byline of the article");
      }
    } else if (!dates.empty()) {
      say_author(index, introduced_name(line), is_head(index) ? 63 : 53, "byline of the article");
    }
  }

  const PageMap& page_;
  const Article& article_;
  Claims& claims_;
  std::string language_;  // of the page, as it says itself
};

// The number of `count` digits at `at`; -1 where other characters stand.
int digits_at(std::string_view text, std::size_t at, std::size_t count) {
  int number = 0;
  if (at + count > text.size()) return -1;
  for (const char c : text.substr(at, count)) {
    if (!is_ascii_digit(c)) return -1;
    number = 10 * number + (c - '0');
  }
  return number;
}

}  // namespace

void read_page_byline(const PageMap& page, const Article& article, Claims& claims) {
  BylineReader(page, article, claims).read();
}

void read_address_date(Claims& claims) {
  const Claim* url = claims.best(Field::Url);
  if (url == nullptr) return;
  const std::string address = url->values.front();
  for (std::size_t at = address.find('/'); at != std::string::npos;
       at = address.find('/', at + 1)) {
    const int year = digits_at(address, at + 1, 4);
    const int month = digits_at(address, at + 6, 2);
    const int day = digits_at(address, at + 9, 2);
    const bool is_parted = at + 8 < address.size() && address[at + 5] == address[at + 8] &&
                           (address[at + 5] == '/' || address[at + 5] == '-');
    if (year < 1990 || year > 2100 || month < 1 || month > 12 || !is_parted) continue;
    const std::string date = address.substr(at + 1, 4) + "-" + address.substr(at + 6, 2);
    if (day >= 1 && day <= 31) {
      claims.add(Field::Date, date + "-" + address.substr(at + 9, 2), 62,
                 "date in the page's address", url->range);
    } else {
      claims.add(Field::Date, date, 30, "month in the page's address", url->range);
    }
    return;
  }
}

}  // namespace garland::html
