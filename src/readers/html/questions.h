// Pages of a question and its answers, which say so (schema.org: QAPage, Question, Answer). Both
// are the article; votes, badges and buttons are not.
#pragma once

#include "readers/html/page.h"

namespace garland::html {

// Leaves out what stands in a question or answer, or around them, beside their texts, titles,
// authors, dates and the headings and running text between the posts. A post stays whole where no
// text is marked as its own, and so does the page where none is. Linear.
void leave_out_of_questions(PageMap& page);

}  // namespace garland::html
