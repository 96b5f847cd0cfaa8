// emulator/hosttools/keytool/store/serialized_object.hpp - Java's serialized objects, as far as JCEKS secret keys need
// them.
#pragma once

#include <cstddef>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// Returns the length of the serialized object at the beginning of `bytes`; 0 if there is none, or if it holds anything
/// but classes, strings, octet arrays and null, as a SealedObject does (Java Object Serialization Specification 6).
std::size_t serialized_object_length(base::ByteView bytes);

}  // namespace ringside::keytool
