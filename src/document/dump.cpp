#include "document/dump.h"

#include <fmt/format.h>

#include <string_view>
#include <type_traits>

#include "document/kind_names.h"
#include "document/walk.h"

namespace garland {
namespace {

// "text" with quotes, backslashes and control characters escaped, so that a node keeps to its line.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\x{:02x}", c);
    } else {
      out += c;
    }
  }
  return out + '"';
}

// A detail behind the kind's name: " word", or nothing for an empty one.
std::string also(std::string_view word) { return word.empty() ? "" : fmt::format(" {}", word); }

std::string also_quoted(std::string_view name, std::string_view text) {
  return text.empty() ? "" : fmt::format(" {}={}", name, quoted(text));
}

// The line of a node, without attributes and place: its kind and what it says of itself.
template <typename Kind>
std::string words_of(const Kind& /*node*/) {
  return std::string(kKindName<Kind>);
}
std::string words_of(const Heading& node) { return fmt::format("heading {}", node.level); }
std::string words_of(const List& node) {
  const std::string_view spacing = node.is_tight ? "tight" : "loose";
  if (node.kind == List::Kind::Bullet) return fmt::format("list bullet {}", spacing);
  return fmt::format("list ordered {} {} {}", name_of(node.style), node.start, spacing);
}
std::string words_of(const CodeBlock& node) {
  return fmt::format("code block{} {}", also_quoted("language", node.language), quoted(node.text));
}
std::string words_of(const Table& node) {
  std::string words = "table";
  for (const Alignment column : node.columns) words += also(name_of(column));
  return words;
}
std::string words_of(const MathBlock& node) { return "math block " + quoted(node.tex); }
std::string words_of(const Callout& node) { return "callout" + also(node.kind); }
std::string words_of(const Division& node) {
  return node.role == Division::Role::None ? "division" : "division" + also(name_of(node.role));
}
std::string words_of(const Dropped& node) {
  return fmt::format("dropped {} because {}", quoted(node.text), quoted(node.reason));
}
std::string words_of(const Text& node) { return "text " + quoted(node.text); }
std::string words_of(const Code& node) { return "code " + quoted(node.text); }
std::string words_of(const Math& node) {
  return fmt::format("math {} {}", name_of(node.kind), quoted(node.tex));
}
std::string words_of(const Link& node) {
  std::string words = "link " + quoted(node.target.url);
  if (node.target.kind != LinkTarget::Kind::Unresolved) words += also(name_of(node.target.kind));
  words += also_quoted("work", node.target.work) + also_quoted("anchor", node.target.anchor);
  return words + also_quoted("title", node.title);
}
std::string words_of(const Image& node) {
  return "image " + quoted(node.target) + also_quoted("picture", node.picture) +
         also_quoted("title", node.title) + also_quoted("alternative", node.alternative) +
         also_quoted("width", node.width);
}
std::string words_of(const NoteReference& node) { return "note reference " + quoted(node.label); }
std::string words_of(const Citation& node) {
  return node.form == Citation::Form::Narrative ? "citation narrative" : "citation";
}

std::string words_of(const TableCell& cell) {
  std::string words = cell.is_header ? "cell header" : "cell";
  if (cell.alignment != Alignment::Default) words += also(name_of(cell.alignment));
  if (cell.row_span != 1) words += fmt::format(" rows={}", cell.row_span);
  if (cell.column_span != 1) words += fmt::format(" columns={}", cell.column_span);
  return words;
}

std::string words_of(const Attributes& attributes) {
  std::string words;
  if (!attributes.id.empty()) words += " #" + attributes.id;
  for (const std::string& name : attributes.classes) words += " ." + name;
  if (!attributes.language.empty()) words += " lang=" + attributes.language;
  for (const auto& [key, value] : attributes.pairs) words += also_quoted(key, value);
  return words;
}

class Dumper {
 public:
  explicit Dumper(const DumpOptions& options) : options_(options) {}

  std::string take() { return std::move(out_); }

  void document(const Document& document) {
    line(fmt::format("document {}{}", quoted(document.path),
                     also_quoted("format", document.format)));
    for_each_field(document.metadata, [this](std::string_view name, const auto& field) {
      if (field.is_set()) metadata_field(name, field);
    });
    blocks(document.blocks);
    for (const Note& note : document.notes) this->note(note);
    for (const ReferenceEntry& entry : document.references) reference(entry);
    for (const std::string& file : document.bibliography_files) {
      line("bibliography " + quoted(file));
    }
    for (const Inference& inference : document.inferences) {
      line(fmt::format("inference {} because {}{}", quoted(inference.what), quoted(inference.why),
                       place(inference.range)));
    }
  }

  void blocks(const Blocks& list) {
    for (const Block& block : list) node(block);
  }
  void inlines(const Inlines& list) {
    for (const Inline& item : list) node(item);
  }

