// The words by which pages in several languages name the things around an article: bylines,
// credits, reference sections, log-in boxes, share bars. Words alone decide nothing; the readers of
// plain text and of saved pages weigh them with position, length and punctuation. To teach them a
// language, add to the tables in page_phrases.h and page_site_*.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "readers/words/function_words.h"

namespace garland {

// Longest text, in bytes, that the functions below look at; a longer one matches nothing.
constexpr std::size_t kLongestPhraseText = 400;

// The words of a text for looking phrases up: lower case, the digits of ASCII, typographic
// apostrophes made plain, one space for whatever else stands between letters and digits ("E-Mail *"
// gives "e mail").
std::string lookup_words(std::string_view text);

// Bytes of the first of these. Words are short: a call that searches costs more than looking.
inline std::size_t first_word_size(std::string_view words) {
  std::size_t space = 0;
  while (space < words.size() && words[space] != ' ') ++space;
  return space;
}

// A text with its words, looked up once for many questions.
struct ShortText {
  // NOLINTNEXTLINE(google-explicit-constructor): a question may be asked of any text
  ShortText(std::string_view written);
  // NOLINTNEXTLINE(google-explicit-constructor)
  ShortText(const std::string& written) : ShortText(std::string_view(written)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  ShortText(const char* written) : ShortText(std::string_view(written)) {}

  std::string_view text;     // as it is written
  std::string words;         // lookup_words; empty for a longer text
  std::uint64_t tables = 0;  // those that may know one of its words, as page_words.cpp numbers them
  FunctionWords function_words;  // among its words
};

// Headings, compared whole: "References", "Works cited", "Literatur".
bool names_references(const ShortText& text);
bool names_notes(const ShortText& text);          // "Notes", "Anmerkungen"
bool names_author_note(const ShortText& text);    // "About the author"
bool names_related_links(const ShortText& text);  // "Read next", "More from …", "Comments"

// How a site's own words show in a piece of text.
enum class SiteWords {
  None,
  Mentioned,  // a longer text in which such words come late: it may be about them
  Weak,       // a label that articles may use too: "Share", "Home", "3 comments"
  Strong      // only a site says this: "log in to", "we use cookies"
};
SiteWords site_words(const ShortText& text);

// "34 comments", "5 min read", "Kommentare (3)".
bool counts_responses(const ShortText& text);
// "Name *", "E-Mail (erforderlich)", "Website": what stands before a field of a form.
bool labels_form_field(const ShortText& text);
// "Ada wrote on 3 May:", "Ada sagt": the words, not the name, are looked for.
bool heads_comment(const ShortText& text);
bool marks_advertisement(const ShortText& text);  // "Advertisement", "Anzeige"
bool is_reply_button(const ShortText& text);      // "Reply", "Antworten"
bool names_language(const ShortText& text);       // "Français", "日本語"
bool begins_with_pager(const ShortText& text);    // "Previous: The ferry"

// Bytes of the words that introduce a byline ("By ", "Words: ", "Text von "), or 0.
std::size_t byline_prefix(std::string_view text);
// Whether such words stand anywhere in the text.
bool mentions_byline(const ShortText& text);
// Bytes of the words that introduce a date ("Published on "), or 0.
std::size_t date_prefix(std::string_view text);
// Nothing but words that stand before or behind a date: "Last updated on", "um".
bool is_date_filler(std::string_view text);
bool says_changed(std::string_view text);  // "Last updated", "zuletzt geändert"
bool ends_with_author_role(const ShortText& text);
bool names_author_role(std::string_view text);  // "Author", "Autorin"
// "Photo: ", "Picture credit: ".
bool begins_with_credit(const ShortText& text);
// "Originally posted here", "Source: …", "First published in …".
bool is_attribution(const ShortText& text);
// "See also: …", "Main article: …": a line that sends the reader to another article.
bool is_cross_reference(std::string_view text);
// "Home", "Startseite": the label of a link to a site's first page. Takes lookup_words.
bool names_first_page(std::string_view words);
// "Illustration", "Bild": nothing but a word for a picture.
bool names_picture(std::string_view text);
// "Abstract", "Introduction": what stands above a part of many texts, and is no text's title.
bool names_section(const ShortText& text);
// "Close-up of …", "A black-and-white photograph showing …": a picture described in words.
bool describes_picture(std::string_view text);

}  // namespace garland
