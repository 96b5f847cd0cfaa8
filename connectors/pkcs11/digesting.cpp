// connectors/pkcs11/digesting.cpp - the functions of Cryptoki that make hash values. Java signs RSASSA-PSS only with
// tokens that have the hash.
#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// Ends the operation, unless the caller asks for the length or has too little room.
CK_RV finish_digest(Session& session, base::ByteView last, unsigned char* value, CK_ULONG* length) {
  Digesting& digesting = *session.digesting;
  const CK_ULONG room = std::exchange(*length, static_cast<CK_ULONG>(digesting.octets));
  if (value == nullptr) return CKR_OK;
  if (room < digesting.octets) return CKR_BUFFER_TOO_SMALL;
  digesting.digest.update(last);
  const base::Bytes made = digesting.digest.finish();
  std::copy(made.begin(), made.end(), value);
  session.digesting.reset();
  return CKR_OK;
}

}  // namespace

extern "C" {

CK_RV C_DigestInit(CK_SESSION_HANDLE handle, CK_MECHANISM* mechanism) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (mechanism == nullptr) return CKR_ARGUMENTS_BAD;
    if (session.digesting) return CKR_OPERATION_ACTIVE;
    const auto hash = find_hash(mechanism->mechanism);
    if (!hash) return CKR_MECHANISM_INVALID;
    if (mechanism->ulParameterLen != 0) return CKR_MECHANISM_PARAM_INVALID;
    session.digesting = Digesting{crypto::RunningDigest(*hash), crypto::digest_octets(*hash), false};
    return CKR_OK;
  });
}

CK_RV C_Digest(CK_SESSION_HANDLE handle, unsigned char* data, CK_ULONG data_length, unsigned char* value,
               CK_ULONG* length) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (length == nullptr || (data == nullptr && data_length != 0)) return CKR_ARGUMENTS_BAD;
    if (!session.digesting || session.digesting->has_parts) {
      session.digesting.reset();
      return CKR_OPERATION_NOT_INITIALIZED;
    }
    return finish_digest(session, octets_at(data, data_length), value, length);
  });
}

CK_RV C_DigestUpdate(CK_SESSION_HANDLE handle, unsigned char* part, CK_ULONG part_length) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (part == nullptr && part_length != 0) return CKR_ARGUMENTS_BAD;
    if (!session.digesting) return CKR_OPERATION_NOT_INITIALIZED;
    session.digesting->has_parts = true;
    session.digesting->digest.update(octets_at(part, part_length));
    return CKR_OK;
  });
}

CK_RV C_DigestFinal(CK_SESSION_HANDLE handle, unsigned char* value, CK_ULONG* length) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (length == nullptr) return CKR_ARGUMENTS_BAD;
    if (!session.digesting) return CKR_OPERATION_NOT_INITIALIZED;
    return finish_digest(session, {}, value, length);
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
