// emulator/hosttools/network/engine_store.hpp - the key stores of an engine as a party of handshakes.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>

#include "base/secret.hpp"
#include "emulator/crypto/tls/handshake.hpp"
#include "emulator/host/files.hpp"

namespace ringside::network {

/// Key stores of a system that a server reads instead of a ring: JKS, JCEKS or PKCS#12.
struct KeyStores {
  std::string key_store;    ///< the server's key with its chain
  std::string trust_store;  ///< its anchors; may be the same, or empty
  base::Secret password;    ///< of both stores and of the key
};

/// What a server gets from its key stores: the key of `alias`, or the first one, with its chain, and of every entry
/// of the trust store the (first) certificate as an anchor, as Java takes them. Without a key it has no identity. The
/// error is a sentence.
tl::expected<crypto::Party, std::string> store_party(const host::Files& files, const KeyStores& stores,
                                                     const std::optional<std::string>& alias);

/// The first key of `key_store` with its chain, and the anchors of `trust_store`. The error is a sentence.
tl::expected<crypto::Party, std::string> engine_party(const host::Files& files, const std::string& key_store,
                                                      const std::string& trust_store, const base::Secret& password);

}  // namespace ringside::network
