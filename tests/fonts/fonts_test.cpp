#include "fonts/fonts.h"

#include <doctest/doctest.h>

#include <array>
#include <thread>

#include "base/files.h"
#include "fonts/cff.h"
#include "fonts/shaping_language.h"
#include "support/temporary_folder.h"

using namespace garland;

namespace {

FontLibrary& library() {
  static const auto kLibrary = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml");
  REQUIRE_MESSAGE(kLibrary.ok(), (kLibrary.ok() ? "" : kLibrary.error().message));
  return **kLibrary;
}

std::vector<ShapedGlyph> shape(const FontRequest& request, const Features& features,
                               std::string_view text) {
  return library().shape(library().face(request), features, text, "Latn", "en",
                         Direction::LeftToRight);
}

int width(const std::vector<ShapedGlyph>& glyphs) {
  int sum = 0;
  for (const ShapedGlyph& glyph : glyphs) sum += glyph.x_advance;
  return sum;
}

std::string face_names(const FontRequest& request, std::string_view text,
                       std::string_view language = "") {
  std::string names;
  for (const FaceRun& run : library().itemize(request, text, language)) {
    if (!names.empty()) names += " | ";
    names += library().family_name(run.face);
  }
  return names;
}

}  // namespace

TEST_CASE("every style of a family has a face of its own where the family has a file for it") {
  const FontRequest regular{"serif", Weight::Regular, Slant::Upright};
  const FontRequest italic{"serif", Weight::Regular, Slant::Italic};
  const FontRequest bold{"serif", Weight::Bold, Slant::Upright};
  const FontRequest bold_italic{"serif", Weight::Bold, Slant::Italic};
  const std::set<FaceId> faces = {library().face(regular), library().face(italic),
                                  library().face(bold), library().face(bold_italic)};
  CHECK(faces.size() == 4);
  CHECK(library().metrics(library().face(bold)).weight > 500);
  CHECK(library().metrics(library().face(italic)).italic_angle < 0);
  CHECK(library().face({"Linux Libertine"}) == library().face(regular));
  CHECK(library().face({"no such family"}) == library().face(regular));
}

TEST_CASE("a sans bold italic without a file is the bold") {
  CHECK(library().face({"sans", Weight::Bold, Slant::Italic}) ==
        library().face({"sans", Weight::Bold, Slant::Upright}));
}

TEST_CASE("metrics are those of the file") {
  const FaceMetrics& serif = library().metrics(library().face({"serif"}));
  CHECK(serif.units_per_em == 1000);
  CHECK(serif.is_serif);
  CHECK_FALSE(serif.is_fixed_pitch);
  CHECK(serif.x_height > 400);
  CHECK(serif.cap_height > serif.x_height);
  CHECK(serif.ascender > serif.cap_height);
  CHECK(serif.descender < 0);
  CHECK(serif.box[2] > serif.box[0]);
  CHECK(library().metrics(library().face({"mono"})).is_fixed_pitch);
}

TEST_CASE("shaping forms ligatures, kerns and gives clusters") {
  const auto ligature = shape({"serif"}, {}, "office");
  CHECK(ligature.size() < 6);
  Features plain;
  plain.ligatures = false;
  CHECK(shape({"serif"}, plain, "office").size() == 6);
  const int kerned = width(shape({"serif"}, {}, "AV"));
  const int alone = width(shape({"serif"}, {}, "A")) + width(shape({"serif"}, {}, "V"));
  CHECK(kerned < alone);
  CHECK_FALSE(shape({"serif"}, {}, "AV").at(1).is_safe_to_break);
}

TEST_CASE("features choose small capitals and kinds of figures") {
  Features small;
  small.small_capitals = true;
  CHECK(shape({"serif"}, small, "a").at(0).glyph != shape({"serif"}, {}, "a").at(0).glyph);
  CHECK(shape({"serif"}, small, "A").at(0).glyph == shape({"serif"}, {}, "A").at(0).glyph);
  small.all_small_capitals = true;
  CHECK(shape({"serif"}, small, "A").at(0).glyph != shape({"serif"}, {}, "A").at(0).glyph);
  Features lining;
  lining.old_style_figures = false;
  CHECK(shape({"serif"}, lining, "3").at(0).glyph != shape({"serif"}, {}, "3").at(0).glyph);
}

