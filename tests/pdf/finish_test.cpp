#include "pdf/finish.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("a file that is no PDF, or had to be repaired, is an error that names libqpdf") {
  for (const char* file : {"", "no PDF at all", "%PDF-1.7\n1 0 obj\n<< >>\nendobj\n"}) {
    CAPTURE(file);
    const Result<std::string> finished = finish_pdf(file);
    REQUIRE_FALSE(finished.ok());
    CHECK(finished.error().message.find("libqpdf") != std::string::npos);
  }
}
