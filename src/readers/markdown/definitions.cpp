#include "readers/markdown/definitions.h"

#include <algorithm>
#include <cctype>

#include "base/unicode.h"
#include "readers/markdown/signs.h"
#include "readers/markup/attributes.h"

namespace garland {
namespace {

constexpr std::size_t kLongestLabel = 999;  // bytes; CommonMark's bound, which is in characters
constexpr int kMostBrackets = 16;           // in one another in an address

constexpr std::string_view kEscaped = "\"'()\\";  // in a title
bool is_sign(char c) {
  return c > ' ' && c < '\x7f' && !std::isalnum(static_cast<unsigned char>(c));
}

// The offset of the first `end` from `at` on that no backslash escapes, before any of `forbidden`.
std::size_t find_unescaped(std::string_view line, std::size_t at, char end,
                           std::string_view forbidden) {
  for (; at < line.size(); ++at) {
    if (line[at] == end) return at;
    if (forbidden.find(line[at]) != kNowhere) return kNowhere;
    if (line[at] == '\\' && at + 1 < line.size() && is_sign(line[at + 1])) ++at;
  }
  return kNowhere;
}

// The offset behind "[label]:", or npos.
std::size_t label_end(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  if (begin == kNowhere || begin > 3 || line[begin] != '[' || line.substr(begin).starts_with("[^"))
    return kNowhere;
  const std::size_t end = find_unescaped(line, begin + 1, ']', "[");
  if (end == kNowhere || end - begin > kLongestLabel || !line.substr(end).starts_with("]:"))
    return kNowhere;
  return trim(line.substr(begin + 1, end - begin - 1)).empty() ? kNowhere : end + 2;
}

// The offset behind the address that begins at `at`, or npos.
std::size_t address_end(std::string_view line, std::size_t at) {
  if (line[at] == '<') {
    const std::size_t end = find_unescaped(line, at + 1, '>', "<");
    return end == kNowhere ? kNowhere : end + 1;
  }
  const std::size_t begin = at;
  int depth = 0;
  for (; at < line.size() && line[at] != ' ' && line[at] != '\t'; ++at) {
    if (static_cast<unsigned char>(line[at]) < ' ') return kNowhere;
    if (line[at] == '(' && ++depth > kMostBrackets) return kNowhere;
    if (line[at] == ')' && --depth < 0) return kNowhere;
    if (line[at] == '\\' && at + 1 < line.size() && is_sign(line[at + 1])) ++at;
  }
  return depth == 0 && at > begin ? at : kNowhere;
}

// Reads the title that begins at `at`, if one does; false where it does not end.
bool read_title(std::string_view line, std::size_t at, ReferenceDefinition& definition) {
  const char open = line[at];
  if (open != '"' && open != '\'' && open != '(') return true;
  definition.title_end = open == '(' ? ')' : open;
  const std::size_t end =
      find_unescaped(line, at + 1, definition.title_end, open == '(' ? "(" : "");
  definition.end = end == kNowhere ? 0 : end + 1;
  return end != kNowhere;
}

}  // namespace

std::optional<ReferenceDefinition> read_definition(std::string_view line) {
  const std::size_t label = label_end(line);
  const std::size_t address = label == kNowhere ? kNowhere : line.find_first_not_of(" \t", label);
  if (address == kNowhere) return std::nullopt;
  ReferenceDefinition definition;
  definition.end = address_end(line, address);
  if (definition.end == kNowhere) return std::nullopt;
  std::size_t rest = line.find_first_not_of(" \t\r", definition.end);
  if (rest != kNowhere && rest > definition.end) {
    if (!read_title(line, rest, definition)) return std::nullopt;
    rest = line.find_first_not_of(" \t\r", definition.end);
  }
  if (rest == kNowhere) return definition;
  const std::string_view list = trim(line.substr(rest));
  if (rest == definition.end || list[0] != '{' || attribute_list_length(list) != list.size())
    return std::nullopt;
  definition.list_at = rest;
  return definition;
}

std::string with_list_in_title(std::string_view line, const ReferenceDefinition& definition) {
  const bool has_title = definition.title_end != 0;
  const std::size_t kept = has_title ? definition.end - 1 : definition.list_at;
  std::string out(line.substr(0, kept));
  if (!has_title) out += '"';
  out += kListMark;
  for (const char c : line.substr(kept, line.find_last_not_of(" \t\r") + 1 - kept)) {
    if (kEscaped.find(c) != kNowhere) out += '\\';
    out += c;
  }
  return out += has_title ? definition.title_end : '"';
}

std::string with_list_behind_title(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t mark = std::min(text.find(kListMark, at), text.size());
    out += text.substr(at, mark - at);
    if (mark == text.size()) break;
    const bool has_title = mark + 1 < text.size() && text[mark + 1] != '{';
    if (!has_title && out.ends_with('"')) out.pop_back();
    at = std::min(text.find('\n', mark), text.size());
    for (std::size_t i = mark + 1; i + 1 < at; ++i) {  // but for the sign that ends the title
      if (text[i] == '\\' && kEscaped.find(text[i + 1]) != kNowhere) ++i;
      out += text[i];
    }
  }
  return out;
}

}  // namespace garland
