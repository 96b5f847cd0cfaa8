// connectors/store/provider.hpp - the provider "ringside" of OpenSSL: key rings as a store.
#pragma once

#include <openssl/core.h>

namespace ringside::connectors::store {

/// OpenSSL's entry point (provider-base(7)). Returns 1, or 0 if there is no memory. The provider has one operation,
/// OSSL_OP_STORE, for the schemes safkeyring and safkeyringjce.
extern "C" int OSSL_provider_init(const OSSL_CORE_HANDLE* handle, const OSSL_DISPATCH* core_functions,
                                  const OSSL_DISPATCH** provider_functions, void** provider_context);

}  // namespace ringside::connectors::store
