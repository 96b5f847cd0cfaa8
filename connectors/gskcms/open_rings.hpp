// connectors/gskcms/open_rings.hpp - the key rings that this process has open, by handle.
//
// A ring is read once, when it is opened. It stays as it was until it is closed, also after a fork.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "connectors/caller/turn.hpp"
#include "connectors/gskcms/status.hpp"
#include "emulator/crypto/certificates/certificate.hpp"

namespace ringside::connectors::gskcms {

/// A certificate of an open ring, with its private key if the user may have it and it is not in ICSF.
struct Member {
  std::string label;
  crypto::Certificate certificate;
  std::optional<crypto::PrivateKey> key{};
};

struct OpenRing {
  std::vector<Member> members;  ///< in the order of connection
  base::Instant read_at;        ///< by the clock of the lab

  /// The first member with this label. Fails with CMSERR_BAD_LABEL for an empty one and with CMSERR_RECORD_NOT_FOUND.
  [[nodiscard]] Answer<const Member*> member(const std::string& label) const;
  /// The certificate, and its issuers that are on the ring.
  [[nodiscard]] std::vector<crypto::Certificate> with_issuers(const crypto::Certificate& certificate) const;
};

/// Reads a ring through R_datalib, for the user of the turn. Fails as gsk_open_keyring() does.
Answer<OpenRing> read_ring(Turn& turn, const std::string& name);

/// The open rings of the process. To be used within a turn.
class OpenRings {
 public:
  static OpenRings& of_process();

  gsk_handle add(OpenRing ring);
  /// Returns nullptr if the handle is not that of an open ring.
  [[nodiscard]] const OpenRing* find(gsk_handle handle) const;
  /// Returns false if the handle is not that of an open ring.
  bool remove(gsk_handle handle);

 private:
  std::map<std::uintptr_t, OpenRing> rings_;
  std::uintptr_t last_ = 0;
};

}  // namespace ringside::connectors::gskcms
