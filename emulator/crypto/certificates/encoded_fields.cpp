// emulator/crypto/certificates/encoded_fields.cpp - reads TBSCertificate (RFC 5280 4.1) as far as the subject.
#include "emulator/crypto/certificates/encoded_fields.hpp"

#include "base/fault.hpp"
#include "emulator/crypto/der/der.hpp"

namespace ringside::crypto {
namespace {

base::Bytes whole_field(const std::optional<der::Item>& item) {
  if (!item) throw base::Fault("a certificate was read whose fields cannot be read");
  return {item->whole.begin(), item->whole.end()};
}

}  // namespace

EncodedFields encoded_fields(const Certificate& certificate) {
  const auto outer = der::only(certificate.der(), der::sequence_tag);
  const auto body = der::Reader(outer ? outer->content : base::ByteView()).next(der::sequence_tag);
  der::Reader fields(body ? body->content : base::ByteView());
  if (fields.next_is(der::context(0))) fields.next();  // the version
  EncodedFields found;
  found.serial = whole_field(fields.next(der::integer_tag));
  fields.next(der::sequence_tag);  // the signature algorithm
  found.issuer = whole_field(fields.next(der::sequence_tag));
  fields.next(der::sequence_tag);  // the validity
  found.subject = whole_field(fields.next(der::sequence_tag));
  return found;
}

}  // namespace ringside::crypto
