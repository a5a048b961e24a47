#include "passes/identifiers.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/uri.h"
#include "document/kind_names.h"
#include "document/text_forms.h"
#include "document/walk.h"

namespace garland {
namespace {

constexpr int kHashDigits = 6;
// Names stand in addresses and as strings in a PDF, which holds none above 32,767 bytes (PDF/A-2,
// 6.1.13); nobody writes one so long.
constexpr std::size_t kLongestName = 500;

bool is_ascii_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool may_begin_name(char32_t c) {
  return is_ascii_letter(c) || c == '_' || (c >= 0xC0 && is_letter(c));
}

bool may_stand_in_name(char32_t c) {
  return may_begin_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         (c >= 0xC0 && is_mark(c));
}

// The text as an NCName (Namespaces in XML, production 4): other characters become "-", and a name
// that begins otherwise gets `prefix` before it. A very long one is cut.
std::string safe_name(std::string_view text, std::string_view prefix) {
  std::string name;
  for (std::size_t offset = 0; offset < text.size() && name.size() < kLongestName;) {
    const char32_t c = next_code_point(text, offset);
    append_utf8(name, may_stand_in_name(c) ? c : U'-');
  }
  std::size_t start = 0;
  const bool begins_well = !name.empty() && may_begin_name(next_code_point(name, start));
  return begins_well ? name : std::string(prefix) + name;
}

// The beginning of a block's identifier: short, and of one kind.
template <typename Kind>
constexpr std::string_view prefix_of() {
  if constexpr (std::is_same_v<Kind, Paragraph>) return "p";
  if constexpr (std::is_same_v<Kind, BlockQuotation>) return "quotation";
  if constexpr (std::is_same_v<Kind, DefinitionList>) return "list";
  if constexpr (std::is_same_v<Kind, CodeBlock>) return "code";
  if constexpr (std::is_same_v<Kind, ThematicBreak>) return "break";
  if constexpr (std::is_same_v<Kind, MathBlock>) return "math";
  return kKindName<Kind>;
}

class Identifiers {
 public:
  Identifiers(Document& document, Diagnostics& diagnostics)
      : document_(document), diagnostics_(diagnostics) {}

  void run() {
    keep_given_names();
    name_notes();
    name_blocks(document_.blocks);
    for (Note& note : document_.notes) name_blocks(note.blocks);
    redirect_links();
  }

 private:
  // `name`, or the first of "name-2", "name-3", … that is free. Takes it.
  std::string unique(const std::string& name) {
    if (taken_.insert(name).second) return name;
    int& number = last_number_[name];
    if (number == 0) number = 1;
    std::string candidate;
    do {
      candidate = fmt::format("{}-{}", name, ++number);
    } while (!taken_.insert(candidate).second);
    return candidate;
  }

  bool has_taken_mark(const std::string& note, int count) const {
    for (int n = 1; n <= count; ++n) {
      if (taken_.contains(note_mark_id(note, n))) return true;
    }
    return false;
  }

  // A note's marks are named after it: no other place may be what the way back leads to.
  void name_notes() {
    if (document_.notes.empty()) return;
    std::map<std::string_view, int> mark_count;
    query(document_, [&mark_count](const Inline& node) {
      if (const auto* mark = node.as<NoteReference>()) ++mark_count[mark->label];
    });
    for (Note& note : document_.notes) {
      const int count = mark_count[note.label];
      const std::string name = safe_name("note-" + note.label, "");
      while (note.id.empty() || has_taken_mark(note.id, count)) note.id = unique(name);
      for (int n = 1; n <= count; ++n) taken_.insert(note_mark_id(note.id, n));
    }
  }

  template <typename Visit>
  void each_given_name(Visit visit) {
    auto look = [&visit](auto& node) {
      if (!node.attributes.id.empty()) visit(node.attributes.id);
    };
    walk(document_,
         Visitors{[&look](Block& node) { look(node); }, [&look](Inline& node) { look(node); }});
    for (Note& note : document_.notes) {
      if (!note.id.empty()) visit(note.id);
    }
  }

  // Names that are fine as they are come first, so that no mended one takes their place.
  void keep_given_names() {
    std::set<const std::string*> kept;
    each_given_name([&](std::string& id) {
      if (safe_name(id, "id-") == id && taken_.insert(id).second) kept.insert(&id);
    });
    each_given_name([&](std::string& id) {
      if (kept.count(&id) != 0) return;
      std::string name = unique(safe_name(id, "id-"));
      if (taken_.count(id) != 0) repeated_.insert(id);
      renamed_.emplace(id, name);
      id = std::move(name);
    });
  }

