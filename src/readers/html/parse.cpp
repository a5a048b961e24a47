#include "readers/html/parse.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "readers/html/skeleton.h"
#include "readers/html/tags.h"

namespace garland {
namespace {

// Memory for one parse, given back at once: gumbo asks for very many small pieces.
class Arena {
 public:
  static void* take(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
  }
  static void give_back(void* /*arena*/, void* /*memory*/) {}

 private:
  void* take(std::size_t size) {
    constexpr std::size_t kUnit = alignof(std::max_align_t);
    size = (size + kUnit - 1) / kUnit * kUnit;
    if (size > left_) {
      left_ = std::max(size, kChunkSize);
      chunks_.emplace_back(new std::byte[left_]);
      next_ = chunks_.back().get();
    }
    void* const taken = next_;
    next_ += size;
    left_ -= size;
    return taken;
  }

  static constexpr std::size_t kChunkSize = std::size_t{1} << 18;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

GumboOptions options_in(Arena& arena) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.allocator = Arena::take;
  options.deallocator = Arena::give_back;
  options.userdata = &arena;
  return options;
}

// Levels of a tree, beyond which an element's words stand without the elements inside it. The tags
// that gumbo is given are bounded, but it nests what elements leave out (table rows) and, in SVG,
// some that elsewhere end each other.
constexpr int kMostLevels = 1000;

// Gumbo's tree to ours: of a fragment, with records of its comments, or of a page, without.
class GumboReader {
 public:
  explicit GumboReader(const PlaceOfOffset& place) : place_(place) {}
  // Of a page that gumbo knows by its skeleton.
  GumboReader(const html::Skeleton& skeleton, const PlaceOfOffset& place)
      : place_(place), skeleton_(&skeleton) {}

  Markup element(const GumboNode& node) {
    const GumboElement& source = node.v.element;
    const std::size_t offset = source.start_pos.offset;
    Markup made = Markup::element(name_of(source), place_of(offset));
    // A range that `place` knows as a whole is left as it is.
    if (made.range.end_line == made.range.begin_line && source.original_end_tag.length > 0) {
      const SourceRange end = place_of(source.end_pos.offset);
      if (end.begin_line > made.range.begin_line) {
        made.range.end_line = end.begin_line;
        made.range.end_column = end.begin_column;
      }
    }
    made.attributes = attributes(source);
    if (source.tag_namespace == GUMBO_NAMESPACE_HTML && holds_raw_text(made.name)) {
      raw_elements_.push_back(offset);
    }
    ++level_;
    made.children = level_ < kMostLevels ? children(source.children) : texts(source.children);
    --level_;
    return made;
  }

  MarkupList children(const GumboVector& nodes) {
    MarkupList made;
    made.reserve(nodes.length);
    for (unsigned i = 0; i < nodes.length; ++i) {
      const auto& node = *static_cast<const GumboNode*>(nodes.data[i]);
      switch (node.type) {
        case GUMBO_NODE_ELEMENT:
        case GUMBO_NODE_TEMPLATE:
          made.push_back(element(node));
          break;
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
          made.push_back(characters(node.v.text));
          break;
        case GUMBO_NODE_COMMENT:
          if (skeleton_ == nullptr) add_comment(node, made);
          break;
        case GUMBO_NODE_DOCUMENT:
          break;
      }
    }
    return made;
  }

  // Whether the tree is what the whole page would have given.
  bool agrees() const { return !lacks_attributes_ && skeleton_->agrees_with(raw_elements_); }

 private:
  // All texts below, one after the other; needs no stack.
  MarkupList texts(const GumboVector& nodes) const {
    MarkupList made;
    std::vector<const GumboNode*> waiting;  // the next one last
    const auto put_off = [&waiting](const GumboVector& list) {
      for (unsigned i = list.length; i-- > 0;) {
        waiting.push_back(static_cast<const GumboNode*>(list.data[i]));
      }
    };
    put_off(nodes);
    while (!waiting.empty()) {
      const GumboNode& node = *waiting.back();
      waiting.pop_back();
      if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
        put_off(node.v.element.children);
      } else if (node.type != GUMBO_NODE_COMMENT) {
        made.push_back(characters(node.v.text));
      }
    }
    return made;
  }

