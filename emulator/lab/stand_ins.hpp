// emulator/lab/stand_ins.hpp - stand-ins for the certificates and keys that an unload of a site's database does not
// hold.
//
// A stand-in has the site's names, serial number, dates and signature algorithm, and a key of its own, derived from the
// certificate's identity: the same in every lab and run, so that one CA has one key on all systems of a twin. Everybody
// can derive it: it is a test key.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "emulator/crypto/keys/algorithms.hpp"
#include "emulator/crypto/keys/key.hpp"
#include "emulator/crypto/keys/key_generate.hpp"
#include "emulator/database/store.hpp"
#include "emulator/database/twin/site_facts.hpp"
#include "emulator/lab/kept_keys.hpp"

namespace ringside::lab {

/// The kind of key of the words RSA, NISTECC, BPECC and DSA; KeyType::other for any other word.
crypto::KeySpec key_spec(const database::SiteKey& key);
/// The signature algorithm of a word of record 1560 such as "sha256RSA", if a key can sign so; else the one that RACF
/// uses with the key.
crypto::SignatureAlgorithm signature_for(const std::string& word, crypto::KeySpec signer);
/// Whether a key of this kind and size can be made.
bool can_stand_in(const database::SiteKey& key);

/// Makes stand-ins when they are first needed. May be used from several threads.
class StandIns final : public database::StandInMaker {
 public:
  StandIns(KeptKeys kept, crypto::KeyMaker maker) : kept_(std::move(kept)), maker_(maker) {}

  /// The certificate: CA or not as the facts say, with a Netscape comment that marks it. Throws base::Fault if the
  /// facts do not allow it.
  [[nodiscard]] base::Bytes certificate(const database::SiteFacts& facts) const override;
  [[nodiscard]] base::Bytes private_key(const database::SiteFacts& facts) const override;
  [[nodiscard]] std::optional<std::string> identity_of(const std::string& key_fingerprint) const override;
  /// The key of an identity (database::SiteFacts::identity()). Throws base::Fault if there is no such kind of key.
  [[nodiscard]] crypto::PrivateKey key(const std::string& identity, const database::SiteKey& key) const;

 private:
  [[nodiscard]] base::Bytes make(const database::SiteFacts& facts) const;
  [[nodiscard]] crypto::PrivateKey make_key(const std::string& name, const database::SiteKey& key) const;

  KeptKeys kept_;
  crypto::KeyMaker maker_;
  mutable std::mutex mutex_;
  mutable std::map<std::string, crypto::PrivateKey> keys_;   // by identity, kind and size
  mutable std::map<std::string, std::string> identities_;    // by the fingerprint of the public key
  mutable std::map<std::string, base::Bytes> certificates_;  // by the facts
};

}  // namespace ringside::lab
