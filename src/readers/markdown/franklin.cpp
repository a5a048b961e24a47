#include "readers/markdown/franklin.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"

namespace garland {
namespace {

constexpr auto kKeys =
    std::to_array<std::string_view>({"hascode", "hasmath", "hasplotly", "maxtoclevel",
                                     "mintoclevel", "reeval", "rss_description", "rss_pubdate"});
// Commands that define, or show what a program of the site has made.
constexpr auto kSilentCommands =
    std::to_array<std::string_view>({"input", "literate", "newcommand", "newenvironment", "output",
                                     "show", "tableinput", "textinput", "textoutput"});
constexpr std::size_t kMostPartBytes = 1000;  // of a command's part in braces

// The parts in braces behind a command, and where they end.
struct Parts {
  std::array<std::string_view, 3> texts;
  std::size_t count = 0;
  std::size_t end = 0;
};

Parts parts_at(std::string_view line, std::size_t at) {
  Parts parts;
  parts.end = at;
  while (at < line.size() && line[at] == '{' && parts.count < parts.texts.size()) {
    int depth = 0;
    std::size_t end = at;
    for (; end < std::min(line.size(), at + kMostPartBytes); ++end) {
      if (line[end] == '{') ++depth;
      if (line[end] == '}' && --depth == 0) break;
    }
    if (end >= line.size() || depth != 0) break;
    parts.texts.at(parts.count++) = line.substr(at + 1, end - at - 1);
    parts.end = at = end + 1;
  }
  return parts;
}

std::string plain_form(std::string_view name, const Parts& parts) {
  if (name == "toc" || name == "tableofcontents") return "[TOC]";
  if (name == "fig" && parts.count == 1) return "![](" + std::string(parts.texts[0]) + ")";
  if (name == "figalt" && parts.count == 2) {
    return "![" + std::string(parts.texts[0]) + "](" + std::string(parts.texts[1]) + ")";
  }
  return {};
}

// The name behind a backslash; empty where no command stands.
std::string_view command_at(std::string_view line, std::size_t at) {
  if (line[at] != '\\') return {};
  std::size_t end = at + 1;
  while (end < line.size() && is_ascii_letter(line[end])) ++end;
  return line.substr(at + 1, end - at - 1);
}

// Writes a line with its commands in other forms.
void append_line(std::string_view line, std::string& out) {
  bool is_math = false;
  bool is_code = false;
  for (std::size_t at = 0; at < line.size();) {
    if (line[at] == '`') is_code = !is_code;
    if (line[at] == '$') is_math = !is_math;
    const std::string_view name = command_at(line, at);
    if (!name.empty() && !is_math && !is_code) {
      const std::size_t end = at + 1 + name.size();
      const Parts parts = parts_at(line, end);
      const std::string plain = plain_form(name, parts);
      if (!plain.empty()) {
        out += plain;
        at = parts.end;
        continue;
      }
      if (at == 0 && contains(kSilentCommands, name)) {
        out.append("{# ").append(line).append(" #}");
        return;
      }
    }
    out += line[at++];
  }
}

}  // namespace

bool is_franklin(const Value& front) {
  return std::any_of(kKeys.begin(), kKeys.end(),
                     [&front](std::string_view key) { return front.find(key) != nullptr; });
}

std::string from_franklin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool is_code = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::string_view line = line_at(text, offset);
    const std::string_view own = trim(line);
    if (own.starts_with("```")) is_code = !is_code;
    if (is_code) {
      out += line;
    } else if (own == "~~~") {
      // HTML stands between such lines
    } else if (own == "@@") {
      out += ":::";
    } else if (own.starts_with("@@") && own.find_first_of(" {") == own.npos) {
      out.append("::: ").append(own.substr(2, own.find(',') - 2));
    } else {
      append_line(line, out);
    }
    offset += line.size();
    if (offset < text.size()) out += text[offset++];
  }
  return out;
}

}  // namespace garland
