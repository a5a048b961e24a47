#include "readers/markdown/mdx.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/lines.h"
#include "base/unicode.h"
#include "readers/markdown/signs.h"

namespace garland {
namespace {

using Form = SiteTag::Form;
constexpr std::size_t kMostTagBytes = 2000;

// Elements that alone on their lines are taken for components: those that only lay out what they
// hold, for MDX reads Markdown between them, and those that would make HTML of the lines below.
constexpr auto kLineElements =
    std::to_array<std::string_view>({"article", "aside", "br", "center", "div", "footer", "header",
                                     "img", "main", "nav", "section"});

// The offset behind the string that begins at `at`, or behind an apostrophe, which ends on no later
// place of the line.
std::size_t string_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  std::size_t end = at + 1;
  for (; end < text.size() && text[end] != quote; ++end) {
    if (text[end] == '\n' && quote != '`') return at + 1;
    if (text[end] == '\\') ++end;
  }
  return end < text.size() ? end + 1 : at + 1;
}

// The size of what "{" begins, with strings and braces in it; 0 where it has no end.
std::size_t expression_size(std::string_view text) {
  text = text.substr(0, kMostTagBytes);
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '`' || (depth > 0 && (c == '"' || c == '\'') && !text.starts_with("{/*"))) {
      at = string_end(text, at);
      continue;
    }
    if (c == '{') ++depth;
    ++at;
    if (c == '}' && --depth == 0) return at;
  }
  return 0;
}

// The size of a tag of JSX, or 0: "<Name a="b" c={d} {...e}/>", "</Name>", "<>".
std::size_t jsx_size(std::string_view text) {
  text = text.substr(0, kMostTagBytes);
  if (text.size() < 2 || text[0] != '<') return 0;
  std::size_t at = text[1] == '/' ? 2 : 1;
  if (at >= text.size() || (!is_ascii_letter(text[at]) && text[at] != '>')) return 0;
  at += run_size(text.substr(at), is_component_byte);
  if (at < text.size() && std::string_view(" \t\n/>").find(text[at]) == std::string_view::npos)
    return 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c == '>') return at + 1;
    if (c == '<' || (c == '\n' && text.substr(at).starts_with("\n\n"))) return 0;
    if (c == '{') {
      const std::size_t size = expression_size(text.substr(at));
      if (size == 0) return 0;
      at += size;
    } else {
      at = c == '"' || c == '\'' ? string_end(text, at) : at + 1;
    }
  }
  return 0;
}

std::string_view jsx_name(std::string_view tag) {
  const std::size_t begin = tag.starts_with("</") ? 2 : 1;
  return tag.substr(begin, run_size(tag.substr(begin), is_component_byte));
}

// HTML's elements begin small and have no point in their names.
bool is_component_name(std::string_view name) {
  return name.empty() || (name[0] >= 'A' && name[0] <= 'Z') || name.find('.') != name.npos;
}

bool is_alone(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t line = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  const std::string_view before = text.substr(line, begin - line);
  return before.find_first_not_of(" \t>") == before.npos && trim(line_at(text, end)).empty();
}

bool is_import(std::string_view line) {
  if (!line.starts_with("import ")) return false;
  const std::string_view what = trim(line.substr(7));
  const bool is_whole = what.starts_with('"') || what.starts_with('\'');
  return is_whole || what.starts_with('{') || what.ends_with('{') ||
         what.find(" from ") != what.npos;
}

bool is_export(std::string_view line) {
  if (!line.starts_with("export ")) return false;
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"async ", "class ", "const ", "default ", "function ", "let ", "var ", "{", "* "});
  const std::string_view what = line.substr(7);
  return std::any_of(kKinds.begin(), kKinds.end(),
                     [what](std::string_view kind) { return what.starts_with(kind); });
}

std::optional<TagExtent> tag_of(Form form, std::size_t size) {
  if (size == 0) return std::nullopt;
  return TagExtent{form, size};
}

// Braces behind a word are TeX's, or those of a heading's name.
bool may_be_expression(std::string_view text, std::size_t at) {
  const char before = at == 0 ? ' ' : text[at - 1];
  const char behind = at + 1 < text.size() ? text[at + 1] : ' ';
  const bool is_after_word = is_ascii_letter(before) || is_ascii_digit(before) || before == '}' ||
                             before == '_' || before == '^' || before == '\\';
  return !is_after_word && behind != '#' && behind != '.' && behind != ':' && behind != '\\';
}

