// emulator/hosttools/keytool/print/print.cpp - prints certificates, requests and revocation lists; each extension is
// printed elsewhere.
#include "emulator/hosttools/keytool/print/print.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/crypto/digest.hpp"
#include "emulator/crypto/keys/key_kind.hpp"
#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/certificates/named_signature.hpp"
#include "emulator/hosttools/keytool/certificates/weakness.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print_extension.hpp"

namespace ringside::keytool {
namespace {

std::string marked(const std::string& text, Weakness weakness) {
  return weakness == Weakness::none ? text : text + (weakness == Weakness::weak ? " (weak)" : " (disabled)");
}

std::vector<Extension> sorted_by_name(std::vector<Extension> extensions) {
  std::stable_sort(extensions.begin(), extensions.end(), [](const Extension& a, const Extension& b) {
    return print_extension(a, {}).name < print_extension(b, {}).name;
  });
  return extensions;
}

// For a revocation list Java also prints what it does not know.
std::string list_extension_text(const Extension& extension, base::Zone zone) {
  const PrintedExtension printed = print_extension(extension, zone);
  if (printed.kind != ExtensionKind::unknown) return printed.text;
  return printed.text + "Extension unknown: DER encoded OCTET string =\n" +
         hex_dump(crypto::der::octet_string(extension.value)) + "\n";
}

std::string revoked_text(const RevokedCertificate& revoked, base::Zone zone) {
  std::string text =
      "SerialNumber: " + base::lower(colon_hex(revoked.serial)) + "  On: " + date_text(revoked.date, zone);
  if (!revoked.extensions.empty()) text += fmt::format("\n    CRL Entry Extensions: {}", revoked.extensions.size());
  int number = 0;
  for (const Extension& extension : sorted_by_name(revoked.extensions))
    text += fmt::format("\n    [{}]: {}", ++number, list_extension_text(extension, zone));
  return text + "\n";
}

struct AttributeName {
  std::string_view oid, name;
  bool list = false;  ///< whether Java keeps several values of it
};
// In the order in which Java enumerates its table.
constexpr std::array attribute_names = {
    AttributeName{"1.2.840.113549.1.9.7", "ChallengePassword"},
    AttributeName{crypto::extension_id::extension_request, "ExtensionRequest"},
    AttributeName{"1.2.840.113549.1.9.2", "UnstructuredName", true},
    AttributeName{"1.2.840.113549.1.9.8", "UnstructuredAddress", true},
};

std::size_t attribute_rank(const std::string& oid) {
  const auto* row = std::find_if(attribute_names.begin(), attribute_names.end(),
                                 [&](const AttributeName& name) { return name.oid == oid; });
  return static_cast<std::size_t>(row - attribute_names.begin());
}

std::string attribute_text(const RequestAttribute& attribute) {
  const std::size_t rank = attribute_rank(attribute.oid);
  std::vector<std::string> values;
  for (const base::Bytes& value : attribute.values) {
    const auto item = crypto::der::Reader(value).next();
    if (item) values.push_back(base::to_text(item->content));
  }
  const std::string head = "Attribute: " + attribute.oid + "\n";
  if (rank == attribute_names.size()) return head + attribute.oid + ": " + base::join(values, ", ") + "\n";
  const AttributeName& known = attribute_names[rank];
  const std::string all = base::join(values, ", ");
  return head + std::string(known.name) + ": " + (known.list ? "[" + all + "]" : all) + "\n";
}

}  // namespace

std::string key_kind(const crypto::PublicKey& key) {
  const std::string group = java_group_name(key);
  const std::string algorithm = java_key_algorithm(key);
  if (algorithm == "EC") return group.empty() ? algorithm : algorithm + " (" + group + ")";
  return algorithm == "EdDSA" ? group : algorithm;
}

std::string key_text(const crypto::PublicKey& key) {
  return fmt::format("{}-bit {} key", crypto::key_bits(key), key_kind(key));
}

std::string certificate_text(const X509& certificate, base::Zone zone, bool trusted) {
  const crypto::PublicKey key = certificate.certificate.public_key();
  std::string text = "Owner: " + dname_text(certificate.subject) + "\n";
  text += "Issuer: " + dname_text(certificate.issuer) + "\n";
  text += "Serial number: " + integer_hex(certificate.serial) + "\n";
  text += "Valid from: " + date_text(certificate.certificate.not_before(), zone) +
          " until: " + date_text(certificate.certificate.not_after(), zone) + "\n";
  text += "Certificate fingerprints:\n\t SHA1: " + colon_hex(crypto::sha1(certificate.der())) + "\n";
  text += "\t SHA256: " + colon_hex(crypto::sha256(certificate.der())) + "\n";
  const std::string name = signature_name(certificate.algorithm);
  text += "Signature algorithm name: " + (trusted ? name : marked(name, weakness_of_signature(name))) + "\n";
  text += "Subject Public Key Algorithm: " + marked(key_text(key), weakness_of_key(key)) + "\n";
  text += fmt::format("Version: {}\n", certificate.version);
  return text + extensions_text("Extensions: ", certificate.extensions, zone);
}

std::string extensions_text(const std::string& title, const std::vector<Extension>& extensions, base::Zone zone) {
  if (extensions.empty()) return "";
  std::vector<std::pair<PrintedExtension, const Extension*>> printed;
  for (const Extension& extension : extensions) printed.emplace_back(print_extension(extension, zone), &extension);
  std::stable_sort(printed.begin(), printed.end(), [](const auto& a, const auto& b) {
    const bool a_last = a.first.kind == ExtensionKind::unparseable;
    const bool b_last = b.first.kind == ExtensionKind::unparseable;
    return std::tie(a_last, a.first.name) < std::tie(b_last, b.first.name);
  });
  std::string text = "\n" + title + "\n\n";
  int number = 0;
  for (const auto& [one, extension] : printed) {
    text += fmt::format("#{}: ", ++number) + one.text;
    if (one.kind == ExtensionKind::unknown)
      text += extension->value.empty() ? "(Empty value)\n" : hex_dump(extension->value) + "\n";
    text += "\n";
  }
  return text;
}

std::string request_text(const X509Request& request, const crypto::PublicKey& key, base::Zone zone) {
  const std::string name = signature_name(request.algorithm);
  std::string text = "PKCS #10 Certificate Request (Version 1.0)\nSubject: " + dname_text(request.subject) +
                     "\nFormat: X.509\nPublic Key: " + marked(key_text(key), weakness_of_key(key)) +
                     "\nSignature algorithm: " + marked(name, weakness_of_signature(name)) + "\n";
  auto attributes = request.attributes;
  std::stable_sort(attributes.begin(), attributes.end(), [](const RequestAttribute& a, const RequestAttribute& b) {
    return attribute_rank(a.oid) < attribute_rank(b.oid);
  });
  for (const RequestAttribute& attribute : attributes)
    text += attribute.oid == crypto::extension_id::extension_request
                ? extensions_text("Extension Request:", request.extensions, zone)
                : attribute_text(attribute);
  return text;
}

std::string revocation_list_text(const RevocationList& list, base::Zone zone) {
  const std::string name = signature_name(list.algorithm);
  std::string text = fmt::format("X.509 CRL v{}\n", list.version);
  text += "Signature Algorithm: " + marked(name, weakness_of_signature(name)) +
          ", OID=" + algorithm_oid(list.algorithm) + "\n";
  text += "Issuer: " + dname_text(list.issuer) + "\n\nThis Update: " + date_text(list.this_update, zone) + "\n";
  if (list.next_update) text += "Next Update: " + date_text(*list.next_update, zone) + "\n";
  text += list.revoked.empty() ? "\nNO certificates have been revoked\n"
                               : fmt::format("\nRevoked Certificates: {}", list.revoked.size());
  int number = 0;
  for (const RevokedCertificate& revoked : list.revoked)
    text += fmt::format("\n[{}] ", ++number) + revoked_text(revoked, zone);
  if (!list.extensions.empty()) text += fmt::format("\nCRL Extensions: {}\n", list.extensions.size());
  number = 0;
  for (const Extension& extension : sorted_by_name(list.extensions))
    text += fmt::format("[{}]: {}\n", ++number, list_extension_text(extension, zone));
  return text + "Signature:\n" + hex_dump(list.signature) + "\n";
}

}  // namespace ringside::keytool
