// emulator/racf/racdcert/certificates/store_certificate.hpp - stores a certificate in the database: as a new one, or in
// place of the one that it renews.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/bytes.hpp"
#include "emulator/racf/racdcert/key_location.hpp"
#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert {

/// Where a certificate is stored.
struct Place {
  std::optional<Stored> renewed;  ///< the certificate that it replaces
  std::string label;
};

/// Returns a new place under the label of WITHLABEL, or under a generated one. RSD202I if the owner uses the label
/// already.
Result<Place> new_place(Context& context, const Owner& owner, const std::optional<std::string>& with_label);

/// Returns the place of the owner's certificate that has the same public key, and its private key in the database: the
/// new certificate renews it and keeps its label. Else a new place. Another owner's certificate is never renewed
/// (rulings: "same public key, same owner").
Result<Place> find_place(Context& context, const Owner& owner, const std::optional<std::string>& with_label,
                         const crypto::PublicKey& key);

/// Stores the certificate. A renewal gets a new profile name and status; label, private key and rings stay, and a
/// pending request is closed.
void store_certificate(Context& context, const Owner& owner, const Place& place, const crypto::Certificate& certificate,
                       const std::optional<KeyToStore>& key, database::Status status);

/// Returns IRRD109I if a profile of this name is defined.
Result<void> require_new_profile(Context& context, const std::string& profile);

/// Returns the content octets of the INTEGER of a serial number, which must not be negative.
base::Bytes serial_octets(std::int64_t number);

}  // namespace ringside::racf::racdcert
