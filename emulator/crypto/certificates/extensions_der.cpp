// emulator/crypto/certificates/extensions_read.cpp - extensions of certificates and requests from anywhere.
#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/extensions_der.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

using base::Bytes;
using base::ByteView;

bool read_key_usage(ByteView value, Extensions& into) {
  const auto bits = der::only(value, der::bit_string_tag);
  if (!bits || bits->content.empty() || bits->content[0] > 7) return false;
  KeyUsageBits usage = 0;
  for (unsigned bit = 0; bit < 9 && bit / 8 + 1 < bits->content.size(); ++bit) {
    if ((bits->content[1 + bit / 8] & 0x80u >> bit % 8) != 0) usage = static_cast<KeyUsageBits>(usage | 1u << bit);
  }
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
/// (RACF Callable Services, initACEE). Nobody but initACEE needs it, so a malformed one is only left out.
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

}  // namespace

Result<Extensions> read_extensions(ByteView der) {
  const auto outer = der::only(der, der::sequence_tag);
  if (!outer) return tl::unexpected(Problem{ProblemKind::malformed, "the extensions are not one SEQUENCE"});
  Extensions extensions;
  std::set<std::string> seen;
  der::Reader list(outer->content);
  while (!list.at_end()) {
    const auto raw = read_raw(list);
    if (!raw) return tl::unexpected(Problem{ProblemKind::malformed, "an extension is not identifier and value"});
    if (!seen.insert(raw->id).second) {
      return tl::unexpected(Problem{ProblemKind::malformed, "the extension " + raw->id + " stands there twice"});
    }
    const auto* kind =
        std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& row) { return row.id == raw->id; });
    if (kind == std::end(kinds)) {
      if (raw->critical) extensions.unknown_critical.push_back(raw->id);
    } else if (!kind->read(raw->value, extensions)) {
      return tl::unexpected(Problem{ProblemKind::malformed, fmt::format("the extension {} is malformed", kind->name)});
    }
  }
  return extensions;
}

}  // namespace ringside::crypto
