#include "fuzz/page_rules.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "base/unicode.h"
#include "document/walk.h"

namespace garland::fuzz {
namespace {

// Letters and digits that are the same in capitals and small: how often each stands in a text. Of
// others a theme may print the capitals, which are more or fewer in some languages; but ASCII's are
// counted as small ones.
using Letters = std::map<char32_t, std::size_t>;

void add_letters(std::string_view text, Letters& letters) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    char32_t c = next_code_point(text, offset);
    if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    if (!is_letter(c) && !is_digit(c)) continue;
    const std::string_view letter = text.substr(begin, offset - begin);
    const bool has_case = to_upper(letter) != letter || to_lower(letter) != letter;
    if (c == 'i' || (c >= 0x80 && has_case)) continue;
    ++letters[c];
  }
}

// What the reader of a book should find. Formulas are set otherwise than they are written.
Letters letters_of(const Anthology& anthology) {
  Letters letters;
  for (const Work* work : anthology.works()) {
    query(work->document, Visitors{[&](const Block& block) {
                                     if (const auto* code = block.as<CodeBlock>()) {
                                       add_letters(code->text, letters);
                                     }
                                   },
                                   [&](const Inline& node) {
                                     if (const auto* text = node.as<Text>()) {
                                       add_letters(text->text, letters);
                                     } else if (const auto* code = node.as<Code>()) {
                                       add_letters(code->text, letters);
                                     }
                                   }});
  }
  return letters;
}

std::string lost_letter(const Packet& packet, const Anthology& anthology) {
  Letters shown;
  for (const Page& page : packet.pages) {
    for (const PageItem& item : page.items) {
      const auto* run = std::get_if<GlyphRun>(&item.content);
      if (run != nullptr && item.structure != kArtifact) add_letters(run->text, shown);
    }
  }
  for (const auto& [letter, count] : letters_of(anthology)) {
    const std::size_t found = shown[letter];
    if (found >= count) continue;
    return fmt::format("U+{:04X} stands {} times in the trees and {} times on the pages",
                       static_cast<std::uint32_t>(letter), count, found);
  }
  return {};
}

Rect area_of(const PageItem& item) {
  if (const Rect* rect = rect_of(item)) return *rect;
  const auto& run = std::get<GlyphRun>(item.content);
  Length width;
  for (const PlacedGlyph& glyph : run.glyphs.unpack()) width += glyph.advance;
  return {run.origin, width, Length()};
}

std::string stray_item(const Packet& packet) {
  for (std::size_t i = 0; i < packet.pages.size(); ++i) {
    const Page& page = packet.pages[i];
    for (const PageItem& item : page.items) {
      const Rect area = area_of(item);
      const Length right = area.origin.x + area.width;
      const Length foot = area.origin.y + area.height;
      if (area.origin.x >= Length() && area.origin.y >= Length() && right <= page.width &&
          foot <= page.height) {
        continue;
      }
      const auto* run = std::get_if<GlyphRun>(&item.content);
      return fmt::format("page {} of {} x {}: from {}, {} to {}, {} stands “{}”", i + 1,
                         page.width.points(), page.height.points(), area.origin.x.points(),
                         area.origin.y.points(), right.points(), foot.points(),
                         run == nullptr ? "no text" : run->text);
    }
  }
  return {};
}

class Structure {
 public:
  explicit Structure(const Packet& packet) : packet_(packet) {}

  std::string broken() {
    for (std::size_t i = 0; i < packet_.structure.size(); ++i) {
      const StructureNode& node = packet_.structure[i];
      const std::string rule = broken_by(node);
      if (!rule.empty()) return fmt::format("structure node {}: {}", i, rule);
    }
    return heading_hole(0);
  }

 private:
  const StructureNode& at(StructureId id) const {
    return packet_.structure.at(static_cast<std::size_t>(id));
  }

  bool is_in(const StructureNode& node, std::initializer_list<StructureType> types) const {
    if (node.parent < 0) return false;
    const StructureType type = at(node.parent).type;
    for (const StructureType wanted : types) {
      if (type == wanted) return true;
    }
    return false;
  }

  std::string broken_by(const StructureNode& node) {
    using Type = StructureType;
    switch (node.type) {
      case Type::LI:
        return is_in(node, {Type::L}) ? "" : "an item outside a list";
      case Type::LBody:
        return is_in(node, {Type::LI}) ? "" : "an item's body outside an item";
      case Type::TOCI:
        return is_in(node, {Type::TOC}) ? "" : "an entry outside the contents";
      case Type::THead:
      case Type::TBody:
        return is_in(node, {Type::Table}) ? "" : "rows outside a table";
      case Type::TR:
        return is_in(node, {Type::Table, Type::THead, Type::TBody}) ? "" : "a row outside a table";
      case Type::TH:
      case Type::TD:
        return is_in(node, {Type::TR}) ? "" : "a cell outside a row";
      case Type::Figure:
      case Type::Formula:
        return node.alternative.empty() ? "a figure or formula without words" : "";
      case Type::Note:
        return node.id.empty() || !note_ids_.insert(node.id.str()).second ? "a note's id" : "";
      default:
        return "";
    }
  }

  // Reading order is the order of the tree.
  std::string heading_hole(StructureId id) {
    const StructureNode& node = at(id);
    if (node.type >= StructureType::H1 && node.type <= StructureType::H6) {
      const int level = static_cast<int>(node.type) - static_cast<int>(StructureType::H1) + 1;
      if (level > last_level_ + 1) {
        return fmt::format("a heading of level {} follows one of level {}", level, last_level_);
      }
      last_level_ = level;
    }
    for (const StructureId child : node.children) {
      std::string hole = heading_hole(child);
      if (!hole.empty()) return hole;
    }
    return {};
  }

  const Packet& packet_;
  std::set<std::string> note_ids_;
  int last_level_ = 0;
};

}  // namespace

std::string broken_rule(const Packet& packet, const Anthology& anthology) {
  std::string rule = stray_item(packet);
  if (rule.empty()) rule = Structure(packet).broken();
  if (rule.empty()) rule = lost_letter(packet, anthology);
  return rule;
}

}  // namespace garland::fuzz
