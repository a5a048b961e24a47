// The words by which pages in several languages name the things around an article: bylines,
// credits, reference sections, log-in boxes, share bars. Words alone decide nothing; the readers of
// plain text and of saved pages weigh them with position, length and punctuation. To teach them a
// language, add to the tables in page_phrases.h, page_site_labels.h and page_site_phrases.h.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace garland {

// Longest text, in bytes, that the functions below look at; a longer one matches nothing.
constexpr std::size_t kLongestPhraseText = 400;

// The words of a text for looking phrases up: lower case, typographic apostrophes made plain, one
// space for whatever else stands between letters and digits ("E-Mail *" gives "e mail").
std::string lookup_words(std::string_view text);

// Headings, compared whole: "References", "Works cited", "Literatur".
bool names_references(std::string_view text);
bool names_notes(std::string_view text);          // "Notes", "Anmerkungen"
bool names_author_note(std::string_view text);    // "About the author"
bool names_related_links(std::string_view text);  // "Read next", "More from …", "Comments"

// How a site's own words show in a piece of text.
enum class SiteWords {
  None,
  Mentioned,  // a longer text in which such words come late: it may be about them
  Weak,       // a label that articles may use too: "Share", "Home", "3 comments"
  Strong      // only a site says this: "log in to", "we use cookies"
};
SiteWords site_words(std::string_view text);

// "34 comments", "5 min read", "Kommentare (3)".
bool counts_responses(std::string_view text);
// "Name *", "E-Mail (erforderlich)", "Website": what stands before a field of a form.
bool labels_form_field(std::string_view text);
// "Ada wrote on 3 May:", "Ada sagt": the words, not the name, are looked for.
bool heads_comment(std::string_view text);
bool is_reply_button(std::string_view text);  // "Reply", "Antworten"
bool names_language(std::string_view text);   // "Français", "日本語"
bool names_pager(std::string_view text);      // "Previous", "Next article"

// Bytes of the words that introduce a byline ("By ", "Words: ", "Text von "), or 0.
std::size_t byline_prefix(std::string_view text);
// Bytes of the words that introduce a date ("Published on "), or 0.
std::size_t date_prefix(std::string_view text);
// Nothing but words that stand before or behind a date: "Last updated on", "um".
bool is_date_filler(std::string_view text);
bool says_changed(std::string_view text);       // "Last updated", "zuletzt geändert"
bool names_author_role(std::string_view text);  // "Author", "Autorin"
// "Photo: ", "Picture credit: ".
bool begins_with_credit(std::string_view text);
// "Originally posted here", "Source: …", "First published in …".
bool is_attribution(std::string_view text);
// "Close-up of …", "A black-and-white photograph showing …": a picture described in words.
bool describes_picture(std::string_view text);

}  // namespace garland
