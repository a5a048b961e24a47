#include "readers/markdown/tags.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markdown/mdx.h"
#include "readers/markdown/signs.h"

namespace garland {
namespace {

using Form = SiteTag::Form;
constexpr std::size_t kLongestTag = 2000;
constexpr std::size_t kLongestLink = 300;

std::string_view without_ends(std::string_view source, std::size_t open, std::size_t close) {
  if (source.size() < open + close) return {};
  source = trim(source.substr(open, source.size() - open - close));
  if (source.starts_with('-') || source.starts_with('~')) source = trim(source.substr(1));
  if (source.ends_with('-') || source.ends_with('~')) source.remove_suffix(1);
  return trim(source);
}

// What stands inside the signs of any form but a link.
std::string_view inside_of(const SiteTag& tag) {
  const std::string_view source = tag.source;
  if (tag.form == Form::Component || tag.form == Form::Expression) {
    return trim(source.substr(1, source.size() - 2));
  }
  return tag.form == Form::Shortcode ? without_ends(source, 3, 3) : without_ends(source, 2, 2);
}

// The size of a tag with that end, behind its opening signs.
std::size_t size_to(std::string_view text, std::size_t open, std::string_view end) {
  text = text.substr(0, kLongestTag);
  const std::size_t at = text.find(end, open);
  if (at == kNowhere || text.find("\n\n", open) < at) return 0;
  return at + end.size();
}

// A value or a call: letters first, no braces inside, on one line.
bool looks_like_value(std::string_view inside) {
  inside = trim(inside);
  if (inside.starts_with('-')) inside = trim(inside.substr(1));
  if (inside.empty() || inside.size() > kLongestLink) return false;
  const char first = inside.front();
  if (!is_ascii_letter(first) && first != '"' && first != '\'' && first != '.' && first != '$' &&
      first != '_')
    return false;
  return inside.find_first_of("{}\\\n") == kNowhere;
}

std::optional<TagExtent> found(Form form, std::size_t size) {
  if (size == 0) return std::nullopt;
  return TagExtent{form, size};
}

std::optional<TagExtent> braces_at(std::string_view text) {
  const char third = text.size() > 2 ? text[2] : ' ';
  if (text[1] == '%') {
    const std::size_t name = text.find_first_not_of("-~ \t\n", 2);
    if (name == kNowhere || !is_ascii_letter(text[name])) return std::nullopt;
    return found(Form::Statement, size_to(text, 2, "%}"));
  }
  if (text[1] == '#') return found(Form::Comment, third == ' ' ? size_to(text, 2, "#}") : 0);
  if (text[1] != '{') return std::nullopt;
  if (third == '<' || third == '%') {
    const std::string end = third == '<' ? ">}}" : "%}}";
    const bool is_escaped = text.substr(3).starts_with("/*");
    return found(is_escaped ? Form::Escaped : Form::Shortcode, size_to(text, 3, end));
  }
  const std::size_t end = text.substr(0, kLongestLink).find("}}", 2);
  if (end == kNowhere || !looks_like_value(text.substr(2, end - 2))) return std::nullopt;
  return found(Form::Output, end + 2);
}

// "[[Page]]", not the number of a note ("[[1]]") nor a link whose words are in brackets.
std::optional<TagExtent> link_at(std::string_view text, Form form, std::size_t open) {
  const std::size_t end = text.substr(0, kLongestLink).find_first_of("[]\n", open);
  if (end == kNowhere || !text.substr(end).starts_with("]]")) return std::nullopt;
  const std::string_view inside = trim(text.substr(open, end - open));
  const char behind = end + 2 < text.size() ? text[end + 2] : ' ';
  if (inside.empty() || behind == '(' || behind == '[' || behind == ':') return std::nullopt;
  if (inside.find_first_not_of("0123456789,;-^* ") == kNowhere) return std::nullopt;
  const std::string lower = to_lower(inside);
  if (lower == "toc" || lower == "_toc_") form = Form::Contents;
  return TagExtent{form, end + 2};
}

std::optional<TagExtent> percent_at(std::string_view text) {
  if (text.starts_with("%%\n")) {  // a comment of several paragraphs
    const std::size_t end = text.substr(0, kLongestComment).find("\n%%", 2);
    return found(Form::Comment, end == kNowhere ? 0 : end + 3);
  }
  const std::size_t end = text.substr(0, kLongestTag).find("%%", 2);
  if (end == kNowhere || end == 2) return std::nullopt;
  const char behind = end + 2 < text.size() ? text[end + 2] : '\n';
  return is_tag_name_byte(behind) ? std::nullopt : found(Form::Comment, end + 2);
}

// Goes from word to word of a tag.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  bool at_end() {
    at_ = std::min(text_.find_first_not_of(" \t\n,", at_), text_.size());
    return at_ == text_.size();
  }

  // Whether the next word stands in braces.
  bool is_in_braces() const { return at_ < text_.size() && text_[at_] == '{'; }

  // A bare word ends at white space, a comma or "=".
  std::string word() {
    const char quote = text_[at_];
    if (quote == '"' || quote == '\'' || quote == '`' || quote == '{') return quoted(quote);
    // An address may have any sign in it.
    const bool is_address = text_.substr(at_).starts_with("http");
    const std::size_t end =
        std::min(text_.find_first_of(is_address ? " \t\n" : " \t\n,=", at_), text_.size());
    const std::size_t begin = std::exchange(at_, end == at_ ? at_ + 1 : end);
    return std::string(text_.substr(begin, at_ - begin));
  }

