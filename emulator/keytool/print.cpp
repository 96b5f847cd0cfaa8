// emulator/keytool/print.cpp - the frames around extensions.
#include "emulator/keytool/print.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "emulator/base/text.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/named_signature.hpp"
#include "emulator/keytool/dname.hpp"
#include "emulator/keytool/java_text.hpp"
#include "emulator/keytool/weakness.hpp"

namespace ringside::keytool {
namespace {

std::string marked(const std::string& text, Weakness weakness) {
  return weakness == Weakness::none ? text : text + (weakness == Weakness::weak ? " (weak)" : " (disabled)");
}

}  // namespace

std::string key_kind(const crypto::PublicKey& key) {
  const std::string group = crypto::java_group_name(key);
  const std::string algorithm = crypto::java_key_algorithm(key);
  if (algorithm == "EC") return group.empty() ? algorithm : algorithm + " (" + group + ")";
  return group.empty() ? algorithm : group;
}

std::string key_text(const crypto::PublicKey& key) {
  return fmt::format("{}-bit {} key", crypto::key_bits(key), key_kind(key));
}

std::string certificate_text(const X509& certificate, base::Zone zone) {
  const crypto::PublicKey key = certificate.certificate.public_key();
  std::string text = "Owner: " + dname_text(certificate.subject) + "\n";
  text += "Issuer: " + dname_text(certificate.issuer) + "\n";
  text += "Serial number: " + integer_hex(certificate.serial) + "\n";
  text += "Valid from: " + date_text(certificate.certificate.not_before(), zone) +
          " until: " + date_text(certificate.certificate.not_after(), zone) + "\n";
  text += "Certificate fingerprints:\n\t SHA1: " + colon_hex(crypto::sha1(certificate.der())) + "\n";
  text += "\t SHA256: " + colon_hex(crypto::sha256(certificate.der())) + "\n";
  const std::string name = signature_name(certificate.algorithm);
  text += "Signature algorithm name: " + marked(name, weakness_of_signature(name)) + "\n";
  text += "Subject Public Key Algorithm: " + marked(key_text(key), weakness_of_key(key)) + "\n";
  text += fmt::format("Version: {}\n", certificate.version);
  return text + extensions_text("Extensions: ", certificate.extensions);
}

std::string extensions_text(const std::string& title, std::vector<Extension> extensions) {
  if (extensions.empty()) return "";
  std::stable_sort(extensions.begin(), extensions.end(), [](const Extension& a, const Extension& b) {
    return extension_name(a.oid) < extension_name(b.oid);
  });
  std::string text = "\n" + title + "\n\n";
  int number = 0;
  for (const Extension& extension : extensions) {
    bool dump = false;
    text += fmt::format("#{}: ", ++number) + extension_text(extension, dump);
    if (dump) text += extension.value.empty() ? "(Empty value)\n" : hex_dump(extension.value) + "\n";
    text += "\n";
  }
  return text;
}

std::string request_text(const X509Request& request, const crypto::PublicKey& key) {
  const std::string name = signature_name(request.algorithm);
  std::string text = "PKCS #10 Certificate Request (Version 1.0)\nSubject: " + dname_text(request.subject) +
                     "\nFormat: X.509\nPublic Key: " + marked(key_text(key), weakness_of_key(key)) +
                     "\nSignature algorithm: " + marked(name, weakness_of_signature(name)) + "\n";
  return text + extensions_text("Extension Request:", request.extensions);
}

std::string revocation_list_text(const RevocationList& list, base::Zone zone) {
  std::string text = fmt::format("X.509 CRL v{}\n", list.version);
  text += "Signature Algorithm: " + signature_name(list.algorithm) + ", OID=" + algorithm_oid(list.algorithm) + "\n";
  text += "Issuer: " + dname_text(list.issuer) + "\n\nThis Update: " + date_text(list.this_update, zone) + "\n";
  if (list.next_update) text += "Next Update: " + date_text(*list.next_update, zone) + "\n";
  if (list.revoked.empty()) {
    text += "\nNO certificates have been revoked\n";
  } else {
    text += fmt::format("\nRevoked Certificates: {}", list.revoked.size());
    int number = 0;
    for (const RevokedCertificate& revoked : list.revoked) {
      text += fmt::format("\n[{}] SerialNumber: {}  On: {}", ++number, base::lower(colon_hex(revoked.serial)),
                          date_text(revoked.date, zone));
      if (revoked.extensions.empty()) continue;
      text += fmt::format("\n    CRL Entry Extensions: {}", revoked.extensions.size());
      int inner = 0;
      for (const Extension& extension : revoked.extensions) {
        bool dump = false;
        text += fmt::format("\n    [{}]: {}", ++inner, extension_text(extension, dump));
      }
    }
    text += "\n";
  }
  if (!list.extensions.empty()) {
    text += fmt::format("\nCRL Extensions: {}\n", list.extensions.size());
    int number = 0;
    for (const Extension& extension : list.extensions) {
      bool dump = false;
      text += fmt::format("[{}]: {}\n", ++number, extension_text(extension, dump));
    }
  }
  return text + "Signature:\n" + hex_dump(list.signature) + "\n";
}

}  // namespace ringside::keytool
