#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "base/unicode.h"
#include "document/dump.h"
#include "document/kind_names.h"
#include "document/walk.h"
#include "document/words.h"

namespace garland {
namespace {

constexpr std::size_t kShownCodePoints = 100;  // of a value or a heading
constexpr int kNameWidth = 18;

std::string shortened(std::string_view text) {
  const std::string line = collapse_spaces(text);
  std::size_t offset = 0;
  for (std::size_t count = 0; offset < line.size() && count < kShownCodePoints; ++count) {
    next_code_point(line, offset);
  }
  return offset == line.size() ? line : line.substr(0, offset) + "…";
}

std::string lines_of(SourceRange range) {
  if (!range.is_known()) return "";
  if (range.end_line <= range.begin_line) return fmt::format("line {}", range.begin_line);
  return fmt::format("lines {}–{}", range.begin_line, range.end_line);
}

// Words parted by white space that have a letter or digit.
std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next_code_point(text, offset);
    if (is_space(c)) {
      in_word = false;
    } else if (!in_word && (is_letter(c) || is_digit(c))) {
      in_word = true;
      ++count;
    }
  }
  return count;
}

// The words of one block itself, without the blocks inside it.
std::size_t words_in(const Block& block) {
  if (const auto* code = block.as<CodeBlock>()) return count_words(code->text);
  std::size_t count = 0;
  auto add = [&count](const auto& list) {
    if constexpr (std::is_same_v<decltype(list), const Inlines&>) {
      count += count_words(plain_text(list));
    }
  };
  std::visit([&add](const auto& content) { walk_detail::lists_inside(content, add); },
             block.content);
  return count;
}

std::string shown(const std::string& value) { return shortened(value); }
std::string shown(const Inlines& value) { return shortened(plain_text(value)); }
std::string shown(const Date& value) {
  return value.iso() == value.written || value.year == 0
             ? value.written
             : fmt::format("{} (written \"{}\")", value.iso(), value.written);
}
std::string shown(const std::vector<std::string>& values) {
  return shortened(fmt::format("{}", fmt::join(values, ", ")));
}
std::string shown(const std::vector<Contributor>& people) {
  std::string text;
  for (const Contributor& person : people) {
    text += (text.empty() ? "" : "; ") + person.name;
    if (person.role != Role::Author) text += fmt::format(" ({})", name_of(person.role));
  }
  return text;
}

// Where a value was found: "front matter, line 2", "inferred: the only heading, line 1".
template <typename T>
std::string origin_of(const Sourced<T>& field) {
  std::string origin(name_of(field.origin));
  if (!field.rule.empty()) origin += ": " + field.rule;
  const std::string lines = lines_of(field.range);
  return lines.empty() ? origin : origin + ", " + lines;
}

void add_metadata(const Metadata& metadata, std::string& out) {
  out += "\nMetadata\n";
  bool is_empty = true;
  for_each_field(metadata, [&](std::string_view name, const auto& field) {
    if (!field.is_set()) return;
    is_empty = false;
    out += fmt::format("  {:<{}} {}\n  {:<{}} [{}]\n", name, kNameWidth, shown(field.value), "",
                       kNameWidth, origin_of(field));
  });
  if (is_empty) out += "  none\n";
}

void add_headings(const Document& document, std::string& out) {
  out += "\nOutline\n";
  bool is_empty = true;
  query(document, [&](const Block& block) {
    const auto* heading = block.as<Heading>();
    if (heading == nullptr) return;
    is_empty = false;
    const std::string lines = lines_of(block.range);
    out += fmt::format(
        "  {}{}{}\n", std::string(2 * static_cast<std::size_t>(heading->level - 1), ' '),
        shortened(plain_text(heading->inlines)), lines.empty() ? "" : fmt::format("  ({})", lines));
  });
  if (is_empty) out += "  no headings\n";
}

// "12 paragraphs", the kinds in the order of BlockContent.
void add_counts(const Document& document, std::string& out) {
  std::vector<std::size_t> counts(std::variant_size_v<BlockContent>, 0);
  std::vector<std::string_view> names(counts.size());
  std::size_t pictures = 0;
  query(document, Visitors{[&](const Block& block) {
                             ++counts[block.content.index()];
                             names[block.content.index()] = std::visit(
                                 []<typename Kind>(const Kind&) { return kKindName<Kind>; },
                                 block.content);
                           },
                           [&](const Inline& node) { pictures += node.as<Image>() != nullptr; }});
  out += "\nContents\n";
  for (std::size_t index = 0; index < counts.size(); ++index) {
    if (counts[index] != 0)
      out += fmt::format("  {:<{}} {}\n", names[index], kNameWidth, counts[index]);
  }
  if (pictures != 0) out += fmt::format("  {:<{}} {}\n", "image", kNameWidth, pictures);
  if (!document.notes.empty()) {
    out += fmt::format("  {:<{}} {}\n", "note", kNameWidth, document.notes.size());
  }
}

void add_inferences(const Document& document, std::string& out) {
  if (document.inferences.empty()) return;
  out += "\nInferences\n";
  std::vector<const Inference*> by_line;
  for (const Inference& inference : document.inferences) by_line.push_back(&inference);
  std::stable_sort(by_line.begin(), by_line.end(), [](const Inference* a, const Inference* b) {
    return a->range.begin_line < b->range.begin_line;
  });
  for (const Inference* inference : by_line) {
    out += fmt::format("  {:<{}} {}: {}\n", lines_of(inference->range), kNameWidth, inference->what,
                       inference->why);
  }
}

// Every line of the text, so that an editor sees whether it may go.
void add_dropped(const Document& document, std::string& out) {
  std::string entries;
  query(document, [&entries](const Block& block) {
    const auto* dropped = block.as<Dropped>();
    if (dropped == nullptr) return;
    entries += fmt::format("  {:<{}} {}\n", lines_of(block.range), kNameWidth, dropped->reason);
    for (const std::string& line : words::split(dropped->text, "\n")) {
      entries += fmt::format("  {:<{}} | {}\n", "", kNameWidth, line);
    }
  });
  if (!entries.empty()) out += "\nLeft out of the books\n" + entries;
}

void add_word_counts(const Document& document, std::string& out) {
  std::size_t kept = 0;
  std::size_t dropped = 0;
  query(document, [&](const Block& block) {
    const auto* left_out = block.as<Dropped>();
    dropped += left_out == nullptr ? 0 : count_words(left_out->text);
    kept += words_in(block);
  });
  out += fmt::format("\nWords\n  {:<{}} {}\n  {:<{}} {}\n", "kept", kNameWidth, kept, "left out",
                     kNameWidth, dropped);
}

}  // namespace

std::string outline(const Document& document) {
  std::string out = document.path;
  if (!document.format.empty()) out += fmt::format(" ({})", document.format);
  out += "\n";
  add_metadata(document.metadata, out);
  add_headings(document, out);
  add_counts(document, out);
  add_inferences(document, out);
  add_dropped(document, out);
  add_word_counts(document, out);
  return out;
}

}  // namespace garland
