// connectors/store/loader.hpp - the functions that OpenSSL calls to read a store.
#pragma once

#include <openssl/core.h>

namespace ringside::connectors::store {

/// The table for OSSL_OP_STORE. The provider's context is a Core. The ring is read when it is opened; afterwards
/// nothing of the lab is used, so that the core may call back into this provider while it takes an object.
const OSSL_DISPATCH* loader_functions();

}  // namespace ringside::connectors::store
