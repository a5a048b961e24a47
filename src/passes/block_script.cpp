#include "passes/block_script.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/contains.h"
#include "base/language_guess.h"
#include "base/language_registry.h"
#include "base/scripts.h"
#include "base/unicode.h"
#include "document/walk.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

using Kind = ScriptVerdict::Kind;

// Letters of another alphabet stand for sizes and points in formulas: fewer are no words.
constexpr std::size_t kFewestLetters = 3;

// Languages that are written in more than one script.
constexpr auto kManyScripts =
    std::to_array<std::string_view>({"az", "bs", "ha", "kk", "ks", "ku", "ky", "mn", "ms", "pa",
                                     "sd", "sh", "sr", "tg", "tk", "tt", "ug", "uz"});

// Languages that most articles are in, so that ICU need not be asked for each.
constexpr auto kLatin = std::to_array<std::string_view>({"de", "en", "es", "fr", "it", "nl", "pt"});

// Scripts with one language, or one that all others together do not come near.
constexpr auto kSoleLanguages =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"Armn", "hy"},
                                                                  {"Geor", "ka"},
                                                                  {"Grek", "el"},
                                                                  {"Gujr", "gu"},
                                                                  {"Guru", "pa"},
                                                                  {"Hebr", "he"},
                                                                  {"Jpan", "ja"},
                                                                  {"Khmr", "km"},
                                                                  {"Knda", "kn"},
                                                                  {"Kore", "ko"},
                                                                  {"Laoo", "lo"},
                                                                  {"Mlym", "ml"},
                                                                  {"Orya", "or"},
                                                                  {"Sinh", "si"},
                                                                  {"Taml", "ta"},
                                                                  {"Telu", "te"},
                                                                  {"Thaa", "dv"},
                                                                  {"Thai", "th"}});

// The writing system that a script's letters belong to; empty for signs that all share.
std::string_view system_of(std::string_view script) {
  if (script == "Zyyy" || script == "Zinh") return {};
  if (script == "Hira" || script == "Kana") return "Jpan";
  if (script == "Hang") return "Kore";
  if (script == "Hans" || script == "Hant" || script == "Bopo") return "Hani";
  return script;
}

bool is_own(std::string_view script, std::string_view own) {
  return script == own || (script == "Hani" && (own == "Jpan" || own == "Kore"));
}

// Whether letters of other scripts than Latin are in the text, told by the first bytes of their
// UTF-8: beyond U+0280, but for the general punctuation U+2000 to U+203F.
bool has_other_letters(std::string_view text) {
  if (is_ascii(text)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xCA) continue;
    if (byte != 0xE2 || static_cast<unsigned char>(text[i + 1]) != 0x80) return true;
  }
  return false;
}

// The letters of a text by their writing systems, in the order of the first of each.
class Letters {
 public:
  explicit Letters(std::string_view text) {
    for (std::size_t offset = 0; offset < text.size();) {
      const char32_t c = next_code_point(text, offset);
      if (is_letter(c)) add(system_of(script_of(c)));
    }
    join_chinese();
  }

  ScriptVerdict verdict(std::string_view own) const {
    if (counts_.empty()) return {};
    const auto most = std::max_element(
        counts_.begin(), counts_.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    const auto [script, count] = *most;
    if (is_own(script, own)) return {Kind::Own, {}};
    const bool leads = most == counts_.begin() && 2 * count > total_;
    if (!leads && 4 * count < 3 * total_) return {Kind::Own, {}};
    const bool is_alphabet = script == "Latn" || script == "Grek" || script == "Cyrl";
    if (is_alphabet && count < kFewestLetters) return {};
    return {Kind::Foreign, script};
  }

 private:
  void add(std::string_view script, std::size_t count = 1) {
    if (script.empty()) return;
    total_ += count;
    const auto known = find(script);
    known == counts_.end() ? counts_.emplace_back(script, count)
                           : * known = {script, known->second + count};
  }

  std::vector<std::pair<std::string_view, std::size_t>>::iterator find(std::string_view script) {
    return std::find_if(counts_.begin(), counts_.end(),
                        [script](const auto& entry) { return entry.first == script; });
  }

  // Chinese characters are those of the Japanese or Korean letters beside them.
  void join_chinese() {
    const auto chinese = find("Hani");
    if (chinese == counts_.end()) return;
    const auto letters = find("Jpan") != counts_.end() ? find("Jpan") : find("Kore");
    if (letters == counts_.end()) return;
    chinese->first = letters->first;
    chinese->second += letters->second;
    counts_.erase(letters);
  }

  std::vector<std::pair<std::string_view, std::size_t>> counts_;
  std::size_t total_ = 0;
};

bool any_text(const Inlines& inlines, bool (*has)(std::string_view)) {
  return std::any_of(inlines.begin(), inlines.end(), [has](const Inline& node) {
    if (!node.attributes.language.empty()) return false;
    if (const auto* text = node.as<Text>()) return has(text->text);
    const Inlines* inner = children_of(node);
    return inner != nullptr && any_text(*inner, has);
  });
}

bool has_latin_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_letter(c) || !is_ascii_byte(c); });
}

}  // namespace

std::string own_script(std::string_view language) {
  const std::string_view primary = primary_language(language);
  const std::string_view second = language.substr(std::min(primary.size() + 1, language.size()));
  const bool says_script = second.substr(0, second.find('-')).size() == 4;
  if (contains(kManyScripts, primary) && !says_script) return {};
  if (primary == language && contains(kLatin, primary)) return "Latn";
  const std::string script = script_of_language(language);
  return std::string(system_of(script));
}

ScriptVerdict script_verdict(const Inlines& inlines, std::string_view own) {
  if (own.empty()) return {Kind::Own, {}};
  if (own == "Latn" && !any_text(inlines, has_other_letters)) {
    return {any_text(inlines, has_latin_letter) ? Kind::Own : Kind::Nothing, {}};
  }
  std::string words;
  append_own_words(inlines, words);
  return Letters(words).verdict(own);
}

ScriptVerdict script_verdict(const Block& block, std::string_view own) {
  if (!block.attributes.language.empty()) return {Kind::Own, {}};
  ScriptVerdict whole;
  const auto join = [&whole](const ScriptVerdict& part) {
    if (part.kind == Kind::Nothing) return;
    if (whole.kind == Kind::Nothing) whole = part;
    if (whole.script != part.script) whole = {Kind::Own, {}};
  };
  for_lists_inside(block, Visitors{[&](const Inlines& inlines) {
                                     if (whole.kind != Kind::Own)
                                       join(script_verdict(inlines, own));
                                   },
                                   [&](const Blocks& blocks) {
                                     for (const Block& inner : blocks) {
                                       if (whole.kind == Kind::Own) return;
                                       join(script_verdict(inner, own));
                                     }
                                   }});
  return whole;
}

std::string language_in_script(std::string_view words, std::string_view script) {
  const LanguageGuess guess = guess_language(words);
  if (!guess.language.empty() && system_of(script_of_language(guess.language)) == script) {
    return guess.language;
  }
  const auto sole = std::find_if(kSoleLanguages.begin(), kSoleLanguages.end(),
                                 [script](const auto& entry) { return entry.first == script; });
  return sole != kSoleLanguages.end() ? std::string(sole->second) : "und-" + std::string(script);
}

}  // namespace garland
