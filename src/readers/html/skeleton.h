// A page's HTML cut down to what decides the shape of its tree. Gumbo takes its time over every
// character, so it is given few: a run of words, and one of white space, become a character each;
// tags lose the attributes that the building of the tree never looks at; comments, styles and
// programs go. Words and attributes are found again by the places that gumbo gives.
//
// What is markup and what is not follows the HTML Standard, section 13.2.5 "Tokenization"; see
// html/tokens.h. Where that hangs on the tree that is not yet built (what may be inside of SVG,
// MathML or a "select"), it is guessed, and the tree tells whether the guess was right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace garland::html {

enum class Detail { Shape, Everything };

struct Skeleton {
  std::string_view html;  // the page
  std::string text;       // what gumbo is to read
  std::vector<std::uint32_t>
      origins;  // of each byte of `text`, in the page; of a tag the first one
  // Where tags stand in `text`, ascending, of elements whose characters were taken for raw text, or
  // for markup, and would be read otherwise if that is wrong.
  std::vector<std::size_t> raw_elements;
  std::vector<std::size_t> plain_elements;
  bool is_whole = false;  // nothing that is shown was shortened
  // False when it is not known what something of the page means, so that all must go into gumbo.
  bool is_certain = true;

  // Where the byte at an offset of `text` stood.
  std::size_t source_offset(std::size_t offset) const;
  // The characters of a text node of which gumbo shows `shown`, from an offset of `text`.
  std::string full_text(std::string_view shown, std::size_t offset) const;
  // The attributes of the start tag at an offset of `text`.
  std::vector<std::pair<std::string, std::string>> attributes(std::size_t offset) const;
  // Whether the guesses were right, given where the tags stand of all elements of HTML in the tree
  // that may hold raw text.
  bool agrees_with(std::vector<std::size_t> raw_in_tree) const;
};

// `html` must be UTF-8 with line ends "\n", and outlive the skeleton. Linear time. In either
// detail, bounds are kept: tags of elements nested deeper than kMaxHtmlDepth go, as do the
// attributes of tags that have more than kMostAttributes (gumbo compares each with all), and an
// unfinished tag or comment is shown as text; formatting that is left open is closed once it would
// be opened again too often. Only Detail::Shape may be uncertain.
Skeleton make_skeleton(std::string_view html, Detail detail);

}  // namespace garland::html
