#include "layout/galley/paragraph_parts.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/unicode.h"

namespace garland {
namespace {

// A picture that stands apart, or any other node.
struct Piece {
  PictureUse picture;
  Inline node;
  std::vector<std::string> anchors;  // of the picture and of what is around it
};

bool is_picture(const Piece& piece) { return piece.picture.image != nullptr; }

bool is_white(const Inline& node) {
  const auto* text = node.as<Text>();
  return is_line_break(node) || (text != nullptr && trim(text->text).empty());
}

// What is written around words and may be written around each of two parts of them.
bool may_be_cut(const Inline& node) {
  return children_of(node) != nullptr && node.as<Quotation>() == nullptr &&
         node.as<Citation>() == nullptr;
}

std::vector<Piece> find_pieces(const Setter& setter, const Inlines& inlines, const Link* link,
                               const Frame& frame);

// The pieces inside a node, each stretch of words in a copy of it; the first has its name.
std::vector<Piece> cut_node(const Setter& setter, const Inline& node, const Link* link,
                            const Frame& frame) {
  const auto* own = node.as<Link>();
  std::vector<Piece> inner =
      find_pieces(setter, *children_of(node), own != nullptr ? own : link, frame);
  if (std::none_of(inner.begin(), inner.end(), is_picture)) return {{{}, node, {}}};
  std::vector<Piece> pieces;
  std::string id = node.attributes.id;
  bool goes_on = false;  // the last piece is a copy, and not at its end
  for (Piece& piece : inner) {
    const bool is_word = !is_picture(piece) && !is_white(piece.node);
    if (is_word && !goes_on) {
      pieces.push_back({{}, node, {}});
      children_of(pieces.back().node)->clear();
      pieces.back().node.attributes.id = std::exchange(id, {});
    }
    goes_on = is_word || (goes_on && !is_picture(piece));
    if (goes_on) {
      children_of(pieces.back().node)->push_back(std::move(piece.node));
      continue;
    }
    if (is_picture(piece) && !id.empty()) piece.anchors.push_back(std::exchange(id, {}));
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<Piece> find_pieces(const Setter& setter, const Inlines& inlines, const Link* link,
                               const Frame& frame) {
  std::vector<Piece> pieces;
  for (const Inline& node : inlines) {
    const auto* image = node.as<Image>();
    if (image != nullptr && !stands_in_line(setter, *image, frame)) {
      pieces.push_back({{image, link}, {}, {}});
      if (!node.attributes.id.empty()) pieces.back().anchors.push_back(node.attributes.id);
    } else if (may_be_cut(node)) {
      std::vector<Piece> inner = cut_node(setter, node, link, frame);
      std::move(inner.begin(), inner.end(), std::back_inserter(pieces));
    } else {
      pieces.push_back({{}, node, {}});
    }
  }
  return pieces;
}

std::size_t closing_points_end(std::string_view text) {
  constexpr std::u32string_view kPoints = U".,;:!?…،؛؟。、，；：！？";
  std::size_t end = 0;
  for (std::size_t next = 0; next < text.size(); end = next) {
    if (kPoints.find(next_code_point(text, next)) == std::u32string_view::npos) break;
  }
  return end;
}

// The text that the node begins with, or ends with; null where that is none.
Text* first_text(Inline& node) {
  Inlines* inner = children_of(node);
  if (inner == nullptr) return node.as<Text>();
  return inner->empty() ? nullptr : first_text(inner->front());
}

Text* last_text(Inline& node) {
  Inlines* inner = children_of(node);
  if (inner == nullptr) return node.as<Text>();
  return inner->empty() ? nullptr : last_text(inner->back());
}

// Joins pieces to parts.
class PartMaker {
 public:
  void add(Piece piece) {
    if (is_picture(piece)) return add_picture(piece);
    if (is_line_break(piece.node)) begins_line_ = true;
    if (is_in_words()) {
      if (!is_white(piece.node)) begins_line_ = false;
      words().push_back(std::move(piece.node));
    } else {
      add_behind_picture(std::move(piece.node));
    }
  }

  std::vector<ParagraphPart> take() {
    end_words();
    if (!parts_.empty()) {
      for (std::string& name : anchors_) parts_.back().anchors.push_back(std::move(name));
    }
    return std::move(parts_);
  }

 private:
  bool is_in_words() const { return !parts_.empty() && !has_pictures(parts_.back()); }
  Inlines& words() { return parts_.back().words; }

  void skip(std::size_t count) {
    if (!parts_.empty()) parts_.back().skipped += count;
  }

  ParagraphPart& begin_part() {
    ParagraphPart& part = parts_.emplace_back();
    part.anchors = std::exchange(anchors_, {});
    part.begins_line = begins_line_;
    return part;
  }

  // Or at the paragraph's beginning.
  void add_behind_picture(Inline node) {
    const auto* span = node.as<Span>();
    if (span != nullptr && span->inlines.empty()) {
      if (!node.attributes.id.empty()) anchors_.push_back(node.attributes.id);
    } else if (is_white(node)) {
      skip(count_code_points(plain_text({std::move(node)})));
    } else if (!parts_.empty() && node.as<NoteReference>() != nullptr) {
      parts_.back().pictures.marks.push_back(std::move(node));
    } else {
      begin_words(std::move(node));
    }
  }

  void add_picture(Piece& piece) {
    end_words();
    ParagraphPart& part = parts_.empty() || is_in_words() ? begin_part() : parts_.back();
    std::move(piece.anchors.begin(), piece.anchors.end(), std::back_inserter(part.anchors));
    part.pictures.uses.push_back(piece.picture);
    part.skipped += count_code_points(piece.picture.image->alternative);
    begins_line_ = false;
  }

  void begin_words(Inline node) {
    auto* text = first_text(node);
    if (text != nullptr && !parts_.empty()) {
      if (!begins_line_) give_points_back(text->text);
      const std::string_view rest = trim(text->text);
      const auto white = static_cast<std::size_t>(rest.data() - text->text.data());
      skip(count_code_points(std::string_view(text->text).substr(0, white)));
      text->text.erase(0, rest.empty() ? text->text.size() : white);
      if (text->text.empty() && node.as<Text>() != nullptr) return;
    }
    begin_part().words.push_back(std::move(node));
    begins_line_ = false;
  }

  // To the words before the picture.
  void give_points_back(std::string& text) {
    if (parts_.size() < 2) return;
    const std::size_t end = closing_points_end(text);
    if (end == 0) return;
    parts_[parts_.size() - 2].words.push_back({Text{text.substr(0, end)}, {}, {}});
    text.erase(0, end);
  }

  // No white at their end.
  void end_words() {
    if (!is_in_words()) return;
    while (!words().empty() && is_white(words().back())) {
      skip(count_code_points(plain_text({words().back()})));
      words().pop_back();
    }
    auto* text = words().empty() ? nullptr : last_text(words().back());
    if (text == nullptr) return;
    const std::string_view kept = trim(text->text);
    const std::size_t end = static_cast<std::size_t>(kept.data() - text->text.data()) + kept.size();
    skip(count_code_points(std::string_view(text->text).substr(end)));
    text->text.resize(end);
  }

  std::vector<ParagraphPart> parts_;
  std::vector<std::string> anchors_;  // for the next part
  bool begins_line_ = true;
};

}  // namespace

std::vector<ParagraphPart> find_parts(const Setter& setter, const Inlines& inlines,
                                      const Frame& frame) {
  PartMaker maker;
  for (Piece& piece : find_pieces(setter, inlines, nullptr, frame)) maker.add(std::move(piece));
  return maker.take();
}

}  // namespace garland
