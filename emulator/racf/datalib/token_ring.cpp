// emulator/racf/datalib/token_ring.cpp - the certificates of a PKCS#11 token of ICSF, read as a ring.
#include "emulator/racf/datalib/token_ring.hpp"

#include <fmt/format.h>

#include "base/fault.hpp"
#include "base/text.hpp"
#include "emulator/racf/racdcert/profile.hpp"
#include "emulator/racf/racdcert/tokens/token.hpp"

namespace ringside::racf::datalib {
namespace {

KeyType key_type(const crypto::PrivateKey& key) {
  switch (key.spec().type) {
    case crypto::KeyType::rsa:
      return KeyType::rsa_token;
    case crypto::KeyType::dsa:
      return KeyType::dsa_token;
    default:
      return KeyType::ecc_token;
  }
}

// As ICSF names an object: the token in 32 characters, the sequence number in 8, and the kind of object.
std::string handle_of(const std::string& token, const database::TokenObject& object) {
  return fmt::format("{:<32}{}T   ", token, racdcert::sequence_text(object.sequence));
}

Entry entry_of(Session& session, const std::string& token, const database::TokenObject& object) {
  const auto certificate = crypto::Certificate::from_der(object.der);
  if (!certificate) throw base::Fault("a certificate of token " + token + " is damaged: " + certificate.error().detail);
  Entry entry;
  entry.usage = usage_code(database::usage_from(object.usage));
  entry.is_default = object.is_default;
  entry.label = object.label;
  entry.owner = object.owner;
  entry.record_id = racdcert::profile_name(*certificate);
  entry.certificate = object.der;
  entry.subject = certificate->subject().der();
  if (!object.private_key || entry.usage != usage_personal) return entry;
  auto key = session.lab.keys().read(*object.private_key);
  if (!key) throw base::Fault("a private key of token " + token + " is damaged: " + key.error().detail);
  entry.private_key = std::move(*key);
  entry.key_type = key_type(*entry.private_key);
  entry.key_bits = entry.private_key->spec().bits;
  entry.key_label = handle_of(token, object);
  return entry;
}

}  // namespace

Answer<std::vector<Entry>> read_token(Session& session, const std::string& token) {
  const std::string name = base::upper(token);
  Context context(session);
  if (!racdcert::may_use_token(context, name, racdcert::TokenUse::read))
    return fail(not_authorized, fmt::format("user {} may not read token {}", session.user, name));
  if (!session.database.tokens.exists(name)) return fail(no_ring, fmt::format("token {} does not exist", name));
  std::vector<Entry> entries;
  for (const auto& object : session.database.tokens.objects(name)) entries.push_back(entry_of(session, name, object));
  return entries;
}

}  // namespace ringside::racf::datalib
