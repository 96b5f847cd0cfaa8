// emulator/hosttools/keytool/commands/genkeypair.cpp - -genkeypair: a key and a certificate, signed by itself or by
// another entry.
#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/certificates/extension_options.hpp"
#include "emulator/hosttools/keytool/certificates/issue.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/commands/subject.hpp"
#include "emulator/hosttools/keytool/new_key.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"

namespace ringside::keytool {
namespace {

std::string announcement(const Tool& tool, const crypto::PublicKey& key, const NamedSignature& signature,
                         const base::Bytes& subject) {
  const std::string by = tool.options.signer
                             ? fmt::format("a certificate ({}) issued by <{}>", signature.name, *tool.options.signer)
                             : fmt::format("self-signed certificate ({})", signature.name);
  return fmt::format("Generating {} bit {} key pair and {} with a validity of {} days\n\tfor: {}\n",
                     grouped(announced_size(tool.options, key)), key_kind(key), by, grouped(tool.options.validity),
                     dname_text(subject));
}

void check_request(Tool& tool) {
  const Arguments& options = tool.options;
  if (!options.keyalg) refuse("The -keyalg option must be specified.");
  if (options.groupname && options.keysize) refuse("Cannot specify both -groupname and -keysize");
  if (options.keysize && base::upper(*options.keyalg) == "EC")
    tool.warn("Specifying -keysize for generating EC keys is deprecated, please use \"-groupname " +
              curve_of_size(*options.keysize) + "\" instead.");
  if (tool.store().find(tool.alias()) != nullptr)
    refuse("Key pair not generated, alias <" + tool.alias() + "> already exists");
}

/// The entry that signs; without a key for a self-signed certificate.
struct Signer {
  std::optional<OpenedKey> key;
  std::vector<X509> chain;
};

Signer find_signer(Tool& tool) {
  if (!tool.options.signer) return {};
  Signer signer{tool.open_key(*tool.options.signer, tool.options.storepass, tool.options.signerkeypass),
                tool.entry(*tool.options.signer).chain};
  if (signer.chain.empty()) refuse(*tool.options.signer + " has no public key (certificate)");
  return signer;
}

base::Bytes find_subject(Tool& tool) {
  if (tool.options.dname) return parse_dname(*tool.options.dname);
  tool.print_warnings(true);
  return ask_for_subject(tool);
}

}  // namespace

void genkeypair(Tool& tool) {
  const Arguments& options = tool.options;
  check_request(tool);
  const Signer signer = find_signer(tool);
  check_key_algorithm(*options.keyalg);
  const base::Bytes subject = find_subject(tool);
  const crypto::PrivateKey key = new_key(tool);
  const crypto::PublicKey public_key = key.public_key();
  const auto issuer_id = signer.key ? std::optional(key_identifier_of(signer.chain.front())) : std::nullopt;
  auto extensions = make_extensions(options.extensions, public_key, issuer_id);
  const base::Instant start = start_date(tool);
  const NamedSignature& signature =
      signature_for(options.sigalg, signer.key ? signer.key->key.public_key() : public_key);
  const CertificatePlan plan{subject,
                             signer.key ? signer.chain.front().subject : subject,
                             public_key,
                             start,
                             end_date(start, options.validity, "java.security.cert.CertificateException"),
                             std::move(extensions)};
  std::vector<X509> chain{issue_certificate(tool, plan, signer.key ? signer.key->key : key, signature)};
  tool.error(announcement(tool, public_key, signature, subject));
  chain.insert(chain.end(), signer.chain.begin(), signer.chain.end());
  const base::Secret password = tool.password_for_new_key();
  tool.check_weak("The generated certificate", chain);
  tool.put_key(tool.alias(), key.pkcs8(), password, std::move(chain));
  tool.save = true;
}

}  // namespace ringside::keytool
