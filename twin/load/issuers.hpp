// twin/load/issuers.hpp - finds who signed each certificate of an unload, by the names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "emulator/database/twin/site_facts.hpp"
#include "twin/load/loading.hpp"

namespace ringside::twin {

class Issuers {
 public:
  explicit Issuers(const Loading& loading) : loading_(loading) {}

  /// Takes note of a certificate. Call it with all of them before find_signer().
  static void note(Loading& loading, const database::SiteFacts& facts);

  /// Sets signer, signer_key and, for a CA of which no record tells the size, key. The issuer is a certificate with the
  /// issuer's name: one whose key fits the signature, which was valid when the certificate began, and of those the one
  /// that began last. Of one name, the first 64 are looked at.
  void find_signer(database::SiteFacts& facts);

 private:
  [[nodiscard]] database::SiteKey key_of(const database::SiteFacts& facts) const;
  /// The certificates of a name, with their keys set.
  const std::vector<database::SiteFacts>& named(const std::string& name);
  const database::SiteFacts* issuer_of(const database::SiteFacts& facts);

  const Loading& loading_;
  std::map<std::string, std::vector<database::SiteFacts>> named_;
};

}  // namespace ringside::twin
