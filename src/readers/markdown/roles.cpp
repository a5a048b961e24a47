#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markdown/directives.h"

namespace garland {
namespace {

constexpr std::size_t kLongestRole = 32;

// Roles whose content is code all the same.
constexpr auto kCodeRoles = std::to_array<std::string_view>(
    {"code", "command", "envvar", "file", "kbd", "literal", "option", "program", "samp"});
// Those that name another place.
constexpr auto kLinkRoles = std::to_array<std::string_view>({"any", "doc", "eq", "numref", "ref"});
constexpr auto kElementRoles =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"abbr", "span"},
                                                                  {"dfn", "em"},
                                                                  {"download", "span"},
                                                                  {"emphasis", "em"},
                                                                  {"guilabel", "strong"},
                                                                  {"math", "x-math"},
                                                                  {"menuselection", "strong"},
                                                                  {"strong", "strong"},
                                                                  {"sub", "sub"},
                                                                  {"subscript", "sub"},
                                                                  {"sup", "sup"},
                                                                  {"superscript", "sup"},
                                                                  {"term", "em"}});

// The role that the text ends with ("see {ref}"), or an empty view.
std::string_view role_at_end(std::string_view text) {
  if (!text.ends_with('}')) return {};
  const std::size_t open = text.rfind('{');
  if (open == text.npos || text.size() - open > kLongestRole) return {};
  const std::string_view name = text.substr(open + 1, text.size() - open - 2);
  const bool is_name = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || c == ':' || c == '-';
  });
  return is_name ? name : std::string_view{};
}

// "words <target>" in two, or the same twice.
std::pair<std::string, std::string> words_and_target(std::string_view content) {
  const std::size_t open = content.rfind('<');
  if (open == content.npos || open == 0 || !content.ends_with('>')) {
    return {std::string(content), std::string(content)};
  }
  return {std::string(trim(content.substr(0, open))),
          std::string(content.substr(open + 1, content.size() - open - 2))};
}

bool apply_role(std::string_view role, Markup& code) {
  const std::string content = text_of(code);
  const auto element = std::find_if(kElementRoles.begin(), kElementRoles.end(),
                                    [role](const auto& entry) { return entry.first == role; });
  const bool is_citation = role.starts_with("cite");
  if (contains(kCodeRoles, role)) return true;
  if (element == kElementRoles.end() && !contains(kLinkRoles, role) && !is_citation) return false;
  const auto [words, target] = words_and_target(content);
  Markup made = Markup::element("span", code.range);
  if (element != kElementRoles.end()) made.name = element->second;
  if (contains(kLinkRoles, role)) {
    made.name = "a";
    made.set_attribute("href", role == "doc" ? target + ".md" : "#" + target);
  }
  std::string shown = made.is("x-math") ? content : words;
  if (is_citation) shown = "[" + content + "]";
  made.children.push_back(Markup::characters(std::move(shown), code.range));
  code = std::move(made);
  return true;
}

}  // namespace

void read_roles(MarkupList& nodes) {
  const auto is_code = [](const Markup& node) { return node.is("code"); };
  const auto ends_in_brace = [](const Markup& node) {
    return node.is_text() && node.text.ends_with('}');
  };
  if (std::any_of(nodes.begin(), nodes.end(), is_code) &&
      std::any_of(nodes.begin(), nodes.end(), ends_in_brace)) {
    merge_texts(nodes);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
      if (!nodes[i].is("code") || !nodes[i - 1].is_text()) continue;
      std::string& before = nodes[i - 1].text;
      const std::string role(role_at_end(before));
      if (role.empty() || !apply_role(role, nodes[i])) continue;
      before.resize(before.size() - role.size() - 2);
    }
  }
  for (Markup& node : nodes) {
    if (!node.is("pre")) read_roles(node.children);
  }
}

}  // namespace garland
