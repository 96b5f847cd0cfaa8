// emulator/keytool/commands/genkeypair.cpp - -genkeypair: a key and a certificate, signed by itself or by another
// entry.
#include <array>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/keytool/commands/commands.hpp"
#include "emulator/keytool/commands/subject.hpp"
#include "emulator/keytool/dname.hpp"
#include "emulator/keytool/issue.hpp"
#include "emulator/keytool/java_text.hpp"
#include "emulator/keytool/print.hpp"
#include "emulator/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

struct CurveOf {
  std::string_view name;
  crypto::KeySpec spec;
};
constexpr std::array curves = {CurveOf{"secp256r1", {crypto::KeyType::nist_ecc, 256}},
                               CurveOf{"NIST P-256", {crypto::KeyType::nist_ecc, 256}},
                               CurveOf{"X9.62 prime256v1", {crypto::KeyType::nist_ecc, 256}},
                               CurveOf{"secp384r1", {crypto::KeyType::nist_ecc, 384}},
                               CurveOf{"NIST P-384", {crypto::KeyType::nist_ecc, 384}},
                               CurveOf{"secp521r1", {crypto::KeyType::nist_ecc, 521}},
                               CurveOf{"NIST P-521", {crypto::KeyType::nist_ecc, 521}}};

crypto::PrivateKey generate(Tool& tool, crypto::KeySpec spec) {
  return tool.process().lab.generate_key(spec, tool.randomness());
}

crypto::PrivateKey generate_ec(Tool& tool) {
  if (tool.options.groupname) {
    for (const CurveOf& curve : curves)
      if (base::lower(curve.name) == base::lower(*tool.options.groupname)) return generate(tool, curve.spec);
    refuse_as("java.lang.IllegalArgumentException", "Unknown curve name: " + *tool.options.groupname);
  }
  const int bits = tool.options.keysize.value_or(256);
  if (bits != 256 && bits != 384 && bits != 521)
    refuse_as("java.security.spec.InvalidParameterSpecException",
              fmt::format("Not a supported curve of {} bits", bits));
  return generate(tool, {crypto::KeyType::nist_ecc, bits});
}

crypto::PrivateKey generate_rsa(Tool& tool) {
  const int bits = tool.options.keysize.value_or(2048);
  if (bits < 512 || bits > 16384) refuse_as("java.lang.IllegalArgumentException", "Invalid key sizes");
  if (!crypto::can_generate({crypto::KeyType::rsa, bits}))
    refuse_as("java.security.InvalidParameterException", "RSA keys of more than 4096 bits are not made here");
  return generate(tool, {crypto::KeyType::rsa, bits});
}

crypto::PrivateKey generate_dsa(Tool& tool) {
  const int bits = tool.options.keysize.value_or(2048);
  if (bits < 512 || bits > 3072 || (bits > 1024 && bits != 2048 && bits != 3072) || bits % 64 != 0)
    refuse_as("java.security.InvalidParameterException",
              fmt::format("DSA key size must be 512-1024 bits and a multiple of 64, or 2048, 3072. "
                          "The specific key size {} is not supported",
                          bits));
  if (!crypto::can_generate({crypto::KeyType::dsa, bits}))
    refuse_as("java.security.InvalidParameterException", "DSA keys are made of 1024 and 2048 bits here");
  return generate(tool, {crypto::KeyType::dsa, bits});
}

crypto::PrivateKey generate_any(Tool& tool) {
  const std::string& algorithm = *tool.options.keyalg;
  const std::string name = base::upper(algorithm);
  if (name == "RSA") return generate_rsa(tool);
  if (name == "EC") return generate_ec(tool);
  if (name == "DSA") return generate_dsa(tool);
  const std::string raw = name == "EDDSA" ? tool.options.groupname.value_or("Ed25519") : algorithm;
  if (auto key = crypto::generate_raw_key(raw, tool.randomness())) return std::move(*key);
  refuse_as("java.security.NoSuchAlgorithmException", algorithm + " KeyPairGenerator not available");
}

std::string announcement(const Tool& tool, const crypto::PublicKey& key, const crypto::NamedSignature& signature,
                         const base::Bytes& subject) {
  const std::string by = tool.options.signer
                             ? fmt::format("a certificate ({}) issued by <{}>", signature.name, *tool.options.signer)
                             : fmt::format("self-signed certificate ({})", signature.name);
  return fmt::format("Generating {} bit {} key pair and {} with a validity of {} days\n\tfor: {}\n",
                     grouped(crypto::key_bits(key)), key_kind(key), by, grouped(tool.options.validity),
                     dname_text(subject));
}

}  // namespace

void genkeypair(Tool& tool) {
  const Arguments& options = tool.options;
  if (!options.keyalg) refuse("The -keyalg option must be specified.");
  const std::string alias = tool.alias();
  if (options.groupname && options.keysize) refuse("Cannot specify both -groupname and -keysize");
  if (tool.store().find(alias) != nullptr) refuse("Key pair not generated, alias <" + alias + "> already exists");
  std::optional<OpenedKey> signer;
  std::vector<X509> signer_chain;
  if (options.signer) {
    signer = tool.open_key(*options.signer, options.storepass, options.signerkeypass);
    signer_chain = tool.entry(*options.signer).chain;
    if (signer_chain.empty()) refuse(*options.signer + " has no public key (certificate)");
  }
  const crypto::PrivateKey key = generate_any(tool);
  const crypto::PublicKey public_key = key.public_key();
  if (options.keysize && crypto::java_key_algorithm(public_key) == "EC")
    tool.warn("Specifying -keysize for generating EC keys is deprecated, please use \"-groupname " +
              crypto::java_group_name(public_key) + "\" instead.");
  const base::Bytes subject = options.dname ? parse_dname(*options.dname) : ask_for_subject(tool);
  const crypto::PublicKey issuer_key = signer ? signer->key.public_key() : public_key;
  const crypto::NamedSignature& signature = signature_for(options.sigalg, issuer_key);
  const base::Instant start = start_date(tool);
  tool.error(announcement(tool, public_key, signature, subject));
  const CertificatePlan plan{subject,
                             signer ? signer_chain.front().subject : subject,
                             public_key,
                             start,
                             end_date(start, options.validity),
                             make_extensions(options.extensions, public_key, issuer_key)};
  std::vector<X509> chain{issue_certificate(tool, plan, signer ? signer->key : key, signature)};
  chain.insert(chain.end(), signer_chain.begin(), signer_chain.end());
  const base::Secret store_password = options.storepass.value_or(base::Secret());
  const base::Secret password = options.keypass              ? *options.keypass
                                : tool.keys_share_password() ? store_password
                                                             : tool.choose_key_password(alias, store_password);
  tool.check_weak("The generated certificate", chain.front());
  for (std::size_t i = 1; i < chain.size(); ++i)
    tool.check_weak(fmt::format("The signer's certificate #{} of {}", i, signer_chain.size()), chain[i]);
  tool.put_key(alias, key.pkcs8(), password, std::move(chain));
  tool.save = true;
}

}  // namespace ringside::keytool
