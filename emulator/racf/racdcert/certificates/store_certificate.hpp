// emulator/racf/racdcert/certificates/store_certificate.hpp - putting a certificate into the database: new, or in the
// place of the one that it renews.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "emulator/racf/racdcert/generate/key_location.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// Where a certificate goes.
struct Place {
  std::optional<Stored> renewed;  ///< the certificate whose place it takes
  std::string label;
};

/// A new place under the label of WITHLABEL, or under a generated one. RSD202I if the owner uses the label already.
Result<Place> new_place(Context& context, const Request& request);

/// The place of the owner's certificate that has the same public key and its private key here (a renewal), which keeps
/// its label; else a new place. Another owner's certificate is never renewed (rulings: "same public key, same owner").
Result<Place> find_place(Context& context, const Request& request, const crypto::PublicKey& key);

/// Stores the certificate. In a renewed one's place: new profile name and status; label, private key and rings stay, a
/// pending request is settled.
void keep(Context& context, const Owner& owner, const Place& place, const crypto::Certificate& certificate,
          const std::optional<KeyToKeep>& key, database::Status status);

/// IRRD109I if a profile of this name is defined.
Result<void> require_new_profile(Context& context, const std::string& profile);

/// Content octets of the INTEGER of a serial number, which is not negative.
base::Bytes serial_octets(std::int64_t number);

}  // namespace ringside::racf::racdcert
