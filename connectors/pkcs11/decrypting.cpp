// connectors/pkcs11/decrypting.cpp - the functions of Cryptoki that decrypt: with RSA keys, as TLS 1.2 without
// Diffie-Hellman does.
#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {

extern "C" {

CK_RV C_DecryptInit(CK_SESSION_HANDLE handle, CK_MECHANISM* asked, CK_OBJECT_HANDLE key) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (asked == nullptr) return CKR_ARGUMENTS_BAD;
    if (session.decrypting) return CKR_OPERATION_ACTIVE;
    const Object* const object = module.object(session, key);
    if (object == nullptr || !object->public_key) return CKR_KEY_HANDLE_INVALID;
    if (!object->private_key) return CKR_KEY_FUNCTION_NOT_PERMITTED;
    const Mechanism* const mechanism = find_mechanism(asked->mechanism);
    if (mechanism == nullptr || !mechanism->decrypts) return CKR_MECHANISM_INVALID;
    if (object->key_type() != mechanism->key) return CKR_KEY_TYPE_INCONSISTENT;
    const bool is_raw = mechanism->type == CKM_RSA_X_509;
    session.decrypting = Decryption{object, is_raw ? crypto::RsaEncryption::raw : crypto::RsaEncryption::pkcs1};
    return CKR_OK;
  });
}

// How long the result is shows only when it is there. Who asks for its length is told the most that it can be.
CK_RV C_Decrypt(CK_SESSION_HANDLE handle, unsigned char* data, CK_ULONG data_length, unsigned char* plain,
                CK_ULONG* length) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (data == nullptr || length == nullptr) return CKR_ARGUMENTS_BAD;
    if (!session.decrypting) return CKR_OPERATION_NOT_INITIALIZED;
    const Decryption decryption = *session.decrypting;
    const std::size_t most = crypto::signature_octets(*decryption.key->public_key);
    const CK_ULONG room = std::exchange(*length, static_cast<CK_ULONG>(most));
    if (plain == nullptr) return CKR_OK;
    session.decrypting.reset();
    if (data_length != most) return CKR_ENCRYPTED_DATA_LEN_RANGE;
    const auto made =
        crypto::decrypt_value(*decryption.key->private_key, decryption.encryption, octets_at(data, data_length));
    if (!made) return CKR_ENCRYPTED_DATA_INVALID;
    *length = static_cast<CK_ULONG>(made->size());
    if (room < made->size()) {
      session.decrypting = decryption;
      return CKR_BUFFER_TOO_SMALL;
    }
    std::copy(made->begin(), made->end(), plain);
    return CKR_OK;
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
