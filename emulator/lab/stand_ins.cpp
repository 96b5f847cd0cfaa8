// emulator/lab/stand_ins.cpp - stand-ins for the certificates and keys that an unload of a site's database does not
// hold.
#include "emulator/lab/stand_ins.hpp"

#include <array>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/certificates/issue.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/keys/sign.hpp"
#include "emulator/crypto/random.hpp"

namespace ringside::lab {
namespace {

using base::Bytes;

constexpr const char* key_seed = "Ringside stand-in 1";
constexpr std::string_view mark =
    "Stand-in made by Ringside from a RACF database unload: this is not the site's certificate";
constexpr std::size_t most_keys = 2'000;
constexpr std::size_t most_certificates = 10'000;

/// What RACF gives a CA, and key identifiers; the Netscape comment marks the stand-in.
Bytes extensions_of(const database::SiteFacts& facts, const crypto::PublicKey& own, const crypto::PublicKey& signer) {
  crypto::Extensions extensions;
  if (facts.is_ca) {
    extensions.key_usage = static_cast<crypto::KeyUsageBits>(crypto::key_cert_sign | crypto::crl_sign);
    extensions.basic_constraints = crypto::BasicConstraints{true, std::nullopt};
  }
  extensions.subject_key_id = own.key_identifier();
  extensions.authority_key_id = signer.key_identifier();
  const Bytes written = crypto::write_extensions(extensions, crypto::NetscapeComment::left_out);
  const auto list = crypto::der::only(written, crypto::der::sequence_tag);
  const Bytes comment = crypto::der::text(crypto::der::ia5_string_tag, mark);
  const Bytes marking = crypto::der::sequence(
      {crypto::der::oid(crypto::extension_id::netscape_comment), crypto::der::octet_string(comment)});
  return crypto::der::sequence({marking, list->content});
}

Bytes octets_of(const std::string& digits, const char* what) {
  Bytes octets;
  if (!base::from_hex(digits, octets) || octets.empty())
    throw base::Fault(fmt::format("the facts of a site's certificate have no {}", what));
  return octets;
}

/// The result of `make`, which is kept in `kept` under `key`.
template <typename Value, typename Make>
Value remembered(std::mutex& mutex, std::map<std::string, Value>& kept, const std::string& key, std::size_t most,
                 Make make) {
  {
    const std::lock_guard lock(mutex);
    if (const auto found = kept.find(key); found != kept.end()) return found->second;
  }
  Value made = make();
  const std::lock_guard lock(mutex);
  if (kept.size() >= most) kept.clear();
  return kept.emplace(key, std::move(made)).first->second;
}

}  // namespace

crypto::KeySpec key_spec(const database::SiteKey& key) {
  constexpr std::array kinds{std::pair("RSA", crypto::KeyType::rsa), std::pair("NISTECC", crypto::KeyType::nist_ecc),
                             std::pair("BPECC", crypto::KeyType::brainpool_ecc),
                             std::pair("DSA", crypto::KeyType::dsa)};
  for (const auto& [word, type] : kinds)
    if (key.kind == word) return {type, key.bits};
  return {crypto::KeyType::other, key.bits};
}

crypto::SignatureAlgorithm signature_for(const std::string& word, crypto::KeySpec signer) {
  const std::size_t digits = word.find_last_of("0123456789");
  const std::string digest = base::upper(word.substr(0, digits == std::string::npos ? 0 : digits + 1));
  const bool fits_digest = signer.type != crypto::KeyType::rsa || signer.bits >= 1024;
  const auto family = signer.type == crypto::KeyType::rsa   ? crypto::SignatureFamily::rsa
                      : signer.type == crypto::KeyType::dsa ? crypto::SignatureFamily::dsa
                                                            : crypto::SignatureFamily::ecdsa;
  const bool is_old = digest == "MD2" || digest == "MD5";  // OpenSSL does not sign with them at its usual level
  const crypto::SignatureAlgorithm* found =
      digest.empty() || is_old || !fits_digest ? nullptr : crypto::find_signature(family, digest);
  return found != nullptr ? *found : crypto::racf_signature(signer);
}

bool can_stand_in(const database::SiteKey& key) {
  const crypto::KeySpec spec = key_spec(key);
  return spec.type != crypto::KeyType::other && crypto::can_generate(spec);
}

Bytes StandIns::certificate(const database::SiteFacts& facts) const {
  return remembered(mutex_, certificates_, database::to_text(facts), most_certificates, [&] { return make(facts); });
}

Bytes StandIns::private_key(const database::SiteFacts& facts) const {
  return key(facts.identity(), facts.key).pkcs8();
}

std::optional<std::string> StandIns::identity_of(const std::string& key_fingerprint) const {
  const std::lock_guard lock(mutex_);
  const auto found = identities_.find(key_fingerprint);
  return found == identities_.end() ? std::nullopt : std::optional(found->second);
}

crypto::PrivateKey StandIns::key(const std::string& identity, const database::SiteKey& key) const {
  const std::string name = fmt::format("{} {} {}", key.kind, key.bits, identity);
  crypto::PrivateKey made = remembered(mutex_, keys_, name, most_keys, [&] { return make_key(name, key); });
  const std::lock_guard lock(mutex_);
  identities_.emplace(made.public_key().fingerprint(), identity);
  return made;
}

crypto::PrivateKey StandIns::make_key(const std::string& name, const database::SiteKey& key) const {
  const crypto::KeySpec spec = key_spec(key);
  if (!can_stand_in(key)) throw base::Fault(fmt::format("no stand-in has a key {} of {} bits", key.kind, key.bits));
  const crypto::SeededRandomness randomness(key_seed, name);
  const bool is_kept = maker_ != crypto::KeyMaker::openssl && kept_.keeps(spec, randomness);
  if (is_kept)
    if (auto found = kept_.find(spec, randomness)) return *std::move(found);
  const auto maker = maker_ == crypto::KeyMaker::openssl ? crypto::KeyMaker::search : maker_;
  crypto::PrivateKey made = crypto::generate_key(spec, randomness, crypto::Threads::two, maker);
  if (is_kept) kept_.keep(made, spec, randomness);
  return made;
}

Bytes StandIns::make(const database::SiteFacts& facts) const {
  const Bytes serial = octets_of(facts.serial, "serial number");
  const Bytes issuer = octets_of(facts.issuer_name, "issuer"), subject = octets_of(facts.subject_name, "subject");
  const crypto::PrivateKey own = key(facts.identity(), facts.key);
  const crypto::PrivateKey signer = key(facts.signer, facts.signer_key);
  const Bytes extensions = extensions_of(facts, own.public_key(), signer.public_key());
  crypto::TbsCertificate content;
  content.serial = serial;
  content.issuer = issuer;
  content.subject = subject;
  content.not_before = facts.not_before;
  content.not_after = facts.not_after;
  content.key = own.public_key().spki();
  content.extensions = extensions;
  const crypto::SeededRandomness randomness(key_seed, facts.identity());
  return crypto::sign_certificate(content, signer, signature_for(facts.signature_algorithm, signer.spec()), randomness);
}

}  // namespace ringside::lab
