#include "book/anthology.h"

#include <algorithm>
#include <array>

#include "book/title_lines.h"

namespace garland {
namespace {

// How a role other than the author's is announced in a byline.
struct RoleWord {
  Role role;
  std::string_view word;
};
constexpr std::array kRoleWords = std::to_array<RoleWord>({
    {Role::Editor, "edited-by"},
    {Role::Translator, "translated-by"},
    {Role::Illustrator, "illustrated-by"},
    {Role::Photographer, "photographs-by"},
    {Role::Contributor, "with"},
});

std::vector<std::string> names_with_role(const std::vector<Contributor>& contributors, Role role) {
  std::vector<std::string> names;
  for (const Contributor& contributor : contributors) {
    if (contributor.role == role && !contributor.name.empty()) names.push_back(contributor.name);
  }
  return names;
}

}  // namespace

std::vector<const Work*> Anthology::works() const {
  std::vector<const Work*> all;
  if (introduction) all.push_back(&*introduction);
  for (const Part& part : parts) {
    if (part.introduction) all.push_back(&*part.introduction);
    for (const Work& work : part.works) all.push_back(&work);
  }
  return all;
}

const Picture* Anthology::find_picture(std::string_view id) const {
  const auto found = std::lower_bound(pictures.begin(), pictures.end(), id,
                                      [](const Picture& picture, std::string_view wanted) {
                                        return std::string_view(picture.id) < wanted;
                                      });
  return found != pictures.end() && found->id == id ? &*found : nullptr;
}

std::string_view language_of(const Work& work, const BookMetadata& book) {
  const std::string& own = work.document.metadata.language.value;
  return own.empty() ? book.language : own;
}

std::string byline(const Metadata& metadata, const Words& words) {
  const std::vector<Contributor>& contributors = metadata.contributors.value;
  std::string line = words.join_names(names_with_role(contributors, Role::Author));
  for (const RoleWord& entry : kRoleWords) {
    const std::vector<std::string> names = names_with_role(contributors, entry.role);
    if (names.empty()) continue;
    const std::string_view word = words[entry.word];
    line += line.empty() ? capitalized(word) : ", " + std::string(word);
    line += " " + words.join_names(names);
  }
  return line;
}

}  // namespace garland
