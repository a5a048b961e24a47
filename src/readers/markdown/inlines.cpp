#include "readers/markdown/inlines.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/byte_set.h"
#include "base/unicode.h"
#include "readers/markdown/syntax.h"
#include "readers/markup/attributes.h"

namespace garland {
namespace {

bool is_piece(const Markup& node) {
  return node.is("x-note-mark") || node.is("x-mark") || node.is("x-citation") ||
         node.is("x-attributes");
}

bool is_end(const Markup& node, SyntaxInline::Kind kind) {
  return node.is("x-mark") &&
         node.attribute("end") == std::string_view(reinterpret_cast<const char*>(&kind), 1);
}

// A piece that found no partner.
Markup written_out(const Markup& piece) {
  return Markup::characters(written_form(piece), piece.range);
}

// A citation within another's brackets: what it shows where it has been put together already.
std::string words_of_citation(const Markup& citation) {
  return citation.has_attribute("items") ? text_of(citation) : written_form(citation);
}

std::string element_of_mark(std::string_view sign) {
  if (sign == "^") return "sup";
  if (sign == "~") return "sub";
  return sign == "^^" ? "ins" : "mark";
}

// The works of one bracket: "see @roe99, p. 3; -@poe00".
class CitationParser {
 public:
  std::string items(const MarkupList& content) {
    for (const Markup& node : content) take(node);
    finish_item();
    return std::move(items_);
  }

 private:
  void take(const Markup& node) {
    if (node.is("x-citation") && key_.empty() && node.has_attribute("key")) {
      key_ = node.attribute("key");
      prefix_ = collapse_spaces(words_);
      words_ = words_of_citation(node).substr(1 + key_.size());  // without "@" and the key
    } else if (node.is("x-citation")) {
      words_ += words_of_citation(node);
    } else if (!node.is_text()) {
      words_ += text_of(node);
    } else {
      take_text(node.text);
    }
  }

  void take_text(std::string_view text) {
    for (const char c : text) {
      if (c == ';') {
        finish_item();
      } else {
        words_ += c;
      }
    }
  }

  void finish_item() {
    if (!key_.empty()) {
      const bool is_suppressed = prefix_.ends_with('-');
      if (is_suppressed)
        prefix_ = collapse_spaces(std::string_view(prefix_).substr(0, prefix_.size() - 1));
      std::string_view locator = trim(words_);
      if (locator.starts_with(',')) locator = trim(locator.substr(1));
      if (!items_.empty()) items_ += '\n';
      items_ += key_ + '\t' + prefix_ + '\t' + collapse_spaces(locator) + '\t' +
                (is_suppressed ? "1" : "0");
    }
    key_.clear();
    prefix_.clear();
    words_.clear();
  }

  std::string items_;
  std::string key_;
  std::string prefix_;
  std::string words_;
};

// Goes once through the children of one element and puts the pieces together. What is opened is
// not looked for behind so much that nothing has closed: elements would stand in each other deeper
// than a tree may be, and what is read in a bracket is copied for those around it.
class Resolver {
 public:
  Resolver(Markup& owner, MarkdownNames& names) : owner_(owner), names_(names) {}

  void run() {
    MarkupList children = std::move(owner_.children);
    for (std::size_t i = 0; i < children.size(); ++i) {
      const Markup* next = i + 1 < children.size() ? &children[i + 1] : nullptr;
      take(std::move(children[i]), next);
    }
    for (Markup& node : out_) {
      if (node.is("x-citation") && !node.has_attribute("items")) finish_bare_citation(node);
      if (is_piece(node) && !node.has_attribute("items") && !node.has_attribute("resolved")) {
        node = written_out(node);
      }
    }
    merge_texts(out_);
    owner_.children = std::move(out_);
  }

 private:
  void take(Markup&& node, const Markup* next) {
    if (node.is_text()) {
      take_text(std::move(node), next);
    } else if (is_end(node, SyntaxInline::Kind::MarkOpen)) {
      if (marks_.size() < kMostOpen) marks_.push_back(out_.size());
      out_.push_back(std::move(node));
    } else if (is_end(node, SyntaxInline::Kind::MarkClose)) {
      close_mark(std::move(node));
    } else if (node.is("x-attributes")) {
      take_attributes(std::move(node), next);
    } else if (node.kind == Markup::Kind::SoftBreak && std::exchange(skips_line_end_, false)) {
      return;
    } else {
      if (node.is("x-citation")) citations_.push_back(out_.size());
      out_.push_back(std::move(node));
    }
  }