  bool take_equals() {
    const std::size_t sign = text_.find_first_not_of(' ', at_);
    const bool is_assignment = sign != kNowhere && (text_[sign] == '=' || text_[sign] == ':') &&
                               !text_.substr(sign).starts_with("==");
    if (!is_assignment || (text_[sign] == ':' && sign != at_)) return false;
    at_ = std::min(text_.find_first_not_of(" \n", sign + 1), text_.size());
    return true;
  }

 private:
  std::string quoted(char quote) {
    const char end_sign = quote == '{' ? '}' : quote;
    int depth = 0;
    std::string value;
    for (++at_; at_ < text_.size() && (text_[at_] != end_sign || depth-- > 0); ++at_) {
      if (quote == '{' && text_[at_] == '{') ++depth;
      const bool is_escape = text_[at_] == '\\' && at_ + 1 < text_.size() && quote != '`';
      if (is_escape && (text_[at_ + 1] == quote || text_[at_ + 1] == '\\')) ++at_;
      value += text_[at_];
    }
    at_ = std::min(at_ + 1, text_.size());
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// "site.url", "page.url", ".Site.BaseURL": what a site puts before its own addresses.
constexpr auto kRoots = std::to_array<std::string_view>(
    {"site.baseurl", "site.url", "site.github.url", ".site.baseurl", "base_url", "baseurl",
     "site.base_url", "basepath", "site_url", "config.base_url"});

std::string literal_in(std::string_view inside) {
  const std::size_t quote = inside.find_first_of("\"'");
  if (quote == kNowhere) return {};
  const std::size_t end = inside.find(inside[quote], quote + 1);
  return end == kNowhere ? std::string() : std::string(inside.substr(quote + 1, end - quote - 1));
}

}  // namespace

std::string_view TagWords::value_of(std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys) {
    for (const auto& [name_of, value] : named) {
      if (name_of == key && !value.empty()) return value;
    }
  }
  return {};
}

std::string_view TagWords::first() const {
  return positional.empty() ? std::string_view{} : std::string_view(positional.front());
}

TagWords words_of(const SiteTag& tag) {
  TagWords words;
  std::string_view inside = inside_of(tag);
  if (inside.starts_with('/')) {
    words.is_end = true;
    inside = trim(inside.substr(1));
  }
  if (inside.ends_with('/') &&
      (tag.form == SiteTag::Form::Shortcode || tag.form == SiteTag::Form::Component)) {
    words.is_closed = true;
    inside.remove_suffix(1);
  }
  const std::size_t name = run_size(inside, is_tag_name_byte);
  words.name = to_lower(inside.substr(0, name));
  if (tag.form == SiteTag::Form::Statement && words.name.starts_with("end")) {
    words.is_end = true;  // Zola ends all with "end"
    words.name.erase(0, 3);
  }
  inside = inside.substr(name);
  if (inside.starts_with('(') && inside.ends_with(')')) {  // Zola's "quote(author="…")"
    inside = inside.substr(1, inside.size() - 2);
  }
  const bool is_component = tag.form == SiteTag::Form::Component;
  WordReader reader(inside);
  while (!reader.at_end()) {
    std::string word = reader.word();
    if (reader.take_equals()) {
      const bool is_expression = is_component && !reader.at_end() && reader.is_in_braces();
      std::string value = reader.at_end() ? "" : reader.word();
      if (is_expression) value = string_in_expression(value);
      words.named.emplace_back(to_lower(word), std::move(value));
    } else if (!is_component) {  // of a component, one that is merely set
      words.positional.push_back(std::move(word));
    }
  }
  return words;
}

std::optional<TagExtent> tag_at(std::string_view text) {
  if (text.size() < 5) return std::nullopt;
  if (text.front() == '{') return braces_at(text);
  if (text.starts_with("[[")) return link_at(text, SiteTag::Form::WikiLink, 2);
  if (text.starts_with("![[")) return link_at(text, SiteTag::Form::Embed, 3);
  if (text.starts_with("%%")) return percent_at(text);
  return std::nullopt;
}

bool holds_code(const TagWords& words) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"highlight", "mermaid", "prism", "prettify", "plantuml", "graphviz", "goat", "console"});
  return !words.is_end && (contains(kNames, words.name) || words.name.find("code") != kNowhere);
}

std::string address_of(const SiteTag& tag) {
  const std::string_view inside = inside_of(tag);
  if (tag.form == SiteTag::Form::Output) {
    const std::string lower = to_lower(inside.substr(0, inside.find_first_of(" |")));
    return contains(kRoots, lower) ? std::string() : literal_in(inside);
  }
  const TagWords words = words_of(tag);
  std::string_view path = words.value_of({"path", "href", "url", "src"});
  if (path.empty() && !words.positional.empty()) path = words.positional.front();
  if (words.name == "post_url") return std::string(path).append(".md");
  if (words.name == "link" && !path.starts_with('/')) return std::string("/").append(path);
  return std::string(path);
}

}  // namespace garland
