#include "readers/markdown/tag_meanings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/picture_name.h"
#include "readers/markdown/mdx.h"
#include "readers/markdown/words.h"

namespace garland {
namespace {

using Form = SiteTag::Form;

constexpr int kMostReported = 20;

constexpr auto kFigures = std::to_array<std::string_view>(
    {"asset_img", "figure", "image", "img", "imgproc", "photo", "picture"});
constexpr auto kContents = std::to_array<std::string_view>({"contents", "tableofcontents", "toc"});
// Statements that show nothing by themselves.
constexpr auto kSilent = std::to_array<std::string_view>(
    {"assign",    "block",     "break",    "capture", "case",    "comment",  "continue", "cycle",
     "decrement", "elif",      "else",     "elsif",   "extends", "for",      "from",     "if",
     "import",    "increment", "layout",   "liquid",  "macro",   "paginate", "raw",      "set",
     "tablerow",  "unless",    "verbatim", "when",    "with"});

struct Player {
  std::string_view name;
  std::string_view address;  // {} is what the tag names
};
constexpr auto kPlayers = std::to_array<Player>({
    {"gist", "https://gist.github.com/{}"},
    {"instagram", "https://www.instagram.com/p/{}/"},
    {"tweet", "https://twitter.com/i/status/{}"},
    {"twitter", "https://twitter.com/i/status/{}"},
    {"video", "{}"},
    {"vimeo", "https://vimeo.com/{}"},
    {"x", "https://x.com/i/status/{}"},
    {"youtube", "https://www.youtube.com/watch?v={}"},
});

bool is_picture(std::string_view address) {
  return has_picture_suffix(address.substr(0, address.find_first_of("?#")));
}

// The words of a tag; those of Jekyll's "include note.html content="…"" by the file's name.
TagWords own_words_of(const SiteTag& tag) {
  TagWords words = words_of(tag);
  const bool names_file = words.name == "include" || words.name == "include_cached" ||
                          words.name == "include_relative" || words.name == "render";
  if (!names_file || words.positional.empty() || words.named.empty()) return words;
  const std::string_view path = words.first();
  const std::string_view file = path.substr(path.rfind('/') + 1);
  words.name = to_lower(file.substr(0, file.find('.')));
  words.positional.erase(words.positional.begin());
  return words;
}

// "2019-03-21 08:00:00 +0100" as "2019-03-21".
std::string without_hour(const std::string& date) {
  constexpr std::string_view kForm = "0000-00-00";
  const bool has_hour =
      date.size() > kForm.size() && (date[kForm.size()] == ' ' || date[kForm.size()] == 'T');
  if (!has_hour) return date;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == '-' ? date[i] != '-' : !is_ascii_digit(date[i])) return date;
  }
  return date.substr(0, kForm.size());
}

}  // namespace

Markup element_holding(std::string name, MarkupList children, SourceRange range) {
  Markup made = Markup::element(std::move(name), range);
  made.children = std::move(children);
  return made;
}

void TagMeanings::drop(const SiteTag& tag, std::string reason, MarkupList& out) {
  out.push_back(left_out_record(tag.source, std::move(reason), tag.range));
}

void TagMeanings::leave_out(const SiteTag& tag, MarkupList& out) {
  drop(tag, "a tag of the site, which shows nothing by itself", out);
}

// What only the site can show.
void TagMeanings::report(const SiteTag& tag, MarkupList& out) {
  if (context_.keeps_all) return out.push_back(Markup::characters(tag.source, tag.range));
  if (++unknown_count_ <= kMostReported) {
    diagnostics_.warning("site-tag", tag.range,
                         fmt::format("“{}” means something to its site alone and is left out",
                                     collapse_spaces(tag.source.substr(0, 80))),
                         "write in its place what readers need of it");
  }
  drop(tag, "a tag that only its site can fill", out);
}

void TagMeanings::report_rest() {
  if (unknown_count_ <= kMostReported) return;
  diagnostics_.warning(
      "site-tag", {},
      fmt::format("{} more tags mean something to their site alone and are left out",
                  unknown_count_ - kMostReported),
      "");
}

void TagMeanings::add_single(const SiteTag& tag, MarkupList& out) {
  switch (tag.form) {
    case Form::Statement:
    case Form::Shortcode:
    case Form::Component:
    case Form::Element:
      return add_statement(tag, out);
    case Form::Expression:
      return add_expression(tag, out);
    case Form::Module:
      return drop(tag, "code of the page, which shows nothing by itself", out);
    case Form::Output:
      return add_value(tag, out);
    case Form::WikiLink:
      return add_link(tag, out);
    case Form::Embed:
      return add_embed(tag, out);
    case Form::Comment:
      return drop(tag, "a comment of the author's", out);
    case Form::Contents:
      return drop(tag, "a list of contents; the book has its own", out);
    case Form::Escaped: {  // "{{</* figure */>}}" shows the tag itself
      std::string shown = tag.source;
      shown.erase(shown.find("/*"), 2);
      const std::size_t end = shown.rfind("*/");
      if (end != std::string::npos) shown.erase(end, 2);
      return out.push_back(Markup::characters(std::move(shown), tag.range));
    }
  }
}

