#include "readers/preformatted.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/lines.h"
#include "base/unicode.h"
#include "document/kind_names.h"
#include "document/word_count.h"
#include "readers/html.h"
#include "readers/plain_text.h"

namespace garland {
namespace {

constexpr std::size_t kFewestWords = 40;
constexpr double kMostOfArticle = 0.6;  // of its words: the text is the article
constexpr double kMostCode = 0.2;       // of the text's words: more of it, and it is a listing

// Where the text stands among the page's blocks.
struct Preformatted {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t words = 0;
};

bool is_plain_code(const Block& block) {
  const auto* code = block.as<CodeBlock>();
  return code != nullptr && code->language.empty();
}

// The longest run of preformatted blocks, rules between them.
Preformatted longest_run(const Blocks& blocks) {
  Preformatted best;
  for (std::size_t at = 0; at < blocks.size();) {
    Preformatted run{at, at, 0};
    for (std::size_t next = at; next < blocks.size(); ++next) {
      if (is_plain_code(blocks[next])) {
        run.words += count_words(blocks[next].as<CodeBlock>()->text);
        run.end = next + 1;
      } else if (run.end == at || blocks[next].as<ThematicBreak>() == nullptr) {
        break;
      }
    }
    if (run.words > best.words) best = run;
    at = std::max(run.end, at + 1);
  }
  return best;
}

// The line of the page on which the text of a <pre> begins: the parser passes over a line end right
// behind the tag.
std::uint32_t first_line(const Block& block) {
  const std::string& text = block.as<CodeBlock>()->text;
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  const bool is_below = block.range.end_line - block.range.begin_line > lines;
  return block.range.begin_line + (is_below ? 1 : 0);
}

// The run as one text whose lines have the numbers that they have in the page.
std::string text_of_run(const Blocks& blocks, const Preformatted& run) {
  std::string text;
  std::uint32_t line = 1;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (!is_plain_code(blocks[i])) continue;
    const std::string& own = blocks[i].as<CodeBlock>()->text;
    const std::uint32_t begin = first_line(blocks[i]);
    const std::uint32_t below = begin > line ? begin - line : text.empty() ? 0 : 1;
    text.append(below, '\n').append(own);
    line += below + static_cast<std::uint32_t>(std::count(own.begin(), own.end(), '\n'));
  }
  return text;
}

double share_of_code(const Blocks& blocks, std::size_t words) {
  std::size_t code = 0;
  for (const Block& block : blocks) {
    if (const auto* found = block.as<CodeBlock>()) code += count_words(found->text);
  }
  return static_cast<double>(code) / static_cast<double>(std::max<std::size_t>(words, 1));
}

class Merger {
 public:
  Merger(Document& page, Document read, std::string_view text)
      : page_(page), read_(std::move(read)), text_(text) {}

  void merge(const Preformatted& run) {
    const SourceRange place = page_.blocks[run.begin].range;
    Metadata& own = page_.metadata;
    Metadata& found = read_.metadata;
    take_title();
    for_each_member([&](std::string_view name, auto member) {
      if (name != "title") take(own.*member, found.*member);
    });
    const auto at = [this](std::size_t index) {
      return page_.blocks.begin() + static_cast<std::ptrdiff_t>(index);
    };
    page_.blocks.erase(at(run.begin), at(run.end));
    page_.blocks.insert(at(run.begin), std::make_move_iterator(read_.blocks.begin()),
                        std::make_move_iterator(read_.blocks.end()));
    page_.notes = std::move(read_.notes);
    page_.inferences.push_back(
        {place, "plain text", "preformatted, the most of the article, and no code"});
    std::move(read_.inferences.begin(), read_.inferences.end(),
              std::back_inserter(page_.inferences));
  }

 private:
  // A title of the text that is not the page's is a heading of it.
  void take_title() {
    Sourced<Inlines>& found = read_.metadata.title;
    if (!found.is_set()) return;
    Sourced<Inlines>& own = page_.metadata.title;
    if (!own.is_set()) {
      own = std::move(found);
    } else if (fold_case(plain_text(own.value)) != fold_case(plain_text(found.value))) {
      read_.blocks.insert(read_.blocks.begin(), {Heading{1, found.value}, {}, found.range});
    }
  }

  // Whether a block still has those lines, be it a record of what was left out.
  bool holds_lines(SourceRange range) const {
    return std::any_of(read_.blocks.begin(), read_.blocks.end(), [range](const Block& block) {
      return block.range.begin_line <= range.begin_line && block.range.end_line >= range.end_line;
    });
  }

  // What the page has told already is left out where the text tells it, and no block has it.
  template <typename T>
  void take(Sourced<T>& own, Sourced<T>& found) {
    if (!found.is_set()) return;
    if (!own.is_set()) {
      own = std::move(found);
      return;
    }
    if (holds_lines(found.range)) return;
    std::string words;
    std::uint32_t line = 1;
    for (std::size_t offset = 0; offset < text_.size() && line <= found.range.end_line; ++line) {
      const std::string_view own_line = line_at(text_, offset);
      if (line >= found.range.begin_line) words.append(own_line).append("\n");
      offset += own_line.size() + 1;
    }
    if (trim(words).empty()) return;
    read_.blocks.push_back(
        {Dropped{std::string(trim(words)), "the page has told it already"}, {}, found.range});
  }

  Document& page_;
  Document read_;
  std::string_view text_;
};

bool is_unused_wish(const Diagnostic& item) { return item.code == "unused-wish"; }

bool has_message(const Diagnostics& diagnostics, const Diagnostic& wanted) {
  return std::any_of(diagnostics.items().begin(), diagnostics.items().end(),
                     [&wanted](const Diagnostic& item) { return item.message == wanted.message; });
}

// A wish is unused where neither reading met it.
void append_reports(const Diagnostics& of_page, const Diagnostics& of_text,
                    Diagnostics& diagnostics) {
  for (const Diagnostic& item : of_page.items()) {
    if (!is_unused_wish(item) || has_message(of_text, item)) diagnostics.add(item);
  }
  for (const Diagnostic& item : of_text.items()) {
    if (!is_unused_wish(item)) diagnostics.add(item);
  }
}

}  // namespace

Document read_page(std::string_view text, std::string_view path, const ReaderOptions& options,
                   Diagnostics& diagnostics) {
  Diagnostics of_page(std::string(path), text);
  Document page = read_html(text, path, options, of_page);
  const Preformatted run = longest_run(page.blocks);
  const bool is_article = run.words >= kFewestWords && page.notes.empty() &&
                          static_cast<double>(run.words) >=
                              kMostOfArticle * static_cast<double>(count_words(page).kept);
  if (is_article) {
    const std::string own = text_of_run(page.blocks, run);
    Diagnostics of_text(std::string(path), text);
    Document read = read_plain_text(own, path, options, of_text);
    if (share_of_code(read.blocks, run.words) <= kMostCode) {
      Merger(page, std::move(read), own).merge(run);
      append_reports(of_page, of_text, diagnostics);
      return page;
    }
  }
  diagnostics.append(of_page);
  return page;
}

}  // namespace garland
