// emulator/racf/racdcert/keep.hpp - putting a certificate into the database: new, or in the place of the one that it renews.
#pragma once

#include <optional>
#include <string>

#include "emulator/racf/racdcert/profile.hpp"

namespace ringside::racf::racdcert_functions {

/// The certificate that `certificate` renews: same owner, same public key, private key here, another profile name
/// (rulings: "same public key, same owner").
std::optional<Stored> renewed_by(Context& context, const Owner& owner, const crypto::Certificate& certificate);

/// Puts `certificate` in the place of `existing`: new profile name and status; label, private key and rings stay, a pending
/// request is settled.
void keep_renewal(Context& context, const Stored& existing, const crypto::Certificate& certificate, database::Status status);

/// Stores a new record, reports it and notes the change.
void keep_new(Context& context, database::CertificateRecord record, database::Status status);

/// IRRD109I if a profile of this name is defined.
Result<void> require_new_profile(Context& context, const std::string& profile);

}  // namespace ringside::racf::racdcert_functions
