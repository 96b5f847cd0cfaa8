// emulator/keytool/commands/print_files.cpp - -printcert, -printcrl: files as text; -showinfo and what is not emulated.
#include <fmt/format.h>

#include "emulator/crypto/named_signature.hpp"
#include "emulator/keytool/certificate_input.hpp"
#include "emulator/keytool/commands/commands.hpp"
#include "emulator/keytool/commands/trust_chain.hpp"
#include "emulator/keytool/java_text.hpp"
#include "emulator/keytool/open_store.hpp"
#include "emulator/keytool/print.hpp"
#include "emulator/keytool/refusal.hpp"
#include "emulator/keytool/system_cacerts.hpp"

namespace ringside::keytool {
namespace {

/// The key store that a revocation list is verified against; nothing if there is none.
std::optional<KeyStore> verifying_store(Tool& tool) {
  const auto status = tool.process().files.status(tool.absolute(tool.store_name));
  if (!status || status->directory) return std::nullopt;
  locate_store(tool);
  open_store(tool);
  return tool.opened;
}

std::string verdict(const RevocationList& list, const std::vector<LabelledCertificate>& issuers) {
  for (const LabelledCertificate& issuer : issuers) {
    const crypto::PublicKey key = issuer.certificate.certificate.public_key();
    if (issuer.certificate.subject == list.issuer && crypto::revocation_list_is_signed_by(list.der, key))
      return issuer.label + " with a " + key_text(key);
  }
  return "";
}

std::vector<LabelledCertificate> verifiers(const KeyStore& store, const std::string& where) {
  std::vector<LabelledCertificate> result;
  for (const Entry* entry : store.in_java_order())
    if (!entry->chain.empty()) result.push_back({"Verified by " + entry->alias + " in " + where, entry->chain.front()});
  return result;
}

}  // namespace

void printcert(Tool& tool) {
  if (tool.options.sslserver) refuse("No certificate from the SSL server");
  if (tool.options.jarfile)
    refuse_as("java.lang.UnsupportedOperationException",
              "-jarfile is not emulated: signed JAR files are not read here");
  const auto certificates = all_certificates(tool.read_input(tool.options.file));
  if (!certificates) refuse("Failed to parse input");
  if (certificates->empty()) refuse("Empty input");
  const std::size_t count = certificates->size();
  for (std::size_t i = 0; i < count; ++i) {
    const X509& certificate = (*certificates)[i];
    if (count > 1) tool.out(fmt::format("Certificate[{}]:\n", i + 1));
    tool.out(tool.options.rfc ? pem_text(certificate.der(), "CERTIFICATE")
                              : certificate_text(certificate, tool.zone()));
    if (i + 1 < count) tool.out("\n");
    tool.check_weak(count > 1 ? fmt::format("The certificate #{} of {}", i + 1, count) : "The certificate",
                    certificate);
  }
}

void printcrl(Tool& tool) {
  const auto store = verifying_store(tool);
  const auto block = first_block(tool.read_input(tool.options.file));
  const auto list = block ? read_revocation_list(*block) : std::nullopt;
  if (!list) refuse_as("java.security.cert.CRLException", "No CRL data found");
  tool.out(tool.options.rfc ? pem_text(list->der, "X509 CRL") : revocation_list_text(*list, tool.zone()) + "\n");
  std::string verified = store ? verdict(*list, verifiers(*store, "keystore")) : "";
  if (const auto cacerts = tool.options.trustcacerts && verified.empty() ? system_cacerts(tool) : std::nullopt)
    verified = verdict(*list, verifiers(*cacerts, "cacerts"));
  const std::string stars = "*******************************************\n";
  if (!verified.empty())
    tool.out(verified + "\n");
  else
    tool.out(stars + "WARNING: not verified. Make sure -keystore is correct" +
             (tool.options.trustcacerts ? "" : " or specify -trustcacerts") + ".\n" + stars + "\n\n");
  tool.check_weak_signature("The CRL", signature_name(list->algorithm));
}

void gencrl(Tool&) {
  refuse_as("java.lang.UnsupportedOperationException", "-gencrl, which keytool does not list, is not emulated");
}

// Its format went with JDK 1.1; JDK 17 looks for nothing in it any more.
void identitydb(Tool& tool) {
  tool.error("No entries from identity database added\n");
}

void showinfo(Tool& tool) {
  if (!tool.options.tls) return tool.out("Missing option for -showinfo. Try \"keytool -showinfo -tls\".\n");
  refuse_as("java.lang.UnsupportedOperationException",
            "-showinfo -tls tells what a Java machine has enabled, and there is none here");
}

}  // namespace ringside::keytool
