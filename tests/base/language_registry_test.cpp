#include "base/language_registry.h"

#include <doctest/doctest.h>

#include <string>

using namespace garland;

TEST_CASE("languages are those of the registry, common ones and rare ones") {
  for (const char* tag : {"en", "en-GB", "zh-Hant-TW", "de-1996", "gsw", "aaa", "aai", "zza", "iw",
                          "und", "mul", "sr-Latn", "en-x-private"}) {
    CAPTURE(std::string(tag));
    CHECK(is_registered_language(tag));
  }
  for (const char* tag :
       {"", "xx", "zz", "qqq", "qaa", "english", "en-", "en-US-x", "-en", "x-private", "en US"}) {
    CAPTURE(std::string(tag));
    CHECK_FALSE(is_registered_language(tag));
  }
  CHECK_FALSE(is_registered_language("en-" + std::string(2000, 'a')));
}