  // Brackets become texts of their own, so that what is between them can be found again.
  void take_text(Markup&& node, const Markup* next) {
    const std::string text = std::move(node.text);
    static constexpr ByteSet kBrackets("[]");
    std::size_t begin = 0;
    while (begin < text.size()) {
      const std::size_t bracket = kBrackets.first_in(text, begin);
      if (bracket > begin) push_text(text.substr(begin, bracket - begin), node.range);
      if (bracket == text.size()) break;
      begin = bracket + 1;
      if (text[bracket] == '[') {
        open_bracket(node.range);
      } else {
        close_bracket(begin == text.size() ? next : nullptr, node.range);
      }
    }
  }

  void push_text(std::string text, SourceRange range) {
    out_.push_back(Markup::characters(std::move(text), range));
  }

  void open_bracket(SourceRange range) {
    if (brackets_.size() < kMostOpen) {
      brackets_.push_back(out_.size());
    } else {
      ++brackets_too_deep_;
    }
    push_text("[", range);
  }

  void close_bracket(const Markup* next, SourceRange range) {
    if (brackets_too_deep_ > 0) {
      --brackets_too_deep_;
      return push_text("]", range);
    }
    if (brackets_.empty()) return push_text("]", range);
    const std::size_t open = brackets_.back();
    brackets_.pop_back();
    const bool has_attributes = next != nullptr && next->is("x-attributes");
    if (close_note_mark(open) || close_note_in_place(open)) return;
    if (has_attributes) return wrap(open, open, "span");
    if (close_citation(open) || close_locator(open)) return;
    push_text("]", range);
  }

  bool close_note_mark(std::size_t open) {
    if (out_.size() != open + 2 || !out_.back().is("x-note-mark")) return false;
    const auto label = names_.note_labels.find(fold_case(out_.back().attribute("label")));
    if (label == names_.note_labels.end()) {
      names_.lost_marks.push_back(out_.back());
      return false;
    }
    names_.marked_labels.insert(label->second);
    Markup mark = std::move(out_.back());
    mark.set_attribute("label", label->second);
    mark.set_attribute("resolved", "1");
    cut(open);
    out_.push_back(std::move(mark));
    return true;
  }

  bool close_note_in_place(std::size_t open) {
    if (open == 0 || !is_end(out_[open - 1], SyntaxInline::Kind::NoteInPlace)) return false;
    wrap(open - 1, open, "x-inline-note");
    return true;
  }

  bool close_citation(std::size_t open) {
    if (citations_.empty() || citations_.back() < open) return false;
    MarkupList content = content_from(open + 1);
    const SourceRange range = out_[open].range;
    cut(open);
    Markup citation = Markup::element("x-citation", range);
    citation.set_attribute("items", CitationParser().items(content));
    citation.children.push_back(Markup::characters("[", range));
    for (Markup& node : content) {
      if (node.is("x-citation")) node = Markup::characters(words_of_citation(node), node.range);
      citation.children.push_back(std::move(node));
    }
    citation.children.push_back(Markup::characters("]", range));
    merge_texts(citation.children);
    out_.push_back(std::move(citation));
    return true;
  }

  // "@roe99 [p. 3]": the place in a work that the sentence names.
  bool close_locator(std::size_t open) {
    if (open < 2 || !out_[open - 1].is_blank() || !out_[open - 2].is("x-citation")) return false;
    if (out_[open - 2].has_attribute("items") || !is_known(out_[open - 2])) return false;
    Markup citation = std::move(out_[open - 2]);
    const std::string locator = text_of(content_from(open + 1));
    cut(open - 2);
    finish_bare_citation(citation);
    citation.set_attribute("items", std::string(citation.attribute("key")) + "\t\t" +
                                        collapse_spaces(locator) + "\t0");
    citation.children.push_back(Markup::characters(" [" + locator + "]", citation.range));
    merge_texts(citation.children);
    out_.push_back(std::move(citation));
    return true;
  }

