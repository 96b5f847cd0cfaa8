// scenarios/harness/engine_store.hpp - the key stores of an engine as a party of handshakes.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "emulator/base/secret.hpp"
#include "emulator/crypto/handshake.hpp"
#include "emulator/host/files.hpp"

namespace ringside::harness {

/// The first key of `key_store` with its chain, and every certificate of `trust_store` as an anchor, as Java takes
/// them. The error is a sentence.
tl::expected<crypto::Party, std::string> engine_party(const host::Files& files, const std::string& key_store,
                                                      const std::string& trust_store, const base::Secret& password);

}  // namespace ringside::harness