void TagMeanings::add_statement(const SiteTag& tag, MarkupList& out) {
  const TagWords words = own_words_of(tag);
  if (contains(kContents, words.name)) {
    return drop(tag, "a list of contents; the book has its own", out);
  }
  if (words.name == "br" || words.name == "linebreak") {
    return out.push_back(Markup::element("br", tag.range));
  }
  const bool is_callout = contains(kCalloutNames, words.name);
  if (is_callout && !words.value_of({"content", "text"}).empty()) {
    return add_pair(tag, words, markdown_words(words.value_of({"content", "text"}), tag.range),
                    out);
  }
  if (words.name == "pagebreak") {
    return drop(tag, "where a page ends; the book has its own", out);
  }
  for (const Player& player : kPlayers) {
    if (words.name != player.name) continue;
    std::string id(words.value_of({"id", "videoid", "tweetid"}));
    if (id.empty() && words.name == "gist" && words.positional.size() > 1) {
      id = words.positional[0] + "/" + words.positional[1];
    }
    if (id.empty()) id = words.first();
    if (id.empty()) return report(tag, out);
    const bool is_address = id.starts_with("http");
    return add_address(tag, words, is_address ? id : fmt::format(fmt::runtime(player.address), id),
                       out);
  }
  std::string picture(words.value_of({"src", "image_path", "image", "url", "file", "path", "img"}));
  for (const std::string& word : words.positional) {
    if (picture.empty() && is_picture(word)) picture = word;
  }
  if (picture.empty() && contains(kFigures, words.name)) picture = words.first();
  if (!picture.empty() && (contains(kFigures, words.name) || is_picture(picture))) {
    return add_figure(tag, words, std::move(picture), out);
  }
  if (contains(kSilent, words.name) && tag.form == Form::Statement) return leave_out(tag, out);
  const Value* known = words.name == "param" ? context_.front.find(words.first()) : nullptr;
  if (known != nullptr && known->is_scalar()) {
    return out.push_back(Markup::characters(known->scalar, tag.range));
  }
  report(tag, out);
}

// "{{ page.title }}", "{{ "a" | upcase }}".
void TagMeanings::add_value(const SiteTag& tag, MarkupList& out) {
  std::string_view inside = trim(std::string_view(tag.source).substr(2, tag.source.size() - 4));
  for (const std::string_view owner : {"page.", "$frontmatter.", ".Params.", ".", "frontmatter."}) {
    if (!inside.starts_with(owner)) continue;
    inside.remove_prefix(owner.size());
    break;
  }
  const std::size_t call = inside.find_first_of("( |");
  if (call != inside.npos && inside[call] == '(' && inside.ends_with(')')) {  // Zola's shortcodes
    return add_statement(tag, out);
  }
  const std::string key = to_lower(inside.substr(0, inside.find_first_of(" |")));
  const auto is_player = [&key](const Player& player) { return player.name == key; };
  if (call != inside.npos && std::any_of(kPlayers.begin(), kPlayers.end(), is_player)) {
    return add_statement(tag, out);  // Logseq's "{{video https://…}}"
  }
  const Value* known = context_.front.find(key);
  std::string words = known != nullptr && known->is_scalar() ? known->scalar : std::string();
  if (inside.starts_with('"') || inside.starts_with('\'')) words = address_of(tag);
  if (words.empty()) return report(tag, out);
  if (key.ends_with("date")) words = without_hour(words);
  out.push_back(Markup::characters(std::move(words), tag.range));
}

// MDX's "{' '}", "{frontMatter.title}".
void TagMeanings::add_expression(const SiteTag& tag, MarkupList& out) {
  std::string_view inside = trim(std::string_view(tag.source).substr(1, tag.source.size() - 2));
  const bool is_string = inside.size() > 1 && inside.front() == inside.back() &&
                         (inside.front() == '"' || inside.front() == '\'' || inside.front() == '`');
  if (is_string && string_in_expression(inside).size() == inside.size() - 2) {
    return out.push_back(Markup::characters(string_in_expression(inside), tag.range));
  }
  for (const std::string_view owner : {"frontMatter.", "frontmatter.", "props.", "metadata."}) {
    if (!inside.starts_with(owner)) continue;
    const Value* known = context_.front.find(inside.substr(owner.size()));
    if (known == nullptr || !known->is_scalar()) continue;
    return out.push_back(Markup::characters(known->scalar, tag.range));
  }
  report(tag, out);
}

