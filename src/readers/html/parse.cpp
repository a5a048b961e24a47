#include "readers/html/parse.h"

#include <gumbo.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

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

// Whether comments become records of what is left out.
enum class Comments { PassedOver, Recorded };

// Gumbo's tree to ours. Its depth is bounded by bounded_html.
class GumboReader {
 public:
  GumboReader(const PlaceOfOffset& place, Comments comments) : place_(place), comments_(comments) {}

  Markup element(const GumboNode& node) const {
    const GumboElement& source = node.v.element;
    Markup made = Markup::element(name_of(source), place_(source.start_pos.offset));
    // A range that `place` knows as a whole is left as it is.
    if (made.range.end_line == made.range.begin_line && source.original_end_tag.length > 0) {
      const SourceRange end = place_(source.end_pos.offset);
      if (end.begin_line > made.range.begin_line) {
        made.range.end_line = end.begin_line;
        made.range.end_column = end.begin_column;
      }
    }
    made.attributes.reserve(source.attributes.length);
    for (unsigned i = 0; i < source.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(source.attributes.data[i]);
      made.attributes.emplace_back(attribute->name, attribute->value);
    }
    made.children = children(source.children);
    return made;
  }

  MarkupList children(const GumboVector& nodes) const {
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
          made.push_back(
              Markup::characters(node.v.text.text, place_(node.v.text.start_pos.offset)));
          break;
        case GUMBO_NODE_COMMENT:
          if (comments_ == Comments::Recorded) add_comment(node, made);
          break;
        case GUMBO_NODE_DOCUMENT:
          break;
      }
    }
    return made;
  }

 private:
  static std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string name(piece.data == nullptr ? "" : piece.data, piece.length);
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
  }

  void add_comment(const GumboNode& node, MarkupList& out) const {
    const GumboStringPiece& source = node.v.text.original_text;
    const SourceRange begin = place_(node.v.text.start_pos.offset);
    std::optional<Markup> record = record_of_comment({source.data, source.length}, begin);
    if (record) out.push_back(std::move(*record));
  }

  const PlaceOfOffset& place_;
  Comments comments_;
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
  Markup record = Markup::element("x-dropped", range);
  record.set_attribute("words", std::string(source));
  record.set_attribute("reason", source.starts_with("<?")
                                     ? "an instruction to a program, which no page shows"
                                     : "a comment, which no page shows");
  return record;
}

MarkupList parse_html_fragment(std::string_view html, const PlaceOfOffset& place) {
  Arena arena;
  GumboOptions options = options_in(arena);
  options.fragment_context = GUMBO_TAG_DIV;
  const std::string bounded = bounded_references(std::string(html));
  return GumboReader(place, Comments::Recorded)
      .children(parse(bounded, options).v.element.children);
}

Markup parse_html_page(std::string_view html, const PlaceOfOffset& place) {
  Arena arena;
  ShortenedHtml page = bounded_page(html);
  page.text = bounded_references(std::move(page.text));
  const PlaceOfOffset place_in_source = [&](std::size_t offset) {
    return place(page.source_offset(offset));
  };
  return GumboReader(place_in_source, Comments::PassedOver)
      .element(parse(page.text, options_in(arena)));
}

}  // namespace garland
