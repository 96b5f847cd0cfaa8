// emulator/hosttools/network/engine_store.hpp - makes a party of handshakes from the key stores of a server.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "base/secret.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/host/files.hpp"

namespace ringside::network {

/// The key stores of a server: JKS, JCEKS or PKCS#12.
struct KeyStores {
  std::string key_store;    ///< the server's key with its chain
  std::string trust_store;  ///< the trust anchors; may be the same file, or empty
  base::Secret password;    ///< of both stores and of the key
};

/// The party of a server: the key of `alias`, or the first key, with its chain. Like Java, the first certificate of
/// each entry of the trust store is an anchor. Without a key the party has no identity. The error is a sentence.
tl::expected<crypto::Party, std::string> store_party(const host::Files& files, const KeyStores& stores,
                                                     const std::optional<std::string>& alias);

/// As store_party() with the first key; a store without a key is an error.
tl::expected<crypto::Party, std::string> engine_party(const host::Files& files, const std::string& key_store,
                                                      const std::string& trust_store, const base::Secret& password);

}  // namespace ringside::network