  void close_mark(Markup&& end) {
    if (marks_.empty() || out_[marks_.back()].text != end.text) {
      out_.push_back(std::move(end));
      return;
    }
    const std::size_t open = marks_.back();
    wrap(open, open, element_of_mark(end.text));
  }

  void take_attributes(Markup&& list, const Markup* next) {
    const bool is_last = next == nullptr;
    // "![](sea.png) {width=50%}" can mean nothing but the picture.
    if (is_last && out_.size() >= 2 && out_.back().is_blank() && out_[out_.size() - 2].is("img") &&
        out_.back().is_text()) {
      out_.pop_back();
    }
    Markup* target = nullptr;
    if (!out_.empty()) {
      Markup& before = out_.back();
      const bool takes =
          before.is("span") || before.is("code") || before.is("a") || before.is("img");
      if (takes) target = &before;
    }
    // Kramdown's list may stand above its paragraph.
    if (out_.empty() && owner_.is("p") && !is_last && next->kind == Markup::Kind::SoftBreak) {
      target = &owner_;
      skips_line_end_ = true;
    }
    const bool is_heading = owner_.name.size() == 2 && owner_.name[0] == 'h';
    const bool is_own_line =
        owner_.is("p") && !out_.empty() && out_.back().kind == Markup::Kind::SoftBreak;
    if (target == nullptr && is_last && (is_heading || is_own_line)) {
      target = &owner_;
      if (is_own_line) out_.pop_back();
    }
    if (target == nullptr) {
      out_.push_back(std::move(list));
    } else {
      apply_attribute_list(list.text, *target);
    }
  }

  // Makes one element of all that came after `open` and puts it where `begin` was.
  void wrap(std::size_t begin, std::size_t open, std::string name) {
    Markup element = Markup::element(std::move(name), out_[begin].range);
    element.children = content_from(open + 1);
    for (Markup& node : element.children) {
      if (node.is("x-citation") && !node.has_attribute("items")) finish_bare_citation(node);
      if (is_piece(node) && !node.has_attribute("items") && !node.has_attribute("resolved")) {
        node = written_out(node);
      }
    }
    merge_texts(element.children);
    cut(begin);
    out_.push_back(std::move(element));
  }

  MarkupList content_from(std::size_t begin) {
    const auto first = out_.begin() + static_cast<std::ptrdiff_t>(begin);
    return {std::make_move_iterator(first), std::make_move_iterator(out_.end())};
  }

  // Forgets what came from `begin` on.
  void cut(std::size_t begin) {
    out_.resize(begin);
    for (auto* places : {&brackets_, &marks_, &citations_}) {
      while (!places->empty() && places->back() >= begin) places->pop_back();
    }
  }

  bool is_known(const Markup& citation) const {
    return names_.any_key_is_known ||
           names_.reference_keys.find(citation.attribute("key")) != names_.reference_keys.end();
  }

  // "@roe99" in the run of a sentence, if there is such a work.
  void finish_bare_citation(Markup& citation) const {
    if (!is_known(citation)) return;
    const std::string key(citation.attribute("key"));
    citation.set_attribute("items", key + "\t\t\t0");
    citation.set_attribute("form", "narrative");
    citation.children = {Markup::characters("@" + key, citation.range)};
  }

  static constexpr std::size_t kMostOpen = 100;

  Markup& owner_;
  MarkdownNames& names_;
  MarkupList out_;
  std::vector<std::size_t> brackets_;   // places in out_ of "["
  std::vector<std::size_t> marks_;      // of "^" and "~" that opened
  std::vector<std::size_t> citations_;  // of keys
  std::size_t brackets_too_deep_ = 0;   // open within as many as are looked for
  bool skips_line_end_ = false;
};

}  // namespace

std::string written_form(const Markup& piece) {
  if (piece.is("x-note-mark")) return "^" + std::string(piece.attribute("label"));
  if (piece.is("x-citation")) return "@" + std::string(piece.attribute("key"));
  return piece.text;
}

void resolve_inlines(MarkupList& blocks, MarkdownNames& names) {
  for (Markup& node : blocks) {
    resolve_inlines(node.children, names);
    if (std::any_of(node.children.begin(), node.children.end(), is_piece)) {
      Resolver(node, names).run();
    }
  }
}

}  // namespace garland
