// connectors/pkcs11/template.hpp - templates: the lists of attributes by which programs search and ask.
#pragma once

#include <span>

#include "connectors/pkcs11/object.hpp"

namespace ringside::connectors::pkcs11 {

/// Whether the object has every attribute of the template with the same value. The empty template fits all.
bool fits(const Object& object, std::span<const CK_ATTRIBUTE> asked);

/// Writes the values of an object into a template, each by itself: CK_UNAVAILABLE_INFORMATION as the length of those
/// that cannot be given. Returns CKR_ATTRIBUTE_SENSITIVE, CKR_ATTRIBUTE_TYPE_INVALID or CKR_BUFFER_TOO_SMALL if there
/// was such a one.
CK_RV answer(const Object& object, std::span<CK_ATTRIBUTE> asked);

}  // namespace ringside::connectors::pkcs11
