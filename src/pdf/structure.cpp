#include "pdf/structure.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "pdf/structure_kids.h"
#include "pdf/tree.h"

namespace garland {
namespace {

constexpr std::size_t kTypeCount = static_cast<std::size_t>(StructureType::Formula) + 1;
// In the order of StructureType.
constexpr std::array<std::string_view, kTypeCount> kTypeNames = {
    "Document", "Part",  "Sect",      "Div",   "BlockQuote", "Caption", "TOC",    "TOCI", "Index",
    "H1",       "H2",    "H3",        "H4",    "H5",         "H6",      "P",      "L",    "LI",
    "Lbl",      "LBody", "Table",     "THead", "TBody",      "TR",      "TH",     "TD",   "Span",
    "Quote",    "Note",  "Reference", "Code",  "Link",       "Figure",  "Formula"};

std::string_view numbering_name(StructureNode::Numbering numbering) {
  switch (numbering) {
    case StructureNode::Numbering::Disc:
      return "Disc";
    case StructureNode::Numbering::Decimal:
      return "Decimal";
    case StructureNode::Numbering::LowerAlpha:
      return "LowerAlpha";
    case StructureNode::Numbering::UpperAlpha:
      return "UpperAlpha";
    case StructureNode::Numbering::LowerRoman:
      return "LowerRoman";
    case StructureNode::Numbering::UpperRoman:
      return "UpperRoman";
    case StructureNode::Numbering::None:
      return "None";
  }
  return "None";
}

// Attributes of table cells (14.8.5.7).
std::string cell_attributes(const StructureNode& node) {
  std::string out;
  if (node.row_span > 1) out += fmt::format(" /RowSpan {}", node.row_span);
  if (node.column_span > 1) out += fmt::format(" /ColSpan {}", node.column_span);
  if (node.scope == StructureNode::Scope::Row) out += " /Scope /Row";
  if (node.scope == StructureNode::Scope::Column) out += " /Scope /Column";
  return out.empty() ? out : "<< /O /Table" + out + " >>";
}

std::string box_attributes(const StructureNode& node, Length page_height) {
  const Rect& box = node.box;
  std::string out = "<< /O /Layout /Placement /Block /BBox [";
  append_number(out, box.origin.x);
  out += ' ';
  append_number(out, page_height - box.origin.y - box.height);
  out += ' ';
  append_number(out, box.origin.x + box.width);
  out += ' ';
  append_number(out, page_height - box.origin.y);
  return out += "] >>";
}

// The value of /A: one attribute object, or an array of them; empty for none.
std::string attributes(const StructureNode& node, const TaggedPages& tagged) {
  std::vector<std::string> objects;
  if (std::string cell = cell_attributes(node); !cell.empty()) objects.push_back(std::move(cell));
  if (node.numbering != StructureNode::Numbering::None) {
    objects.push_back(
        fmt::format("<< /O /List /ListNumbering /{} >>", numbering_name(node.numbering)));
  }
  if (node.direction) {
    objects.push_back(fmt::format("<< /O /Layout /WritingMode /{} >>",
                                  *node.direction == Direction::RightToLeft ? "RlTb" : "LrTb"));
  }
  if (node.has_box) objects.push_back(box_attributes(node, tagged.page_heights.at(node.box_page)));
  if (objects.empty()) return {};
  return objects.size() == 1 ? objects.front() : fmt::format("[{}]", fmt::join(objects, " "));
}

// PDF/UA-1 wants an identifier of every note (7.9).
std::string identifier(const StructureNode& node, std::size_t index) {
  if (!node.id.empty() || node.type != StructureType::Note) return node.id;
  return fmt::format("note-node-{}", index);
}

class StructureWriter {
 public:
  StructureWriter(HaruDocument& document, const std::vector<StructureNode>& nodes,
                  const TaggedPages& tagged)
      : document_(document), nodes_(nodes), tagged_(tagged) {}

  ObjectId write() {
    root_ = document_.reserve();
    objects_.reserve(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) objects_.push_back(document_.reserve());
    const std::vector<std::vector<StructureKid>> kids = order_kids(nodes_, tagged_);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      document_.set_entries(objects_[i], entries(i, kids[i]));
    }
    const std::size_t key_count = tagged_.pages.size() + tagged_.annotations.size();
    document_.set_entries(
        root_, fmt::format("/Type /StructTreeRoot /K {} /ParentTree << {} >> "
                           "/ParentTreeNextKey {}{}",
                           reference(objects_.front()), parent_tree(), key_count, id_tree()));
    return root_;
  }

