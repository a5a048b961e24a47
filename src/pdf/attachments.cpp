#include "pdf/attachments.h"

#include <fmt/format.h>

#include <algorithm>

#include "pdf/metadata.h"
#include "pdf/tree.h"

namespace garland {
namespace {

std::string_view relationship_name(Attachment::Relationship relationship) {
  return relationship == Attachment::Relationship::Source ? "Source" : "Supplement";
}

// Names of a name tree are compared by their bytes (7.9.6): all of them in UTF-16.
std::string tree_key(const Attachment& file) { return "<FEFF" + utf16_hex(file.name) + ">"; }

// The specification of one file (7.11.3): its stream and all that is said of it.
ObjectId add_file(HaruDocument& document, const Attachment& file, std::string_view bytes,
                  std::string_view modified) {
  std::string parameters = fmt::format("/Size {}", bytes.size());
  const std::string date = pdf_date(modified);
  if (!date.empty()) parameters += " /ModDate " + text_string(date);
  const ObjectId stream =
      document.add_stream(fmt::format("/Type /EmbeddedFile /Subtype {} /Params << {} >>\n",
                                      name_object(file.media_type), parameters),
                          bytes, StreamFilter::Flate);
  const std::string name = text_string(file.name);
  std::string out =
      fmt::format("/Type /Filespec /F {0} /UF {0} /AFRelationship /{1} /EF << /F {2} /UF {2} >>",
                  name, relationship_name(file.relationship), reference(stream));
  if (!file.description.empty()) out += " /Desc " + text_string(file.description);
  return document.add(std::move(out));
}

}  // namespace

Result<EmbeddedFiles> embed_files(HaruDocument& document,
                                  const std::vector<Attachment>& attachments,
                                  std::string_view modified) {
  if (attachments.empty()) return EmbeddedFiles();
  std::size_t size = 0;
  std::string associated;
  std::vector<TreeEntry> tree;
  for (const Attachment& file : attachments) {
    const Result<std::string> bytes = file.read();
    if (!bytes) return bytes.error();
    size += bytes->size();
    if (size > kMaxAttachedBytes) {
      return Error{fmt::format("the files to attach have more than {} MB", kMaxAttachedBytes >> 20),
                   "take `sources` out of `pdf: attach:`",
                   {}};
    }
    const std::string object = reference(add_file(document, file, *bytes, modified));
    associated += object + ' ';
    tree.push_back({tree_key(file), object});
  }
  std::sort(tree.begin(), tree.end(),
            [](const TreeEntry& left, const TreeEntry& right) { return left.key < right.key; });
  return EmbeddedFiles{
      fmt::format(" /EmbeddedFiles << {} >>", write_tree(document, TreeKind::Names, tree)),
      fmt::format("\n/AF [{}]", associated)};
}

}  // namespace garland
