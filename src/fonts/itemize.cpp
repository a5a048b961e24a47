#include "fonts/itemize.h"

#include <algorithm>
#include <string>

#include "base/scripts.h"
#include "base/unicode.h"

namespace garland {
namespace {

// A stretch in one face; `is_shared` for signs that belong to no script.
struct Stretch {
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  FaceId face = 0;
  bool is_shared = false;
  bool is_script_fallback = false;
};

bool is_shared_script(std::string_view script) { return script == "Zyyy" || script == "Zinh"; }

class Itemizer {
 public:
  Itemizer(FaceSource& source, FaceId primary, std::string_view text)
      : source_(source), primary_(primary), text_(text) {}

  std::vector<FaceRun> run() {
    collect();
    join_shared();
    std::vector<FaceRun> runs;
    for (const Stretch& stretch : stretches_) {
      if (!runs.empty() && runs.back().face == stretch.face) {
        runs.back().end_offset = stretch.end_offset;
      } else {
        runs.push_back({stretch.begin_offset, stretch.end_offset, stretch.face});
      }
    }
    return runs;
  }

 private:
  // The face of each grapheme by itself.
  void collect() {
    const std::vector<std::size_t> ends = grapheme_boundaries(text_);
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
      if (end == begin) continue;
      Stretch stretch = choose(begin, end);
      if (!stretches_.empty() && stretches_.back().face == stretch.face &&
          stretches_.back().is_shared == stretch.is_shared) {
        stretches_.back().end_offset = end;
      } else {
        stretches_.push_back(stretch);
      }
      begin = end;
    }
  }

  Stretch choose(std::size_t begin, std::size_t end) {
    const std::string_view grapheme = text_.substr(begin, end - begin);
    std::size_t base_end = 0;
    const char32_t first = next_code_point(grapheme, base_end);
    const std::string_view script = script_of(first);
    const bool is_shared = is_shared_script(script);
    if (source_.covers(primary_, grapheme)) {
      has_primary_letters_ = has_primary_letters_ || !is_shared;
      if (!is_shared) note_script(script);
      return {begin, end, primary_, is_shared, false};
    }
    if (!is_shared) note_script(script);
    choose_script_faces(script, first);
    // A mark that no face has must not take its base along.
    for (const std::string_view wanted : {grapheme, grapheme.substr(0, base_end)}) {
      for (const FaceId face : script_faces_) {
        if (source_.covers(face, wanted)) return {begin, end, face, false, !is_shared};
      }
      if (sign_faces_.empty()) sign_faces_ = source_.sign_faces();
      for (const FaceId face : sign_faces_) {
        if (source_.covers(face, wanted)) return {begin, end, face, false, false};
      }
      if (source_.covers(primary_, grapheme.substr(0, base_end))) {
        return {begin, end, primary_, is_shared, false};
      }
    }
    return {begin, end, face_for_missing(), is_shared, false};
  }

  // The faces of a script, or of the scripts that share a sign, the likeliest first.
  void choose_script_faces(std::string_view script, char32_t c) {
    if (!is_shared_script(script)) {
      if (script != script_) script_faces_ = source_.script_faces(script);
      script_ = script;
      return;
    }
    script_.clear();
    script_faces_.clear();
    std::vector<std::string_view> scripts = script_extensions(c);
    const std::string_view own = source_.language_script();
    std::vector<std::string_view> likely_scripts = {own};
    likely_scripts.insert(likely_scripts.end(), seen_scripts_.begin(), seen_scripts_.end());
    for (const std::string_view likely : likely_scripts) {
      const auto found = std::find(scripts.begin(), scripts.end(), likely);
      if (found != scripts.end()) std::rotate(scripts.begin(), found, found + 1);
    }
    for (const std::string_view sharing : scripts) {
      const std::vector<FaceId> faces = source_.script_faces(sharing);
      script_faces_.insert(script_faces_.end(), faces.begin(), faces.end());
    }
  }

  // The last script comes last.
  void note_script(std::string_view script) {
    if (!seen_scripts_.empty() && seen_scripts_.back() == script) return;
    std::erase(seen_scripts_, script);
    seen_scripts_.push_back(script);
  }

  FaceId face_for_missing() {
    constexpr std::string_view kStandIn = "\uFFFD";
    if (source_.covers(primary_, kStandIn)) return primary_;
    if (sign_faces_.empty()) sign_faces_ = source_.sign_faces();
    for (const FaceId face : sign_faces_) {
      if (source_.covers(face, kStandIn)) return face;
    }
    return primary_;
  }

  // Gives shared signs to the fallback face around them. At an end of the text the one neighbour
  // decides, provided no letter of the text stands in the primary face.
  void join_shared() {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      Stretch& stretch = stretches_[i];
      if (!stretch.is_shared) continue;
      const Stretch* before = i > 0 ? &stretches_[i - 1] : nullptr;
      const Stretch* after = i + 1 < stretches_.size() ? &stretches_[i + 1] : nullptr;
      if (!has_primary_letters_ && before == nullptr) before = after;
      if (!has_primary_letters_ && after == nullptr) after = before;
      if (before == nullptr || after == nullptr || before->face != after->face) continue;
      const std::string_view signs =
          text_.substr(stretch.begin_offset, stretch.end_offset - stretch.begin_offset);
      if (before->is_script_fallback && source_.covers(before->face, signs)) {
        stretch.face = before->face;
      }
    }
  }

  FaceSource& source_;
  FaceId primary_;
  std::string_view text_;
  std::vector<Stretch> stretches_;
  bool has_primary_letters_ = false;
  std::string script_;  // whose faces script_faces_ are; empty: a shared sign's
  std::vector<std::string_view> seen_scripts_;  // of the letters before, the last one last
  std::vector<FaceId> script_faces_;
  std::vector<FaceId> sign_faces_;
};

}  // namespace

std::vector<FaceRun> itemize_faces(FaceSource& source, FaceId primary, std::string_view text) {
  return Itemizer(source, primary, text).run();
}

}  // namespace garland
