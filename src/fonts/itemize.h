// Which face shows which part of a text, when the wanted one lacks some of it.
#pragma once

#include <string_view>
#include <vector>

#include "fonts/fonts.h"

namespace garland {

// What the itemizer asks of the library.
class FaceSource {
 public:
  virtual ~FaceSource() = default;
  virtual bool covers(FaceId face, std::string_view text) = 0;
  // Faces that may stand in for a script's characters, best first; then those for any character.
  virtual std::vector<FaceId> script_faces(std::string_view script) = 0;
  virtual std::vector<FaceId> sign_faces() = 0;
  // ISO 15924 code of the script that the text's language is usually written in; may be empty.
  virtual std::string_view language_script() = 0;
};

// Runs covering the text, in order. Signs that all scripts share (spaces, points, figures) go with
// the letters on both sides when these stand in one fallback face that has them, else with
// `primary`. Signs that some scripts share (Script_Extensions of annex 24: the danda) and that
// `primary` lacks go with the last letters of such a script, else with the language's, else with
// the first of these scripts that has a face. What no face has is given to the first face that has
// a replacement character (U+FFFD). Cost linear.
std::vector<FaceRun> itemize_faces(FaceSource& source, FaceId primary, std::string_view text);

}  // namespace garland
