// emulator/hosttools/keytool/print/print_names.cpp - one name per kind of GeneralName (RFC 5280 4.2.1.6).
#include "emulator/hosttools/keytool/print/print_names.hpp"

#include <fmt/format.h>

#include "emulator/hosttools/keytool/certificates/dname.hpp"
#include "emulator/hosttools/keytool/certificates/name_syntax.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::ByteView;

std::string dotted(ByteView octets) {
  return fmt::format("{}.{}.{}.{}", octets[0], octets[1], octets[2], octets[3]);
}

std::string colon_groups(ByteView octets) {
  std::string text;
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2)
    text += fmt::format("{}{:x}", i == 0 ? "" : ":", octets[i] << 8 | octets[i + 1]);
  return text;
}

/// Returns the number of leading one bits of a mask; -1 if a one bit follows a zero bit.
int prefix_length(ByteView mask) {
  int length = 0;
  bool ended = false;
  for (std::size_t bit = 0; bit < mask.size() * 8; ++bit) {
    const bool set = (mask[bit / 8] & (0x80u >> (bit % 8))) != 0;
    if (set && ended) return -1;
    if (set) ++length;
    ended = ended || !set;
  }
  return length;
}

std::string address_text(ByteView octets) {
  switch (octets.size()) {
    case 4:
      return dotted(octets);
    case 8:
      return dotted(octets.first(4)) + "/" + dotted(octets.last(4));
    case 16:
      return colon_groups(octets);
    case 32: {
      const int length = prefix_length(octets.last(16));
      if (length < 0) unparseable("Invalid IPv6 subdomain - set bit following zero bit");
      return colon_groups(octets.first(16)) + fmt::format("/{}", length);
    }
    default:
      unparseable("Invalid IPAddressName");
  }
}

std::string other_name(ByteView content) {
  const auto type = der::Reader(content).next(der::oid_tag);
  return "Other-Name: Unrecognized ObjectIdentifier: " + (type ? der::oid_text(type->content).value_or("?") : "?");
}

// Java expects strings directly under the two tags, so it reads none from the form of RFC 5280.
std::string party_name(ByteView content) {
  std::string assigner, party = "null";
  der::Reader fields(content);
  while (const auto field = fields.next()) {
    if (field->tag == der::context_primitive(0)) assigner = "  nameAssigner = " + base::to_text(field->content) + ",";
    if (field->tag == der::context_primitive(1)) party = base::to_text(field->content);
  }
  return "EDIPartyName: " + assigner + "  partyName = " + party;
}

std::string uri_text(const std::string& uri) {
  if (const auto problem = problem_of_uri(uri)) unparseable(*problem);
  return "URIName: " + uri;
}

}  // namespace

std::string general_name(const der::Item& item) {
  const int kind = item.tag & 0x1F;
  switch (kind) {
    case 0:
      return other_name(item.content);
    case 1:
      return "RFC822Name: " + base::to_text(item.content);
    case 2:
      return "DNSName: " + base::to_text(item.content);
    case 3:
      return "X400Address: <DER-encoded value>";
    case 4:
      return dname_text(item.content);
    case 5:
      return party_name(item.content);
    case 6:
      return uri_text(base::to_text(item.content));
    case 7:
      return "IPAddress: " + address_text(item.content);
    case 8:
      return "OIDName: " + der::oid_text(item.content).value_or("?");
    default:
      unparseable(fmt::format("Unrecognized GeneralName tag, ({})", kind));
  }
}

std::vector<std::string> general_names(ByteView content) {
  std::vector<std::string> names;
  der::Reader items(content);
  while (const auto item = items.next()) names.push_back(general_name(*item));
  if (names.empty()) unparseable("No data available in passed DER encoded value.");
  return names;
}

std::string relative_name(ByteView content) {
  const base::Bytes name = der::sequence({der::wrap(der::set_tag, content)});
  return dname_text(name);
}

}  // namespace ringside::keytool