TEST_CASE("remembered words are the same as fresh ones") {
  const auto first = shape({"serif"}, {}, "remembered");
  CHECK(shape({"serif"}, {}, "remembered") == first);
  CHECK(shape({"serif", Weight::Bold}, {}, "remembered") != first);
}

TEST_CASE("a soft hyphen inside a word leaves no glyph") {
  CHECK(shape({"serif"}, {}, "a\u00ADb").size() == 2);
}

TEST_CASE("right-to-left text comes in visual order") {
  const std::string_view text = "\u05D0\u05D1\u05D2";
  const auto runs = library().itemize({"serif"}, text);
  REQUIRE(runs.size() == 1);
  const auto glyphs = library().shape(runs[0].face, {}, text, "Hebr", "he", Direction::RightToLeft);
  REQUIRE(glyphs.size() == 3);
  CHECK(glyphs[0].cluster == 4);
  CHECK(glyphs[2].cluster == 0);
}

TEST_CASE("text goes to faces that have its characters") {
  struct Row {
    std::string_view text, language, names;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"plain English", "en", "Linux Libertine"},
           {"naïve — “quoted” … ‰ ½", "en", "Linux Libertine"},
           {"Ελληνικά и русский", "el", "Linux Libertine"},
           {"a\u0301 e\u0304\u0301", "en", "Linux Libertine"},
           {"see 漢字 here", "en", "Linux Libertine | NotoSerifCJK | Linux Libertine"},
           {"他说：“你好。”", "zh", "NotoSerifCJK"},
           {"مرحبا بالعالم 123.", "ar", "NotoNaskhArabic"},
           {"नमस्ते दुनिया", "hi", "NotoSerifDevanagari"},
           {"It ends ।", "hi", "Linux Libertine | NotoSerifDevanagari"},
           {"नमस्ते world ।", "en", "NotoSerifDevanagari | Linux Libertine | NotoSerifDevanagari"},
           {"price ₿ \U0001F680", "en",
            "Linux Libertine | NotoSerif | Linux Libertine | Symbola_hint"},
           {"a \U000F0000 b", "en", "Linux Libertine"},
           {"สวัสดี", "th", "NotoSerifThai"}}) {
    CAPTURE(row.text);
    CHECK(face_names({"serif"}, row.text, row.language) == row.names);
  }
}

TEST_CASE("every family has a visible stand-in for what no face has") {
  for (const char* family : {"serif", "sans", "mono", "pagella", "heros"}) {
    CAPTURE(family);
    const FaceRun run = library().itemize({family}, "\U000F0000").at(0);
    CHECK_FALSE(library().has_character(run.face, 0xF0000));
    CHECK(library().stand_in(run.face) != 0);
  }
}

TEST_CASE("the language chooses the drawing of Han characters") {
  const auto face_for = [](std::string_view language) {
    return library().itemize({"serif"}, "漢字", language).at(0).face;
  };
  CHECK(face_for("ja") != face_for("zh"));
  CHECK(face_for("zh-Hant-TW") != face_for("zh-Hans"));
  CHECK(face_for("en") == face_for("zh"));
  CHECK(face_for("zh-TW") == face_for("zh-Hant"));
}

TEST_CASE("signs of many kinds have a face") {
  for (const std::string_view sign :
       {"→", "∑", "∀", "♪", "☃", "✓", "█", "┼", "①", "⠿", "𝔸", "😀", "♔", "𝄞"}) {
    CAPTURE(sign);
    const auto runs = library().itemize({"serif"}, sign);
    REQUIRE(runs.size() == 1);
    const auto glyphs =
        library().shape(runs[0].face, {}, sign, "Zyyy", "en", Direction::LeftToRight);
    REQUIRE_FALSE(glyphs.empty());
    CHECK(glyphs[0].glyph != 0);
  }
}

