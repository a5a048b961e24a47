#include "pdf/page_labels.h"

#include <doctest/doctest.h>

namespace garland {
namespace {

std::string labels(const std::vector<std::string>& folios) {
  std::vector<Page> pages;
  for (const std::string& folio : folios) {
    pages.emplace_back();
    pages.back().label = folio;
  }
  return page_label_tree(pages);
}

TEST_CASE("folios that count on share a range, whatever their numerals") {
  CHECK(labels({"i", "ii", "iii", "iv", "1", "2"}) ==
        "/Nums [0 << /S /r /St 1 >>\n4 << /S /D /St 1 >>\n]");
  CHECK(labels({"VII", "VIII"}) == "/Nums [0 << /S /R /St 7 >>\n]");
  CHECK(labels({"5", "7"}) == "/Nums [0 << /S /D /St 5 >>\n1 << /S /D /St 7 >>\n]");
}

TEST_CASE("folios that are no numbers are kept as they are") {
  CHECK(labels({"", "", "A-1"}) == "/Nums [0 << >>\n2 << /P (A-1) >>\n]");
  CHECK(labels({"iiii", "01"}) == "/Nums [0 << /P (iiii) >>\n1 << /P (01) >>\n]");
}

}  // namespace
}  // namespace garland
