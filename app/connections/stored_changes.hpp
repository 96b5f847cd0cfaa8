// app/connections/stored_changes.hpp - what the Java provider sends to have a key store's changes stored in its ring.
#pragma once

#include <string>

#include <tl/expected.hpp>

#include "app/connections/ring_image.hpp"
#include "emulator/hosttools/keytool/ring/ring_changes.hpp"

namespace ringside::app {

struct StoredChanges {
  std::string version;    ///< of the jar
  std::string storetype;  ///< "JCERACFKS"
  keytool::RingChanges changes;
};

/// Reads the message of the provider, whatever it holds. Returns what is wrong with it, and at which octet.
tl::expected<StoredChanges, std::string> read_changes(base::ByteView message);

/// Stores the changes in the ring of a URL, and returns the ring as it is then; if it has a refusal, nothing was
/// changed.
RingImage stored(const keytool::RingUser& user, const std::string& url, const StoredChanges& changes);

}  // namespace ringside::app
