// connectors/pkcs11/running_operation.cpp - what signing and verifying have in common: how they begin and take parts.
#include "connectors/pkcs11/running_operation.hpp"

namespace ringside::connectors::pkcs11 {

CK_RV begin(CK_SESSION_HANDLE handle, RunningOperation running, const CK_MECHANISM* mechanism, CK_OBJECT_HANDLE key,
            KeyHalf half) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (mechanism == nullptr) return CKR_ARGUMENTS_BAD;
    if (session.*running) return CKR_OPERATION_ACTIVE;
    const Object* const object = module.object(session, key);
    if (object == nullptr || !object->public_key) return CKR_KEY_HANDLE_INVALID;
    if (object->private_key.has_value() != (half == KeyHalf::private_key)) return CKR_KEY_FUNCTION_NOT_PERMITTED;
    auto started = Operation::start(*object, *mechanism);
    if (!started) return started.error();
    session.*running = *std::move(started);
    return CKR_OK;
  });
}

CK_RV add_part(CK_SESSION_HANDLE handle, RunningOperation running, const unsigned char* part, CK_ULONG length) {
  return in_session(handle, [&](Module&, Session& session, Lock&) -> CK_RV {
    if (part == nullptr && length != 0) return CKR_ARGUMENTS_BAD;
    if (!(session.*running)) return CKR_OPERATION_NOT_INITIALIZED;
    const CK_RV result = (session.*running)->add(octets_at(part, length));
    if (result != CKR_OK) (session.*running).reset();
    return result;
  });
}

bool has_fresh(Session& session, RunningOperation running) {
  const bool is_fresh = session.*running && !(session.*running)->has_parts();
  if (!is_fresh) (session.*running).reset();
  return is_fresh;
}

}  // namespace ringside::connectors::pkcs11