// Moves what stands inside components to the left.
class Unindenter {
 public:
  explicit Unindenter(std::string_view body) : body_(body) {}

  std::string run() {
    for (std::size_t offset = 0; offset < body_.size();) {
      const std::size_t indent = std::min(body_.find_first_not_of(" \t", offset), body_.size());
      const std::size_t size = tag_size(indent);
      const bool is_tag = size > 0 && is_alone(body_, indent, indent + size);
      if (is_tag) {
        take_tag(offset, body_.substr(indent, size));
        offset = std::min(indent + size, body_.size());
      } else {
        const std::string_view line = line_at(body_, offset);
        take_line(line, indent - offset);
        offset += line.size();
      }
      const std::size_t line_end = std::min(body_.find('\n', offset), body_.size());
      out_.append(body_.substr(offset, line_end - offset));
      offset = line_end;
      if (offset < body_.size()) out_ += body_[offset++];
    }
    return std::move(out_);
  }

 private:
  struct Frame {
    std::size_t tag_indent = 0;  // as it is written anew
    std::size_t shift = 0;       // bytes that lines lose
    bool has_lines = false;
  };

  // Of the tag that begins there, or 0. After an expression without an end none is looked for at
  // once, so that no byte is gone over time and again.
  std::size_t tag_size(std::size_t at) {
    if (!fence_.empty() || at < endless_to_) return 0;
    const std::size_t size = jsx_size(body_.substr(at));
    const bool is_endless = size == 0 && at < body_.size() && body_[at] == '<' &&
                            line_at(body_, at).find('{') != std::string_view::npos;
    if (is_endless) endless_to_ = at + kMostTagBytes;
    return size;
  }

  std::size_t shift() const { return open_.empty() ? 0 : open_.back().shift; }

  void take_tag(std::size_t offset, std::string_view tag) {
    const std::size_t indent = static_cast<std::size_t>(tag.data() - body_.data()) - offset;
    if (tag.starts_with("</") && !open_.empty()) open_.pop_back();
    learn(indent);
    const std::size_t left = indent - std::min(indent, shift());
    out_.append(left, ' ').append(tag);
    const bool opens = !tag.starts_with("</") && !tag.ends_with("/>");
    if (opens && open_.size() < kMostOpenComponents) open_.push_back({left, 0, false});
  }

  void take_line(std::string_view line, std::size_t indent) {
    const std::string_view own = line.substr(std::min(indent, line.size()));
    if (!own.empty() && fence_.empty()) learn(indent);
    follow_fence(own);
    out_.append(line.substr(std::min(indent, shift())));
  }

  // The first line inside says how far all are to the right.
  void learn(std::size_t indent) {
    if (open_.empty() || open_.back().has_lines) return;
    open_.back().has_lines = true;
    open_.back().shift = indent - std::min(indent, open_.back().tag_indent);
  }

  void follow_fence(std::string_view own) {
    if (!own.starts_with("```") && !own.starts_with("~~~")) return;
    const std::string_view run = own.substr(0, own.find_first_not_of(own[0]));
    if (fence_.empty()) {
      fence_ = run;
    } else if (run.starts_with(fence_) && trim(own.substr(run.size())).empty()) {
      fence_ = {};
    }
  }

  static constexpr std::size_t kMostOpenComponents = 32;
  std::string_view body_;
  std::string out_;
  std::vector<Frame> open_;
  std::string_view fence_;  // the signs of the one that is open
  std::size_t endless_to_ = 0;
};

}  // namespace

bool is_mdx(std::string_view path, std::string_view body) {
  if (to_lower(path).ends_with(".mdx")) return true;
  for (std::size_t offset = 0; offset < body.size();) {
    const std::string_view line = line_at(body, offset);
    if (!trim(line).empty() && !line.starts_with("# ")) return is_import(line);
    offset += line.size() + 1;
  }
  return false;
}

std::string without_component_indents(std::string_view body) { return Unindenter(body).run(); }

