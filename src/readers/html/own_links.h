// The page's own address, and links by which it leads to its own parts.
#pragma once

#include <string>
#include <string_view>

#include "readers/html/claims.h"
#include "readers/markup/markup.h"

namespace garland::html {

// The address that the program which saved the page has written into a comment at its beginning:
// browsers' "saved from url=(0026)https://…" and SingleFile's "url: https://…". Empty where there
// is none.
std::string_view saved_address(std::string_view html);

// Saved pages have all their addresses in full: those that lead into the page itself, by any of its
// addresses in `claims`, become "#part". Cost: linear.
void shorten_own_links(Markup& page, const Claims& claims);

}  // namespace garland::html
