// emulator/hosttools/keytool/commands/trust_chain.hpp - chains from a certificate up to what a key store trusts.
#pragma once

#include "emulator/hosttools/keytool/tool.hpp"

namespace ringside::keytool {

struct LabelledCertificate {
  std::string label;  ///< for warnings: "The input", "Issuer <alias>"
  X509 certificate;
};

/// The certificates of the store, labelled as issuers.
std::vector<LabelledCertificate> issuers_of(const KeyStore& store, const std::string& suffix = "");

/// `first` and its issuers up to a self-signed one, every signature verified. Nothing if there is no such way.
std::optional<std::vector<LabelledCertificate>> build_chain(const LabelledCertificate& first,
                                                            const std::vector<LabelledCertificate>& issuers);

}  // namespace ringside::keytool
