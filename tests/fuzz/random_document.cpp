#include "fuzz/random_document.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/unicode.h"
#include "document/metadata_values.h"

namespace garland::fuzz {
namespace {

constexpr int kDeepest = 12;                // lists in lists and so on; readers allow more
constexpr std::size_t kMostBlocks = 600;    // of a document
constexpr std::size_t kLongestWord = 4000;  // bytes
constexpr std::size_t kMostColumns = 40;

constexpr auto kWords = std::to_array<std::string_view>(
    {"the",           "salt",        "of",       "water,",     "difficult",    "affluent.",
     "Office",        "12,345",      "“quoted”", "well-known", "(aside)",      "and/or",
     "naïve",         "Straße",      "harbour;", "ἅλς",        "соль",         "מלח",
     "ملح",           "नमक",         "เกลือ",     "塩",         "盐是一种矿物", "소금",
     "しお、",        "xn--80ak6aa", "fi",       "ffl",        "e\u0301",      "a\u00ADb",
     "non\u00A0stop", "👩‍🍳", "🧂",     "½",          "x²",           "¿qué?",
     "— and",         "…",           "l’eau",    "ISBN",       "a\tb",         "A.B.C."});

// Code points with ways of their own.
constexpr auto kSigns = std::to_array<char32_t>(
    {0x00AD, 0x200B, 0x200C,  0x200D, 0x2060, 0x2028, 0x2029,  0x202E,   0x202C, 0x2067,
     0x2069, 0x0301, 0x20DD,  0xFE0F, 0xFFFC, 0xFFFD, 0xE000,  0x10FFFD, 0x00A0, 0x3000,
     0x2011, 0x0085, 0x1D11E, 0x0E33, 0x0BCD, 0x1100, 0x1F1E9, 0x0600,   0x0009, 0x2003});

constexpr auto kLanguages = std::to_array<std::string_view>(
    {"en", "de", "fr", "ar", "he", "hi", "ja", "zh-Hant", "ko", "th", "tr", "el", "x-none", "ru"});
constexpr auto kIds = std::to_array<std::string_view>({"a", "b", "c", "d e", "é"});
constexpr auto kTex = std::to_array<std::string_view>({"x^2", "\\frac{a}{b}", "\\sum_{i=0}^n i",
                                                       "\\begin{matrix}a&b\\\\c&d\\end{matrix}",
                                                       "\\oops{", "\\text{words} \\sqrt[3]{x}"});
constexpr auto kTargets = std::to_array<std::string_view>(
    {"#a", "#b", "1.md", "1.md#c", "https://example.org/a/long/path?with=a&query=1#part",
     "mailto:jo@example.org", "#nowhere", "javascript:x"});
constexpr auto kImages = std::to_array<std::string_view>(
    {kSmallPicture, kTallPicture, kWidePicture, "missing.png", "https://example.org/x.png"});
constexpr auto kWidths =
    std::to_array<std::string_view>({"", "50%", "100%", "1%", "400%", "10pt", "5000pt", "0pt"});

class Maker {
 public:
  explicit Maker(Choices& choices) : choices_(choices) {}

  Document document(std::string path) {
    Document made;
    made.path = std::move(path);
    made.format = "markdown";
    set_metadata(made.metadata);
    const std::size_t note_count = choices_.below(8);
    for (std::size_t i = 0; i < note_count; ++i) labels_.push_back(std::to_string(i));
    while (choices_.are_left() && block_count_ < kMostBlocks && !choices_.one_in(40)) {
      made.blocks.push_back(block(0));
    }
    for (const std::string& label : labels_) {
      Note note;
      note.label = label;
      note.blocks = blocks(kDeepest - 3);
      made.notes.push_back(std::move(note));
    }
    return made;
  }

 private:
  template <typename List>
  std::string one_of(const List& list) {
    return std::string(list[choices_.below(list.size())]);
  }

  void set_metadata(Metadata& metadata) {
    const auto know = [](auto& field, auto value) {
      field.value = std::move(value);
      field.origin = Origin::FrontMatter;
    };
    know(metadata.title, inlines(2));
    if (choices_.one_in(2)) know(metadata.subtitle, inlines(3));
    if (choices_.one_in(2)) {
      const std::size_t count = choices_.below(6);
      std::vector<Contributor> people;
      for (std::size_t i = 0; i < count; ++i) {
        people.push_back(contributor_from_name(text(), Role::Author));
      }
      know(metadata.contributors, std::move(people));
    }
    if (choices_.one_in(3)) know(metadata.language, one_of(kLanguages));
    if (choices_.one_in(3)) know(metadata.publication, text());
    if (choices_.one_in(3)) know(metadata.rights, text());
    if (choices_.one_in(3)) know(metadata.date, Date{2024, 2, 29, "2024-02-29"});
  }

