// What a name looks like on a page: a person's, or that of a user.
#pragma once

#include <string_view>
#include <vector>

namespace garland::plain {

// "Jane Roe, Ada Quill and J. M. Poe" parted. Views of the text; empty parts are left out.
std::vector<std::string_view> split_names(std::string_view text);

// One to five capitalised words and particles.
bool is_name(std::string_view text);
// Two to four of them, that may be a person's name.
bool looks_like_name(std::string_view text);

// "홍길동", "山田花子": family and given name without a space, in scripts without capitals.
bool is_name_in_one(std::string_view text);

// "Harbour Correspondent", "Staff Writer", "Redakteurin": what somebody is, not who.
bool names_job(std::string_view text);
// "Jane Roe1,2*" without the marks that lead to an address or a note.
std::string_view without_note_marks(std::string_view name);

// A user's name: one word, no small word of running text.
bool is_handle(std::string_view text);
// Whether such a word shows by its form that it is no word of a language: "jr7", "ada_q",
// "ThE_Quill".
bool is_sure_handle(std::string_view text);

}  // namespace garland::plain
