// emulator/hosttools/keytool/commands/print_files.cpp - -printcert, -printcrl: prints files as text; -showinfo; options
// that are not emulated.
#include <array>

#include <fmt/format.h>

#include "emulator/crypto/certificates/revocation_list.hpp"
#include "emulator/hosttools/keytool/certificate_input.hpp"
#include "emulator/hosttools/keytool/commands/commands.hpp"
#include "emulator/hosttools/keytool/commands/trust_chain.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print.hpp"
#include "emulator/hosttools/keytool/refusal.hpp"
#include "emulator/hosttools/keytool/store/open_store.hpp"
#include "emulator/hosttools/keytool/system_cacerts.hpp"

namespace ringside::keytool {
namespace {

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

void print_verdict(Tool& tool, const std::string& verified) {
  const std::string stars = "*******************************************\n";
  if (!verified.empty())
    tool.out(verified + "\n");
  else
    tool.out(stars + "WARNING: not verified. Make sure -keystore is correct" +
             (tool.options.trustcacerts ? "" : " or specify -trustcacerts") + ".\n" + stars + "\n\n");
}

// Signatures of JAR files are not emulated; a JAR without a signature is recognised.
void print_jar_signers(Tool& tool) {
  const std::string& path = *tool.options.jarfile;
  const auto read = tool.process().files.read(tool.absolute(path));
  if (!read) refuse_as("java.nio.file.NoSuchFileException", path);
  const std::string content = base::to_text(*read);
  if (content.find("PK\5\6") == std::string::npos) refuse_as("java.util.zip.ZipException", "zip END header not found");
  for (const char* suffix : {".RSA", ".DSA", ".EC"})
    if (content.find("META-INF/") != std::string::npos && content.find(suffix) != std::string::npos)
      refuse_as("java.lang.UnsupportedOperationException",
                "-jarfile is not emulated: signed JAR files are not read here");
  tool.out("Not a signed jar file\n");
}

// The defaults of JDK 17.0.15.
constexpr std::array protocols = {"TLSv1.3", "TLSv1.2"};
constexpr std::array suites = {
    "TLS_AES_256_GCM_SHA384",
    "TLS_AES_128_GCM_SHA256",
    "TLS_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384",
    "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
    "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256",
    "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256",
    "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_DHE_RSA_WITH_AES_256_CBC_SHA",
    "TLS_DHE_DSS_WITH_AES_256_CBC_SHA",
    "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
    "TLS_DHE_DSS_WITH_AES_128_CBC_SHA",
    "TLS_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA256",
    "TLS_RSA_WITH_AES_128_CBC_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA",
    "TLS_RSA_WITH_AES_128_CBC_SHA",
    "TLS_EMPTY_RENEGOTIATION_INFO_SCSV",
};

}  // namespace

void printcert(Tool& tool) {
  if (tool.options.sslserver) refuse("No certificate from the SSL server");
  if (tool.options.jarfile) return print_jar_signers(tool);
  const auto certificates = all_certificates(tool.read_input(tool.options.file));
  if (!certificates) refuse("Failed to parse input");
  if (certificates->empty()) refuse("Empty input");
  const std::size_t count = certificates->size();
  for (std::size_t i = 0; i < count; ++i) {
    const X509& certificate = (*certificates)[i];
    if (count > 1) tool.out(fmt::format("Certificate[{}]:\n", i + 1));
    tool.out(tool.options.rfc ? pem_text(certificate.der(), "CERTIFICATE") : tool.described(certificate));
    if (i + 1 < count) tool.out("\n");
    tool.check_weak(count > 1 ? fmt::format("The certificate #{} of {}", i + 1, count) : "The certificate",
                    certificate);
  }
}

void printcrl(Tool& tool) {
  const auto lists = all_revocation_lists(tool.read_input(tool.options.file));
  if (!lists) throw Refusal{lists.error()};
  const auto cacerts = tool.options.trustcacerts ? system_cacerts(tool) : std::nullopt;
  for (const RevocationList& list : *lists) {
    tool.out(tool.options.rfc ? pem_text(list.der, "X509 CRL") : revocation_list_text(list, tool.zone()) + "\n");
    std::string verified = cacerts ? verdict(list, verifiers(*cacerts, "cacerts")) : "";
    if (verified.empty()) verified = verdict(list, verifiers(tool.store(), "keystore"));
    print_verdict(tool, verified);
    tool.check_weak_signature("The CRL", signature_name(list.algorithm));
  }
}

void gencrl(Tool&) {
  refuse_as("java.lang.UnsupportedOperationException", "-gencrl, which keytool does not list, is not emulated");
}

// The format is that of JDK 1.1; JDK 17 no longer reads it.
void identitydb(Tool& tool) {
  if (tool.options.file) tool.read_file(*tool.options.file);
  tool.error("No entries from identity database added\n");
}

void showinfo(Tool& tool) {
  if (!tool.options.tls) return tool.out("Missing option for -showinfo. Try \"keytool -showinfo -tls\".\n");
  tool.out("Enabled Protocols\n-----------------\n");
  for (const char* protocol : protocols) tool.out(std::string(protocol) + "\n");
  tool.out("\nEnabled Cipher Suites\n---------------------\n");
  for (const char* suite : suites) tool.out(std::string(suite) + "\n");
}

}  // namespace ringside::keytool
