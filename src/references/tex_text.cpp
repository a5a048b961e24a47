#include "references/tex_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/unicode.h"

namespace garland {
namespace {

struct Replacement {
  std::string_view name;
  std::string_view text;
};

// Accents by their command, as combining characters (The TeXbook, chapter 9).
constexpr std::array kAccents = std::to_array<Replacement>({
    {"`", "\u0300"},
    {"'", "\u0301"},
    {"^", "\u0302"},
    {"~", "\u0303"},
    {"=", "\u0304"},
    {"u", "\u0306"},
    {".", "\u0307"},
    {"\"", "\u0308"},
    {"r", "\u030A"},
    {"H", "\u030B"},
    {"v", "\u030C"},
    {"d", "\u0323"},
    {"c", "\u0327"},
    {"k", "\u0328"},
    {"b", "\u0331"},
});

constexpr std::array kSymbols = std::to_array<Replacement>({
    {"ss", "ß"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"o", "ø"},
    {"O", "Ø"},
    {"aa", "å"},
    {"AA", "Å"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "ı"},
    {"j", "ȷ"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"S", "§"},
    {"P", "¶"},
    {"dag", "†"},
    {"ddag", "‡"},
    {"copyright", "©"},
    {"pounds", "£"},
    {"euro", "€"},
    {"ldots", "…"},
    {"dots", "…"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"textellipsis", "…"},
    {"slash", "/"},
    {"textbackslash", "\\"},
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {" ", " "},
    {",", " "},
    {"/", ""},
    {"-", ""},
    {"!", ""},
    {"@", ""},
    {"\\", " "},
    {"TeX", "TeX"},
    {"LaTeX", "LaTeX"},
});

// Commands whose argument is set differently: what stands before and after it.
struct Wrapper {
  std::string_view name;
  std::string_view before;
  std::string_view after;
};
constexpr std::array kWrappers = std::to_array<Wrapper>({
    {"emph", "<i>", "</i>"},
    {"textit", "<i>", "</i>"},
    {"mkbibemph", "<i>", "</i>"},
    {"textbf", "<b>", "</b>"},
    {"mkbibbold", "<b>", "</b>"},
    {"textsuperscript", "<sup>", "</sup>"},
    {"textsubscript", "<sub>", "</sub>"},
    {"textsc", "<span style=\"font-variant:small-caps;\">", "</span>"},
    {"mkbibquote", "“", "”"},
    {"enquote", "“", "”"},
});

template <typename Table>
auto find_name(const Table& table, std::string_view name) {
  return std::find_if(table.begin(), table.end(),
                      [name](const auto& entry) { return entry.name == name; });
}

class TexReader {
 public:
  explicit TexReader(std::string_view tex) : tex_(tex) {}

  std::string read() {
    while (at_ < tex_.size()) step();
    while (!closers_.empty()) close_group();
    return normalize_nfc(trim(text_));
  }

 private:
  bool at_end() const { return at_ >= tex_.size(); }
  bool skip(std::string_view prefix) {
    if (!tex_.substr(at_).starts_with(prefix)) return false;
    at_ += prefix.size();
    return true;
  }
  void skip_spaces() {
    while (!at_end() && (tex_[at_] == ' ' || tex_[at_] == '\n' || tex_[at_] == '\t')) ++at_;
  }

  void step() {
    if (skip("\\")) return command();
    if (skip("{")) return closers_.push_back({});
    if (skip("}")) return close_group();
    if (skip("~")) return append("\u00A0");
    if (skip("---")) return append("—");
    if (skip("--")) return append("–");
    if (skip("``")) return append("“");
    if (skip("''")) return append("”");
    if (skip("$")) return;  // mathematics keeps its text
    const char c = tex_[at_++];
    if (c != ' ' && c != '\n' && c != '\t') return append({&c, 1});
    if (!text_.ends_with(' ')) text_ += ' ';
  }

  // Text goes out; an accent that waits is put after the first character of it.
  void append(std::string_view text) {
    if (accent_.empty() || text.empty()) {
      text_ += text;
      return;
    }
    if (text == "ı" || text == "ȷ") {
      // The dotless letters are there only to take an accent.
      text_ += text == "ı" ? "i" : "j";
    } else {
      text_ += text;
      // A character's bytes come one by one: take the whole of it.
      while (!at_end() && is_inner_byte(tex_[at_])) {
        text_ += tex_[at_++];
      }
    }
    text_ += accent_;
    accent_ = {};
  }

  void close_group() {
    if (closers_.empty()) return;
    accent_ = {};
    text_ += closers_.back();
    closers_.pop_back();
  }

  void command() {
    if (at_end()) return;
    std::size_t length = 1;
    if (is_ascii_letter(tex_[at_])) {
      while (at_ + length < tex_.size() && is_ascii_letter(tex_[at_ + length])) ++length;
    }
    const std::string_view name = tex_.substr(at_, length);
    at_ += length;
    const bool is_word = is_ascii_letter(name.front());
    if (const auto* accent = find_name(kAccents, name); accent != kAccents.end()) {
      skip_spaces();
      accent_ = accent->text;
      return;
    }
    if (is_word) skip_spaces();
    if (const auto* symbol = find_name(kSymbols, name); symbol != kSymbols.end()) {
      return append(symbol->text);
    }
    if (const auto* wrapper = find_name(kWrappers, name); wrapper != kWrappers.end() && skip("{")) {
      text_ += wrapper->before;
      closers_.push_back(wrapper->after);
    }
  }

  std::string_view tex_;
  std::size_t at_ = 0;
  std::string text_;
  std::string_view accent_;                // waits for its letter
  std::vector<std::string_view> closers_;  // what each open brace's end prints
};

}  // namespace

std::string text_from_tex(std::string_view tex) { return TexReader(tex).read(); }

}  // namespace garland
