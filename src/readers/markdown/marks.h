// Signs that stand for others while cmark-gfm parses, so that it reads what CommonMark 0.31 and our
// dialect mean. They are control characters: no source has these, decoding leaves them out.
// markdown/preparation.h sets most of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace garland {

// Stands for the first "-" below a table's head.
constexpr char kNoTable = '\x02';

// Stands for a "[" that is one too many.
constexpr char kNoBracket = '\x03';

// Stands for the "&" of a number that CommonMark finds too long for a character's.
constexpr char kNoEntity = '\x05';

// Stands for a "-" in a comment, which may hold two of them (CommonMark 0.31); and for the text of
// a comment that is none, "<!-->" or "<!--->", in "<?…?>".
constexpr char kCommentDash = '\x0e';

// Stands on a blank line inside <textarea>, which would end there for cmark-gfm.
constexpr char kBlankLine = '\x0f';

// Puts a sign of punctuation between the signs of emphasis in `text`, from `begin` on, and any
// symbol beside them ("**Hint:**🎉"): since CommonMark 0.31 symbols count as punctuation (2.1,
// Unicode punctuation character), but not to cmark-gfm.
void fence_symbols(std::string& text, std::size_t begin);

// Puts back all that stands for something else.
std::string without_marks(std::string_view text);

// Whether a piece of marked HTML is "<!-->" or "<!--->", which hides nothing.
bool is_empty_comment(std::string_view html);

}  // namespace garland
