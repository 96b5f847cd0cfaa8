// emulator/racf/racdcert/profile.hpp - how RACF names a certificate: profile name, Certificate ID, default label.
#pragma once

#include <string>
#include <string_view>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/racf/context.hpp"
#include "emulator/racf/racdcert/request.hpp"

namespace ringside::racf::racdcert {

/// Name of the DIGTCERT profile: serial, period, issuer as listed; what a profile name cannot hold (blanks above all)
/// becomes the cent sign. Over 246 characters the middle gives way to the certificate's SHA-256 (Command Language
/// Reference, RACDCERT ADD).
std::string profile_name(const crypto::Certificate& certificate);

/// `utf8` with the cent sign for every character that a profile name cannot hold.
std::string profile_characters(std::string_view utf8);

/// The ID that LIST shows: Base64 of X'D9', length of the owner, owner and label in EBCDIC, padded with X'40' to whole
/// triples.
std::string certificate_id(const std::string& owner, const std::string& label);

/// LABEL00000001 or the next such label that this owner does not use.
std::string default_label(Context& context, const Owner& owner);

/// RSD202I if the owner uses `label` already.
Result<void> require_unused_label(Context& context, const Owner& owner, const std::string& label);

/// The label operand as RACF keeps it: blanks at both ends are dropped.
std::string label_value(const std::string& operand);

/// A certificate of the database with its parsed form. Throws base::Fault if the stored DER is damaged.
struct Stored {
  database::CertificateRecord record;
  crypto::Certificate certificate;
};
Stored load(database::CertificateRecord record);

/// A record made from a certificate, without a private key, not stored yet.
database::CertificateRecord make_record(const Owner& owner, const std::string& label,
                                        const crypto::Certificate& certificate);

}  // namespace ringside::racf::racdcert
