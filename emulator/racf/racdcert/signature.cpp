// emulator/racf/racdcert/signature.cpp - RSASSA-PSS and the levels that have it (Command Language Reference,
// RACDCERT GENCERT and REKEY, SIGATTR).
#include "emulator/racf/racdcert/signature.hpp"

#include "emulator/crypto/keys/sign.hpp"
#include "emulator/racf/rules.hpp"

namespace ringside::racf::racdcert {
namespace {

constexpr int least_pss_bits = 512;  // a smaller key has no room for SHA-1 and its salt

bool level_has_pss(Context& context) {
  return context.rules().level >= rules::rsa_pss_from_level;
}

}  // namespace

Result<crypto::SignatureForm> signature_form(Context& context, bool rsa_pss, crypto::KeySpec signer) {
  if (!rsa_pss) return crypto::SignatureForm::usual;
  if (!level_has_pss(context)) {
    if (context.rules().strict) return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "it needs RACF level 3.2");
    context.diagnose("SIGATTR(RSAPSS) belongs to RACF level 3.2: a real system of this level needs an APAR for it");
  }
  if (signer.type != crypto::KeyType::rsa)
    return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "the key that signs is not an RSA key");
  if (signer.bits < least_pss_bits)
    return refuse(MessageId::rsd209i, "SIGATTR", "RSAPSS", "the key that signs has fewer than 512 bits");
  return crypto::SignatureForm::rsa_pss;
}

std::string signing_algorithm_text(Context& context, const crypto::Certificate& certificate) {
  const std::string name = certificate.signing_algorithm();
  const bool named = rules::list_names_rsa_pss && (level_has_pss(context) || !context.rules().strict);
  return named || !name.ends_with("RSAPSS") ? name : "UNKNOWN";
}

}  // namespace ringside::racf::racdcert
