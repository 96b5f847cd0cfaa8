// tests/connectors/store/loaded_store.hpp - the provider in a libcrypto of its own, beside the default provider, which
// makes keys of what it gives.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <openssl/err.h>
#include <openssl/provider.h>
#include <openssl/store.h>

#include "connectors/store/provider.hpp"

namespace ringside::test_support {

class LoadedStore {
 public:
  LoadedStore() {
    EXPECT_EQ(OSSL_PROVIDER_add_builtin(library_.get(), "ringside", connectors::store::OSSL_provider_init), 1);
    providers_[0] = OSSL_PROVIDER_load(library_.get(), "default");
    providers_[1] = OSSL_PROVIDER_load(library_.get(), "ringside");
    EXPECT_NE(providers_[1], nullptr);
    ERR_clear_error();
  }
  ~LoadedStore() {
    for (OSSL_PROVIDER* const provider : providers_) OSSL_PROVIDER_unload(provider);
  }
  LoadedStore(const LoadedStore&) = delete;
  LoadedStore& operator=(const LoadedStore&) = delete;

  /// The types of what the URI gives ("Certificate", "Pkey"), and the text of the error if there is one.
  std::vector<std::string> load(const std::string& uri, int expected = 0) {
    std::vector<std::string> seen;
    OSSL_STORE_CTX* const store =
        OSSL_STORE_open_ex(uri.c_str(), library_.get(), nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    if (store == nullptr) return {error()};
    if (expected != 0) EXPECT_EQ(OSSL_STORE_expect(store, expected), 1);
    while (OSSL_STORE_eof(store) == 0) {
      OSSL_STORE_INFO* const info = OSSL_STORE_load(store);
      seen.push_back(info == nullptr ? error() : OSSL_STORE_INFO_type_string(OSSL_STORE_INFO_get_type(info)));
      OSSL_STORE_INFO_free(info);
    }
    OSSL_STORE_close(store);
    return seen;
  }

 private:
  static std::string error() {
    const char* text = nullptr;
    int flags = 0;
    const unsigned long code = ERR_peek_last_error_all(nullptr, nullptr, nullptr, &text, &flags);
    const char* const reason = ERR_reason_error_string(code);
    return std::string(reason == nullptr ? "?" : reason) + ": " + text;
  }

  std::unique_ptr<OSSL_LIB_CTX, decltype(&OSSL_LIB_CTX_free)> library_{OSSL_LIB_CTX_new(), &OSSL_LIB_CTX_free};
  OSSL_PROVIDER* providers_[2] = {};
};

}  // namespace ringside::test_support
