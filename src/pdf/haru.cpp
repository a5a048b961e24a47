#include "pdf/haru.h"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include <algorithm>
#include <deque>
#include <span>

#include "base/deflate.h"
#include "pdf/file_writer.h"

namespace garland {
namespace {

constexpr std::size_t kPagesPerNode = 100;
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

std::string reference_array(std::span<const ObjectId> objects) {
  std::string out = "[";
  for (const ObjectId object : objects) out += reference(object) + ' ';
  return out += ']';
}

void append_resources(std::string& out, std::string_view key,
                      const std::vector<std::pair<std::string, ObjectId>>& named) {
  if (named.empty()) return;
  out += fmt::format("/{} <<", key);
  for (const auto& [name, object] : named) out += fmt::format("/{} {} ", name, reference(object));
  out += ">>";
}

ObjectId object_id(HPDF_Dict dictionary) { return dictionary->header.obj_id & kObjectNumberMask; }

// `object` is any of libharu's; a stream's length is one by itself.
bool is_stream(const void* object) {
  const auto* header = static_cast<const HPDF_Obj_Header*>(object);
  return (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
         static_cast<const HPDF_Dict_Rec*>(object)->stream != nullptr;
}

std::string resources(const PageParts& parts) {
  std::string out = "/Resources <<";
  append_resources(out, "Font", parts.fonts);
  append_resources(out, "XObject", parts.pictures);
  return out += ">>";
}

// "/TrimBox [8 8 603 850]": from `inset` to as far from the other corner.
std::string box(std::string_view name, Length width, Length height, Length inset) {
  std::string out = fmt::format("/{} [", name);
  for (const Length side : {inset, inset, width - inset, height - inset}) {
    append_number(out, side);
    out += ' ';
  }
  out.back() = ']';
  return out;
}

}  // namespace

struct HaruDocument::State {
  struct PageObject {
    ObjectId object = 0;
    PageBoxes boxes;
  };

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

  // Makes room for another object. libharu's table grows by as many entries each time, which
  // copies it a thousand times over for a million objects.
  void make_room() const {
    HPDF_List table = document->xref->entries;
    table->items_per_block = std::max(table->items_per_block, table->count / 2);
  }
  // Lets libharu write `text` inside the dictionary.
  void attach(HPDF_Dict dictionary, std::string text) {
    dictionary->attr = &entries.emplace_back(std::move(text));
    dictionary->write_fn = &write_entries;
  }
  // The object of that number, as a dictionary.
  HPDF_Dict dictionary(ObjectId object) const {
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document->xref, object);
    return entry == nullptr ? nullptr : static_cast<HPDF_Dict>(entry->obj);
  }

