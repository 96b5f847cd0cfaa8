// connectors/pkcs11/slots.cpp - the functions of Cryptoki on slots and tokens.
#include <numeric>

#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// SAF decides who may use a ring, so no login is required.
constexpr CK_FLAGS token_flags = CKF_RNG | CKF_WRITE_PROTECTED | CKF_TOKEN_INITIALIZED | CKF_USER_PIN_INITIALIZED;
constexpr CK_ULONG pin_characters_most = 255;

CK_TOKEN_INFO info_of(const Token& token, CK_ULONG sessions) {
  CK_TOKEN_INFO info{};
  fill(info.label, token.label);
  fill(info.manufacturerID, manufacturer);
  fill(info.model, token.model);
  fill(info.serialNumber, token.serial);
  fill(info.utcTime, "");
  info.flags = token_flags;
  info.ulMaxSessionCount = CK_EFFECTIVELY_INFINITE;
  info.ulSessionCount = sessions;
  info.ulMaxPinLen = pin_characters_most;
  info.ulTotalPublicMemory = info.ulFreePublicMemory = CK_UNAVAILABLE_INFORMATION;
  info.ulTotalPrivateMemory = info.ulFreePrivateMemory = CK_UNAVAILABLE_INFORMATION;
  info.firmwareVersion = library_version;
  return info;
}

using TokenCall = std::function<CK_RV(Module&, const Token&)>;

CK_RV on_slot(CK_SLOT_ID slot, const TokenCall& body) {
  return in_module([&](Module& module, Lock&) -> CK_RV {
    const Token* const token = module.token(slot);
    return token == nullptr ? CK_RV{CKR_SLOT_ID_INVALID} : body(module, *token);
  });
}

}  // namespace

extern "C" {

CK_RV C_GetSlotList(unsigned char, CK_SLOT_ID* slots, CK_ULONG* count) {
  return in_module([&](Module& module, Lock&) {
    std::vector<CK_SLOT_ID> all(module.tokens.size());
    std::iota(all.begin(), all.end(), CK_SLOT_ID{0});
    return answer_list(all, slots, count);
  });
}

CK_RV C_GetSlotInfo(CK_SLOT_ID slot, CK_SLOT_INFO* info) {
  return on_slot(slot, [&](Module&, const Token& token) -> CK_RV {
    if (info == nullptr) return CKR_ARGUMENTS_BAD;
    *info = {};
    fill(info->slotDescription, token.ring);
    fill(info->manufacturerID, manufacturer);
    info->flags = CKF_TOKEN_PRESENT;
    info->firmwareVersion = library_version;
    return CKR_OK;
  });
}

CK_RV C_GetTokenInfo(CK_SLOT_ID slot, CK_TOKEN_INFO* info) {
  return on_slot(slot, [&](Module& module, const Token& token) -> CK_RV {
    if (info == nullptr) return CKR_ARGUMENTS_BAD;
    const auto sessions = std::count_if(module.sessions.begin(), module.sessions.end(),
                                        [&](const auto& each) { return each.second.slot == slot; });
    *info = info_of(token, static_cast<CK_ULONG>(sessions));
    return CKR_OK;
  });
}

CK_RV C_GetMechanismList(CK_SLOT_ID slot, CK_MECHANISM_TYPE* types, CK_ULONG* count) {
  return on_slot(slot, [&](Module&, const Token&) { return answer_list(mechanism_types(), types, count); });
}

CK_RV C_GetMechanismInfo(CK_SLOT_ID slot, CK_MECHANISM_TYPE type, CK_MECHANISM_INFO* info) {
  return on_slot(slot, [&](Module&, const Token&) -> CK_RV {
    const auto found = mechanism_info(type);
    if (!found) return CKR_MECHANISM_INVALID;
    if (info == nullptr) return CKR_ARGUMENTS_BAD;
    *info = *found;
    return CKR_OK;
  });
}

// Tokens neither come nor go. A program that would wait for that is told that it cannot.
CK_RV C_WaitForSlotEvent(CK_FLAGS flags, CK_SLOT_ID*, void*) {
  return in_module([&](Module&, Lock&) -> CK_RV {
    return (flags & CKF_DONT_BLOCK) != 0 ? CK_RV{CKR_NO_EVENT} : CK_RV{CKR_FUNCTION_NOT_SUPPORTED};
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
