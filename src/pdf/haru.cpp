#include "pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <deque>

namespace garland {
namespace {

constexpr HPDF_UINT kPagesPerNode = 100;
constexpr HPDF_UINT kContentBufferBytes = 4096;
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

HPDF_UINT filter_code(StreamFilter filter) {
  switch (filter) {
    case StreamFilter::None:
      return HPDF_STREAM_FILTER_NONE;
    case StreamFilter::Flate:
      return HPDF_STREAM_FILTER_FLATE_DECODE;
    case StreamFilter::Dct:
      return HPDF_STREAM_FILTER_DCT_DECODE;
  }
  return HPDF_STREAM_FILTER_NONE;
}

ObjectId object_id(HPDF_Dict dictionary) { return dictionary->header.obj_id & kObjectNumberMask; }

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

  // libharu would deflate all content at the end and keep it whole until then.
  void set_content(HPDF_Page page, std::string_view content) {
    auto* const parts = static_cast<HPDF_PageAttr>(page->attr);
    HPDF_Stream whole = HPDF_MemStream_New(document->mmgr, kContentBufferBytes);
    if (whole == nullptr) return;
    HPDF_Stream_Write(whole, reinterpret_cast<const HPDF_BYTE*>(content.data()),
                      static_cast<HPDF_UINT>(content.size()));
    HPDF_Stream_WriteToStream(whole, parts->stream, HPDF_STREAM_FILTER_FLATE_DECODE, nullptr);
    HPDF_Stream_Free(whole);
    parts->contents->filter = HPDF_STREAM_FILTER_NONE;
    attach(parts->contents, "/Filter /FlateDecode\n");
  }

  HPDF_Doc document = nullptr;
  HPDF_STATUS error_code = HPDF_OK;
  HPDF_STATUS error_detail = 0;
  std::deque<std::string> entries;  // libharu's dictionaries point into it
  std::vector<HPDF_Page> pages;
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
  stream->filter = filter_code(filter);
  HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                    static_cast<HPDF_UINT>(data.size()));
  state_->attach(stream, std::move(entries));
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
  state_->set_content(page, parts.content);
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
  // Four bytes above 127 mark the file as binary (7.5.2).
  std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  HPDF_Stream out = HPDF_CallbackWriter_New(document->mmgr, &append_to_string, &file);
  if (out == nullptr) return state_->error();
  // Offsets of objects are counted from what the stream has written.
  out->size = static_cast<HPDF_UINT>(file.size());
  HPDF_Dict_Add(document->trailer, "Root", document->catalog);
  HPDF_Dict_Add(document->trailer, "Info", document->info);
  HPDF_Xref_WriteToStream(document->xref, out, nullptr);
  HPDF_Stream_Free(out);
  if (state_->failed()) return state_->error();
  return file;
}

}  // namespace garland