 private:
  void line(std::string_view words) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += words;
    out_ += '\n';
  }

  std::string place(SourceRange range) const {
    if (!options_.ranges || !range.is_known()) return "";
    return fmt::format(" @{}:{}", range.begin_line, range.begin_column);
  }

  void below(const Blocks& list) {
    ++depth_;
    blocks(list);
    --depth_;
  }
  void below(const Inlines& list) {
    ++depth_;
    inlines(list);
    --depth_;
  }

  // A named list inside a node; an empty one is left out.
  template <typename ListType>
  void named(std::string_view name, const ListType& list) {
    if (list.empty()) return;
    line(name);
    below(list);
  }

  template <typename Node>
  void node(const Node& node) {
    std::visit(
        [&](const auto& content) {
          line(words_of(content) + words_of(node.attributes) + place(node.range));
          ++depth_;
          inside(content);
          --depth_;
        },
        node.content);
  }

  template <typename Kind>
  void inside(const Kind& node) {
    if constexpr (walk_detail::HasOnlyInlines<Kind>) {
      inlines(node.inlines);
    } else if constexpr (!walk_detail::Leaf<Kind>) {
      static_assert(std::is_same_v<Kind, Division>, "a new kind of node: say what is inside it");
      blocks(node.blocks);
    }
  }
  void inside(const List& node) {
    for (const ListItem& item : node.items) {
      const bool is_task = item.task != ListItem::Task::None;
      line("item" + (is_task ? also(name_of(item.task)) : "") + place(item.range));
      below(item.blocks);
    }
  }
  void inside(const DefinitionList& node) {
    for (const DefinitionItem& item : node.items) {
      line("term");
      below(item.term);
      for (const Blocks& definition : item.definitions) {
        line("definition");
        below(definition);
      }
    }
  }
  void inside(const BlockQuotation& node) {
    blocks(node.blocks);
    named("attribution", node.attribution);
  }
  void inside(const Verse& node) {
    for (const auto& stanza : node.stanzas) {
      line("stanza");
      ++depth_;
      for (const VerseLine& verse_line : stanza) {
        line(verse_line.indent == 0 ? "line" : fmt::format("line {}", verse_line.indent));
        below(verse_line.inlines);
      }
      --depth_;
    }
  }
  void inside(const Table& node) {
    named("caption", node.caption);
    rows("head row", node.head);
    rows("row", node.body);
  }
  void rows(std::string_view name, const std::vector<TableRow>& rows) {
    for (const TableRow& row : rows) {
      line(name);
      ++depth_;
      for (const TableCell& cell : row.cells) {
        line(words_of(cell));
        below(cell.blocks);
      }
      --depth_;
    }
  }
  void inside(const Figure& node) {
    blocks(node.blocks);
    named("caption", node.caption);
    named("credit", node.credit);
  }
  void inside(const Callout& node) {
    named("title", node.title);
    blocks(node.blocks);
  }
  void inside(const Citation& node) {
    for (const CitationItem& item : node.items) {
      line("item " + quoted(item.key) + also_quoted("prefix", item.prefix) +
           also_quoted("locator", item.locator) + (item.suppress_author ? " without author" : ""));
    }
    named("rendered", node.rendered);
  }

  void note(const Note& note) {
    const std::string number = note.number == 0 ? "" : fmt::format(" {}", note.number);
    const std::string id = note.id.empty() ? "" : " #" + note.id;
    line("note " + quoted(note.label) + number + id + place(note.range));
    below(note.blocks);
  }

  template <typename T>
  void metadata_field(std::string_view name, const Sourced<T>& field) {
    std::string origin = fmt::format("({}", name_of(field.origin));
    if (!field.rule.empty()) origin += ": " + field.rule;
    metadata_value(fmt::format("metadata {} {}){}", name, origin, place(field.range)), field.value);
  }
  void metadata_value(const std::string& head, const std::string& value) {
    line(head + " " + quoted(value));
  }
  void metadata_value(const std::string& head, const Inlines& value) {
    line(head);
    below(value);
  }
  void metadata_value(const std::string& head, const std::vector<std::string>& values) {
    line(head);
    ++depth_;
    for (const std::string& value : values) line(quoted(value));
    --depth_;
  }
  void metadata_value(const std::string& head, const Date& value) {
    line(head + " " + value.iso() + also_quoted("written", value.written));
  }
  void metadata_value(const std::string& head, const std::vector<Contributor>& values) {
    line(head);
    contributors(values);
  }

  void contributors(const std::vector<Contributor>& values) {
    ++depth_;
    for (const Contributor& person : values) {
      line(fmt::format("{} {}", name_of(person.role), quoted(person.name)) +
           also_quoted("family", person.family) + also_quoted("given", person.given) +
           also_quoted("orcid", person.orcid) + also_quoted("url", person.url));
    }
    --depth_;
  }

  void reference(const ReferenceEntry& entry) {
    line("reference " + quoted(entry.key) + also(entry.type));
    ++depth_;
    for (const auto& [name, value] : entry.fields) line(name + " " + quoted(value));
    --depth_;
    contributors(entry.authors);
    contributors(entry.editors);
    contributors(entry.translators);
  }

  DumpOptions options_;
  std::string out_;
  int depth_ = 0;
};

}  // namespace

std::string dump(const Document& document, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.document(document);
  return dumper.take();
}

std::string dump(const Blocks& blocks, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.blocks(blocks);
  return dumper.take();
}

std::string dump(const Inlines& inlines, const DumpOptions& options) {
  Dumper dumper(options);
  dumper.inlines(inlines);
  return dumper.take();
}

}  // namespace garland