TEST_CASE("runs cover the text and keep marks with their base") {
  const std::string text = "a漢\u0301b \U000F0000 ع\u064Fx";
  std::size_t expected = 0;
  for (const FaceRun& run : library().itemize({"sans"}, text)) {
    CHECK(run.begin_offset == expected);
    CHECK(run.end_offset > run.begin_offset);
    CHECK(run.begin_offset != 4);  // between the Han character and its mark
    expected = run.end_offset;
  }
  CHECK(expected == text.size());
  CHECK(library().itemize({"serif"}, "").empty());
}

TEST_CASE("a subset of a CFF face is its bare table with the glyphs renumbered") {
  const auto glyphs = shape({"serif"}, {}, "office");
  std::set<std::uint32_t> wanted;
  for (const ShapedGlyph& glyph : glyphs) wanted.insert(glyph.glyph);
  const FaceId face = library().face({"serif"});
  const auto program = library().subset(face, wanted);
  REQUIRE(program.ok());
  CHECK(program->kind == FontProgram::Kind::Cff);
  CHECK(program->bytes.substr(0, 2) == std::string("\x01\x00", 2));
  CHECK(program->bytes.size() < 20000);
  CHECK(program->postscript_name == "LinLibertineO");
  CHECK(program->glyphs.size() == wanted.size() + 1);
  CHECK(program->glyphs.at(0) == 0);
  CHECK(program->glyphs.rbegin()->second == wanted.size());
  CHECK(library().subset(face, wanted)->bytes == program->bytes);
}

TEST_CASE("a subset of a TrueType face is a font file") {
  const FaceId face = library().face({"mono"});
  const auto glyphs = shape({"mono"}, {}, "code");
  const auto program = library().subset(face, {glyphs[0].glyph});
  REQUIRE(program.ok());
  CHECK(program->kind == FontProgram::Kind::TrueType);
  CHECK(program->bytes.find("glyf") < 200);
  CHECK(program->bytes.size() < 10000);
}

TEST_CASE("glyphs of a CID-keyed subset are named by their CIDs") {
  const auto runs = library().itemize({"serif"}, "漢字", "ja");
  REQUIRE(runs.size() == 1);
  const auto glyphs =
      library().shape(runs[0].face, {}, "漢字", "Hani", "ja", Direction::LeftToRight);
  REQUIRE(glyphs.size() == 2);
  const auto program = library().subset(runs[0].face, {glyphs[0].glyph, glyphs[1].glyph});
  REQUIRE(program.ok());
  CHECK(program->kind == FontProgram::Kind::Cff);
  CHECK(program->bytes.size() < 100000);
  const auto cids = cff_glyph_cids(program->bytes, 3);
  REQUIRE(cids.size() == 3);
  CHECK(program->glyphs.at(glyphs[0].glyph) == cids[glyphs[0].glyph < glyphs[1].glyph ? 1 : 2]);
  CHECK(cids[1] > 2);
}

TEST_CASE("of a language tag fonts are told what OpenType distinguishes") {
  struct Row {
    const char* tag;
    const char* language;
  };
  const Row rows[] = {{"", ""},
                      {"en", "en"},
                      {"en-GB", "en"},
                      {"EN-x-aaaa", "en"},
                      {"de-1996-u-co-phonebk", "de"},
                      {"zh-Hant-HK", "zh-hant-hk"},
                      {"zh-HK-Hant-HK", "zh-hant-hk"},
                      {"zh-CN", "zh"},
                      {"zh-u-hk", "zh"},
                      {"ro-MD", "ro-md"},
                      {"ru-MD", "ru"},
                      {"el-polyton", "el-polyton"},
                      {"-", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.tag);
    CHECK(shaping_language(row.tag) == row.language);
  }
}

