// connectors/pkcs11/verifying.cpp - the functions of Cryptoki that verify signatures.
#include "connectors/pkcs11/running_operation.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

CK_RV conclude(Session& session, Lock& lock, base::ByteView last, base::ByteView signature) {
  Operation operation = *std::exchange(session.verifying, std::nullopt);
  lock.unlock();
  const CK_RV refused = operation.add(last);
  return refused != CKR_OK ? refused : operation.verify(signature);
}

}  // namespace

extern "C" {

CK_RV C_VerifyInit(CK_SESSION_HANDLE handle, CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key) {
  return begin(handle, &Session::verifying, mechanism, key, KeyHalf::public_key);
}

CK_RV C_Verify(CK_SESSION_HANDLE handle, unsigned char* data, CK_ULONG data_length, unsigned char* signature,
               CK_ULONG length) {
  return in_session(handle, [&](Module&, Session& session, Lock& lock) -> CK_RV {
    if (signature == nullptr || (data == nullptr && data_length != 0)) return CKR_ARGUMENTS_BAD;
    if (!has_fresh(session, &Session::verifying)) return CKR_OPERATION_NOT_INITIALIZED;
    return conclude(session, lock, octets_at(data, data_length), octets_at(signature, length));
  });
}

CK_RV C_VerifyUpdate(CK_SESSION_HANDLE handle, unsigned char* part, CK_ULONG part_length) {
  return add_part(handle, &Session::verifying, part, part_length);
}

CK_RV C_VerifyFinal(CK_SESSION_HANDLE handle, unsigned char* signature, CK_ULONG length) {
  return in_session(handle, [&](Module&, Session& session, Lock& lock) -> CK_RV {
    if (signature == nullptr) return CKR_ARGUMENTS_BAD;
    if (!session.verifying) return CKR_OPERATION_NOT_INITIALIZED;
    return conclude(session, lock, {}, octets_at(signature, length));
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
