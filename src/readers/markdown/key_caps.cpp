#include "readers/markdown/key_caps.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/text_parts.h"

namespace garland {
namespace {

constexpr std::string_view kSign = "++";
constexpr std::size_t kLongestKeys = 120;  // bytes between the signs

bool is_key_name(std::string_view name) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"alt",       "arrow-down", "arrow-left", "arrow-right", "arrow-up",     "backspace",
       "caps-lock", "cmd",        "command",    "control",     "ctrl",         "del",
       "delete",    "down",       "end",        "enter",       "esc",          "escape",
       "fn",        "home",       "insert",     "left",        "menu",         "meta",
       "option",    "page-down",  "page-up",    "pause",       "print-screen", "return",
       "right",     "shift",      "space",      "super",       "tab",          "up",
       "win",       "windows"});
  if (name.size() == 1 || contains(kNames, name)) return true;
  return name.size() <= 3 && name[0] == 'f' && is_ascii_digit(name[1]);
}

// The keys between two signs; nothing where something else stands there.
std::optional<std::vector<std::string_view>> keys_in(std::string_view text) {
  std::vector<std::string_view> keys;
  for (std::size_t at = 0; at <= text.size();) {
    const std::string_view rest = text.substr(at);
    std::size_t size = run_size(rest, is_label_byte);
    if (rest.starts_with('"')) {
      size = rest.find('"', 1);
      if (size == rest.npos || size == 1) return std::nullopt;
      keys.push_back(rest.substr(1, size - 1));
      ++size;
    } else {
      keys.push_back(rest.substr(0, size));
    }
    const bool is_end = size == rest.size();
    if (size == 0 || (!is_end && rest[size] != '+')) return std::nullopt;
    at += size + 1;
  }
  const bool is_sure = keys.size() > 1 || text.front() == '"' || is_key_name(keys.front());
  return is_sure ? std::optional(std::move(keys)) : std::nullopt;
}

void append_keys(const std::vector<std::string_view>& keys, SourceRange range, MarkupList& out) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i > 0) out.push_back(Markup::characters("+", range));
    Markup key = Markup::element("kbd", range);
    key.children.push_back(Markup::characters(std::string(keys[i]), range));
    out.push_back(std::move(key));
  }
}

// The text and its keys; empty where it has none.
MarkupList parted_at_keys(const Markup& node) {
  const std::string_view text = node.text;
  MarkupList out;
  std::size_t done = 0;
  for (std::size_t at = text.find(kSign); at != text.npos; at = text.find(kSign, at)) {
    const std::size_t begin = at + kSign.size();
    const std::size_t end = text.substr(0, begin + kLongestKeys).find(kSign, begin);
    const char before = at == done ? ' ' : text[at - 1];
    // "{++new words++}" are an editor's.
    const bool is_apart = !is_label_byte(before) && before != '+' && before != '{';
    if (end == text.npos || !is_apart) {
      at = begin;
      continue;
    }
    const auto keys = keys_in(text.substr(begin, end - begin));
    if (!keys) {
      at = begin;
      continue;
    }
    if (at > done) {
      out.push_back(Markup::characters(std::string(text.substr(done, at - done)), node.range));
    }
    append_keys(*keys, node.range, out);
    done = at = end + kSign.size();
  }
  if (!out.empty() && done < text.size()) {
    out.push_back(Markup::characters(std::string(text.substr(done)), node.range));
  }
  return out;
}

}  // namespace

void read_key_caps(MarkupList& blocks) { part_texts(blocks, parted_at_keys); }

}  // namespace garland