std::optional<TagExtent> MdxTags::at(std::size_t offset) {
  if (text_[offset] == '{') return expression_at(offset);
  if (text_[offset] == '<') return tag_at(offset);
  const bool begins_line = offset == 0 || text_[offset - 1] == '\n';
  const bool begins_block = begins_line && (offset < 2 || text_[offset - 2] == '\n');
  if (!begins_block) return std::nullopt;
  const std::string_view line = line_at(text_, offset);
  if (!is_import(line) && !is_export(line)) return std::nullopt;
  return tag_of(Form::Module, module_size(text_.substr(offset)));
}

std::optional<TagExtent> MdxTags::expression_at(std::size_t offset) {
  if (offset < endless_to_ || !may_be_expression(text_, offset)) return std::nullopt;
  const std::string_view rest = text_.substr(offset);
  const std::size_t size = expression_size(rest);
  if (size == 0) note_endless(offset);
  const bool begins_line = offset == 0 || text_[offset - 1] == '\n';
  if (!begins_line && rest.substr(0, size).find("\n\n") != rest.npos) return std::nullopt;
  return tag_of(rest.starts_with("{/*") ? Form::Comment : Form::Expression, size);
}

std::optional<TagExtent> MdxTags::tag_at(std::size_t offset) {
  if (offset < endless_to_) return std::nullopt;
  const std::size_t size = jsx_size(text_.substr(offset));
  if (size == 0) return std::nullopt;
  const std::string_view tag = text_.substr(offset, size);
  const bool is_line =
      contains(kLineElements, jsx_name(tag)) && is_alone(text_, offset, offset + size);
  if (is_line || is_component_name(jsx_name(tag))) return tag_of(Form::Component, size);
  return tag_of(Form::Element, tag.find('{') == tag.npos ? 0 : size);
}

void MdxTags::note_endless(std::size_t offset) { endless_to_ = offset + kMostTagBytes; }

// The size of a module's lines: up to a blank line with no bracket open, or the first one.
std::size_t MdxTags::module_size(std::string_view text) {
  int depth = 0;
  std::size_t first_blank = 0;
  std::size_t end = 0;
  for (std::size_t offset = 0; offset < std::min(text.size(), kLongestComment);) {
    const std::string_view line = line_at(text, offset);
    if (trim(line).empty()) {
      if (depth <= 0 || has_endless_module_) return end;
      if (first_blank == 0) first_blank = end;
    } else {
      for (const char c : line) depth += c == '(' || c == '{' || c == '[' ? 1 : 0;
      for (const char c : line) depth -= c == ')' || c == '}' || c == ']' ? 1 : 0;
      end = offset + line.size();
    }
    offset += line.size() + 1;
  }
  has_endless_module_ = depth > 0;
  return depth <= 0 || first_blank == 0 ? end : first_blank;
}

std::string html_of_jsx(std::string_view tag) {
  std::string out;
  for (std::size_t at = 0; at < tag.size();) {
    const std::size_t size = tag[at] == '{' ? expression_size(tag.substr(at)) : 0;
    if (size == 0) {
      out += tag[at++];
      continue;
    }
    const std::string_view expression = tag.substr(at + 1, size - 2);
    const bool is_number =
        !expression.empty() && expression.find_first_not_of("0123456789") == expression.npos;
    const std::string value =
        is_number ? std::string(expression) : string_in_expression(expression);
    const bool is_value = out.ends_with('=');
    if (is_value && value.find('"') == value.npos) {
      out.append("\"").append(value).append("\"");
    } else if (is_value) {
      out += "\"\"";
    }
    const auto lines = std::count(expression.begin(), expression.end(), '\n');
    out.append(static_cast<std::size_t>(lines), '\n');
    at += size;
  }
  return out;
}

std::string string_in_expression(std::string_view expression) {
  const std::size_t quote = expression.find_first_of("\"'`");
  if (quote == expression.npos) return {};
  const std::size_t end = expression.find(expression[quote], quote + 1);
  const bool is_only = end != expression.npos &&
                       expression.find_first_of("\"'`", end + 1) == expression.npos &&
                       expression.find_first_of("+?&|", end + 1) == expression.npos;
  if (!is_only) return {};
  const std::string_view value = expression.substr(quote + 1, end - quote - 1);
  return value.find("${") == value.npos ? std::string(value) : std::string();
}

}  // namespace garland
