#include "readers/html/tokens.h"

#include <algorithm>

#include "base/ascii.h"

namespace garland::html {
namespace {

constexpr std::size_t kNoOffset = std::string_view::npos;
constexpr std::string_view kCommentOpening = "<!--";

bool ends_name(char c) { return is_ascii_space(c) || c == '/' || c == '>'; }

std::size_t skip_white(std::string_view html, std::size_t at) {
  while (at < html.size() && is_ascii_space(html[at])) ++at;
  return at;
}

struct Attribute {
  std::string_view name;
  std::string_view value;
  std::size_t end = 0;
};

// The value after "=", of which white space and quotation marks are no part.
bool read_value(std::string_view html, std::size_t at, Attribute& attribute) {
  at = skip_white(html, at);
  if (at == html.size()) return false;
  const char quote = html[at];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = html.find(quote, at + 1);
    if (close == kNoOffset) return false;
    attribute.value = html.substr(at + 1, close - at - 1);
    attribute.end = close + 1;
    return true;
  }
  std::size_t end = at;
  while (end < html.size() && html[end] != '>' && !is_ascii_space(html[end])) ++end;
  attribute.value = html.substr(at, end - at);
  attribute.end = end;
  return end < html.size();
}

// The attribute whose name begins at `at`; false where the HTML ends in it.
bool read_attribute(std::string_view html, std::size_t at, Attribute& attribute) {
  std::size_t end = at + 1;  // a "=" may be a name's first character
  while (end < html.size() && html[end] != '=' && !ends_name(html[end])) ++end;
  attribute = {html.substr(at, end - at), {}, end};
  const std::size_t sign = skip_white(html, end);
  if (sign == html.size()) return false;
  return html[sign] != '=' || read_value(html, sign + 1, attribute);
}

// Where the next attribute's name or ">" stands; the HTML's size where nothing follows.
std::size_t next_attribute(std::string_view html, std::size_t at) {
  while (at < html.size() && (is_ascii_space(html[at]) || html[at] == '/')) ++at;
  return at;
}

std::size_t name_end(std::string_view html, std::size_t at) {
  while (at < html.size() && !ends_name(html[at])) ++at;
  return at;
}

bool has_name(std::string_view html, std::size_t at, std::string_view name) {
  const std::string_view found = html.substr(std::min(at, html.size()), name.size());
  return found.size() == name.size() && at + name.size() < html.size() &&
         ends_name(html[at + name.size()]) &&
         std::equal(found.begin(), found.end(), name.begin(), [](char left, char right) {
           return to_ascii_lower(left) == to_ascii_lower(right);
         });
}

// After a comment's opening in a script: past its "-->" and true, or at the end tag that ends the
// script within it and false.
bool skip_script_comment(std::string_view html, std::size_t& at) {
  constexpr std::string_view kScript = "script";
  bool holds_script = false;  // the "double escaped" states
  for (at += 2;; ++at) {      // the opening's hyphens may be the closing's, too
    at = html.find_first_of("-<", at);
    if (at == kNoOffset) return false;
    if (html.substr(at, 3) == "-->") {
      at += 3;
      return true;
    }
    if (html[at] == '<' && is_end_tag(html, at, kScript)) {
      if (!holds_script) return false;
      holds_script = false;
    } else if (html[at] == '<' && has_name(html, at + 1, kScript)) {
      holds_script = true;
    }
  }
}

}  // namespace

std::optional<TagToken> read_tag(std::string_view html, std::size_t at) {
  TagToken tag;
  tag.is_end = html[at + 1] == '/';
  const std::size_t name = at + (tag.is_end ? 2 : 1);
  std::size_t before = name_end(html, name);
  tag.name = html.substr(name, before - name);
  for (;; ++tag.attributes) {
    const std::size_t next = next_attribute(html, before);
    if (next == html.size()) return std::nullopt;
    if (html[next] == '>') {
      tag.closes_itself = next > before && html[next - 1] == '/';
      tag.written = html.substr(at, next + 1 - at);
      return tag;
    }
    Attribute attribute;
    if (!read_attribute(html, next, attribute)) return std::nullopt;
    before = attribute.end;
  }
}

std::vector<std::pair<std::string, std::string>> read_attributes(std::string_view tag) {
  std::vector<std::pair<std::string, std::string>> attributes;
  Attribute attribute;
  attribute.end = name_end(tag, 1);
  for (std::size_t count = 0;; ++count) {
    const std::size_t next = next_attribute(tag, attribute.end);
    if (next == tag.size() || tag[next] == '>') return attributes;
    if (count == kMostAttributes || !read_attribute(tag, next, attribute)) return {};
    std::string name(attribute.name);
    std::transform(name.begin(), name.end(), name.begin(), to_ascii_lower);
    const bool is_known = std::any_of(attributes.begin(), attributes.end(),
                                      [&name](const auto& known) { return known.first == name; });
    if (!is_known) attributes.emplace_back(std::move(name), attribute.value);
  }
}

std::size_t comment_end(std::string_view html, std::size_t at) {
  at += kCommentOpening.size();
  if (html.substr(at, 1) == ">") return at + 1;
  if (html.substr(at, 2) == "->") return at + 2;
  for (at = html.find("--", at); at != kNoOffset; at = html.find("--", at + 1)) {
    if (html.substr(at + 2, 1) == ">") return at + 3;
    if (html.substr(at + 2, 2) == "!>") return at + 4;
  }
  return kNoOffset;
}

bool is_end_tag(std::string_view html, std::size_t at, std::string_view name) {
  return html.substr(at, 2) == "</" && has_name(html, at + 2, name);
}

std::size_t raw_text_end(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != kNoOffset; at = html.find("</", at + 2)) {
    if (is_end_tag(html, at, name)) return at;
  }
  return html.size();
}

std::size_t script_end(std::string_view html, std::size_t from) {
  for (std::size_t at = html.find('<', from); at != kNoOffset; at = html.find('<', at)) {
    if (is_end_tag(html, at, "script")) return at;
    if (!html.substr(at).starts_with(kCommentOpening)) {
      ++at;
    } else if (!skip_script_comment(html, at)) {
      return std::min(at, html.size());
    }
  }
  return html.size();
}

}  // namespace garland::html
