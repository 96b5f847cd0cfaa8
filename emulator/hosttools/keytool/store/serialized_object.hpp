// emulator/hosttools/keytool/store/serialized_object.hpp - Java's serialized objects, as far as JCEKS secret keys need
// them.
#pragma once

#include <cstddef>

#include "base/bytes.hpp"

namespace ringside::keytool {

/// How many octets the one serialized object at the beginning of `bytes` takes; 0 if there is none, or it is not made
/// of classes, strings, octet arrays and null alone, as a SealedObject is (Java Object Serialization Specification 6).
std::size_t serialized_object_length(base::ByteView bytes);

}  // namespace ringside::keytool
