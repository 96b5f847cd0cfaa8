// bench/token_signatures.cpp - one signature after another, by the PKCS#11 module or by OpenSSL alone.
//
// token_signatures MODULE rsa|ec COUNT   by the first private key of the token "Rsa" or "Ec" of the module
// token_signatures openssl rsa|ec COUNT  by a key of the same kind
// Both sign digests of SHA-256, RSA with PKCS #1 v1.5. Prints the microseconds of a signature.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <dlfcn.h>
#include <p11-kit/pkcs11.h>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

namespace {

using Sign = std::function<void(std::vector<unsigned char>& digest)>;

void must(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

CK_FUNCTION_LIST& functions_of(const char* module) {
  void* const library = dlopen(module, RTLD_NOW | RTLD_LOCAL);
  must(library != nullptr, "the module cannot be loaded");
  CK_C_GetFunctionList get = nullptr;
  *reinterpret_cast<void**>(&get) = dlsym(library, "C_GetFunctionList");
  CK_FUNCTION_LIST* list = nullptr;
  must(get != nullptr && get(&list) == CKR_OK && list->C_Initialize(nullptr) == CKR_OK, "C_Initialize");
  return *list;
}

CK_SESSION_HANDLE session_with(CK_FUNCTION_LIST& list, const std::string& label) {
  std::vector<CK_SLOT_ID> slots(16);
  CK_ULONG count = slots.size();
  must(list.C_GetSlotList(CK_TRUE, slots.data(), &count) == CKR_OK, "C_GetSlotList");
  slots.resize(count);
  for (const CK_SLOT_ID slot : slots) {
    CK_TOKEN_INFO info{};
    CK_SESSION_HANDLE session = 0;
    must(list.C_GetTokenInfo(slot, &info) == CKR_OK, "C_GetTokenInfo");
    if (std::string(std::begin(info.label), std::end(info.label)).substr(0, label.size() + 1) != label + " ") continue;
    must(list.C_OpenSession(slot, CKF_SERIAL_SESSION, nullptr, nullptr, &session) == CKR_OK, "C_OpenSession");
    return session;
  }
  throw std::runtime_error("there is no token " + label);
}

Sign by_module(const char* module, bool is_rsa) {
  CK_FUNCTION_LIST& list = functions_of(module);
  const CK_SESSION_HANDLE session = session_with(list, is_rsa ? "Rsa" : "Ec");
  CK_OBJECT_CLASS kind = CKO_PRIVATE_KEY;
  CK_ATTRIBUTE asked{CKA_CLASS, &kind, sizeof kind};
  CK_OBJECT_HANDLE key = 0;
  CK_ULONG count = 0;
  must(list.C_FindObjectsInit(session, &asked, 1) == CKR_OK && list.C_FindObjects(session, &key, 1, &count) == CKR_OK &&
           count == 1 && list.C_FindObjectsFinal(session) == CKR_OK,
       "C_FindObjects");
  return [&list, session, key, is_rsa](std::vector<unsigned char>& digest) {
    // DigestInfo of SHA-256, which programs put in front for CKM_RSA_PKCS.
    static const std::vector<unsigned char> info = {0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                    0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20};
    std::vector<unsigned char> data = is_rsa ? info : std::vector<unsigned char>();
    data.insert(data.end(), digest.begin(), digest.end());
    CK_MECHANISM mechanism{is_rsa ? CKM_RSA_PKCS : CKM_ECDSA, nullptr, 0};
    unsigned char signature[512];
    CK_ULONG length = sizeof signature;
    must(list.C_SignInit(session, &mechanism, key) == CKR_OK &&
             list.C_Sign(session, data.data(), data.size(), signature, &length) == CKR_OK,
         "C_Sign");
  };
}

Sign by_openssl(bool is_rsa) {
  EVP_PKEY* const key = is_rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256");
  must(key != nullptr, "no key");
  return [key, is_rsa](std::vector<unsigned char>& digest) {
    EVP_PKEY_CTX* const context = EVP_PKEY_CTX_new(key, nullptr);
    unsigned char signature[512];
    std::size_t length = sizeof signature;
    must(EVP_PKEY_sign_init(context) == 1 &&
             (!is_rsa || EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1) &&
             EVP_PKEY_CTX_set_signature_md(context, EVP_sha256()) == 1 &&
             EVP_PKEY_sign(context, signature, &length, digest.data(), digest.size()) == 1,
         "EVP_PKEY_sign");
    EVP_PKEY_CTX_free(context);
  };
}

}  // namespace

int main(int count, char** arguments) {
  try {
    must(count == 4, "usage: token_signatures MODULE|openssl rsa|ec COUNT");
    const bool is_rsa = arguments[2] == std::string("rsa");
    const Sign sign = arguments[1] == std::string("openssl") ? by_openssl(is_rsa) : by_module(arguments[1], is_rsa);
    const int signatures = std::atoi(arguments[3]);
    std::vector<unsigned char> digest(32, 1);
    for (int warm = 0; warm < 20; ++warm) sign(digest);
    const auto start = std::chrono::steady_clock::now();
    for (int each = 0; each < signatures; ++each) sign(digest);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - start;
    std::printf("%.3f\n", took.count() / signatures);
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "token_signatures: %s\n", error.what());
    return 1;
  }
}
