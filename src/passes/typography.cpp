#include "passes/typography.h"

#include "document/walk.h"
#include "passes/typed_marks.h"

namespace garland {
namespace {

void set_marks(Inlines& inlines, std::string_view language) {
  TypedText typed(inlines, language);
  set_quotation_marks(typed);
  set_dashes(typed);
  set_ellipses(typed);
  set_spaces(typed);
  typed.put_back();
}

void set_marks(Blocks& blocks, std::string_view language);

void set_marks(Block& block, std::string_view language) {
  if (!block.attributes.language.empty()) language = block.attributes.language;
  for_lists_inside(block, [language](auto& inner) { set_marks(inner, language); });
}

void set_marks(Blocks& blocks, std::string_view language) {
  for (Block& block : blocks) set_marks(block, language);
}

}  // namespace

void set_typographic_marks(Document& document, std::string_view language) {
  set_marks(document.blocks, language);
  for (Note& note : document.notes) set_marks(note.blocks, language);
  Metadata& metadata = document.metadata;
  set_marks(metadata.title.value, language);
  set_marks(metadata.subtitle.value, language);
  for (std::string* text : {&metadata.publication.value, &metadata.rights.value,
                            &metadata.permission.value, &metadata.hero_image_caption.value}) {
    *text = with_typographic_marks(*text, language);
  }
  for (Contributor& contributor : metadata.contributors.value) {
    for (std::string* text : {&contributor.name, &contributor.family, &contributor.given}) {
      *text = with_typographic_marks(*text, language);
    }
  }
}

std::string with_typographic_marks(std::string_view text, std::string_view language) {
  Inlines inlines = make_text(std::string(text));
  set_marks(inlines, language);
  return plain_text(inlines);
}

}  // namespace garland
