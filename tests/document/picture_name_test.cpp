#include "document/picture_name.h"

#include <doctest/doctest.h>

using namespace garland;

TEST_CASE("what programs put in the place of a description is told from one") {
  for (const char* placeholder :
       {"IMG_1234", "IMG_1234.jpg", "DSC01234", "PXL_20240102_123456", "image", "Image 3", "photo",
        "Untitled", "Screenshot 2024-01-02 at 10.12.13", "image (2)", "sea-1", "sea-1.png", "."}) {
    CAPTURE(placeholder);
    CHECK(is_placeholder(placeholder, "img/sea-1.png?w=300"));
  }
  for (const char* description :
       {"", "sea", "The sea", "photo of the sea", "Image of 1234 ships", "Picture postcards", "鯨",
        "H₂O", "1234", "see img.png for the rest"}) {
    CAPTURE(description);
    CHECK_FALSE(is_placeholder(description, "img/sea.png"));
  }
}
