// emulator/crypto/certificates/chain.cpp - finds the end entity and follows its issuers.
//
// Certificates may issue each other in a cycle. Each certificate leaves the pool when it is placed, so a cycle ends.
#include "emulator/crypto/certificates/chain.hpp"

#include <algorithm>
#include <set>

namespace ringside::crypto {
namespace {

using Pool = std::vector<Certificate>;

void drop_duplicates(Pool& pool) {
  std::set<base::Bytes> seen;
  std::erase_if(pool, [&](const Certificate& certificate) { return !seen.insert(certificate.der()).second; });
}

// By name, because a signature check for each pair could take hours for a large file.
Pool::iterator end_entity_by_names(Pool& pool) {
  std::set<base::Bytes> issuers;
  for (const Certificate& certificate : pool) {
    if (certificate.issuer() != certificate.subject()) issuers.insert(certificate.issuer().der());
  }
  const auto found = std::find_if(pool.begin(), pool.end(), [&](const Certificate& certificate) {
    return !issuers.contains(certificate.subject().der());
  });
  return found == pool.end() ? pool.begin() : found;
}

Pool::iterator end_entity(Pool& pool, const std::optional<PrivateKey>& key) {
  if (!key) return end_entity_by_names(pool);
  return std::find_if(pool.begin(), pool.end(),
                      [&](const Certificate& certificate) { return key->matches(certificate.public_key()); });
}

Pool::iterator issuer_of(const Certificate& certificate, Pool& pool) {
  return std::find_if(pool.begin(), pool.end(), [&](const Certificate& candidate) {
    return candidate.subject() == certificate.issuer() && certificate.is_signed_by(candidate.public_key());
  });
}

}  // namespace

std::optional<std::vector<Certificate>> order_chain(Pool pool, const std::optional<PrivateKey>& key) {
  drop_duplicates(pool);
  Pool ordered;
  auto next = end_entity(pool, key);
  if (next == pool.end() && !pool.empty()) return std::nullopt;
  while (next != pool.end() && ordered.size() <= longest_chain) {
    ordered.push_back(*next);
    pool.erase(next);
    next = issuer_of(ordered.back(), pool);
  }
  ordered.insert(ordered.end(), pool.begin(), pool.end());
  return ordered;
}

}  // namespace ringside::crypto
