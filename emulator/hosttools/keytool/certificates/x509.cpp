// emulator/hosttools/keytool/certificates/x509.cpp - reads the fields of certificates, requests and revocation lists.
#include "emulator/hosttools/keytool/certificates/x509.hpp"

#include <algorithm>

#include "emulator/crypto/certificates/extension_ids.hpp"
#include "emulator/crypto/certificates/revocation_list.hpp"
#include "emulator/crypto/der/der.hpp"
#include "emulator/hosttools/keytool/certificates/named_signature.hpp"

namespace ringside::keytool {
namespace {

namespace der = crypto::der;
using base::Bytes;
using base::ByteView;

Bytes copy(ByteView bytes) {
  return {bytes.begin(), bytes.end()};
}

std::optional<Extension> read_extension(ByteView content) {
  der::Reader fields(content);
  const auto oid = fields.next(der::oid_tag);
  if (!oid) return std::nullopt;
  Extension extension{der::oid_text(oid->content).value_or(""), false, {}};
  if (fields.next_is(der::boolean_tag)) {
    const auto critical = fields.next();
    extension.critical = critical && !critical->content.empty() && critical->content.front() != 0;
  }
  const auto value = fields.next(der::octet_string_tag);
  if (!value || extension.oid.empty()) return std::nullopt;
  extension.value = copy(value->content);
  return extension;
}

std::optional<std::vector<Extension>> read_extension_list(ByteView content) {
  std::vector<Extension> extensions;
  der::Reader list(content);
  while (!list.at_end()) {
    const auto item = list.next(der::sequence_tag);
    auto extension = item ? read_extension(item->content) : std::nullopt;
    if (!extension) return std::nullopt;
    extensions.push_back(std::move(*extension));
  }
  return extensions;
}

// Java accepts named curves only. `key`: the content of a SubjectPublicKeyInfo.
bool has_curve_in_numbers(ByteView key) {
  constexpr std::string_view ec_key_oid = "1.2.840.10045.2.1";
  const auto algorithm = der::Reader(key).next(der::sequence_tag);
  der::Reader fields(algorithm ? algorithm->content : ByteView());
  const auto oid = fields.next(der::oid_tag);
  return oid && der::oid_text(oid->content) == ec_key_oid && fields.next_is(der::sequence_tag);
}

/// The optional fields after the key in a TBSCertificate: unique identifiers and extensions.
bool read_certificate_tail(der::Reader fields, X509& into) {
  while (!fields.at_end()) {
    const auto item = fields.next();
    if (!item) return false;
    if (item->tag != der::context(3)) continue;
    const auto list = der::only(item->content, der::sequence_tag);
    auto extensions = list ? read_extension_list(list->content) : std::nullopt;
    if (!extensions) return false;
    into.extensions = std::move(*extensions);
  }
  return true;
}

std::optional<RequestAttribute> read_attribute(ByteView content) {
  der::Reader fields(content);
  const auto type = fields.next(der::oid_tag);
  const auto set = fields.next(der::set_tag);
  if (!type || !set) return std::nullopt;
  RequestAttribute attribute{der::oid_text(type->content).value_or(""), {}};
  der::Reader values(set->content);
  while (const auto value = values.next()) attribute.values.push_back(copy(value->whole));
  return values.at_end() ? std::optional(std::move(attribute)) : std::nullopt;
}

bool read_attributes(ByteView content, X509Request& request) {
  der::Reader list(content);
  while (!list.at_end()) {
    const auto item = list.next(der::sequence_tag);
    auto attribute = item ? read_attribute(item->content) : std::nullopt;
    if (!attribute) return false;
    if (attribute->oid == crypto::extension_id::extension_request && !attribute->values.empty()) {
      const auto sequence = der::only(attribute->values.front(), der::sequence_tag);
      auto extensions = sequence ? read_extension_list(sequence->content) : std::nullopt;
      if (!extensions) return false;
      request.extensions = std::move(*extensions);
    }
    request.attributes.push_back(std::move(*attribute));
  }
  return true;
}

bool read_revoked(ByteView content, std::vector<RevokedCertificate>& into) {
  der::Reader list(content);
  while (!list.at_end()) {
    const auto item = list.next(der::sequence_tag);
    der::Reader fields(item ? item->content : ByteView());
    const auto serial = fields.next(der::integer_tag);
    const auto date = fields.next();
    const auto when = date ? der::instant(*date) : std::nullopt;
    if (!serial || !when) return false;
    RevokedCertificate revoked{copy(serial->content), *when, {}};
    if (const auto extensions = fields.next(der::sequence_tag)) {
      auto read = read_extension_list(extensions->content);
      if (!read) return false;
      revoked.extensions = std::move(*read);
    }
    into.push_back(std::move(revoked));
  }
  return true;
}

bool is_time(const der::Reader& fields) {
  return fields.next_is(der::utc_time_tag) || fields.next_is(der::generalized_time_tag);
}

bool read_revocation_tail(der::Reader& fields, RevocationList& list) {
  if (is_time(fields)) {
    const auto next = fields.next();
    list.next_update = next ? der::instant(*next) : std::nullopt;
    if (!list.next_update) return false;
  }
  if (fields.next_is(der::sequence_tag)) {
    const auto revoked = fields.next();
    if (!revoked || !read_revoked(revoked->content, list.revoked)) return false;
  }
  if (!fields.next_is(der::context(0))) return true;
  const auto wrapped = fields.next();
  const auto sequence = wrapped ? der::only(wrapped->content, der::sequence_tag) : std::nullopt;
  auto extensions = sequence ? read_extension_list(sequence->content) : std::nullopt;
  if (!extensions) return false;
  list.extensions = std::move(*extensions);
  return true;
}

std::optional<X509> lay_out(const crypto::Certificate& certificate) {
  const auto outer = der::only(certificate.der(), der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto tbs = parts.next(der::sequence_tag);
  const auto algorithm = parts.next(der::sequence_tag);
  if (!tbs || !algorithm) return std::nullopt;
  X509 result{certificate, 1, {}, copy(algorithm->whole), {}, {}, {}};
  der::Reader fields(tbs->content);
  if (fields.next_is(der::context(0))) {
    const auto version = fields.next();
    if (version && !version->content.empty()) result.version = version->content.back() + 1;
  }
  const auto serial = fields.next(der::integer_tag);
  fields.next();
  const auto issuer = fields.next();
  fields.next();
  const auto subject = fields.next();
  const auto key = fields.next();
  if (!serial || !issuer || !subject || !key || has_curve_in_numbers(key->content)) return std::nullopt;
  result.serial = copy(serial->content);
  result.issuer = copy(issuer->whole);
  result.subject = copy(subject->whole);
  if (!read_certificate_tail(fields, result)) return std::nullopt;
  return result;
}

}  // namespace

std::optional<X509> read_x509(ByteView bytes) {
  auto certificate = crypto::Certificate::from_der(bytes);
  return certificate ? lay_out(*certificate) : std::nullopt;
}

std::optional<X509> read_stored_x509(ByteView bytes) {
  return lay_out(crypto::Certificate::from_stored(bytes));
}

std::optional<X509Request> lay_out_request(ByteView bytes) {
  const auto outer = der::only(bytes, der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto info = parts.next(der::sequence_tag);
  const auto algorithm = parts.next(der::sequence_tag);
  if (!info || !algorithm) return std::nullopt;
  der::Reader fields(info->content);
  const auto version = fields.next(der::integer_tag);
  const auto subject = fields.next(der::sequence_tag);
  const auto key = fields.next(der::sequence_tag);
  if (!version || !subject || !key) return std::nullopt;
  X509Request request{copy(subject->whole), copy(key->whole), copy(algorithm->whole), {}, {}};
  const auto attributes = fields.next(der::context(0));
  if (attributes && !read_attributes(attributes->content, request)) return std::nullopt;
  return request;
}

std::optional<RevocationList> read_revocation_list(ByteView bytes) {
  if (!crypto::is_revocation_list(bytes)) return std::nullopt;
  const auto outer = der::only(bytes, der::sequence_tag);
  der::Reader parts(outer ? outer->content : ByteView());
  const auto tbs = parts.next(der::sequence_tag);
  const auto algorithm = parts.next(der::sequence_tag);
  const auto signature = parts.next(der::bit_string_tag);
  if (!tbs || !algorithm || !signature || signature->content.empty()) return std::nullopt;
  RevocationList list;
  list.der = copy(bytes);
  list.algorithm = copy(algorithm->whole);
  list.signature = copy(signature->content.subspan(1));
  der::Reader fields(tbs->content);
  if (fields.next_is(der::integer_tag)) {
    fields.next();
    list.version = 2;
  }
  fields.next();
  const auto issuer = fields.next(der::sequence_tag);
  const auto updated = fields.next();
  const auto when = updated ? der::instant(*updated) : std::nullopt;
  if (!issuer || !when) return std::nullopt;
  list.issuer = copy(issuer->whole);
  list.this_update = *when;
  return read_revocation_tail(fields, list) ? std::optional(std::move(list)) : std::nullopt;
}

Bytes write_extension_list(const std::vector<Extension>& extensions) {
  Bytes all;
  for (const Extension& extension : extensions) {
    const Bytes critical = extension.critical ? der::boolean(true) : Bytes();
    const Bytes one = der::sequence({der::oid(extension.oid), critical, der::octet_string(extension.value)});
    all.insert(all.end(), one.begin(), one.end());
  }
  return der::wrap(der::sequence_tag, all);
}

const Extension* find_extension(const std::vector<Extension>& extensions, std::string_view oid) {
  const auto found =
      std::find_if(extensions.begin(), extensions.end(), [oid](const Extension& e) { return e.oid == oid; });
  return found == extensions.end() ? nullptr : &*found;
}

std::string algorithm_oid(ByteView algorithm) {
  const auto outer = der::only(algorithm, der::sequence_tag);
  der::Reader fields(outer ? outer->content : ByteView());
  const auto oid = fields.next(der::oid_tag);
  return oid ? der::oid_text(oid->content).value_or("") : "";
}

std::string signature_name(ByteView algorithm) {
  const std::string oid = algorithm_oid(algorithm);
  const NamedSignature* known = find_named_signature_by_oid(oid);
  return known == nullptr ? oid : std::string(known->name);
}

}  // namespace ringside::keytool