// "[[Page#Part|words]]".
void TagMeanings::add_link(const SiteTag& tag, MarkupList& out) {
  const std::string_view inside = std::string_view(tag.source).substr(2, tag.source.size() - 4);
  std::string_view target = inside.substr(0, inside.find('|'));
  std::string_view words =
      target.size() < inside.size() ? inside.substr(target.size() + 1) : target;
  if (target.ends_with('\\')) target.remove_suffix(1);  // in a table's cell
  target = trim(target);
  words = trim(words);
  const std::size_t hash = std::min(target.find('#'), target.size());
  std::string address = encode_path(target.substr(0, hash));
  if (hash < target.size()) {
    std::string_view part = target.substr(target.rfind('#') + 1);
    address.append("#").append(encode_path(part.starts_with('^') ? part.substr(1) : part));
  }
  Markup link = Markup::element("a", tag.range);
  link.set_attribute("href", std::move(address));
  std::string shown(words);
  if (words == target && hash > 0 && hash < target.size()) {
    shown = fmt::format("{}: {}", target.substr(0, hash), target.substr(target.rfind('#') + 1));
  } else if (words == target && hash == 0) {
    shown = target.substr(1);
  }
  link.children.push_back(Markup::characters(std::move(shown), tag.range));
  out.push_back(std::move(link));
}

// "![[picture.png|Caption|300]]"; another note that is to be shown here becomes a link to it.
void TagMeanings::add_embed(const SiteTag& tag, MarkupList& out) {
  std::string_view rest = std::string_view(tag.source).substr(3, tag.source.size() - 5);
  const std::string_view target = trim(rest.substr(0, rest.find('|')));
  if (!is_picture(target)) {
    diagnostics_.warning("embedded-note", tag.range,
                         fmt::format("“{}” is linked to, not shown here", target),
                         "copy in its place what readers need of it");
    SiteTag link = tag;
    link.form = Form::WikiLink;
    link.source.erase(0, 1);
    return add_link(link, out);
  }
  Markup picture = Markup::element("img", tag.range);
  picture.set_attribute("src", encode_path(target));
  for (std::size_t bar = rest.find('|'); bar != rest.npos; bar = rest.find('|')) {
    rest.remove_prefix(bar + 1);
    const std::string_view word = trim(rest.substr(0, rest.find('|')));
    const bool is_size = !word.empty() && word.find_first_not_of("0123456789x") == word.npos;
    if (is_size) {
      picture.set_attribute("width", std::string(word.substr(0, word.find('x'))));
    } else if (!word.empty()) {
      picture.set_attribute("alt", std::string(word));
    }
  }
  out.push_back(std::move(picture));
}

void TagMeanings::add_figure(const SiteTag& tag, const TagWords& words, std::string address,
                             MarkupList& out) {
  Markup picture = Markup::element("img", tag.range);
  picture.set_attribute("src", std::move(address));
  picture.set_attribute("alt", std::string(words.value_of({"alt", "alternative"})));
  if (!words.value_of({"width"}).empty()) {
    picture.set_attribute("width", std::string(words.value_of({"width"})));
  }
  Markup figure = element_holding("figure", {std::move(picture)}, tag.range);
  MarkupList caption;
  const auto add = [&](std::string_view text) {
    if (text.empty()) return;
    caption.push_back(element_holding("p", markdown_words(text, tag.range), tag.range));
  };
  add(words.value_of({"title"}));
  add(words.value_of({"caption", "description", "cap"}));
  Markup credit = element_holding(
      "cite", markdown_words(words.value_of({"attr", "attribution", "credit"}), tag.range),
      tag.range);
  const bool has_credit = !words.value_of({"attr", "attribution", "credit"}).empty();
  if (has_credit) caption.push_back(std::move(credit));
  if (!caption.empty()) {
    figure.children.push_back(element_holding("figcaption", std::move(caption), tag.range));
  }
  out.push_back(std::move(figure));
}

// What a page cannot show is linked to.
void TagMeanings::add_address(const SiteTag& tag, const TagWords& words, std::string address,
                              MarkupList& out) {
  diagnostics_.warning("media-as-link", tag.range,
                       fmt::format("“{}” cannot stand in a book; a link to it does", words.name),
                       "say in words what there is to see or hear");
  Markup link = Markup::element("a", tag.range);
  const std::string_view title = words.value_of({"title", "caption"});
  link.children.push_back(
      Markup::characters(title.empty() ? address : std::string(title), tag.range));
  link.set_attribute("href", std::move(address));
  out.push_back(std::move(link));
}

}  // namespace garland
