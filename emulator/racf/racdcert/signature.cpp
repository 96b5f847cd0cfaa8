// emulator/racf/racdcert/signature.cpp - RSASSA-PSS and the levels that have it (Command Language Reference,
// RACDCERT GENCERT and REKEY, SIGATTR).
#include "emulator/racf/racdcert/signature.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "emulator/crypto/keys/sign.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

// Command Language Reference, RACDCERT LIST; the database unload has the same words. RSASSA-PSS has none.
constexpr std::array<std::string_view, 15> listed_words{
    "md2RSA",    "md5RSA",    "sha1RSA",   "sha224RSA",   "sha256RSA",   "sha384RSA",   "sha512RSA",  "sha1DSA",
    "sha224DSA", "sha256DSA", "sha1ECDSA", "sha224ECDSA", "sha256ECDSA", "sha384ECDSA", "sha512ECDSA"};

constexpr int least_pss_bits = 512;  // a smaller key has no room for SHA-1 and its salt

bool level_has_pss(Context& context) {
  return context.rules().level >= rules::rsa_pss_from_level;
}

}  // namespace

Result<crypto::SignatureForm> signature_form(Context& context, bool rsa_pss, crypto::KeySpec signer) {
  if (!rsa_pss) return crypto::SignatureForm::usual;
  if (!level_has_pss(context)) {
    if (!context.rules().lenient) return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "it needs RACF level 3.2");
    context.diagnose("SIGATTR(RSAPSS) belongs to RACF level 3.2: a real system of this level needs an APAR for it");
  }
  if (signer.type != crypto::KeyType::rsa)
    return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "the key that signs is not an RSA key");
  if (signer.bits < least_pss_bits)
    return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "the key that signs has fewer than 512 bits");
  return crypto::SignatureForm::rsa_pss;
}

std::string signing_algorithm_text(const crypto::Certificate& certificate) {
  const std::string name = certificate.signing_algorithm();
  return std::find(listed_words.begin(), listed_words.end(), name) == listed_words.end() ? "UNKNOWN" : name;
}

}  // namespace ringside::racf::racdcert
