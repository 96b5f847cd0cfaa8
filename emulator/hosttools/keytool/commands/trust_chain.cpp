// emulator/hosttools/keytool/commands/trust_chain.cpp - finds issuers by name and verifies signatures with their keys.
#include "emulator/hosttools/keytool/commands/trust_chain.hpp"

#include <set>

#include "emulator/crypto/certificates/chain.hpp"

namespace ringside::keytool {
namespace {

/// Signatures that the search for one chain verifies: a store may hold thousands of issuers with one name.
constexpr std::size_t most_signatures = 4'096;

/// A depth-first search. A certificate from which no chain was found is not tried again, so that cycles and issuers
/// with the same name cost each signature once.
class Search {
 public:
  explicit Search(const std::vector<LabelledCertificate>& issuers) : issuers_(issuers) {}

  /// Extends chain() from this certificate to a self-issued one; returns false if there is none.
  bool extend(const LabelledCertificate& next) {
    if (chain_.size() > crypto::longest_chain || !seen_.insert(next.certificate.der()).second) return false;
    chain_.push_back(next);
    if (next.certificate.is_self_issued()) return true;
    for (const LabelledCertificate& issuer : issuers_)
      if (may_issue(next, issuer) && extend(issuer)) return true;
    chain_.pop_back();
    return false;
  }

  [[nodiscard]] std::vector<LabelledCertificate>& chain() { return chain_; }

 private:
  bool may_issue(const LabelledCertificate& next, const LabelledCertificate& issuer) {
    if (next.certificate.issuer != issuer.certificate.subject || verified_ >= most_signatures) return false;
    ++verified_;
    return is_issued_by(next.certificate, issuer.certificate);
  }

  const std::vector<LabelledCertificate>& issuers_;
  std::vector<LabelledCertificate> chain_;
  std::set<base::Bytes> seen_;
  std::size_t verified_ = 0;
};

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
  Search search(issuers);
  if (!search.extend(first)) return std::nullopt;
  return std::move(search.chain());
}

}  // namespace ringside::keytool