TEST_CASE("damaged CFF data gives no CIDs, or one for each glyph") {
  const auto program = library().subset(library().itemize({"serif"}, "漢", "ja").at(0).face, {500});
  REQUIRE(program.ok());
  REQUIRE(cff_glyph_cids(program->bytes, 2).size() == 2);
  CHECK(cff_glyph_cids("", 2).empty());
  CHECK(cff_glyph_cids(program->bytes.substr(0, 40), 2).empty());
  CHECK(cff_glyph_cids(std::string(program->bytes.size(), '\xFF'), 2).empty());
  const auto is_none_or_all = [](const std::string& bytes) {
    const std::size_t count = cff_glyph_cids(bytes, 2).size();
    return count == 0 || count == 2;
  };
  for (std::size_t size = 0; size < program->bytes.size(); size += 97) {
    CAPTURE(size);
    CHECK(is_none_or_all(program->bytes.substr(0, size)));
    std::string noisy = program->bytes;
    noisy[size] = static_cast<char>(noisy[size] ^ 0x5A);
    CHECK(is_none_or_all(noisy));
  }
}

TEST_CASE("an outline is closed and lies in the face's box") {
  const FaceId face = library().face({"serif"});
  const auto steps = library().glyph_outline(face, shape({"serif"}, {}, "o").at(0).glyph);
  REQUIRE(steps.size() > 4);
  CHECK(steps.front().kind == OutlineStep::Kind::Move);
  CHECK(steps.back().kind == OutlineStep::Kind::Close);
  CHECK(steps.front().x[0] >= library().metrics(face).box[0]);
  CHECK(steps.front().x[0] <= library().metrics(face).box[2]);
}

