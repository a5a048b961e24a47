// Addresses in print: what a link's words do not say is printed where the description asks for it.
#pragma once

#include <cstddef>
#include <string>

#include "document/document.h"
#include "layout/galley/setter.h"

namespace garland {

// A paragraph that says an address, as the way to it.
Block address_block(const std::string& address);

// Whether the words are the address, as people write it.
bool says_address(const std::string& words, const std::string& address);

// The name, in its work, of the place in the list where an address of a number stands.
std::string address_element(std::size_t number);

// The list of the article's addresses, under a heading; nothing where there are none.
void set_addresses(Setter& setter, const Frame& frame);

}  // namespace garland
