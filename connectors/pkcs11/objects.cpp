// connectors/pkcs11/objects.cpp - the functions of Cryptoki that find objects and tell their attributes.
#include "connectors/pkcs11/module.hpp"
#include "connectors/pkcs11/template.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// A value without an address has no octets.
bool is_well_formed(const CK_ATTRIBUTE* asked, CK_ULONG count) {
  return asked != nullptr
             ? std::all_of(asked, asked + count,
                           [](const CK_ATTRIBUTE& each) { return each.pValue != nullptr || each.ulValueLen == 0; })
             : count == 0;
}

}  // namespace

extern "C" {

CK_RV C_FindObjectsInit(CK_SESSION_HANDLE handle, CK_ATTRIBUTE* asked, CK_ULONG count) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (!is_well_formed(asked, count)) return CKR_ARGUMENTS_BAD;
    if (session.search) return CKR_OPERATION_ACTIVE;
    Search search{};
    const auto& objects = module.tokens[session.slot].objects;
    for (CK_OBJECT_HANDLE object = 1; object <= objects.size(); ++object)
      if (fits(objects[object - 1], {asked, count})) search.found.push_back(object);
    session.search = std::move(search);
    return CKR_OK;
  });
}

CK_RV C_FindObjects(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE* found, CK_ULONG most, CK_ULONG* count) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (count == nullptr || (found == nullptr && most != 0)) return CKR_ARGUMENTS_BAD;
    if (!session.search) return CKR_OPERATION_NOT_INITIALIZED;
    Search& search = *session.search;
    for (*count = 0; *count < most && search.next < search.found.size(); ++*count)
      found[*count] = search.found[search.next++];
    return CKR_OK;
  });
}

CK_RV C_FindObjectsFinal(CK_SESSION_HANDLE handle) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (!session.search) return CKR_OPERATION_NOT_INITIALIZED;
    session.search.reset();
    return CKR_OK;
  });
}

CK_RV C_GetAttributeValue(CK_SESSION_HANDLE handle, CK_OBJECT_HANDLE object, CK_ATTRIBUTE* asked, CK_ULONG count) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (asked == nullptr && count != 0) return CKR_ARGUMENTS_BAD;
    const Object* const found = module.object(session, object);
    return found == nullptr ? CK_RV{CKR_OBJECT_HANDLE_INVALID} : answer(*found, {asked, count});
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
