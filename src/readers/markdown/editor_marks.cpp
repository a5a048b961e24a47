#include "readers/markdown/editor_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "base/byte_set.h"
#include "readers/markdown/signs.h"
#include "readers/markdown/text_parts.h"

namespace garland {
namespace {

constexpr std::string_view kTakenOut = "words that the author took out";
constexpr std::string_view kRemark = "a remark of the author's";
constexpr std::string_view kIcon = "an icon that only its site can draw";

struct EditorSign {
  std::string_view open;
  std::string_view close;
  std::string_view reason;  // empty where the words stay
};
constexpr auto kEditorSigns = std::to_array<EditorSign>(
    {{"{++", "++}", ""}, {"{--", "--}", kTakenOut}, {"{>>", "<<}", kRemark}});

// The size of an icon's name between colons at the head of the text; 0 where there is none.
std::size_t icon_size(std::string_view text) {
  constexpr auto kSets =
      std::to_array<std::string_view>({":material-", ":fontawesome-", ":octicons-", ":simple-"});
  const auto is_head = [text](std::string_view set) { return text.starts_with(set); };
  if (std::none_of(kSets.begin(), kSets.end(), is_head)) return 0;
  const std::size_t size = run_size(text.substr(1), is_label_byte);
  return size + 1 < text.size() && text[size + 1] == ':' ? size + 2 : 0;
}

// The parts of a text; empty where it has no marks.
class EditedText {
 public:
  explicit EditedText(const Markup& node) : text_(node.text), range_(node.range) {}

  MarkupList parts() {
    static constexpr ByteSet kFirst("{:");
    for (std::size_t at = kFirst.first_in(text_); at < text_.size();
         at = kFirst.first_in(text_, at)) {
      at = text_[at] == ':' ? take_icon(at) : take_sign(at);
    }
    if (!parts_.empty()) add_words(text_.size());
    return std::move(parts_);
  }

 private:
  std::size_t take_icon(std::size_t at) {
    const std::size_t size = icon_size(text_.substr(at));
    if (size == 0) return at + 1;
    add_words(at);
    parts_.push_back(
        left_out_record(std::string(text_.substr(at, size)), std::string(kIcon), range_));
    return done_ = at + size;
  }

  std::size_t take_sign(std::size_t at) {
    const std::string_view rest = text_.substr(at);
    for (const EditorSign& sign : kEditorSigns) {
      if (!rest.starts_with(sign.open)) continue;
      // An end that is not found once is not looked for again.
      bool& is_missing = is_missing_.at(static_cast<std::size_t>(&sign - kEditorSigns.data()));
      const std::size_t end = is_missing ? rest.npos : rest.find(sign.close, sign.open.size());
      is_missing = end == rest.npos;
      if (is_missing) break;
      add_words(at);
      const std::string_view words = rest.substr(sign.open.size(), end - sign.open.size());
      if (sign.reason.empty()) {
        parts_.push_back(Markup::characters(std::string(words), range_));
      } else {
        parts_.push_back(left_out_record(std::string(words), std::string(sign.reason), range_));
      }
      return done_ = at + end + sign.close.size();
    }
    return at + 1;
  }

  void add_words(std::size_t end) {
    if (end == done_) return;
    parts_.push_back(Markup::characters(std::string(text_.substr(done_, end - done_)), range_));
  }

  std::string_view text_;
  SourceRange range_;
  MarkupList parts_;
  std::size_t done_ = 0;
  std::array<bool, kEditorSigns.size()> is_missing_{};
};

// "{~~old~>new~~}" and "{==weighed==}": words that are marked already, in braces.
void take_braces(MarkupList& nodes) {
  constexpr std::string_view kArrow = "~>";
  for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
    Markup& marked = nodes[i];
    if (!marked.is("del") && !marked.is("mark")) continue;
    Markup& before = nodes[i - 1];
    Markup& after = nodes[i + 1];
    if (!before.is_text() || !before.text.ends_with('{')) continue;
    if (!after.is_text() || !after.text.starts_with('}')) continue;
    const std::string words = text_of(marked);
    const std::size_t arrow = words.find(kArrow);
    if (marked.is("del") && arrow == words.npos) continue;
    before.text.pop_back();
    after.text.erase(0, 1);
    if (!marked.is("del")) continue;
    before.text += words.substr(arrow + kArrow.size());
    marked = left_out_record(words.substr(0, arrow), std::string(kTakenOut), marked.range);
  }
  for (Markup& node : nodes) {
    if (!is_verbatim(node)) take_braces(node.children);
  }
}

}  // namespace

void read_editor_marks(MarkupList& blocks) {
  take_braces(blocks);
  part_texts(blocks, [](const Markup& text) { return EditedText(text).parts(); });
}

}  // namespace garland
