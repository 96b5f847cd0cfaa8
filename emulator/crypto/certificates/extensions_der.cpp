// emulator/crypto/certificates/extensions_der.cpp - reads the extensions of any certificate or request; writes
// extensions in RACF's order and with its criticality.
#include "emulator/crypto/certificates/extensions_der.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/fault.hpp"
#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

bool read_key_usage(ByteView value, Extensions& into) {
  const auto bits = der::only(value, der::bit_string_tag);
  if (!bits || bits->content.empty() || bits->content[0] > 7) return false;
  KeyUsageBits usage = 0;
  for (unsigned bit = 0; bit < 9; ++bit)
    if (der::has_bit(bits->content, bit)) usage = static_cast<KeyUsageBits>(usage | 1u << bit);
  into.key_usage = usage;
  return true;
}

bool read_basic_constraints(ByteView value, Extensions& into) {
  const auto outer = der::only(value, der::sequence_tag);
  if (!outer) return false;
  der::Reader inside(outer->content);
  BasicConstraints constraints;
  if (inside.next_is(der::boolean_tag)) {
    const auto flag = inside.next();
    if (!flag || flag->content.size() != 1) return false;
    constraints.is_ca = flag->content[0] != 0;
  }
  if (inside.next_is(der::integer_tag)) {
    const auto length = inside.next();
    const auto number = length ? der::small_value(length->content) : std::nullopt;
    if (!number || *number > 1'000'000) return false;
    constraints.path_length = static_cast<long>(*number);
  }
  into.basic_constraints = constraints;
  return inside.at_end();
}

std::string ip_text(ByteView octets) {
  if (octets.size() == 4) return fmt::format("{}.{}.{}.{}", octets[0], octets[1], octets[2], octets[3]);
  std::string text;
  for (std::size_t i = 0; i + 1 < octets.size(); i += 2) {
    if (!text.empty()) text += ':';
    text += fmt::format("{:X}", octets[i] << 8 | octets[i + 1]);
  }
  return text;
}

bool read_subject_alt_name(ByteView value, Extensions& into) {
  const auto outer = der::only(value, der::sequence_tag);
  if (!outer) return false;
  AltNames names;
  der::Reader inside(outer->content);
  while (!inside.at_end()) {
    const auto name = inside.next();
    if (!name) return false;
    const std::string text = base::to_text(name->content);
    if (name->tag == der::context_primitive(1)) names.email.push_back(text);
    if (name->tag == der::context_primitive(2)) names.domain.push_back(text);
    if (name->tag == der::context_primitive(6)) names.uri.push_back(text);
    if (name->tag == der::context_primitive(7)) names.ip.push_back(ip_text(name->content));
  }
  into.subject_alt_names = names;
  into.subject_alt_names_der = Bytes(value.begin(), value.end());
  return true;
}

bool read_subject_key_id(ByteView value, Extensions& into) {
  const auto identifier = der::only(value, der::octet_string_tag);
  if (!identifier) return false;
  into.subject_key_id = Bytes(identifier->content.begin(), identifier->content.end());
  return true;
}

bool read_authority_key_id(ByteView value, Extensions& into) {
  const auto outer = der::only(value, der::sequence_tag);
  if (!outer) return false;
  der::Reader inside(outer->content);
  if (!inside.next_is(der::context_primitive(0))) return true;
  const auto identifier = inside.next();
  if (!identifier) return false;
  into.authority_key_id = Bytes(identifier->content.begin(), identifier->content.end());
  return true;
}

bool read_extended_key_usage(ByteView value, Extensions& into) {
  into.extended_key_usage = Bytes(value.begin(), value.end());
  return der::only(value, der::sequence_tag).has_value();
}

bool read_issuer_alt_name(ByteView value, Extensions& into) {
  into.issuer_alt_names = Bytes(value.begin(), value.end());
  return der::only(value, der::sequence_tag).has_value();
}

/// HostIdMappings ::= SET OF SEQUENCE { hostName [1] IA5String, subjectId [2] IA5String, proofOfIdPossession OPTIONAL }
/// (RACF Callable Services, initACEE). Only initACEE uses it, so a malformed one is ignored.
bool read_host_ids(ByteView value, Extensions& into) {
  const auto outer = der::only(value, der::set_tag);
  if (!outer) return true;
  der::Reader list(outer->content);
  while (!list.at_end()) {
    const auto entry = list.next(der::sequence_tag);
    if (!entry) return true;
    der::Reader inside(entry->content);
    const auto host = inside.next(der::context_primitive(1));
    const auto user = inside.next(der::context_primitive(2));
    if (host && user) into.host_ids.push_back({base::to_text(host->content), base::to_text(user->content)});
  }
  return true;
}

bool skip(ByteView, Extensions&) {
  return true;
}

