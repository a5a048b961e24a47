#include "base/unicode.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("sources in any encoding become clean UTF-8") {
  struct Case {
    std::string bytes;
    std::string text;
  };
  using namespace std::string_literals;
  const Case cases[] = {
      {"plain\r\nlines\rhere", "plain\nlines\nhere"},
      {"\xEF\xBB\xBFmark", "mark"},
      {"\xFF\xFEh\0i\0"s, "hi"},
      {"a\0b\x07"s, "ab"},
      {"caf\xE9 cr\xE8me br\xFBl\xE9\x65 pour la premi\xE8re fois \xE0 l'\xE9t\xE9",
       "café crème brûlée pour la première fois à l'été"},
      {"na\xC3\xAFve ol\xC3\xA9 \xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 "
       "\xFF",
       "naïve olé éééééééé \uFFFD"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    CHECK(decode_text(one.bytes).text == one.text);
  }
  CHECK(decode_text("a\nb\0"s).first_trouble_line == 2);
  CHECK(decode_text("a\nb\0"s).removed_count == 1);
}

TEST_CASE("a page is read in the encoding that it says itself, unless it is UTF-8") {
  using namespace std::string_literals;
  const std::string bytes = "<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>";
  const struct {
    std::string head;
    const char* encoding;
    const char* words;
  } cases[] = {
      {"<meta charset=windows-1251>", "windows-1251", "Привет"},
      {"<html><META http-equiv=Content-Type content='text/html; charset=KOI8-R'>", "koi8-r",
       "оПХБЕР"},
      {"<?xml version='1.0' encoding='windows-1251'?>", "windows-1251", "Привет"},
      {"<meta charset=latin1>", "windows-1252", "Ïðèâåò"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.head);
    const DecodedText decoded = decode_text(one.head + bytes);
    CHECK(decoded.encoding == one.encoding);
    CHECK(!decoded.was_guessed);
    CHECK(decoded.text.find(one.words) != std::string::npos);
  }
  CHECK(decode_text("<meta charset=windows-1251><p>Привет").text.ends_with("Привет"));
  CHECK(decode_text("<meta charset=utf-8>"s + bytes).was_guessed);
  CHECK(decode_text("<meta charset=nonsense>"s + bytes).was_guessed);
  CHECK(decode_text("charset=windows-1252 "s + bytes).was_guessed);  // no page
}

TEST_CASE("pictures and programs are no text") {
  CHECK(looks_binary("\x89PNG\r\n\x1A\n"));
  CHECK(looks_binary(std::string(100, '\x01')));
  CHECK_FALSE(looks_binary("A text with a stray \x01 mark, and more words after it."));
  CHECK_FALSE(looks_binary(""));
}

TEST_CASE("an article may begin with the words that pictures and PDF begin with") {
  CHECK_FALSE(looks_binary("GIF89a was the first format to move."));
  CHECK_FALSE(looks_binary("%PDF-1.7 is what the file says of itself."));
  CHECK_FALSE(looks_binary("GIF8 — short for nothing"));
  CHECK(looks_binary(std::string_view("GIF89a\x01\x00\x01\x00", 10)));
  CHECK(looks_binary("%PDF-1.4\n1 0 obj\n<< >>\nendobj\n"));
  CHECK(looks_binary("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n"));
}

TEST_CASE("slugs are words joined by hyphens") {
  CHECK(slug("How Do We Fall in Love?") == "how-do-we-fall-in-love");
  CHECK(slug("Élan vital — l’œuvre") == "elan-vital-loeuvre");
  CHECK(slug("日本 語") == "日本-語");
  CHECK(slug("?!") == "");
  CHECK(slug("Straße") == "strasse");
}

TEST_CASE("white space is collapsed and trimmed by Unicode's measure") {
  CHECK(collapse_spaces("\u00A0a\u2003\n b ") == "a b");
  CHECK(trim("\u3000a b\t") == "a b");
  CHECK(trim(" \n") == "");
}

TEST_CASE("lines may end where annex 14 says") {
  const auto breaks = line_breaks("one two-three\nfour", "en");
  std::vector<std::size_t> offsets;
  for (const auto& opportunity : breaks) offsets.push_back(opportunity.offset);
  CHECK(offsets == std::vector<std::size_t>{4, 8, 14, 18});
  CHECK(breaks[2].is_mandatory);
}

TEST_CASE("right-to-left text is found and ordered") {
  const std::string text = "abc \u05D0\u05D1 12";
  const auto runs = bidi_runs(text, Direction::LeftToRight);
  REQUIRE(runs.size() >= 2);
  CHECK(runs[0].level == 0);
  CHECK(runs[1].begin_offset == 4);
  CHECK(runs[1].level == 1);
  CHECK(bidi_runs("plain “quoted” text", Direction::LeftToRight).size() == 1);
  CHECK(visual_order({0, 1, 1, 0}) == std::vector<std::size_t>{0, 2, 1, 3});
  CHECK(direction_of_language("ar") == Direction::RightToLeft);
  CHECK(direction_of_language("he-IL") == Direction::RightToLeft);
  CHECK(direction_of_language("de") == Direction::LeftToRight);
}

TEST_CASE("scripts run together with their common characters") {
  const auto runs = script_runs("«ab 1» \u0430\u0431.");
  REQUIRE(runs.size() == 2);
  CHECK(runs[0].script == "Latn");
  CHECK(runs[1].script == "Cyrl");
  CHECK(runs[1].end_offset == std::string("«ab 1» \u0430\u0431.").size());
}