  // Names the blocks of a list, inner ones first, and gives a hash of all that they say.
  std::uint64_t name_blocks(Blocks& blocks) {
    std::uint64_t hash = fnv1a("");
    for (Block& block : blocks) {
      const std::uint64_t inner =
          std::visit([this](auto& content) { return hash_of(content); }, block.content);
      hash = fnv1a(hex(inner), hash);
      name_block(block, inner);
    }
    return hash;
  }

  void name_block(Block& block, std::uint64_t hash) {
    std::string& id = block.attributes.id;
    if (!id.empty() || block.as<Dropped>() != nullptr || in_table_ > 0) return;
    if (const auto* heading = block.as<Heading>()) {
      id = heading_name(*heading);
      return;
    }
    const std::string_view prefix =
        std::visit([](const auto& content) { return prefix_of<std::decay_t<decltype(content)>>(); },
                   block.content);
    id = unique(fmt::format("{}-{}", prefix, hex(hash, kHashDigits)));
  }

  std::string heading_name(const Heading& heading) {
    const std::string words = slug(plain_text(heading.inlines));
    const std::string name = words.empty() ? "section" : safe_name(words, "section-");
    std::string id = unique(name);
    if (name != words) renamed_.emplace(words, id);
    return id;
  }

  // What a block says, without its identifiers and places. The paragraphs in a table's cells get no
  // names: the table has one.
  template <typename Kind>
  std::uint64_t hash_of(Kind& content) {
    std::uint64_t hash = fnv1a(kKindName<Kind>);
    if constexpr (std::is_same_v<Kind, CodeBlock> || std::is_same_v<Kind, Dropped>) {
      hash = fnv1a(content.text, hash);
    } else if constexpr (std::is_same_v<Kind, MathBlock>) {
      hash = fnv1a(content.tex, hash);
    }
    constexpr bool kIsTable = std::is_same_v<Kind, Table>;
    if constexpr (kIsTable) ++in_table_;
    auto deeper = [this, &hash](auto& list) {
      if constexpr (std::is_same_v<decltype(list), Blocks&>) {
        hash = fnv1a(hex(name_blocks(list)), hash);
      } else {
        hash = hash_of_inlines(list, hash);
      }
    };
    walk_detail::lists_inside(content, deeper);
    if constexpr (kIsTable) --in_table_;
    return hash;
  }

  static std::uint64_t hash_of_inlines(const Inlines& inlines, std::uint64_t hash) {
    query(inlines, [&hash](const Inline& node) {
      if (const auto* image = node.as<Image>()) hash = fnv1a(image->target, hash);
    });
    return fnv1a(plain_text(inlines), hash);
  }

  // "#old" leads to the new name; "#The%20Sea" to the heading with that slug, if nothing else.
  void redirect_links() {
    walk(document_, [this](Inline& node) {
      auto* link = node.as<Link>();
      if (link == nullptr || link->target.kind != LinkTarget::Kind::Unresolved) return;
      std::string& url = link->target.url;
      if (url.size() < 2 || url.front() != '#') return;
      const std::string name = percent_decoded(std::string_view(url).substr(1));
      if (repeated_.count(name) != 0) report_repeated(name, node.range);
      const auto found = renamed_.find(name);
      if (taken_.count(name) != 0) {
        url = "#" + name;
      } else if (found != renamed_.end()) {
        url = "#" + found->second;
      } else if (const std::string words = slug(name); taken_.count(words) != 0) {
        url = "#" + words;
      }
    });
  }

  void report_repeated(std::string_view name, const SourceRange& range) {
    diagnostics_.warning(
        "ambiguous-link", range,
        fmt::format("several places of this article are named “#{}”; the link leads to the first",
                    name),
        "give each of them a name of its own");
  }

  Document& document_;
  Diagnostics& diagnostics_;
  std::set<std::string> taken_;
  std::set<std::string> repeated_;              // names of the source that several nodes had
  std::map<std::string, int> last_number_;      // by name: the last number behind it
  std::map<std::string, std::string> renamed_;  // from a name of the source to ours
  int in_table_ = 0;
};

}  // namespace

void set_identifiers(Document& document, Diagnostics& diagnostics) {
  Identifiers(document, diagnostics).run();
}

}  // namespace garland
