#include "passes/foreign_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/contains.h"
#include "base/language_guess.h"
#include "base/language_registry.h"
#include "base/unicode.h"
#include "document/direction.h"
#include "document/walk.h"
#include "passes/block_script.h"
#include "passes/inline_tools.h"

namespace garland {
namespace {

using Kind = ScriptVerdict::Kind;

// Of a quotation in the article's script the detector must be sure.
constexpr std::size_t kLeastQuoted = 200;  // letters
constexpr std::size_t kFirstWords = 160;   // bytes
constexpr int kSurePercent = 95;
// Of an item that stays on the side of its list.
constexpr std::size_t kLongestItem = 40;  // letters

// Languages so near to each other that a quotation in the one may be taken for the other.
constexpr auto kSisters = std::to_array<std::array<std::string_view, 5>>({
    {"bs", "hr", "sh", "sr"},
    {"da", "nb", "nn", "no"},
    {"cs", "sk"},
    {"en", "sco"},
    {"es", "gl", "pt"},
    {"id", "ms"},
    {"af", "nl"},
    {"bg", "mk"},
});

bool are_near(std::string_view one, std::string_view other) {
  return one == other || std::any_of(kSisters.begin(), kSisters.end(), [&](const auto& sisters) {
           return contains(sisters, one) && contains(sisters, other);
         });
}

// What is around a block.
struct Around {
  std::string language;
  std::string script;  // own_script() of it
  Direction direction;
  bool is_item = false;  // the block stands in an item of a list

  Around(std::string of_language, Direction runs)
      : language(std::move(of_language)),
        script(language.empty() ? "Latn" : own_script(language)),
        direction(runs) {}
};

void append_words(const Block& block, std::string& words) {
  for_lists_inside(block, Visitors{[&words](const Inlines& inlines) {
                                     append_own_words(inlines, words);
                                     words += '\n';
                                   },
                                   [&words](const Blocks& blocks) {
                                     for (const Block& inner : blocks) append_words(inner, words);
                                   }});
}

// Whether a line of these words looks alike in either direction: letters of one, from its first
// sign to its last.
bool looks_alike(std::string_view words, Direction direction) {
  std::size_t length = 0;
  bool ends_in_letter = true;
  for (std::size_t offset = 0; offset < words.size(); ++length) {
    const std::size_t begin = offset;
    const char32_t c = next_code_point(words, offset);
    const std::string_view sign = words.substr(begin, offset - begin);
    ends_in_letter = is_letter(c) || is_digit(c);
    if (begin == 0 && !is_letter(c)) return false;
    if (direction_of_text(sign, direction) != direction) return false;
  }
  return ends_in_letter && length <= kLongestItem;
}

class Marker {
 public:
  explicit Marker(Document& document) : document_(document) {}

  void run() {
    const std::string& language = document_.metadata.language.value;
    const Around around(language, direction_of_language(language));
    mark(document_.blocks, around);
    for (Note& note : document_.notes) mark(note.blocks, around);
    for (const Found& found : found_) {
      document_.inferences.push_back(
          {found.range,
           fmt::format("language {} of {}", found.language,
                       found.count == 1 ? "a block" : fmt::format("{} blocks", found.count)),
           "by its script, or its words, which are not the article's"});
    }
  }

 private:
  struct Found {
    std::string language;
    std::size_t count = 0;
    SourceRange range;
  };

  void mark(Blocks& blocks, const Around& around) {
    for (Block& block : blocks) mark(block, around);
  }

  void mark(Block& block, const Around& around) {
    if (block.attributes.language.empty()) {
      const ScriptVerdict verdict = script_verdict(block, around.script);
      if (verdict.kind == Kind::Foreign && set_script(block, verdict.script, around)) return;
      if (block.as<BlockQuotation>() != nullptr) look_at_quotation(block, around);
    }
    if (block.as<Paragraph>() != nullptr || block.as<Heading>() != nullptr) return;
    const Direction direction = direction_of(block.attributes, around.direction);
    const std::string& language = block.attributes.language;
    if (!language.empty()) return mark_inside(block, Around(language, direction));
    Around inside = around;
    inside.direction = direction;
    mark_inside(block, std::move(inside));
  }

  void mark_inside(Block& block, Around around) {
    around.is_item = block.as<List>() != nullptr;
    for_lists_inside(block, Visitors{[&](Inlines& inlines) { mark_words(inlines, around); },
                                     [&](Blocks& blocks) { mark(blocks, around); }});
  }

  // Words beside the blocks inside a block: a term, a credit, a line of verse.
  void mark_words(Inlines& inlines, const Around& around) {
    const ScriptVerdict verdict = script_verdict(inlines, around.script);
    if (verdict.kind != Kind::Foreign) return;
    std::string words;
    append_own_words(inlines, words);
    const std::string language = language_in_script(words, verdict.script);
    if (!is_better(language, around)) return;
    const SourceRange range = inlines.front().range;
    Inline span{Span{std::move(inlines)}, {}, range};
    span.attributes.language = language;
    note(language, range);
    inlines.clear();
    inlines.push_back(std::move(span));
  }

  // Gives the block the language of its script; false where there is none to give.
  bool set_script(Block& block, std::string_view script, const Around& around) {
    std::string words;
    append_words(block, words);
    std::string language = language_in_script(words, script);
    if (!is_better(language, around)) return false;
    const Direction direction = direction_of_language(language);
    const bool stays =
        around.is_item && direction != around.direction && looks_alike(trim(words), direction);
    note(language, block.range);
    block.attributes.language = std::move(language);
    if (stays) block.attributes.pairs.emplace_back("dir", direction_name(around.direction));
    return true;
  }

  // Of an article whose language nobody knows, a script says less than the book's language does.
  static bool is_better(std::string_view language, const Around& around) {
    return !around.language.empty() || !language.starts_with("und-");
  }

  // The first words alone show that most quotations are in the article's language.
  void look_at_quotation(Block& block, const Around& around) {
    std::string words;
    append_words(block, words);
    if (around.language.empty() || count_code_points(words) < kLeastQuoted) return;
    const std::string_view first = std::string_view(words).substr(0, words.rfind(' ', kFirstWords));
    if (other_language(first, around).empty()) return;
    std::string language = other_language(words, around);
    if (language.empty()) return;
    note(language, block.range);
    block.attributes.language = std::move(language);
  }

  // Of the article's script, where the detector is sure of it.
  static std::string other_language(std::string_view words, const Around& around) {
    LanguageGuess guess = guess_language(words);
    const bool is_other =
        guess.percent >= kSurePercent && own_script(guess.language) == around.script &&
        !are_near(primary_language(guess.language), primary_language(around.language));
    return is_other ? std::move(guess.language) : std::string();
  }

  void note(const std::string& language, const SourceRange& range) {
    const auto known = std::find_if(found_.begin(), found_.end(), [&language](const Found& found) {
      return found.language == language;
    });
    known == found_.end() ? found_.push_back({language, 1, range}) : void(++known->count);
  }

  Document& document_;
  std::vector<Found> found_;
};

}  // namespace

void mark_foreign_blocks(Document& document, Diagnostics& /*diagnostics*/) {
  Marker(document).run();
}

}  // namespace garland
