#include "book/title_lines.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("editors and identifier are printed alike in both books") {
  BookMetadata metadata;
  CHECK(editors_line(metadata, Words("en")).empty());
  metadata.editors = {{"Jane Roe", "", "", "", Role::Editor},
                      {"", "", "", "", Role::Editor},
                      {"John Poe", "", "", "", Role::Editor}};
  CHECK(editors_line(metadata, Words("en")) == "Edited by Jane Roe and John Poe");
  CHECK(editors_line(metadata, Words("de")) == "Herausgegeben von Jane Roe und John Poe");
  metadata.identifier = "urn:isbn:978-3-16-148410-0";
  CHECK(identifier_line(metadata) == "ISBN 978-3-16-148410-0");
  metadata.identifier = "urn:uuid:1";
  CHECK(identifier_line(metadata) == "urn:uuid:1");
}
