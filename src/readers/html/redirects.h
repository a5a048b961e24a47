// Links that a page leads through somebody else's redirect, which counts who follows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "readers/markup/markup.h"

namespace garland::html {

// The web address that a redirect's address carries whole, in its query ("…/url?q=https://…&sa=U"),
// or as all of it ("…/?https://…"); empty for other addresses. Only what is named as a redirect
// counts: others (a check of a page, its translation, its archived form) are pages of their own.
std::string address_behind(std::string_view address);

// Lets the page's links lead to where their redirects would. `inferences` gets one record of them.
// Cost: linear.
void unwrap_redirects(Markup& page, std::vector<Inference>& inferences);

}  // namespace garland::html