struct Kind {
  std::string_view id;
  std::string_view name;
  bool (*read)(ByteView value, Extensions& into);
};
constexpr Kind kinds[] = {
    {extension_id::key_usage, "keyUsage", read_key_usage},
    {extension_id::basic_constraints, "basicConstraints", read_basic_constraints},
    {extension_id::subject_alt_name, "subjectAltName", read_subject_alt_name},
    {extension_id::issuer_alt_name, "issuerAltName", read_issuer_alt_name},
    {extension_id::extended_key_usage, "extKeyUsage", read_extended_key_usage},
    {extension_id::subject_key_id, "subjectKeyIdentifier", read_subject_key_id},
    {extension_id::authority_key_id, "authorityKeyIdentifier", read_authority_key_id},
    {extension_id::netscape_comment, "Netscape comment", skip},
    {extension_id::host_id_mappings, "hostIdMappings", read_host_ids},
};

struct RawExtension {
  std::string id;
  bool critical = false;
  ByteView value;
};

std::optional<RawExtension> read_raw(der::Reader& list) {
  const auto outer = list.next(der::sequence_tag);
  if (!outer) return std::nullopt;
  der::Reader inside(outer->content);
  const auto oid = inside.next(der::oid_tag);
  const auto id = oid ? der::oid_text(oid->content) : std::nullopt;
  const auto critical = inside.next_is(der::boolean_tag) ? inside.next() : std::nullopt;
  const auto value = inside.next(der::octet_string_tag);
  if (!id || !value || !inside.at_end()) return std::nullopt;
  return RawExtension{*id, critical && !critical->content.empty() && critical->content[0] != 0, value->content};
}

constexpr std::string_view racf_comment = "Generated by the Security Server for z/OS (RACF)";

Bytes extension(std::string_view id, bool critical, const Bytes& value) {
  return der::sequence({der::oid(id), critical ? der::boolean(true) : Bytes(), der::octet_string(value)});
}

Bytes basic_constraints_value(const BasicConstraints& constraints) {
  return der::sequence(
      {constraints.is_ca ? der::boolean(true) : Bytes(),
       constraints.path_length ? der::integer(static_cast<std::uint64_t>(*constraints.path_length)) : Bytes()});
}

Bytes alt_names_value(const AltNames& names) {
  Bytes content;
  const auto add = [&content](unsigned kind, const Bytes& value) {
    const Bytes element = der::wrap(der::context_primitive(kind), value);
    content.insert(content.end(), element.begin(), element.end());
  };
  for (const std::string& address : names.ip) {
    const auto octets = ip_octets(address);
    if (!octets) throw base::Fault("an alternate name is not an IP address: " + address);
    add(7, *octets);
  }
  for (const std::string& email : names.email) add(1, base::to_bytes(email));
  for (const std::string& domain : names.domain) add(2, base::to_bytes(domain));
  for (const std::string& uri : names.uri) add(6, base::to_bytes(uri));
  return der::wrap(der::sequence_tag, content);
}

std::optional<Bytes> subject_alt_name_value(const Extensions& extensions) {
  if (extensions.subject_alt_names_der) return extensions.subject_alt_names_der;
  if (!extensions.subject_alt_names || extensions.subject_alt_names->empty()) return std::nullopt;
  return alt_names_value(*extensions.subject_alt_names);
}

}  // namespace

Bytes write_extensions(const Extensions& extensions, NetscapeComment comment) {
  Bytes all;
  const auto add = [&all](std::string_view id, bool critical, const Bytes& value) {
    const Bytes element = extension(id, critical, value);
    all.insert(all.end(), element.begin(), element.end());
  };
  if (comment == NetscapeComment::written) {
    add(extension_id::netscape_comment, false, der::text(der::ia5_string_tag, racf_comment));
  }
  if (extensions.key_usage) add(extension_id::key_usage, true, der::named_bits(*extensions.key_usage));
  if (extensions.basic_constraints) {
    add(extension_id::basic_constraints, true, basic_constraints_value(*extensions.basic_constraints));
  }
  if (const auto value = subject_alt_name_value(extensions)) add(extension_id::subject_alt_name, false, *value);
  if (extensions.issuer_alt_names) add(extension_id::issuer_alt_name, false, *extensions.issuer_alt_names);
  if (extensions.extended_key_usage) add(extension_id::extended_key_usage, false, *extensions.extended_key_usage);
  if (extensions.subject_key_id) {
    add(extension_id::subject_key_id, false, der::octet_string(*extensions.subject_key_id));
  }
  if (extensions.authority_key_id) {
    add(extension_id::authority_key_id, false,
        der::sequence({der::wrap(der::context_primitive(0), *extensions.authority_key_id)}));
  }
  return der::wrap(der::sequence_tag, all);
}

Result<Extensions> read_extensions(ByteView der) {
  const auto outer = der::only(der, der::sequence_tag);
  if (!outer) return malformed("the extensions are not one SEQUENCE");
  Extensions extensions;
  std::set<std::string> seen;
  der::Reader list(outer->content);
  while (!list.at_end()) {
    const auto raw = read_raw(list);
    if (!raw) return malformed("an extension is not identifier and value");
    if (!seen.insert(raw->id).second) {
      return malformed("the extension " + raw->id + " occurs twice");
    }
    const auto* kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& row) { return row.id == raw->id; });
    if (kind == std::end(kinds)) {
      if (raw->critical) extensions.unknown_critical.push_back(raw->id);
    } else if (!kind->read(raw->value, extensions)) {
      return malformed(fmt::format("the extension {} is malformed", kind->name));
    }
  }
  return extensions;
}

}  // namespace ringside::crypto
