// emulator/hosttools/keytool/commands/trust_chain.cpp - finds issuers by name and verifies signatures with their keys.
#include "emulator/hosttools/keytool/commands/trust_chain.hpp"

#include "base/limits.hpp"

namespace ringside::keytool {
namespace {

// The depth is bounded, since issuers may form a cycle.
bool build(const LabelledCertificate& next, const std::vector<LabelledCertificate>& issuers,
           std::vector<LabelledCertificate>& chain) {
  if (chain.size() >= base::limits::chain_depth) return false;
  chain.push_back(next);
  if (next.certificate.is_self_issued()) return true;
  for (const LabelledCertificate& issuer : issuers) {
    if (!is_issued_by(next.certificate, issuer.certificate)) continue;
    const bool circle = issuer.certificate.der() == next.certificate.der();
    if (!circle && build(issuer, issuers, chain)) return true;
  }
  chain.pop_back();
  return false;
}

}  // namespace

bool is_issued_by(const X509& certificate, const X509& issuer) {
  return certificate.issuer == issuer.subject && certificate.certificate.is_signed_by(issuer.certificate.public_key());
}

std::vector<LabelledCertificate> issuers_of(const KeyStore& store, const std::string& suffix) {
  std::vector<LabelledCertificate> issuers;
  for (const Entry* entry : store.in_java_order())
    if (!entry->chain.empty()) issuers.push_back({"Issuer <" + entry->alias + ">" + suffix, entry->chain.front()});
  return issuers;
}

std::optional<std::vector<LabelledCertificate>> build_chain(const LabelledCertificate& first,
                                                            const std::vector<LabelledCertificate>& issuers) {
  std::vector<LabelledCertificate> chain;
  if (!build(first, issuers, chain)) return std::nullopt;
  return chain;
}

}  // namespace ringside::keytool
