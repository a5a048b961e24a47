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
};

// Runs covering the text, in order. Signs that all scripts share (spaces, points, figures) go with
// the letters on both sides when these stand in one fallback face that has them, else with
// `primary`. Cost linear.
std::vector<FaceRun> itemize_faces(FaceSource& source, FaceId primary, std::string_view text);

}  // namespace garland