 private:
  std::string entries(std::size_t index, const std::vector<StructureKid>& kids) const {
    const StructureNode& node = nodes_[index];
    const ObjectId parent =
        node.parent < 0 ? root_ : objects_[static_cast<std::size_t>(node.parent)];
    std::string out = fmt::format("/Type /StructElem /S /{} /P {}", structure_type_name(node.type),
                                  reference(parent));
    append_kids(out, kids);
    const auto append_text = [&out](std::string_view key, const std::string& text) {
      if (!text.empty()) out += fmt::format(" /{} {}", key, text_string(text));
    };
    const std::string id = identifier(node, index);
    if (!id.empty()) out += " /ID " + byte_string(id);
    append_text("T", node.title);
    append_text("Lang", node.language);
    append_text("Alt", node.alternative);
    append_text("ActualText", node.actual_text);
    const std::string attribute = attributes(node, tagged_);
    if (!attribute.empty()) out += " /A " + attribute;
    return out;
  }

  // Content on the page that /Pg names is a bare number; on other pages it names its page.
  void append_kids(std::string& out, const std::vector<StructureKid>& kids) const {
    if (kids.empty()) return;
    const auto content = std::find_if(kids.begin(), kids.end(), [](const StructureKid& kid) {
      return kid.kind == StructureKid::Kind::Content;
    });
    const std::size_t main_page = content == kids.end() ? tagged_.pages.size() : content->page;
    if (content != kids.end()) out += " /Pg " + reference(tagged_.pages[main_page]);
    out += " /K [";
    for (const StructureKid& kid : kids) append_kid(out, kid, main_page);
    out += ']';
  }

  void append_kid(std::string& out, const StructureKid& kid, std::size_t main_page) const {
    switch (kid.kind) {
      case StructureKid::Kind::Child:
        out += reference(objects_[kid.index]);
        break;
      case StructureKid::Kind::Annotation:
        out += fmt::format("<< /Type /OBJR /Obj {} /Pg {} >>",
                           reference(tagged_.annotations[kid.index].object),
                           reference(tagged_.pages[kid.page]));
        break;
      case StructureKid::Kind::Content:
        if (kid.page == main_page) {
          append_integer(out, kid.content_id);
        } else {
          out += fmt::format("<< /Type /MCR /Pg {} /MCID {} >>", reference(tagged_.pages[kid.page]),
                             kid.content_id);
        }
    }
    out += '\n';
  }

  std::string parent_tree() {
    std::vector<TreeEntry> tree;
    for (std::size_t page = 0; page < tagged_.marked.size(); ++page) {
      if (tagged_.marked[page].empty()) continue;
      std::string parents = "[";
      for (const StructureId node : tagged_.marked[page]) {
        parents += reference(objects_[static_cast<std::size_t>(node)]) + " ";
      }
      tree.push_back({std::to_string(page), parents + "]"});
    }
    for (std::size_t i = 0; i < tagged_.annotations.size(); ++i) {
      const StructureId node = tagged_.annotations[i].node;
      if (node == kArtifact) continue;
      tree.push_back({std::to_string(tagged_.pages.size() + i),
                      reference(objects_[static_cast<std::size_t>(node)])});
    }
    return write_tree(document_, TreeKind::Numbers, tree);
  }

  std::string id_tree() {
    std::vector<std::pair<std::string, ObjectId>> ids;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      std::string id = identifier(nodes_[i], i);
      if (!id.empty()) ids.emplace_back(std::move(id), objects_[i]);
    }
    if (ids.empty()) return {};
    std::sort(ids.begin(), ids.end());
    std::vector<TreeEntry> tree;
    tree.reserve(ids.size());
    for (const auto& [id, object] : ids) tree.push_back({byte_string(id), reference(object)});
    return fmt::format(" /IDTree << {} >>", write_tree(document_, TreeKind::Names, tree));
  }

  HaruDocument& document_;
  const std::vector<StructureNode>& nodes_;
  const TaggedPages& tagged_;
  ObjectId root_ = 0;
  std::vector<ObjectId> objects_;  // by node
};

}  // namespace

std::string_view structure_type_name(StructureType type) {
  return kTypeNames.at(static_cast<std::size_t>(type));
}

ObjectId write_structure(HaruDocument& document, const std::vector<StructureNode>& nodes,
                         const TaggedPages& tagged) {
  return StructureWriter(document, nodes, tagged).write();
}

}  // namespace garland
