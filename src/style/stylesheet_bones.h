// The part of the e-book's style sheet that is the same in every theme: what the elements and
// classes of content documents are, page breaks, and what keeps every page on the screen. What
// scrolls stands on one page: where pages are turned, the rest of a taller one would be cut off.
#pragma once

#include <string_view>

namespace garland {

// What no theme decides: the bones of every page.
inline constexpr std::string_view kBones = R"(
:root { color-scheme: light dark; }
body { margin: 0 5%; padding: 0; hyphens: auto; -webkit-hyphens: auto; word-wrap: break-word; overflow-wrap: break-word; }
p { margin: 0; orphans: 2; widows: 2; }
h1, h2, h3, h4, h5, h6, dt, caption, .callout-title { break-after: avoid; page-break-after: avoid; break-inside: avoid; }
h1, h2, h3, h4, h5, h6, .subtitle, .byline, .source, code, kbd, samp, pre, th { hyphens: none; -webkit-hyphens: none; }
@supports (hyphenate-limit-chars: 14 5 5) { h1, h2, h3, h4, h5, h6, .subtitle { hyphens: auto; hyphenate-limit-chars: 14 5 5; } }
a { color: inherit; text-decoration-thickness: from-font; text-underline-offset: 0.15em; }
.small-capitals { font-variant: small-caps; letter-spacing: 0.03em; }
sup, sub { line-height: 0; font-size: 0.75em; }
q { quotes: auto; }
hr { border: 0; color: inherit; height: auto; margin: 1.2em 0; text-align: center; break-after: avoid; }
.opening { margin: 2em 0; }
.opening > * { text-indent: 0; }

ul, ol { margin: 0.6em 0; padding: 0; }
li > ul, li > ol, .tight { margin: 0.3em 0; }
li > p { text-indent: 0; }
.loose > li { margin-top: 0.5em; margin-bottom: 0.5em; }
li > p + p { margin-top: 0.4em; text-indent: 0; }
.tasks { list-style: none; }
.tasks .task-box + p, .tasks .task-box ~ p:first-of-type { display: inline; }
dl { margin: 0.6em 0; }
dd { margin: 0 0 0.5em 1.5em; margin-inline: 1.5em 0; }

.quotation blockquote { margin-bottom: 0.3em; }
.quotation-source { break-before: avoid; page-break-before: avoid; }
.quotation-source::before { content: "— "; }
blockquote, pre, .verse, figure, table, .table-frame, .callout { margin-top: 0.9em; margin-bottom: 0.9em; }
blockquote, figure, .verse { margin-left: 0; margin-right: 0; }
.stanza { text-indent: 0; break-inside: avoid; }
.stanza + .stanza { margin-top: 0.8em; text-indent: 0; }
.line { display: block; padding-left: 2em; padding-inline: min(2em, 8%) 0; text-indent: -2em; text-indent: max(-2em, -8%); }
.line-end { display: none; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 4; text-indent: 0; }
code, kbd, samp { font-family: monospace, monospace; font-size: 0.9em; }
mark { background-color: transparent; color: inherit; text-decoration: underline; text-decoration-thickness: 0.12em; }
small { font-size: 0.85em; }
pre code { font-size: 1em; }
math { font-variant: normal; }
.display-math { margin: 0.9em 0; text-align: center; text-indent: 0; overflow-x: auto; overflow-y: hidden; }

figure { break-inside: avoid; page-break-inside: avoid; }
.picture { text-align: center; }
img { max-width: 100%; height: auto; background-color: #fff; }
.tall { width: auto; max-height: 95vh; }
figcaption, caption { margin-top: 0.4em; }
figcaption p, caption p { text-indent: 0; }
.flush { text-indent: 0; }
figure > .flush { text-align: center; }
.missing-picture { font-style: italic; overflow-wrap: anywhere; }
.missing-picture a { hyphens: none; -webkit-hyphens: none; }
.picture > .missing-picture { display: block; border: 1px dashed; padding: 0.8em; text-align: start; }
.table-frame { overflow: auto; max-height: 75vh; }
.table-frame > table { margin: 0; }
table { border-collapse: collapse; border-top: 1px solid; border-bottom: 1px solid; }
caption { text-align: start; padding-bottom: 0.4em; }
thead { border-bottom: 1px solid; }
tr { break-inside: avoid; page-break-inside: avoid; }
th { font-weight: normal; }
td p, th p { text-indent: 0; }
td, th { padding: 0.25em 0.45em; vertical-align: top; text-align: start; }
.address { overflow-wrap: anywhere; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
.callout { border-inline-start: 2px solid; padding: 0.2em 0 0.2em 1em; padding-inline: 1em 0; }
.callout > p { text-indent: 0; }
.dedication { margin: 2em 0; text-align: center; font-style: italic; }
.author-note { margin-top: 1.5em; font-style: italic; }

.note-mark { font-size: 0.7em; font-style: normal; font-variant: normal; vertical-align: super; line-height: 0; text-decoration: none; padding: 0 0.1em; }
.notes { margin-top: 2.5em; border-top: 1px solid; }
.notes .notes-heading { margin-top: 1em; }
.note { margin: 0.5em 0; }
.note > p { text-indent: 0; }
.note > p + p { margin-top: 0.4em; }
.note-number { text-decoration: none; font-weight: bold; padding-inline-end: 0.2em; }
.references, .references > ul, .attributions { list-style: none; padding: 0; }
.references > li, .references > p, .references > ul > li, .attributions > li { margin: 0.3em 0; overflow-wrap: anywhere; }
.references > ul > li > p + p { text-indent: 0; }
.references + p { margin-top: 1.5em; }
.index-groups, .index-entries, .index-works { list-style: none; margin: 0; padding: 0; }
.index-entries > li { margin: 0.2em 0; }
.index-works > li { margin: 0; text-indent: 0; }
.index-works { margin-bottom: 0.4em; }
.pictures { margin: 0.2em 0 0 1.5em; margin-inline: 1.5em 0; }
.pictures > li { text-indent: 0; }
.attributions .pictures > li { font-size: 1em; }
.imprint .colophon { margin-top: 2em; font-style: italic; }
p.colophon { text-indent: 0; }
.back-matter .colophon { margin-bottom: 0.6em; }
.cited-in { font-size: 0.9em; }

.contents, .back-matter { padding-top: 2em; }
.cover { margin: 0; text-align: center; }
.cover img { display: block; margin: 0 auto; max-height: 100vh; object-fit: contain; }
.title-page section { padding-top: 18vh; }
.title-page p { text-indent: 0; }
.title-page .publisher { margin-top: 3em; }
.part section { padding-top: 25vh; }
.imprint section { padding-top: 2em; }
.imprint p { text-indent: 0; margin-bottom: 0.6em; hyphens: none; -webkit-hyphens: none; }
.imprint .title { font-style: italic; }
.contents ol { list-style: none; padding: 0; margin: 0; }
.contents li { margin: 0.55em 0; }
.contents ol ol { margin-left: 1.3em; margin-inline: 1.3em 0; }
.contents a { text-decoration: none; }
.contents a[data-byline]::after { content: "\A" attr(data-byline); white-space: pre-wrap; font-style: italic; font-size: 0.9em; }
.contents nav > ol > .part-entry { margin-top: 1.4em; }
.contents li li li { font-size: 0.93em; margin: 0.3em 0; }
)";

}  // namespace garland
