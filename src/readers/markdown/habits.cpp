#include "readers/markdown/habits.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/contains.h"
#include "base/unicode.h"
#include "readers/markdown/program_lines.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/text_parts.h"

namespace garland {
namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kLongestEmoji = 32;

struct Emoji {
  std::string_view name;
  std::string_view sign;
};
// Sorted. The names are those of GitHub's list that prose uses most.
constexpr auto kEmoji = std::to_array<Emoji>({
    {"+1", "👍"},
    {"-1", "👎"},
    {"100", "💯"},
    {"arrow_down", "⬇️"},
    {"arrow_left", "⬅️"},
    {"arrow_right", "➡️"},
    {"arrow_up", "⬆️"},
    {"blush", "😊"},
    {"bomb", "💣"},
    {"book", "📖"},
    {"books", "📚"},
    {"boom", "💥"},
    {"bug", "🐛"},
    {"bulb", "💡"},
    {"calendar", "📆"},
    {"camera", "📷"},
    {"checkered_flag", "🏁"},
    {"clap", "👏"},
    {"coffee", "☕"},
    {"confused", "😕"},
    {"construction", "🚧"},
    {"cry", "😢"},
    {"dart", "🎯"},
    {"email", "📧"},
    {"exclamation", "❗"},
    {"eyes", "👀"},
    {"fire", "🔥"},
    {"gift", "🎁"},
    {"globe_with_meridians", "🌐"},
    {"grin", "😁"},
    {"hammer", "🔨"},
    {"heart", "❤️"},
    {"heavy_check_mark", "✔️"},
    {"hourglass", "⌛"},
    {"hugs", "🤗"},
    {"information_source", "ℹ️"},
    {"joy", "😂"},
    {"key", "🔑"},
    {"laughing", "😆"},
    {"link", "🔗"},
    {"lock", "🔒"},
    {"mag", "🔍"},
    {"mailbox", "📫"},
    {"memo", "📝"},
    {"mortar_board", "🎓"},
    {"muscle", "💪"},
    {"musical_note", "🎵"},
    {"ok_hand", "👌"},
    {"open_mouth", "😮"},
    {"package", "📦"},
    {"partying_face", "🥳"},
    {"pencil2", "✏️"},
    {"point_down", "👇"},
    {"point_left", "👈"},
    {"point_right", "👉"},
    {"point_up", "☝️"},
    {"pray", "🙏"},
    {"pushpin", "📌"},
    {"question", "❓"},
    {"rainbow", "🌈"},
    {"raised_hands", "🙌"},
    {"recycle", "♻️"},
    {"rocket", "🚀"},
    {"rotating_light", "🚨"},
    {"scream", "😱"},
    {"seedling", "🌱"},
    {"shrug", "🤷"},
    {"slightly_smiling_face", "🙂"},
    {"smile", "😄"},
    {"smiley", "😃"},
    {"sob", "😭"},
    {"sparkles", "✨"},
    {"speech_balloon", "💬"},
    {"star", "⭐"},
    {"star2", "🌟"},
    {"stuck_out_tongue", "😛"},
    {"sun_with_face", "🌞"},
    {"sunglasses", "😎"},
    {"sweat_smile", "😅"},
    {"tada", "🎉"},
    {"thinking", "🤔"},
    {"thumbsdown", "👎"},
    {"thumbsup", "👍"},
    {"trophy", "🏆"},
    {"warning", "⚠️"},
    {"wave", "👋"},
    {"white_check_mark", "✅"},
    {"wink", "😉"},
    {"wrench", "🔧"},
    {"x", "❌"},
    {"zap", "⚡"},
});
static_assert(std::is_sorted(kEmoji.begin(), kEmoji.end(),
                             [](const Emoji& a, const Emoji& b) { return a.name < b.name; }));

std::string_view emoji_of(std::string_view name) {
  const auto found = std::lower_bound(
      kEmoji.begin(), kEmoji.end(), name,
      [](const Emoji& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != kEmoji.end() && found->name == name ? found->sign : std::string_view{};
}

// ":wave:", apart from other words: not "10:30:20".
void draw_emoji(std::string& text) {
  std::string drawn;
  std::size_t done = 0;
  std::size_t at = text.find(':');
  while (at != std::string::npos) {
    const std::size_t end = text.find(':', at + 1);
    if (end == std::string::npos) break;
    const bool is_apart = (at == 0 || !is_emoji_byte(text[at - 1])) &&
                          (end + 1 == text.size() || !is_emoji_byte(text[end + 1]));
    const bool may_be_name = is_apart && end - at <= kLongestEmoji;
    const std::string_view sign =
        may_be_name ? emoji_of(std::string_view(text).substr(at + 1, end - at - 1))
                    : std::string_view{};
    if (sign.empty()) {
      at = end;
      continue;
    }
    drawn.append(text, done, at - done).append(sign);
    done = end + 1;
    at = text.find(':', done);
  }
  if (done == 0) return;
  drawn.append(text, done);
  text = std::move(drawn);
}

void draw_emoji(MarkupList& nodes) {
  for (Markup& node : nodes) {
    if (is_verbatim(node)) continue;
    if (node.is_text()) draw_emoji(node.text);
    draw_emoji(node.children);
  }
}

// A last word "^quote-1" names its paragraph or item.
void take_name(Markup& block) {
  if (block.children.empty() || !block.children.back().is_text()) return;
  std::string& text = block.children.back().text;
  const bool is_own_line = text.starts_with('^') && block.children.size() > 1 &&
                           block.children[block.children.size() - 2].is_line_break();
  const std::size_t sign = is_own_line ? 0 : text.rfind(" ^");
  if (sign == std::string::npos || block.has_attribute("id")) return;
  const std::string_view name = std::string_view(text).substr(is_own_line ? 1 : sign + 2);
  const bool is_name =
      name.size() >= kShortestName && run_size(name, is_block_name_byte) == name.size();
  if (!is_name || name.find_first_not_of("0123456789-") == name.npos) return;
  block.set_attribute("id", std::string(name));
  text.erase(sign);
  if (is_own_line) block.children.resize(block.children.size() - 2);
}

// "*[HTML]: HyperText Markup Language" in every line.
bool holds_abbreviations(const Markup& block) {
  if (!block.is("p") || block.children.empty()) return false;
  bool begins_line = true;
  for (const Markup& node : block.children) {
    if (begins_line) {
      const bool is_one = node.is_text() && node.text.starts_with("*[") &&
                          node.text.find("]: ") != std::string::npos;
      if (!is_one) return false;
    }
    begins_line = node.kind == Markup::Kind::SoftBreak;
  }
  return true;
}

bool is_contents_list(const Markup& block) {
  if (!block.is("ul") && !block.is("ol")) return false;
  return block.children.size() == 1 && trim(text_of(block)).ends_with("{:toc}");
}

void leave_out(Markup& block, std::string reason) {
  std::string words;
  for (const Markup& node : block.children) {
    words += node.kind == Markup::Kind::SoftBreak ? "\n" : text_of(node);
  }
  block = left_out_record(std::string(trim(words)), std::move(reason), block.range);
}

// Commands of TeX alone in their paragraph, which lay out pages.
bool is_page_command(const Markup& block) {
  constexpr auto kCommands =
      std::to_array<std::string_view>({"\\bigskip", "\\clearpage", "\\cleardoublepage", "\\medskip",
                                       "\\newpage", "\\pagebreak", "\\tableofcontents"});
  if (!block.is("p") || block.children.size() != 1 || !block.children.front().is_text())
    return false;
  return contains(kCommands, trim(block.children.front().text));
}

// What a block names that is nothing but a target; empty for others.
std::string_view target_of(const Markup& block) {
  if (!block.is("p") || block.children.size() != 1 || !block.children.front().is_text()) return {};
  return myst_target(trim(block.children.front().text));
}

void take_targets(MarkupList& blocks) {
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    const std::string name(target_of(blocks[i]));
    if (name.empty()) continue;
    if (!blocks[i + 1].has_attribute("id")) blocks[i + 1].set_attribute("id", name);
    leave_out(blocks[i], "the name of what follows");
  }
}

void read_blocks(MarkupList& blocks) {
  take_targets(blocks);
  for (Markup& block : blocks) {
    if (block.is("p") || block.is("li")) take_name(block);
    if (holds_abbreviations(block)) {
      leave_out(block, "what an abbreviation stands for, which only browsers show");
    } else if (is_page_command(block)) {
      leave_out(block, "a command of TeX, which lays out pages");
    } else if (is_contents_list(block)) {
      leave_out(block, "a list of contents; the book has its own");
    } else if (is_block_element(block.name)) {
      read_blocks(block.children);
    }
  }
}

}  // namespace

void read_habits(MarkupList& blocks) {
  read_blocks(blocks);
  draw_emoji(blocks);
}

}  // namespace garland
