// emulator/hosttools/keytool/print/print_body_names.cpp - extensions that hold names, and identifiers of keys.

#include "base/text.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print_bodies.hpp"
#include "emulator/hosttools/keytool/print/print_names.hpp"

namespace ringside::keytool::body {
namespace {

namespace der = crypto::der;
using base::ByteView;

/// Returns the length of the first element by its own header.
std::size_t stated_size(ByteView value) {
  if (value[1] < 0x80) return 2u + value[1];
  const std::size_t width = value[1] & 0x7Fu;
  std::size_t length = 0;
  for (std::size_t i = 0; i < width && i < 4 && 2 + i < value.size(); ++i) length = length << 8 | value[2 + i];
  return 2 + width + length;
}

std::string alternative_names(const std::string& name, ByteView value) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for " + name + ".");
  std::string text = name + " [\n";
  for (const std::string& one : general_names(list.content)) text += "  " + one + "\n";
  return text + "]\n";
}

std::string key_identifier(ByteView octets) {
  return "KeyIdentifier [\n" + hex_dump(octets) + "]\n";
}

}  // namespace

der::Item outermost(ByteView value, std::uint8_t tag, const std::string& otherwise) {
  if (value.size() < 2) unparseable("Too short");
  if (stated_size(value) > value.size()) throw Unparseable{"java.io.EOFException: not enough content"};
  const auto item = der::only(value, tag);
  if (!item) unparseable(otherwise);
  return *item;
}

std::string subject_alternative_name(ByteView value, base::Zone) {
  return alternative_names("SubjectAlternativeName", value);
}
std::string issuer_alternative_name(ByteView value, base::Zone) {
  return alternative_names("IssuerAlternativeName", value);
}

std::string certificate_issuer(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for CertificateIssuer.");
  return "Certificate Issuer [\n[" + base::join(general_names(list.content), ", ") + "]]\n";
}

std::string subject_key_identifier(ByteView value, base::Zone) {
  const der::Item octets = outermost(value, der::octet_string_tag, "Invalid encoding for SubjectKeyIdentifier.");
  return "SubjectKeyIdentifier [\n" + key_identifier(octets.content) + "]\n";
}

std::string authority_key_identifier(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for AuthorityKeyIdentifierExtension.");
  std::string text = "AuthorityKeyIdentifier [\n";
  der::Reader fields(list.content);
  while (const auto field = fields.next()) {
    if (field->tag == der::context_primitive(0)) text += key_identifier(field->content);
    if (field->tag == der::context(1)) text += "[" + base::join(general_names(field->content), ", ") + "]\n";
    if (field->tag == der::context_primitive(2))
      text += "SerialNumber: " + base::lower(colon_hex(field->content)) + "\n";
  }
  return text + "]\n";
}

}  // namespace ringside::keytool::body
