// connectors/pkcs11/general.cpp - the general functions of Cryptoki: the module begins, ends, and says what it is.
#include "connectors/pkcs11/module.hpp"

namespace ringside::connectors::pkcs11 {
namespace {

// The locks are those of the operating system in every case, also where the program offers its own.
bool are_valid(const CK_C_INITIALIZE_ARGS& arguments) {
  const bool has_any = arguments.CreateMutex != nullptr || arguments.DestroyMutex != nullptr ||
                       arguments.LockMutex != nullptr || arguments.UnlockMutex != nullptr;
  const bool has_all = arguments.CreateMutex != nullptr && arguments.DestroyMutex != nullptr &&
                       arguments.LockMutex != nullptr && arguments.UnlockMutex != nullptr;
  return arguments.pReserved == nullptr && has_any == has_all;
}

}  // namespace

extern "C" {

CK_RV C_Initialize(void* arguments) {
  if (arguments != nullptr && !are_valid(*static_cast<const CK_C_INITIALIZE_ARGS*>(arguments)))
    return CKR_ARGUMENTS_BAD;
  return initialize();
}

CK_RV C_Finalize(void* reserved) {
  return reserved == nullptr ? finalize() : CK_RV{CKR_ARGUMENTS_BAD};
}

CK_RV C_GetInfo(CK_INFO* info) {
  return in_module([&](Module&, Lock&) -> CK_RV {
    if (info == nullptr) return CKR_ARGUMENTS_BAD;
    *info = {};
    info->cryptokiVersion = {CRYPTOKI_VERSION_MAJOR, CRYPTOKI_VERSION_MINOR};
    fill(info->manufacturerID, manufacturer);
    fill(info->libraryDescription, "Key rings of a Ringside lab");
    info->libraryVersion = library_version;
    return CKR_OK;
  });
}

}  // extern "C"

}  // namespace ringside::connectors::pkcs11
