// emulator/hosttools/keytool/ring/ring_changes.hpp - stores changes in a key ring, as Java's KeyStore.store() does.
#pragma once

#include <string>
#include <vector>

#include "emulator/hosttools/keytool/ring/ring_reader.hpp"

namespace ringside::keytool {

/// An entry that is added, or takes the place of the one with its alias.
struct RingEntry {
  std::string alias;
  X509 certificate;
  bool is_key = false;
  base::Bytes pkcs8{};      ///< empty if no password opens the key
  std::size_t issuers = 0;  ///< further certificates of its chain, which are not put into the ring
};

struct RingChanges {
  std::vector<std::string> removed;  ///< aliases
  std::vector<RingEntry> changed;    ///< each alias once
};

/// Returns whether an entry differs from the member with its alias: in its certificate, or key against certificate.
bool is_change(const RingStore& store, const std::string& alias, bool is_key, const X509& certificate);

/// Stores the changes in the ring that was read, all or nothing. A ring that is not there is made. A removed entry is
/// disconnected and stays in the database; one that the ring does not have is passed over. A new one is added and
/// connected. An entry that is no change stays as it is. Refuses what IBM's Java does not permit, and what R_datalib
/// refuses.
RingAnswer<void> store_changes(const RingUser& user, const RingStore& store, const RingChanges& changes,
                               RingRemarks& remarks);

}  // namespace ringside::keytool
