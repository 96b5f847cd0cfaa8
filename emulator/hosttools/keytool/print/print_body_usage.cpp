// emulator/hosttools/keytool/print/print_body_usage.cpp - extensions that say what a key may be used for, and when.
#include <array>

#include <fmt/format.h>

#include "base/text.hpp"
#include "emulator/hosttools/keytool/print/java_text.hpp"
#include "emulator/hosttools/keytool/print/print_bodies.hpp"
#include "emulator/hosttools/keytool/print/print_names.hpp"

namespace ringside::keytool::body {
namespace {

namespace der = crypto::der;
using base::ByteView;

/// Returns the names of the bits that are set; each name has its end of line.
template <std::size_t Count>
std::string named_bits(ByteView value, const std::array<const char*, Count>& names) {
  const der::Item bits = outermost(value, der::bit_string_tag, "DerValue.getBitString, not a bit string");
  std::string text;
  for (std::size_t i = 0; i < Count; ++i)
    if (der::has_bit(bits.content, i)) text += names[i];
  return text;
}

struct Purpose {
  std::string_view oid, name;
};
constexpr std::array purposes = {
    Purpose{"2.5.29.37.0", "anyExtendedKeyUsage"},
    Purpose{"1.3.6.1.5.5.7.3.1", "serverAuth"},
    Purpose{"1.3.6.1.5.5.7.3.2", "clientAuth"},
    Purpose{"1.3.6.1.5.5.7.3.3", "codeSigning"},
    Purpose{"1.3.6.1.5.5.7.3.4", "emailProtection"},
    Purpose{"1.3.6.1.5.5.7.3.5", "ipsecEndSystem"},
    Purpose{"1.3.6.1.5.5.7.3.6", "ipsecTunnel"},
    Purpose{"1.3.6.1.5.5.7.3.7", "ipsecUser"},
    Purpose{"1.3.6.1.5.5.7.3.8", "timeStamping"},
    Purpose{"1.3.6.1.5.5.7.3.9", "OCSPSigning"},
    Purpose{"1.3.6.1.4.1.311.10.3.3", "MICROSOFT_ExportApproved"},
    Purpose{"2.16.840.1.113730.4.1", "NETSCAPE_ExportApproved"},
};

std::string purpose_name(const std::string& oid) {
  for (const Purpose& row : purposes)
    if (row.oid == oid) return std::string(row.name);
  return oid;
}

std::string time_text(const der::Item& item, base::Zone zone) {
  der::Item time = item;  // the tags [0] and [1] replace that of GeneralizedTime
  time.tag = der::generalized_time_tag;
  const auto instant = der::instant(time);
  if (!instant) unparseable("Invalid encoding of PrivateKeyUsageExtension");
  return date_text(*instant, zone);
}

}  // namespace

std::string basic_constraints(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding of BasicConstraints");
  der::Reader fields(list.content);
  bool ca = false;
  if (const auto flag = fields.next(der::boolean_tag)) ca = !flag->content.empty() && flag->content.front() != 0;
  std::string length = ca ? " no limit" : " undefined";
  if (const auto number = fields.next(der::integer_tag); number && ca)
    length = std::to_string(der::small_value(number->content).value_or(0));
  return fmt::format("BasicConstraints:[\n  CA:{}\n  PathLen:{}\n]\n", ca, length);
}

std::string key_usage(ByteView value, base::Zone) {
  constexpr std::array names = {"  DigitalSignature\n",  "  Non_repudiation\n", "  Key_Encipherment\n",
                                "  Data_Encipherment\n", "  Key_Agreement\n",   "  Key_CertSign\n",
                                "  Crl_Sign\n",          "  Encipher_Only\n",   "  Decipher_Only\n"};
  return "KeyUsage [\n" + named_bits(value, names) + "]\n";
}

std::string netscape_certificate_type(ByteView value, base::Zone) {
  constexpr std::array names = {"   SSL client\n", "   SSL server\n", "   S/MIME\n",         "   Object Signing\n", "",
                                "   SSL CA\n",     "   S/MIME CA\n",  "   Object Signing CA"};
  return "NetscapeCertType [\n" + named_bits(value, names) + "]\n";
}

std::string extended_key_usage(ByteView value, base::Zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding for ExtendedKeyUsageExtension.");
  std::vector<std::string> names;
  der::Reader items(list.content);
  while (const auto item = items.next(der::oid_tag))
    names.push_back(purpose_name(der::oid_text(item->content).value_or("?")));
  return "ExtendedKeyUsages [\n  " + base::join(names, "\n  ") + "\n]\n";
}

std::string private_key_usage_period(ByteView value, base::Zone zone) {
  const der::Item list = outermost(value, der::sequence_tag, "Invalid encoding of PrivateKeyUsageExtension");
  std::vector<std::string> ends;
  der::Reader fields(list.content);
  while (const auto field = fields.next())
    ends.push_back((field->tag == der::context_primitive(0) ? "From: " : "To: ") + time_text(*field, zone));
  return "PrivateKeyUsage: [\n" + base::join(ends, ", ") + "]\n";
}

std::string nothing(ByteView, base::Zone) {
  return "";
}

std::string crl_number(ByteView value, base::Zone) {
  const der::Item number = outermost(value, der::integer_tag, "Invalid encoding of CRLNumber");
  return "CRL Number:     " + base::lower(colon_hex(number.content)) + "\n";
}

std::string base_crl_number(ByteView value, base::Zone zone) {
  return "Base " + crl_number(value, zone);
}

std::string reason_code(ByteView value, base::Zone) {
  constexpr std::array names = {"UNSPECIFIED",     "KEY_COMPROMISE",         "CA_COMPROMISE",    "AFFILIATION_CHANGED",
                                "SUPERSEDED",      "CESSATION_OF_OPERATION", "CERTIFICATE_HOLD", "UNUSED",
                                "REMOVE_FROM_CRL", "PRIVILEGE_WITHDRAWN",    "AA_COMPROMISE"};
  if (value.size() != 3) unparseable("Invalid encoding of CRLReasonCode");
  return std::string("    Reason Code: ") + names[value[2] < names.size() ? value[2] : 0];
}

}  // namespace ringside::keytool::body
