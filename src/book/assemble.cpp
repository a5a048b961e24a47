#include "book/assemble.h"

#include <utility>

#include "base/parallel.h"
#include "book/attributions.h"
#include "book/book_metadata.h"
#include "book/book_references.h"
#include "book/indexes.h"
#include "book/links.h"
#include "book/other_documents.h"
#include "book/pictures.h"
#include "book/works.h"

namespace garland {
namespace {

// Works of one book in their parts, in the order of the sources.
class Assembly {
 public:
  Assembly(const Description& description, const std::vector<ChosenSource>& sources,
           Anthology& anthology)
      : description_(description), anthology_(anthology), ids_(sources) {}

  void add_parts() {
    const std::size_t count = std::max<std::size_t>(description_.parts.size(), 1);
    anthology_.parts.resize(count);
    for (std::size_t i = 0; i < description_.parts.size(); ++i) {
      anthology_.parts[i].title = description_.parts[i].title;
    }
  }

  void add_work(const ChosenSource& source, Document document, Diagnostics& diagnostics) {
    Diagnostics reports(document.path, "");
    Work work = make_work(source, std::move(document), ids_, anthology_.words, reports);
    if (source.place == ChosenSource::Place::Work) report_missing_attribution(work, reports);
    diagnostics.append(reports);
    Part& part = anthology_.parts.at(source.part);
    switch (source.place) {
      case ChosenSource::Place::BookIntroduction:
        anthology_.introduction = std::move(work);
        break;
      case ChosenSource::Place::PartIntroduction:
        part.introduction = std::move(work);
        break;
      case ChosenSource::Place::Work:
        part.works.push_back(std::move(work));
        break;
    }
  }

  // Parts whose sources could all not be read are left out; one part always stays.
  void finish_parts() {
    std::erase_if(anthology_.parts,
                  [](const Part& part) { return part.works.empty() && !part.introduction; });
    if (anthology_.parts.empty()) anthology_.parts.emplace_back();
    ids_.name_parts(anthology_.parts);
  }

 private:
  const Description& description_;
  Anthology& anthology_;
  WorkIds ids_;
};

std::vector<Work*> all_works(Anthology& anthology) {
  std::vector<Work*> works;
  if (anthology.introduction) works.push_back(&*anthology.introduction);
  for (Part& part : anthology.parts) {
    if (part.introduction) works.push_back(&*part.introduction);
    for (Work& work : part.works) works.push_back(&work);
  }
  return works;
}

void finish_works(const std::vector<Work*>& works, std::string_view book_language,
                  const BookOptions& options) {
  if (!options.finish.document) return;
  parallel_for(works.size(), options.jobs, [&](std::size_t i) {
    Document& document = works[i]->document;
    const std::string language = document.metadata.language.value;
    options.finish.document(document,
                            language.empty() ? book_language : std::string_view(language));
  });
}

// The file's name, the identifiers of book and parts are made already, of what was typed.
void finish_titles(Anthology& anthology, const BookOptions& options) {
  if (!options.finish.text) return;
  BookMetadata& metadata = anthology.metadata;
  std::vector<std::string*> texts = {&metadata.title, &metadata.subtitle, &metadata.description};
  for (Part& part : anthology.parts) texts.push_back(&part.title);
  if (anthology.colophon) {
    for (std::string& paragraph : anthology.colophon->paragraphs) texts.push_back(&paragraph);
  }
  for (std::string* text : texts) *text = options.finish.text(*text, metadata.language);
}

}  // namespace

Anthology assemble(const Description& description, const std::vector<ChosenSource>& sources,
                   std::vector<Document> documents, const Folder& folder,
                   const BookOptions& options, Diagnostics& diagnostics) {
  Anthology anthology;
  anthology.metadata = complete_metadata(description.metadata, documents, options);
  if (description.metadata.language.empty()) {
    settle_languages(documents, anthology.metadata.language);
  }
  anthology.words = Words(anthology.metadata.language);
  anthology.colophon = description.colophon;
  Assembly assembly(description, sources, anthology);
  assembly.add_parts();
  for (std::size_t i = 0; i < sources.size() && i < documents.size(); ++i) {
    assembly.add_work(sources[i], std::move(documents[i]), diagnostics);
  }
  assembly.finish_parts();

  const std::vector<Work*> works = all_works(anthology);
  for (Work* work : works) place_hero_image(*work);
  // Lists and citations first: they add places to which links lead, and words to be finished.
  set_references(works, description, anthology.words, folder, options.jobs, diagnostics);
  finish_works(works, anthology.metadata.language, options);
  finish_titles(anthology, options);
  report_other_documents(works, folder, anthology.metadata.slug,
                         description.parts.empty() ? Severity::Warning : Severity::Note,
                         diagnostics);
  BookPictures pictures = collect_pictures(works, description, folder, options.jobs, diagnostics);
  anthology.pictures = std::move(pictures.pictures);
  anthology.cover = std::move(pictures.cover);
  resolve_links(works, options.jobs, diagnostics);
  anthology.references =
      joint_references({works.begin(), works.end()}, anthology.metadata.language);
  anthology.indexes = make_indexes(anthology, description.indexes, diagnostics);
  if (description.has_attributions) anthology.attributions = make_attributions(anthology);
  return anthology;
}

}  // namespace garland