  char32_t code_point() {
    if (choices_.one_in(2)) return kSigns.at(choices_.below(kSigns.size()));
    const std::size_t value = choices_.byte() << 16U | choices_.byte() << 8U | choices_.byte();
    return static_cast<char32_t>(value % 0x110000);
  }

  std::string word() {
    if (!choices_.one_in(6)) return one_of(kWords);
    std::string made;
    for (std::size_t count = 1 + choices_.below(4); count > 0; --count) {
      append_utf8(made, code_point());
    }
    return made;
  }

  // As a reader leaves it: without line ends, control characters and non-characters.
  std::string text() {
    std::string made;
    const std::size_t word_count = 1 + choices_.below(12);
    for (std::size_t i = 0; i < word_count; ++i) {
      made += word();
      if (!choices_.one_in(8)) made += ' ';
    }
    if (choices_.one_in(30)) {
      const std::string piece = made;
      const std::size_t times = choices_.byte();
      for (std::size_t i = 0; i < times && made.size() < kLongestWord; ++i) made += piece;
    }
    made = decode_text(made).text;
    std::erase(made, '\n');
    return made.empty() ? "word" : made;
  }

  Attributes attributes() {
    Attributes made;
    if (choices_.one_in(12)) made.id = one_of(kIds);
    if (choices_.one_in(12)) made.language = one_of(kLanguages);
    return made;
  }

  Inlines inlines(int depth) {
    Inlines list;
    for (std::size_t count = 1 + choices_.below(5); count > 0; --count) {
      list.push_back({inline_content(depth), attributes(), {}});
      if (!choices_.are_left()) break;
    }
    return list;
  }

  InlineContent inline_content(int depth) {
    const bool is_deep = depth >= kDeepest;
    switch (is_deep ? 0 : choices_.below(26)) {
      case 1:
        return SoftBreak{};
      case 2:
        return LineBreak{};
      case 3:
        return Emphasis{inlines(depth + 2)};
      case 4:
        return Strong{inlines(depth + 2)};
      case 5:
        return SmallCapitals{inlines(depth + 2)};
      case 6:
        return Strike{inlines(depth + 2)};
      case 7:
        return Underline{inlines(depth + 2)};
      case 8:
        return Superscript{inlines(depth + 2)};
      case 9:
        return Subscript{inlines(depth + 2)};
      case 10:
        return Quotation{inlines(depth + 2)};
      case 11:
        return Code{text()};
      case 12:
        return Math{choices_.one_in(4) ? Math::Kind::Display : Math::Kind::Inline, one_of(kTex)};
      case 13:
        return link(depth);
      case 14:
        return image();
      case 15:
      case 16:
        return mark();
      case 17:
        return Citation{{}, Citation::Form::Parenthetical, inlines(depth + 2)};
      case 18:
        return Span{inlines(depth + 2)};
      case 19:
        return Span{};
      default:
        return Text{text()};
    }
  }

  InlineContent link(int depth) {
    if (is_in_link_) return Span{inlines(depth + 2)};
    is_in_link_ = true;
    Link made{{LinkTarget::Kind::Unresolved, one_of(kTargets), "", ""}, "", inlines(depth + 2)};
    is_in_link_ = false;
    return made;
  }

  InlineContent image() {
    return Image{one_of(kImages), "", "", choices_.one_in(2) ? text() : "", one_of(kWidths)};
  }

  InlineContent mark() {
    if (labels_.empty()) return Text{text()};
    return NoteReference{one_of(labels_)};
  }

  Blocks blocks(int depth) {
    Blocks list;
    for (std::size_t count = choices_.below(4); count > 0; --count) list.push_back(block(depth));
    if (list.empty()) list.push_back({Paragraph{inlines(depth)}, {}, {}});
    return list;
  }

  Block block(int depth) {
    ++block_count_;
    return {block_content(depth), attributes(), {}};
  }

