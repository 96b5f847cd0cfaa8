// harness/doctor/lab_certificates.hpp - finds the systems of a lab that have a certificate, its key or its issuer.
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

/// Systems to search first, in order.
using Nearest = std::vector<std::string>;

/// One z/OS system for each security database, the given ones first.
std::vector<database::SystemRecord> one_system_each(lab::Lab& lab, const Nearest& nearest);

/// Every database that has exactly this certificate.
std::vector<Holding> holdings_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);
/// Every database that has the private key of a certificate, even with another certificate.
std::optional<Holding> key_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);
/// Certificates that signed this one. In each database those with a private key come first.
std::vector<Holding> issuers_of(lab::Lab& lab, const crypto::Certificate& certificate, const Nearest& nearest);

}  // namespace ringside::harness
