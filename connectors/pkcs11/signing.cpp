// connectors/pkcs11/signing.cpp - the functions of Cryptoki that sign.
#include "connectors/pkcs11/running_operation.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// Ends the operation, unless the caller asks for the length or has too little room. Other threads may call while the
// key signs.
CK_RV finish(Session& session, Lock& lock, unsigned char* signature, CK_ULONG* length, base::ByteView last) {
  const std::size_t octets = session.signing->signature_octets();
  const CK_ULONG room = std::exchange(*length, static_cast<CK_ULONG>(octets));
  if (signature == nullptr) return CKR_OK;
  if (room < octets) return CKR_BUFFER_TOO_SMALL;
  Operation operation = *std::exchange(session.signing, std::nullopt);
  lock.unlock();
  if (const CK_RV refused = operation.add(last); refused != CKR_OK) return refused;
  const auto made = operation.sign();
  if (!made) return made.error();
  std::copy(made->begin(), made->end(), signature);
  return CKR_OK;
}

}  // namespace

extern "C" {

CK_RV C_SignInit(CK_SESSION_HANDLE handle, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key) {
  return begin(handle, &Session::signing, mechanism, key, KeyHalf::private_key);
}

CK_RV C_Sign(CK_SESSION_HANDLE handle, unsigned char* data, CK_ULONG data_length, unsigned char* signature,
             CK_ULONG* length) {
  return in_session(handle, [&](Module&, Session& session, Lock& lock) -> CK_RV {
    if (length == nullptr || (data == nullptr && data_length != 0)) return CKR_ARGUMENTS_BAD;
    if (!has_fresh(session, &Session::signing)) return CKR_OPERATION_NOT_INITIALIZED;
    return finish(session, lock, signature, length, octets_at(data, data_length));
  });
}

CK_RV C_SignUpdate(CK_SESSION_HANDLE handle, unsigned char* part, CK_ULONG part_length) {
  return add_part(handle, &Session::signing, part, part_length);
}

CK_RV C_SignFinal(CK_SESSION_HANDLE handle, unsigned char* signature, CK_ULONG* length) {
  return in_session(handle, [&](Module&, Session& session, Lock& lock) -> CK_RV {
    if (length == nullptr) return CKR_ARGUMENTS_BAD;
    if (!session.signing) return CKR_OPERATION_NOT_INITIALIZED;
    return finish(session, lock, signature, length, {});
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