TEST_CASE("alphabetical order is the language's") {
  CHECK(collation_key("Öl", "sv") > collation_key("Zoo", "sv"));
  CHECK(collation_key("Öl", "de") < collation_key("Zoo", "de"));
  CHECK(collation_key("apple", "en") < collation_key("Banana", "en"));
}

TEST_CASE("lists file a text by its first letter or digit") {
  CHECK(filed_text("“The sea”") == "The sea”");
  CHECK(filed_text("… 12 men") == "12 men");
  CHECK(filed_text("—").empty());
  const std::vector<std::string> texts = {"“ähre”", "Åland", "42", "", "яма", "zoo"};
  CHECK(index_letters(texts, "de") == std::vector<std::string>{"A", "A", "", "", "Я", "Z"});
  CHECK(index_letters(texts, "sv") == std::vector<std::string>{"Ä", "Å", "", "", "Я", "Z"});
  CHECK(index_letters(texts, "no language") == index_letters(texts, ""));
}

TEST_CASE("characters of ASCII are what Unicode says they are") {
  const std::string spaces = " \t\n\v\f\r";
  const std::string signs = "!\"#%&'()*,-./:;?@[\\]_{}";  // "$+<=>^`|~" are symbols
  for (char32_t c = 0; c < 128; ++c) {
    CAPTURE(static_cast<unsigned>(c));
    const char byte = static_cast<char>(c);
    const bool is_small = byte >= 'a' && byte <= 'z';
    const bool is_capital = byte >= 'A' && byte <= 'Z';
    CHECK(is_space(c) == (spaces.find(byte) != std::string::npos));
    CHECK(is_letter(c) == (is_small || is_capital));
    CHECK(is_upper(c) == is_capital);
    CHECK(is_digit(c) == (byte >= '0' && byte <= '9'));
    CHECK(is_punctuation(c) == (signs.find(byte) != std::string::npos));
    CHECK_FALSE(is_mark(c));
    CHECK(fold_case(std::string(1, byte)) == to_lower(std::string(1, byte)));
    CHECK(to_lower(to_upper(std::string(1, byte))) == to_lower(std::string(1, byte)));
  }
  CHECK(is_space(0xA0));
  CHECK(is_letter(U'é'));
  CHECK(is_digit(0x0663));
}

TEST_CASE("case is changed by the language's rules where they differ") {
  CHECK(to_lower("TITLE") == "title");
  CHECK(to_upper("title") == "TITLE");
  CHECK(to_lower("TITLE", "tr") == "tıtle");
  CHECK(to_upper("title", "tr") == "TİTLE");
  CHECK(fold_case("STRASSE") == fold_case("straße"));
}

TEST_CASE("folding is the same whatever script stands beside a letter") {
  struct Case {
    std::string_view text;
    std::string_view folded;
  };
  const Case cases[] = {
      {"ÄÖÜ und ẞ", "äöü und ss"},     // beyond the letters of the table
      {"“Ça — ÉTÉ…”", "“ça — été…”"},  // with general punctuation
      {"ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ σίσυφοσ"},
      {"МОСКВА Ґ Ї", "москва ґ ї"},
      {"ŉ İ ΐ", "ʼn i\u0307 \u03B9\u0308\u0301"},  // letters that become several
      {"日本 ÀÉ Ａ ﬁ", "日本 àé ａ fi"},
      {"ԱՐԵՎ և", "արեվ եւ"},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(fold_case(example.text) == example.folded);
  }
}

TEST_CASE("code points are counted alike whether the text is long or short") {
  std::string text;
  for (std::size_t count = 0; count < 40; ++count) {
    CAPTURE(text);
    CHECK(count_code_points(text) == count);
    CHECK(is_valid_utf8(text));
    CHECK_FALSE(is_valid_utf8(text + "\xC3"));
    CHECK_FALSE(is_valid_utf8("\x80" + text));
    text += count % 4 == 0 ? "é" : count % 4 == 1 ? "x" : count % 4 == 2 ? "日" : "𝄞";
  }
}

TEST_CASE("trimming takes white space of any size off both ends and nothing else") {
  CHECK(trim("\u2003\u2003é\u2003x\u2003") == "é\u2003x");
  CHECK(trim("\xFF ") == "\xFF");
  CHECK(trim(" a\x80\x80") == "a\x80\x80");
  CHECK(trim("") == "");
  CHECK(trim("\u3000") == "");
}

TEST_CASE("letters struck over one another become the one that is meant") {
  struct Case {
    std::string_view bytes;
    std::string_view text;
  };
  const Case cases[] = {
      {"N\bNA\bAM\bME\bE", "NAME"},
      {"_\bf_\bi_\bl_\be", "file"},
      {"f\b_i\b_", "fi"},
      {"+\bo item", "o item"},
      {"\xC3\xA9\b\xC3\xA9t\bt", "\xC3\xA9t"},
      {"_\b_x", "_x"},
  };
  for (const Case& item : cases) {
    CAPTURE(item.text);
    const DecodedText decoded = decode_text(item.bytes);
    CHECK(decoded.text == item.text);
    CHECK(decoded.removed_count == 0);
  }
  // A backspace that strikes nothing over is a control character like others.
  CHECK(decode_text("a\bz").text == "az");
  CHECK(decode_text("\bz\n\by\b").removed_count == 3);
}