  BlockContent block_content(int depth) {
    const bool is_leaf = depth >= kDeepest || block_count_ > kMostBlocks;
    switch (is_leaf ? 0 : choices_.below(20)) {
      case 1:
      case 2:
        return Heading{1 + static_cast<int>(choices_.below(6)), inlines(depth)};
      case 3:
      case 4:
        return list(depth);
      case 5:
        return definitions(depth);
      case 6:
        return BlockQuotation{blocks(depth + 2), choices_.one_in(2) ? inlines(depth) : Inlines()};
      case 7:
        return verse(depth);
      case 8:
        return code();
      case 9:
      case 10:
        return table(depth);
      case 11:
        return Figure{blocks(depth + 2), choices_.one_in(2) ? blocks(depth + 4) : Blocks(),
                      choices_.one_in(3) ? inlines(depth) : Inlines()};
      case 12:
        return ThematicBreak{};
      case 13:
        return MathBlock{one_of(kTex)};
      case 14:
        return Callout{choices_.one_in(2) ? "note" : "details", inlines(depth), blocks(depth + 2)};
      case 15:
        return Division{static_cast<Division::Role>(choices_.below(7)), blocks(depth + 2)};
      case 16:
        return Dropped{"left out", "a test"};
      default:
        return Paragraph{inlines(depth)};
    }
  }

  BlockContent list(int depth) {
    List made;
    made.kind = choices_.one_in(2) ? List::Kind::Ordered : List::Kind::Bullet;
    made.style = static_cast<List::Style>(choices_.below(5));
    made.start = choices_.one_in(8) ? 2'000'000'000 : static_cast<int>(choices_.below(200));
    made.is_tight = choices_.one_in(2);
    for (std::size_t count = 1 + choices_.below(5); count > 0; --count) {
      made.items.push_back({static_cast<ListItem::Task>(choices_.below(3)), blocks(depth + 2), {}});
    }
    return made;
  }

  BlockContent definitions(int depth) {
    DefinitionList made;
    for (std::size_t count = 1 + choices_.below(3); count > 0; --count) {
      DefinitionItem item{inlines(depth), {}};
      for (std::size_t more = choices_.below(3); more > 0; --more) {
        item.definitions.push_back(blocks(depth + 2));
      }
      made.items.push_back(std::move(item));
    }
    return made;
  }

  BlockContent verse(int depth) {
    Verse made;
    for (std::size_t count = 1 + choices_.below(3); count > 0; --count) {
      std::vector<VerseLine> stanza;
      for (std::size_t lines = 1 + choices_.below(6); lines > 0; --lines) {
        stanza.push_back({static_cast<int>(choices_.below(20)), inlines(depth)});
      }
      made.stanzas.push_back(std::move(stanza));
    }
    return made;
  }

  BlockContent code() {
    CodeBlock made;
    const std::size_t line_count = choices_.one_in(4) ? choices_.byte() : choices_.below(6);
    for (std::size_t i = 0; i < line_count; ++i) {
      made.text += std::string(choices_.below(8), ' ') + text() + "\n";
    }
    return made;
  }

  BlockContent table(int depth) {
    Table made;
    made.columns.resize(1 + choices_.below(choices_.one_in(6) ? kMostColumns : 5));
    for (Alignment& alignment : made.columns) {
      alignment = static_cast<Alignment>(choices_.below(4));
    }
    if (choices_.one_in(2)) made.head = rows(made.columns.size(), 1 + choices_.below(2), depth);
    made.body = rows(made.columns.size(), choices_.below(choices_.one_in(6) ? 60 : 5), depth);
    if (choices_.one_in(3)) made.caption = blocks(depth + 4);
    return made;
  }

  // Cells that fill the columns; some reach over others, down and to the right.
  std::vector<TableRow> rows(std::size_t columns, std::size_t row_count, int depth) {
    std::vector<TableRow> made(row_count);
    std::vector<std::size_t> covered(columns, 0);  // rows that are still covered, by column
    for (std::size_t row = 0; row < row_count; ++row) {
      for (std::size_t column = 0; column < columns;) {
        if (covered[column] > 0) {
          --covered[column++];
          continue;
        }
        std::size_t width = 1;
        const std::size_t wished = choices_.one_in(8) ? 1 + choices_.below(4) : 1;
        while (width < wished && column + width < columns && covered[column + width] == 0) ++width;
        const std::size_t height = choices_.one_in(8) ? 1 + choices_.below(row_count - row) : 1;
        TableCell cell;
        cell.column_span = static_cast<int>(width);
        cell.row_span = static_cast<int>(height);
        cell.is_header = choices_.one_in(6);
        cell.alignment = static_cast<Alignment>(choices_.below(4));
        if (!choices_.one_in(6)) cell.blocks = blocks(depth + 4);
        made[row].cells.push_back(std::move(cell));
        std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(column), width, height - 1);
        column += width;
      }
    }
    return made;
  }

  Choices& choices_;
  std::vector<std::string> labels_;
  std::size_t block_count_ = 0;
  bool is_in_link_ = false;
};

}  // namespace

Document random_document(Choices& choices, std::string path) {
  return Maker(choices).document(std::move(path));
}

}  // namespace garland::fuzz