TEST_CASE("threads that use a fresh library together see the same glyphs") {
  const auto fresh = FontLibrary::open(GARLAND_ROOT "/fonts/fonts.yaml");
  REQUIRE(fresh.ok());
  FontLibrary& fonts = **fresh;
  std::vector<std::vector<ShapedGlyph>> results(4);
  std::vector<std::thread> threads;
  for (auto& result : results) {
    threads.emplace_back([&fonts, &result] {
      for (const FaceRun& run : fonts.itemize({"serif"}, "words 漢字 עברית", "en")) {
        for (int i = 0; i < 50; ++i) {
          fonts.shape_into(run.face, {}, std::to_string(i), "Latn", "en", Direction::LeftToRight,
                           result);
        }
        fonts.metrics(run.face);
        fonts.glyph_outline(run.face, 5);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& result : results) CHECK(result == results.front());
}

TEST_CASE("a list that names missing files or none, or is not there, is refused with a reason") {
  CHECK_FALSE(FontLibrary::open(GARLAND_ROOT "/fonts/no-such-file.yaml").ok());
  struct Row {
    const char* yaml;
    const char* message;
  };
  const Row rows[] = {
      {"folders: [.]\nfamilies: {serif: {kind: serif, regular: gone.otf}}\n",
       "the font file \"gone.otf\" of the family \"serif\" is not installed"},
      {"families: {serif: {kind: serif}}\n", "the family \"serif\" names no font file"},
      {"families: {serif: {kind: round, regular: a.otf}}\n",
       "the family \"serif\" has no known kind"},
      {"folders: [.]\n", "the font list names no family"}};
  for (const Row& row : rows) {
    CAPTURE(row.yaml);
    const TemporaryFolder folder;
    folder.write("fonts.yaml", row.yaml);
    const auto opened = FontLibrary::open(folder.path() / "fonts.yaml");
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message == row.message);
    CHECK_FALSE(opened.error().help.empty());
  }
}

TEST_CASE("a list whose family has a damaged file is refused by that file's name") {
  const TemporaryFolder folder;
  folder.write("fonts.yaml",
               "folders: [.]\nfamilies: {serif: {kind: serif, regular: broken.otf}}\n");
  for (const char* bytes : {"", "no font at all", "OTTO\x7F\xFF", "\x89PNG\r\n\x1A\n"}) {
    CAPTURE(bytes);
    folder.write("broken.otf", bytes);
    const auto opened = FontLibrary::open(folder.path() / "fonts.yaml");
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message == "the font file \"broken.otf\" is damaged");
  }
}

namespace {

// The bytes of the serif's regular face, with this in the bits that say what its maker allows.
std::string face_allowing(unsigned bits) {
  const std::string line = library().describe().front();
  const auto file = read_file(line.substr(line.find('/')), 1 << 24);
  REQUIRE(file.ok());
  std::string bytes = *file;
  const std::size_t record = bytes.find("OS/2");
  std::size_t offset = 0;
  for (std::size_t i = 8; i < 12; ++i) {
    offset = offset << 8 | static_cast<unsigned char>(bytes.at(record + i));
  }
  bytes.at(offset + 8) = static_cast<char>(bits >> 8);
  bytes.at(offset + 9) = static_cast<char>(bits & 0xFF);
  return bytes;
}

// A library whose serif is this font file alone.
std::unique_ptr<FontLibrary> library_of(const TemporaryFolder& folder, const std::string& bytes) {
  folder.write("fonts.yaml", "folders: [.]\nfamilies: {serif: {kind: serif, regular: one.otf}}\n");
  folder.write("one.otf", bytes);
  auto opened = FontLibrary::open(folder.path() / "fonts.yaml");
  REQUIRE_MESSAGE(opened.ok(), (opened.ok() ? "" : opened.error().message));
  return std::move(opened).value();
}

}  // namespace

TEST_CASE("a font file is cut to some characters, and other programs set these as well") {
  const std::set<char32_t> characters{U'a', U'f', U'i', U'1', U'ж', U'字'};
  const FaceId face = library().face({"serif"});
  const auto file = library().font_file(face, characters);
  REQUIRE(file.ok());
  CHECK(file->kind == FontFile::Kind::OpenType);
  CHECK(file->bytes.size() < 20'000);
  CHECK(library().font_file(face, characters)->bytes == file->bytes);

  const TemporaryFolder folder;
  const std::unique_ptr<FontLibrary> cut = library_of(folder, file->bytes);
  const FaceId own = cut->face({"serif"});
  CHECK(cut->has_character(own, U'ж'));
  CHECK_FALSE(cut->has_character(own, U'b'));
  CHECK_FALSE(cut->has_character(own, U'字'));  // the face never had it
  const auto shaped = [&](const Features& features, std::string_view text) {
    return cut->shape(own, features, text, "Latn", "en", Direction::LeftToRight);
  };
  CHECK(shaped({}, "fi").size() == 1);
  Features small_capitals;
  small_capitals.small_capitals = true;
  CHECK(shaped(small_capitals, "a")[0].glyph != shaped({}, "a")[0].glyph);
  Features lining;
  lining.old_style_figures = false;
  CHECK(shaped(lining, "1")[0].glyph != shaped({}, "1")[0].glyph);
}

TEST_CASE("a face whose maker forbids to embed it, or a part of it, goes into no book") {
  struct Case {
    unsigned bits;
    bool is_allowed;
  };
  const std::array<Case, 8> cases{{{0x0000, true},
                                   {0x0004, true},
                                   {0x0008, true},
                                   {0x0006, true},
                                   {0x0002, false},
                                   {0x0100, false},
                                   {0x0104, false},
                                   {0x0200, false}}};
  for (const Case& one : cases) {
    CAPTURE(one.bits);
    const TemporaryFolder folder;
    const std::unique_ptr<FontLibrary> fonts = library_of(folder, face_allowing(one.bits));
    const FaceId face = fonts->face({"serif"});
    const auto file = fonts->font_file(face, {U'a'});
    CHECK(file.ok() == one.is_allowed);
    if (!file.ok()) CHECK(file.error().message.find("\"one.otf\"") != std::string::npos);
    const auto program = fonts->subset(face, {1});
    CHECK(program.ok() == one.is_allowed);
    if (!program.ok()) CHECK(program.error().message == file.error().message);
  }
}

TEST_CASE("the description names a file for every style of every family") {
  const auto lines = library().describe();
  CHECK(lines.size() > 100);
  CHECK(lines.front().find("serif: Linux Libertine regular: ") == 0);
}
