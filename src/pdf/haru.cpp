#include "pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <deque>

#include "base/deflate.h"
#include "pdf/file_writer.h"

namespace garland {
namespace {

constexpr HPDF_UINT kPagesPerNode = 100;
constexpr HPDF_UINT32 kObjectNumberMask = 0x00FFFFFF;

HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream out) {
  const auto* entries = static_cast<const std::string*>(dictionary->attr);
  return HPDF_Stream_Write(out, reinterpret_cast<const HPDF_BYTE*>(entries->data()),
                           static_cast<HPDF_UINT>(entries->size()));
}

HPDF_STATUS append_to_string(HPDF_Stream out, const HPDF_BYTE* bytes, HPDF_UINT size) {
  static_cast<std::string*>(out->attr)->append(reinterpret_cast<const char*>(bytes), size);
  return HPDF_OK;
}

std::string_view filter_entry(StreamFilter filter) {
  switch (filter) {
    case StreamFilter::None:
      return "";
    case StreamFilter::Flate:
      return "/Filter /FlateDecode\n";
    case StreamFilter::Dct:
      return "/Filter /DCTDecode\n";
  }
  return "";
}

ObjectId object_id(HPDF_Dict dictionary) { return dictionary->header.obj_id & kObjectNumberMask; }

// `object` is any of libharu's; a stream's length is one by itself.
bool is_stream(const void* object) {
  const auto* header = static_cast<const HPDF_Obj_Header*>(object);
  return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
         static_cast<const HPDF_Dict_Rec*>(object)->stream != nullptr;
}

}  // namespace

struct HaruDocument::State {
  ~State() {
    if (document != nullptr) HPDF_Free(document);
  }

  static void note_error(HPDF_STATUS code, HPDF_STATUS detail, void* user_data) {
    auto* state = static_cast<State*>(user_data);
    if (state->error_code != HPDF_OK) return;
    state->error_code = code;
    state->error_detail = detail;
  }
  bool failed() const { return error_code != HPDF_OK; }
  Error error() const {
    return {fmt::format("libharu cannot write the PDF (error {:#x}, {})", error_code, error_detail),
            "",
            {}};
  }

  // Lets libharu write `text` inside the dictionary. Not for pages: libharu uses their `attr`.
  void attach(HPDF_Dict dictionary, std::string text) {
    dictionary->attr = &entries.emplace_back(std::move(text));
    dictionary->write_fn = &write_entries;
  }
  // The object of that number, as a dictionary.
  HPDF_Dict dictionary(ObjectId object) const {
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document->xref, object);
    return entry == nullptr ? nullptr : static_cast<HPDF_Dict>(entry->obj);
  }
  // Adds a dictionary of references below `key`.
  void add_references(HPDF_Dict owner, const char* key,
                      const std::vector<std::pair<std::string, ObjectId>>& named) {
    if (named.empty()) return;
    HPDF_Dict references = HPDF_Dict_New(document->mmgr);
    HPDF_Dict_Add(owner, key, references);
    for (const auto& [name, object] : named) {
      HPDF_Dict_Add(references, name.c_str(), dictionary(object));
    }
  }

  // Fills a stream with data, and its dictionary with other entries. libharu's own deflating takes
  // three times as long.
  void fill(HPDF_Dict stream, std::string others, std::string_view data, StreamFilter filter) {
    std::string packed;
    if (filter == StreamFilter::Flate) {
      packed = deflater.zlib(data);
      data = packed;
    }
    stream->filter = HPDF_STREAM_FILTER_NONE;
    HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                      static_cast<HPDF_UINT>(data.size()));
    others += filter_entry(filter);
    attach(stream, std::move(others));
  }

  HPDF_Doc document = nullptr;
  HPDF_STATUS error_code = HPDF_OK;
  HPDF_STATUS error_detail = 0;
  std::deque<std::string> entries;  // libharu's dictionaries point into it
  std::vector<HPDF_Page> pages;
  Deflater deflater;
};

HaruDocument::HaruDocument(std::unique_ptr<State> state) : state_(std::move(state)) {}
HaruDocument::~HaruDocument() = default;

