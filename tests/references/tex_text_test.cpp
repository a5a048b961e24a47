#include "references/tex_text.h"

#include <doctest/doctest.h>

#include <string>

using namespace garland;

TEST_CASE("TeX's accents, letters and punctuation become Unicode") {
  struct Case {
    std::string tex;
    const char* expected;
  };
  const Case cases[] = {
      {R"({\"O}zge)", "Özge"},
      {R"(Aks{\i}n)", "Aksın"},
      {R"(\'\i)", "í"},
      {R"({\c{C}}etinkaya)", "Çetinkaya"},
      {R"(Eccl{\'e}siastique)", "Ecclésiastique"},
      {R"(Stra\ss e, \O re)", "Straße, Øre"},
      {R"(\v{S}koda \H o)", "Škoda ő"},
      {R"(D.~E. Knuth)", "D.\u00A0E. Knuth"},
      {R"(1--2 --- ``so'')", "1–2 — “so”"},
      {R"(R\&D at 5\%)", "R&D at 5%"},
      {R"(\emph{De {Anima}} now)", "<i>De Anima</i> now"},
      {R"(\unknown{kept} text)", "kept text"},
      {R"({Unbalanced \emph{here)", "Unbalanced <i>here</i>"},
      {R"(a } b)", "a b"},
      {"\\", ""},
      {"two\n   lines", "two lines"},
      {R"(\"{ö})", "ö\u0308"},
  };
  for (const Case& c : cases) {
    INFO("TeX: ", c.tex);
    CHECK(text_from_tex(c.tex) == c.expected);
  }
}

TEST_CASE("ten thousand open braces are read in one go") {
  std::string tex;
  for (int i = 0; i < 10000; ++i) tex += "\\emph{";
  CHECK(text_from_tex(tex + "x").find('x') != std::string::npos);
}