  HPDF_Doc document = nullptr;
  HPDF_STATUS error_code = HPDF_OK;
  HPDF_STATUS error_detail = 0;
  std::deque<std::string> entries;  // libharu's dictionaries point into it
  // Pages, and the nodes of the page tree that hold so many of them each.
  std::vector<PageObject> pages;
  std::vector<ObjectId> page_nodes;
  Deflater deflater{Packing::Small};
};

HaruDocument::HaruDocument(std::unique_ptr<State> state) : state_(std::move(state)) {}
HaruDocument::~HaruDocument() = default;

Result<std::unique_ptr<HaruDocument>> HaruDocument::create() {
  auto state = std::make_unique<State>();
  state->document = HPDF_New(&State::note_error, state.get());
  if (state->document == nullptr) return state->error();
  return std::unique_ptr<HaruDocument>(new HaruDocument(std::move(state)));
}

ObjectId HaruDocument::add(std::string entries) {
  const ObjectId object = reserve();
  set_entries(object, std::move(entries));
  return object;
}

ObjectId HaruDocument::reserve() {
  if (state_->failed()) return 0;
  state_->make_room();
  HPDF_Dict dictionary = HPDF_Dict_New(state_->document->mmgr);
  if (HPDF_Xref_Add(state_->document->xref, dictionary) != HPDF_OK) return 0;
  return object_id(dictionary);
}

void HaruDocument::set_entries(ObjectId object, std::string entries) {
  if (state_->failed()) return;
  state_->attach(state_->dictionary(object), std::move(entries));
}

// libharu would deflate with zlib, and all streams at the end; and the stream that it makes takes
// room by the page of memory.
ObjectId HaruDocument::add_stream(std::string entries, std::string_view data, StreamFilter filter) {
  if (state_->failed()) return 0;
  HPDF_Doc document = state_->document;
  state_->make_room();
  HPDF_Dict stream = HPDF_DictStream_New(document->mmgr, document->xref);
  if (stream == nullptr) return 0;
  std::string packed;
  if (filter == StreamFilter::Flate) {
    packed = state_->deflater.zlib(data);
    data = packed;
  }
  HPDF_Stream_Free(stream->stream);
  stream->stream = HPDF_MemStream_New(document->mmgr, static_cast<HPDF_UINT>(data.size()) + 1);
  if (stream->stream == nullptr) return 0;
  stream->filter = HPDF_STREAM_FILTER_NONE;
  HPDF_Stream_Write(stream->stream, reinterpret_cast<const HPDF_BYTE*>(data.data()),
                    static_cast<HPDF_UINT>(data.size()));
  entries += filter_entry(filter);
  state_->attach(stream, std::move(entries));
  return object_id(stream);
}

ObjectId HaruDocument::add_form(Length width, Length height, Length beyond,
                                const PageParts& parts) {
  const std::string area = box("BBox", width, height, -beyond);
  return add_stream(fmt::format("/Type /XObject /Subtype /Form {} {}", area, resources(parts)),
                    parts.content, StreamFilter::Flate);
}

ObjectId HaruDocument::add_page(const PageBoxes& boxes) {
  if (state_->pages.size() % kPagesPerNode == 0) state_->page_nodes.push_back(reserve());
  state_->pages.push_back({reserve(), boxes});
  return state_->pages.back().object;
}

void HaruDocument::fill_page(std::size_t page_index, const PageParts& parts) {
  const State::PageObject& page = state_->pages.at(page_index);
  const ObjectId content = add_stream("", parts.content, StreamFilter::Flate);
  const PageBoxes& boxes = page.boxes;
  std::string out = fmt::format("/Type /Page /Parent {} {}",
                                reference(state_->page_nodes.at(page_index / kPagesPerNode)),
                                box("MediaBox", boxes.width, boxes.height, {}));
  if (boxes.trim_inset > Length()) {
    out += ' ' + box("BleedBox", boxes.width, boxes.height, boxes.bleed_inset);
    out += ' ' + box("TrimBox", boxes.width, boxes.height, boxes.trim_inset);
  }
  // Focus moves in the order of the structure (PDF/UA-1, 7.18.3).
  out += fmt::format(" {} /Contents {} /Tabs /S", resources(parts), reference(content));
  if (parts.structure_key >= 0) out += fmt::format(" /StructParents {}", parts.structure_key);
  if (!parts.annotations.empty()) out += " /Annots " + reference_array(parts.annotations);
  set_entries(page.object, std::move(out));
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

// The page tree (7.7.3), with libharu's node for its root. libharu's own pages take 3 kB each.
void HaruDocument::write_page_tree() {
  if (state_->failed()) return;
  HPDF_Dict root = state_->document->root_pages;
  for (std::size_t node = 0; node < state_->page_nodes.size(); ++node) {
    const std::size_t begin = node * kPagesPerNode;
    const std::size_t end = std::min(begin + kPagesPerNode, state_->pages.size());
    std::vector<ObjectId> kids;
    for (std::size_t page = begin; page < end; ++page) kids.push_back(state_->pages[page].object);
    set_entries(state_->page_nodes[node],
                fmt::format("/Type /Pages /Parent {} /Kids {} /Count {}",
                            reference(object_id(root)), reference_array(kids), kids.size()));
  }
  HPDF_Dict_RemoveElement(root, "Kids");
  HPDF_Dict_RemoveElement(root, "Count");
  root->before_write_fn = nullptr;  // it counts the kids
  state_->attach(root, fmt::format("/Kids {} /Count {}", reference_array(state_->page_nodes),
                                   state_->pages.size()));
}

Result<std::string> HaruDocument::save() {
  write_page_tree();
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