  std::string name_of(const GumboElement& element) const {
    const bool is_drawn = element.tag_namespace == GUMBO_NAMESPACE_SVG;
    const bool is_known = element.tag != GUMBO_TAG_UNKNOWN;
    if (is_known && !is_drawn) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    const char* mixed_case = is_drawn ? gumbo_normalize_svg_tagname(&piece) : nullptr;
    if (mixed_case != nullptr) return mixed_case;
    if (is_known) return gumbo_normalized_tagname(element.tag);
    std::string name(piece.data == nullptr ? "" : piece.data, piece.length);
    for (char& c : name) {
      c = to_ascii_lower(c);
    }
    // In a fragment they may be ours: see bounded_html.
    if (skeleton_ != nullptr && name.starts_with(kOwnNames)) name.insert(0, kForeignName);
    return name;
  }

  SourceRange place_of(std::size_t offset) const {
    return place_(skeleton_ == nullptr ? offset : skeleton_->source_offset(offset));
  }

  Markup characters(const GumboText& text) const {
    const std::size_t offset = text.start_pos.offset;
    return Markup::characters(
        skeleton_ == nullptr ? text.text : skeleton_->full_text(text.text, offset),
        place_of(offset));
  }

  std::vector<std::pair<std::string, std::string>> attributes(const GumboElement& source) {
    std::vector<std::pair<std::string, std::string>> made;
    if (source.attributes.length == 0 && skeleton_ != nullptr && source.original_tag.length > 0) {
      made = skeleton_->attributes(source.start_pos.offset);
      const bool is_foreign = source.tag_namespace != GUMBO_NAMESPACE_HTML;
      if (is_foreign && !made.empty()) lacks_attributes_ = true;
      return made;
    }
    made.reserve(source.attributes.length);
    for (unsigned i = 0; i < source.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(source.attributes.data[i]);
      made.emplace_back(attribute->name, attribute->value);
    }
    return made;
  }

  void add_comment(const GumboNode& node, MarkupList& out) const {
    const GumboStringPiece& source = node.v.text.original_text;
    const SourceRange begin = place_(node.v.text.start_pos.offset);
    std::optional<Markup> record = record_of_comment({source.data, source.length}, begin);
    if (record) out.push_back(std::move(*record));
  }

  const PlaceOfOffset& place_;
  const html::Skeleton* skeleton_ = nullptr;
  int level_ = 0;
  std::vector<std::size_t> raw_elements_;  // where those of HTML stand that may hold raw text
  bool lacks_attributes_ = false;          // of SVG or MathML, which shape the tree
};

// The tree lives in the options' arena.
const GumboNode& parse(std::string_view html, const GumboOptions& options) {
  return *gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

}  // namespace

bool is_html_element(std::string_view name) {
  return gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size())) != GUMBO_TAG_UNKNOWN;
}

std::optional<Markup> record_of_comment(std::string_view source, SourceRange range) {
  if (source.find_first_not_of("<!->? \t\r\n") == source.npos) return std::nullopt;
  const auto line_ends = static_cast<std::uint32_t>(std::count(source.begin(), source.end(), '\n'));
  if (range.is_known()) range.end_line = std::max(range.end_line, range.begin_line + line_ends);
  return left_out_record(std::string(source),
                         source.starts_with("<?")
                             ? "an instruction to a program, which no page shows"
                             : "a comment, which no page shows",
                         range);
}

MarkupList parse_html_fragment(std::string_view html, const PlaceOfOffset& place) {
  Arena arena;
  GumboOptions options = options_in(arena);
  options.fragment_context = GUMBO_TAG_DIV;
  const std::string bounded = bounded_references(std::string(html));
  return GumboReader(place).children(parse(bounded, options).v.element.children);
}

Markup parse_html_page(std::string_view html, const PlaceOfOffset& place, html::Detail detail) {
  const html::Skeleton skeleton = html::make_skeleton(html, detail);
  if (skeleton.is_certain) {
    Arena arena;
    GumboReader reader(skeleton, place);
    Markup page = reader.element(parse(skeleton.text, options_in(arena)));
    if (detail == html::Detail::Everything || reader.agrees()) return page;
  }
  return parse_html_page(html, place, html::Detail::Everything);
}

}  // namespace garland
