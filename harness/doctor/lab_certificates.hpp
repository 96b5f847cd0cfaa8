// harness/doctor/lab_certificates.hpp - where in a whole lab a certificate, its key or its issuer is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/lab/lab.hpp"

namespace ringside::harness {

/// A certificate in a database of the lab, with a system that uses the database.
struct Holding {
  database::SystemRecord system;
  database::CertificateRecord record;
};

/// Systems that stand before all others, in order: what is looked for is best found there.
using Nearest = std::vector<std::string>;

/// One z/OS system for each security database, the nearest ones first.
std::vector<database::SystemRecord> one_system_each(lab::Lab& lab, const Nearest& nearest);

/// Everywhere that this very certificate is.
std::vector<Holding> holdings_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);
/// Where the private key of a certificate is, under whatever certificate.
std::optional<Holding> key_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);
/// Certificates that have signed this one; those with a private key before the others of their database.
std::vector<Holding> issuers_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);

}  // namespace ringside::harness
