// emulator/racf/racdcert/profile.hpp - how RACF names a certificate: profile name, Certificate ID, default label.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/command_context.hpp"
#include "emulator/racf/racdcert/owner.hpp"

namespace ringside::racf::racdcert {

/// Returns the name of the DIGTCERT profile: serial number, period, issuer as listed. Characters that a profile name
/// cannot have (blanks above all) become the cent sign. If the name is longer than 246 characters, the certificate's
/// SHA-256 replaces its middle (Command Language Reference, RACDCERT ADD).
std::string profile_name(const crypto::Certificate& certificate);

/// Returns `utf8` with the cent sign for every character that a profile name cannot have.
std::string profile_characters(std::string_view utf8);

/// Returns the ID that LIST shows: Base64 of X'D9', length of the owner, owner and label in EBCDIC, padded with X'40'
/// to a multiple of three octets.
std::string certificate_id(const std::string& owner, const std::string& label);

/// Returns LABEL00000001, or the next label of that form that this owner does not use.
std::string default_label(Context& context, const Owner& owner);

/// Returns the label of a new certificate: WITHLABEL, or the default label if that is not given or empty.
std::string new_label(Context& context, const Owner& owner, const std::optional<std::string>& with_label);

/// Returns RSD202I if the owner uses `label` already.
Result<void> require_unused_label(Context& context, const Owner& owner, const std::string& label);

/// A certificate of the database with its parsed form.
struct Stored {
  database::CertificateRecord record;
  crypto::Certificate certificate;
};
/// Parses the certificate of a record. Throws base::Fault if the stored DER is damaged.
Stored load(database::CertificateRecord record);

/// Returns a new record for a certificate, without a private key. Does not store it.
database::CertificateRecord make_record(const Owner& owner, const std::string& label,
                                        const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