Result<std::unique_ptr<HaruDocument>> HaruDocument::create() {
  auto state = std::make_unique<State>();
  state->document = HPDF_New(&State::note_error, state.get());
  if (state->document == nullptr) return state->error();
  HPDF_SetCompressionMode(state->document, HPDF_COMP_ALL);
  HPDF_SetPagesConfiguration(state->document, kPagesPerNode);
  return std::unique_ptr<HaruDocument>(new HaruDocument(std::move(state)));
}

ObjectId HaruDocument::add(std::string entries) {
  const ObjectId object = reserve();
  set_entries(object, std::move(entries));
  return object;
}

ObjectId HaruDocument::reserve() {
  if (state_->failed()) return 0;
  HPDF_Dict dictionary = HPDF_Dict_New(state_->document->mmgr);
  if (HPDF_Xref_Add(state_->document->xref, dictionary) != HPDF_OK) return 0;
  return object_id(dictionary);
}

void HaruDocument::set_entries(ObjectId object, std::string entries) {
  if (state_->failed()) return;
  state_->attach(state_->dictionary(object), std::move(entries));
}

ObjectId HaruDocument::add_stream(std::string entries, std::string_view data, StreamFilter filter) {
  if (state_->failed()) return 0;
  HPDF_Dict stream = HPDF_DictStream_New(state_->document->mmgr, state_->document->xref);
  if (stream == nullptr) return 0;
  state_->fill(stream, std::move(entries), data, filter);
  return object_id(stream);
}

ObjectId HaruDocument::add_page(Length width, Length height) {
  if (state_->failed()) return 0;
  HPDF_Page page = HPDF_AddPage(state_->document);
  if (page == nullptr) return 0;
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width.points()));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height.points()));
  state_->pages.push_back(page);
  return object_id(page);
}

void HaruDocument::fill_page(std::size_t page_index, const PageParts& parts) {
  if (state_->failed()) return;
  HPDF_Page page = state_->pages.at(page_index);
  HPDF_Dict contents = static_cast<HPDF_PageAttr>(page->attr)->contents;
  state_->fill(contents, "", parts.content, StreamFilter::Flate);
  auto* resources = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(page, "Resources", HPDF_OCLASS_DICT));
  state_->add_references(resources, "Font", parts.fonts);
  state_->add_references(resources, "XObject", parts.pictures);
  // Focus moves in the order of the structure (PDF/UA-1, 7.18.3).
  HPDF_Dict_AddName(page, "Tabs", "S");
  if (parts.structure_key >= 0) HPDF_Dict_AddNumber(page, "StructParents", parts.structure_key);
  if (parts.annotations.empty()) return;
  HPDF_Array annotations = HPDF_Array_New(state_->document->mmgr);
  HPDF_Dict_Add(page, "Annots", annotations);
  for (const ObjectId annotation : parts.annotations) {
    HPDF_Array_Add(annotations, state_->dictionary(annotation));
  }
}

void HaruDocument::set_catalog_entries(std::string entries) {
  state_->attach(state_->document->catalog, std::move(entries));
}

void HaruDocument::set_information(std::string entries) {
  if (state_->failed() || state_->document->info == nullptr) return;
  // libharu names itself as the producer.
  HPDF_Dict_RemoveElement(state_->document->info, "Producer");
  state_->attach(state_->document->info, std::move(entries));
}

Result<std::string> HaruDocument::save() {
  if (state_->failed()) return state_->error();
  HPDF_Doc document = state_->document;
  std::string value;
  HPDF_Stream out = HPDF_CallbackWriter_New(document->mmgr, &append_to_string, &value);
  if (out == nullptr) return state_->error();
  const ObjectId object_end = document->xref->entries->count;
  FileWriter writer(object_end);
  for (ObjectId object = 1; object < object_end; ++object) {
    void* const written = HPDF_Xref_GetEntry(document->xref, object)->obj;
    value.clear();
    HPDF_Obj_WriteValue(written, out, nullptr);
    if (is_stream(written)) {
      writer.add_stream(object, value);
      HPDF_MemStream_FreeData(static_cast<HPDF_Dict>(written)->stream);
    } else {
      writer.add(object, value);
    }
  }
  HPDF_Stream_Free(out);
  if (state_->failed()) return state_->error();
  return writer.finish(object_id(document->catalog), object_id(document->info));
}

}  // namespace garland
