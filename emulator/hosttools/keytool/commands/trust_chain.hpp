// emulator/hosttools/keytool/commands/trust_chain.hpp - chains from a certificate up to one that a key store trusts.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

struct LabelledCertificate {
  std::string label;  ///< for warnings: "The input", "Issuer <alias>"
  X509 certificate;
};

/// Returns whether the issuer has the name that the certificate names, and its key has signed the certificate.
bool is_issued_by(const X509& certificate, const X509& issuer);

/// Returns the certificates of the store, labelled as issuers.
std::vector<LabelledCertificate> issuers_of(const KeyStore& store, const std::string& suffix = "");

/// Returns `first` and its issuers up to a self-signed one, with every signature verified; nullopt if there is no such
/// chain.
std::optional<std::vector<LabelledCertificate>> build_chain(const LabelledCertificate& first,
                                                            const std::vector<LabelledCertificate>& issuers);

}  // namespace ringside::keytool
