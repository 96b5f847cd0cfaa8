// connectors/pkcs11/sessions.cpp - the functions of Cryptoki on sessions and logins.
#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

CK_STATE state_of(const Session& session, bool is_logged_in) {
  const bool is_writable = (session.flags & CKF_RW_SESSION) != 0;
  if (is_logged_in) return is_writable ? CKS_RW_USER_FUNCTIONS : CKS_RO_USER_FUNCTIONS;
  return is_writable ? CKS_RW_PUBLIC_SESSION : CKS_RO_PUBLIC_SESSION;
}

// As Cryptoki asks: a login lasts as long as the last session with the token.
void forget_login_without_sessions(Module& module, CK_SLOT_ID slot) {
  const bool has_session = std::any_of(module.sessions.begin(), module.sessions.end(),
                                       [&](const auto& each) { return each.second.slot == slot; });
  if (!has_session) module.logged_in.erase(slot);
}

}  // namespace

extern "C" {

// Programs that want a session to write also get one, though tokens are write-protected: pkcs11-tool tests keys in no
// other, and each function that would write refuses for itself.
CK_RV C_OpenSession(CK_SLOT_ID slot, CK_FLAGS flags, void*, CK_NOTIFY, CK_SESSION_HANDLE* session) {
  return in_module([&](Module& module, Lock&) -> CK_RV {
    if (module.token(slot) == nullptr) return CKR_SLOT_ID_INVALID;
    if (session == nullptr) return CKR_ARGUMENTS_BAD;
    if ((flags & CKF_SERIAL_SESSION) == 0) return CKR_SESSION_PARALLEL_NOT_SUPPORTED;
    *session = ++module.last_session;
    module.sessions.emplace(*session, Session{slot, flags});
    return CKR_OK;
  });
}

CK_RV C_CloseSession(CK_SESSION_HANDLE handle) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    const CK_SLOT_ID slot = session.slot;
    module.sessions.erase(handle);
    forget_login_without_sessions(module, slot);
    return CKR_OK;
  });
}

CK_RV C_CloseAllSessions(CK_SLOT_ID slot) {
  return in_module([&](Module& module, Lock&) -> CK_RV {
    if (module.token(slot) == nullptr) return CKR_SLOT_ID_INVALID;
    std::erase_if(module.sessions, [&](const auto& each) { return each.second.slot == slot; });
    module.logged_in.erase(slot);
    return CKR_OK;
  });
}

CK_RV C_GetSessionInfo(CK_SESSION_HANDLE handle, CK_SESSION_INFO* info) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (info == nullptr) return CKR_ARGUMENTS_BAD;
    *info = {session.slot, state_of(session, module.logged_in.contains(session.slot)), session.flags, 0};
    return CKR_OK;
  });
}

// Any PIN is right, and a login gives no authority: SAF has decided when the rings were read.
CK_RV C_Login(CK_SESSION_HANDLE handle, CK_USER_TYPE user, unsigned char*, CK_ULONG) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    if (user == CKU_CONTEXT_SPECIFIC) return CKR_OPERATION_NOT_INITIALIZED;
    if (user != CKU_USER) return CKR_USER_TYPE_INVALID;
    return module.logged_in.insert(session.slot).second ? CK_RV{CKR_OK} : CK_RV{CKR_USER_ALREADY_LOGGED_IN};
  });
}

CK_RV C_Logout(CK_SESSION_HANDLE handle) {
  return in_session(handle, [&](Module& module, Session& session, Lock&) -> CK_RV {
    return module.logged_in.erase(session.slot) == 1 ? CK_RV{CKR_OK} : CK_RV{CKR_USER_NOT_LOGGED_IN};
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
