// Addresses by RFC 3986: their scheme, their parts, their percent-encoding. Which of them may be
// followed from a book is for book/addresses alone to say.
#pragma once

#include <string>
#include <string_view>

namespace garland {

// "https" of "HTTPS://…" (3.1), in lower case; empty where there is no scheme.
std::string scheme_of(std::string_view address);

// An address in pieces; views into it.
struct AddressParts {
  std::string scheme;          // in lower case; empty for a relative reference
  std::string_view authority;  // "user@host:80" (3.2); empty where there is none
  std::string_view rest;       // path, query and fragment
};
AddressParts split_address(std::string_view address);

// "%20" to " " (2.1); a "%" that begins no escape stays.
std::string percent_decoded(std::string_view text);

// Path, query and fragment with what no address may hold percent-encoded: controls, white space,
// "<>\"\\^`{|}[]", a "%" that begins no escape, a second "#". Other scripts stay (RFC 3987).
std::string encode_forbidden(std::string_view text);

// A name as a fragment or one segment of a path: ASCII other than letters, digits and "-._~" is
// encoded, and other scripts stay.
std::string encode_name(std::string_view text);

// The path of a file as a reference to it: what a reference takes for more than a name ("%", "?",
// "#", and ":" for the end of a scheme) is encoded.
std::string encode_path(std::string_view path);

// The address in ASCII, for places that take no other: the host as DNS knows it, all other bytes
// above ASCII and what no address may hold percent-encoded.
std::string ascii_address(std::string_view address);

}  // namespace garland
