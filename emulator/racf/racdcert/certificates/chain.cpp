// emulator/racf/racdcert/certificates/chain.cpp - finds the issuers of a certificate in the database.
#include "emulator/racf/racdcert/certificates/chain.hpp"

#include <algorithm>

#include "emulator/crypto/certificates/chain.hpp"

namespace ringside::racf::racdcert {
namespace {

int rank_of(const std::string& candidate_owner, const std::string& owner) {
  if (candidate_owner == owner) return 0;
  if (candidate_owner == database::certauth_owner) return 1;
  if (candidate_owner == database::site_owner) return 2;
  return 3;  // RACF does not search the certificates of other users
}

}  // namespace

IssuerSearch find_issuer(Context& context, const std::string& owner, const crypto::Certificate& certificate) {
  auto candidates = context.database().certificates.by_subject(certificate.issuer().der());
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&](const auto& a, const auto& b) { return rank_of(a.owner, owner) < rank_of(b.owner, owner); });
  IssuerSearch search;
  for (auto& candidate : candidates) {
    if (rank_of(candidate.owner, owner) == 3) break;
    Stored stored = load(std::move(candidate));
    if (certificate.is_signed_by(stored.certificate.public_key())) return {std::move(stored), std::nullopt};
    if (!search.wrong_key) search.wrong_key = std::move(stored);
  }
  return search;
}

std::vector<Stored> chain_of(Context& context, const Stored& leaf) {
  std::vector<Stored> chain{leaf};
  while (chain.size() <= crypto::longest_chain && !chain.back().certificate.is_self_signed()) {
    auto search = find_issuer(context, leaf.record.owner, chain.back().certificate);
    if (!search.issuer) break;
    const auto id = search.issuer->record.id;
    if (std::any_of(chain.begin(), chain.end(), [&](const Stored& seen) { return seen.record.id == id; })) break;
    chain.push_back(std::move(*search.issuer));
  }
  return chain;
}

}  // namespace ringside::racf::racdcert
