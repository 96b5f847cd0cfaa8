// emulator/racf/private_key.cpp - the private key of a certificate, from the RACF database or from ICSF.
#include "emulator/racf/private_key.hpp"

#include "base/fault.hpp"

namespace ringside::racf {

std::optional<crypto::PrivateKey> private_key_of(Session& session, const database::CertificateRecord& record) {
  std::optional<base::Bytes> der = record.private_key;
  if (!der && !record.pkds_label.empty())
    if (auto held = session.database.icsf_keys.find(record.pkds_label)) der = std::move(held->private_key);
  if (!der) return std::nullopt;
  auto key = session.lab.keys().read(*der);
  if (!key) throw base::Fault("the stored private key of " + record.profile + " is damaged: " + key.error().detail);
  return std::move(*key);
}

std::optional<crypto::PrivateKey> signing_key_of(Session& session, const database::CertificateRecord& record) {
  auto key = private_key_of(session, record);
  if (!key && record.has_key_at_site_only())
    key = session.lab.stand_ins().key(record.site->identity(), record.site->key);
  if (key && key->spec().type == crypto::KeyType::other) return std::nullopt;
  return key;
}

}  // namespace ringside::racf
