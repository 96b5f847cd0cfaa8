// connectors/pkcs11/function_list.cpp - the one function that the library exports, and the list of all others.
#include "connectors/pkcs11/cryptoki.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

/// In place of a function that is not there.
template <CK_RV refusal, typename... Arguments>
CK_RV refuse(Arguments...) {
  return refusal;
}

template <typename... Arguments>
using Function = CK_RV (*)(Arguments...);

/// Stands in the list for such a function with any parameters.
template <CK_RV refusal>
struct Refuse {
  template <typename... Arguments>
  constexpr operator Function<Arguments...>() const {  // NOLINT(google-explicit-constructor)
    return refuse<refusal, Arguments...>;
  }
};

constexpr Refuse<CKR_FUNCTION_NOT_SUPPORTED> not_supported;
constexpr Refuse<CKR_TOKEN_WRITE_PROTECTED> write_protected;
constexpr Refuse<CKR_FUNCTION_NOT_PARALLEL> not_parallel;

CK_FUNCTION_LIST functions = {
    .version = {CRYPTOKI_VERSION_MAJOR, CRYPTOKI_VERSION_MINOR},
    .C_Initialize = C_Initialize,
    .C_Finalize = C_Finalize,
    .C_GetInfo = C_GetInfo,
    .C_GetFunctionList = C_GetFunctionList,
    .C_GetSlotList = C_GetSlotList,
    .C_GetSlotInfo = C_GetSlotInfo,
    .C_GetTokenInfo = C_GetTokenInfo,
    .C_GetMechanismList = C_GetMechanismList,
    .C_GetMechanismInfo = C_GetMechanismInfo,
    .C_InitToken = not_supported,
    .C_InitPIN = not_supported,
    .C_SetPIN = not_supported,
    .C_OpenSession = C_OpenSession,
    .C_CloseSession = C_CloseSession,
    .C_CloseAllSessions = C_CloseAllSessions,
    .C_GetSessionInfo = C_GetSessionInfo,
    .C_GetOperationState = not_supported,
    .C_SetOperationState = not_supported,
    .C_Login = C_Login,
    .C_Logout = C_Logout,
    .C_CreateObject = write_protected,
    .C_CopyObject = write_protected,
    .C_DestroyObject = write_protected,
    .C_GetObjectSize = not_supported,
    .C_GetAttributeValue = C_GetAttributeValue,
    .C_SetAttributeValue = write_protected,
    .C_FindObjectsInit = C_FindObjectsInit,
    .C_FindObjects = C_FindObjects,
    .C_FindObjectsFinal = C_FindObjectsFinal,
    .C_EncryptInit = not_supported,
    .C_Encrypt = not_supported,
    .C_EncryptUpdate = not_supported,
    .C_EncryptFinal = not_supported,
    .C_DecryptInit = C_DecryptInit,
    .C_Decrypt = C_Decrypt,
    .C_DecryptUpdate = not_supported,
    .C_DecryptFinal = not_supported,
    .C_DigestInit = C_DigestInit,
    .C_Digest = C_Digest,
    .C_DigestUpdate = C_DigestUpdate,
    .C_DigestKey = not_supported,
    .C_DigestFinal = C_DigestFinal,
    .C_SignInit = C_SignInit,
    .C_Sign = C_Sign,
    .C_SignUpdate = C_SignUpdate,
    .C_SignFinal = C_SignFinal,
    .C_SignRecoverInit = not_supported,
    .C_SignRecover = not_supported,
    .C_VerifyInit = C_VerifyInit,
    .C_Verify = C_Verify,
    .C_VerifyUpdate = C_VerifyUpdate,
    .C_VerifyFinal = C_VerifyFinal,
    .C_VerifyRecoverInit = not_supported,
    .C_VerifyRecover = not_supported,
    .C_DigestEncryptUpdate = not_supported,
    .C_DecryptDigestUpdate = not_supported,
    .C_SignEncryptUpdate = not_supported,
    .C_DecryptVerifyUpdate = not_supported,
    .C_GenerateKey = not_supported,
    .C_GenerateKeyPair = not_supported,
    .C_WrapKey = not_supported,
    .C_UnwrapKey = not_supported,
    .C_DeriveKey = not_supported,
    .C_SeedRandom = C_SeedRandom,
    .C_GenerateRandom = C_GenerateRandom,
    .C_GetFunctionStatus = not_parallel,
    .C_CancelFunction = not_parallel,
    .C_WaitForSlotEvent = C_WaitForSlotEvent,
};

}  // namespace

extern "C" {

CK_RV C_GetFunctionList(CK_FUNCTION_LIST** list) {
  if (list == nullptr) return CKR_ARGUMENTS_BAD;
  *list = &functions;
  return CKR_OK;
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
