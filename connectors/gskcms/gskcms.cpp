// connectors/gskcms/gskcms.cpp - the functions of certificate management services that other programs call.
#include <gskcms.h>

#include "base/secret.hpp"
#include "connectors/caller/turn.hpp"
#include "connectors/gskcms/buffers.hpp"
#include "connectors/gskcms/forms.hpp"
#include "connectors/gskcms/open_rings.hpp"
#include "connectors/gskcms/status.hpp"
#include "emulator/crypto/containers/package.hpp"
#include "emulator/crypto/containers/pem.hpp"

namespace ringside::connectors::gskcms {
namespace {

std::string text(const char* characters) {
  return characters == nullptr ? std::string() : std::string(characters);
}

/// The ring of the handle and its member with this label.
struct Chosen {
  const OpenRing* ring;
  const Member* member;
};
Answer<Chosen> chosen(gsk_handle handle, const char* label) {
  const OpenRing* const ring = OpenRings::of_process().find(handle);
  if (ring == nullptr) return fail(CMSERR_BAD_HANDLE);
  const auto member = ring->member(text(label));
  if (!member) return fail(member.error());
  return Chosen{ring, *member};
}

gsk_status give(const Answer<base::Bytes>& bytes, gsk_buffer* stream) {
  if (!bytes) return bytes.error();
  *stream = buffer_of(*bytes);
  return 0;
}

gsk_status open(const char* name, gsk_handle* handle, int* num_records) {
  Turn turn;
  auto ring = read_ring(turn, text(name));
  if (!ring) return ring.error();
  if (num_records != nullptr) *num_records = static_cast<int>(ring->members.size());
  *handle = OpenRings::of_process().add(*std::move(ring));
  return 0;
}

gsk_status export_certificate(gsk_handle handle, const char* label, gskdb_export_format format, gsk_buffer* stream) {
  const Turn turn;
  const auto found = chosen(handle, label);
  if (!found) return found.error();
  return give(certificate_in_form(found->ring->with_issuers(found->member->certificate), format), stream);
}

gsk_status export_key(gsk_handle handle, const char* label, gskdb_export_format format, x509_algorithm_type algorithm,
                      const char* password, gsk_buffer* stream) {
  const Turn turn;
  const auto found = chosen(handle, label);
  if (!found) return found.error();
  const Member& member = *found->member;
  if (!member.key) return CMSERR_NO_PRIVATE_KEY;
  return give(key_in_form(found->ring->with_issuers(member.certificate), *member.key, member.label, format, algorithm,
                          base::Secret(text(password))),
              stream);
}

gsk_status decode_key(const gsk_buffer* stream, const char* password, pkcs_cert_key& subject,
                      pkcs_certificates& issuers) {
  const Turn turn;
  const auto package = crypto::read_package(view(stream), base::Secret(text(password)));
  if (!package) return status_of(package.error());
  if (package->kind != crypto::PackageKind::pkcs12 || package->certificates.empty()) return CMSERR_BAD_ENCODING;
  const auto& certificates = package->certificates;
  subject.certificate = structure_of(certificates.front());
  issuers = structure_of(std::vector<crypto::Certificate>(certificates.begin() + 1, certificates.end()));
  if (package->key) subject.privateKey.derPrivateKeyInfo = buffer_of(package->key->pkcs8());
  return 0;
}

/// Reads the certificates of the structures, the subject's first.
Answer<std::vector<crypto::Certificate>> certificates_of(const pkcs_certificate* subject,
                                                         const pkcs_certificates* issuers) {
  std::vector<crypto::Certificate> certificates;
  const auto add = [&](const pkcs_certificate& structure) {
    auto certificate = crypto::Certificate::from_der(view(&structure.derCertificate));
    if (!certificate) return false;
    certificates.push_back(*std::move(certificate));
    return true;
  };
  if (subject == nullptr || !add(*subject)) return fail(CMSERR_BAD_ENCODING);
  for (gsk_uint32 at = 0; issuers != nullptr && at < issuers->count; ++at)
    if (!add(issuers->certificates[at])) return fail(CMSERR_BAD_ENCODING);
  return certificates;
}

gsk_status encode_certificate(const pkcs_certificate* subject, const pkcs_certificates* issuers,
                              gskdb_export_format format, gsk_buffer* stream) {
  const Turn turn;
  const auto certificates = certificates_of(subject, issuers);
  if (!certificates) return certificates.error();
  return give(certificate_in_form(*certificates, format), stream);
}

gsk_status decode(const gsk_buffer* stream, x509_certificate* certificate) {
  const Turn turn;
  const auto read = crypto::Certificate::from_der(view(stream));
  if (!read) return CMSERR_BAD_ENCODING;
  *certificate = structure_of(*read);
  return 0;
}

}  // namespace
}  // namespace ringside::connectors::gskcms

namespace inside = ringside::connectors::gskcms;

gsk_status gsk_open_keyring(const char* name, gsk_handle* handle, int* num_records) {
  *handle = nullptr;
  return inside::guarded([&] { return inside::open(name, handle, num_records); });
}

gsk_status gsk_close_database(gsk_handle* handle) {
  return inside::guarded([&]() -> gsk_status {
    const ringside::connectors::Turn turn;
    if (handle == nullptr || !inside::OpenRings::of_process().remove(*handle)) return CMSERR_BAD_HANDLE;
    *handle = nullptr;
    return 0;
  });
}

gsk_status gsk_export_certificate(gsk_handle handle, const char* label, gskdb_export_format format,
                                  gsk_buffer* stream) {
  *stream = {0, nullptr};
  return inside::guarded([&] { return inside::export_certificate(handle, label, format, stream); });
}

gsk_status gsk_export_key(gsk_handle handle, const char* label, gskdb_export_format format,
                          x509_algorithm_type algorithm, const char* password, gsk_buffer* stream) {
  *stream = {0, nullptr};
  return inside::guarded([&] { return inside::export_key(handle, label, format, algorithm, password, stream); });
}

gsk_status gsk_encode_base64(gsk_buffer* input, gsk_buffer* output) {
  *output = {0, nullptr};
  return inside::guarded([&]() -> gsk_status {
    *output = inside::buffer_of(ringside::crypto::base64_lines(inside::view(input)));
    return 0;
  });
}

gsk_status gsk_decode_import_key(gsk_buffer* stream, const char* password, pkcs_cert_key* subject_certificate,
                                 pkcs_certificates* issuer_certificates) {
  *subject_certificate = {};
  *issuer_certificates = {};
  const gsk_status status =
      inside::guarded([&] { return inside::decode_key(stream, password, *subject_certificate, *issuer_certificates); });
  if (status == 0) return status;
  gsk_free_certificate(&subject_certificate->certificate);
  gsk_free_private_key_info(&subject_certificate->privateKey);
  gsk_free_certificates(issuer_certificates);
  return status;
}

gsk_status gsk_encode_private_key(pkcs_private_key_info* private_key_info, gsk_buffer* stream) {
  *stream = {0, nullptr};
  return inside::guarded([&]() -> gsk_status {
    const auto key =
        private_key_info == nullptr ? ringside::base::ByteView() : inside::view(&private_key_info->derPrivateKeyInfo);
    if (key.empty()) return CMSERR_NO_PRIVATE_KEY;
    *stream = inside::buffer_of(key);
    return 0;
  });
}

gsk_status gsk_encode_export_certificate(pkcs_certificate* subject_certificate, pkcs_certificates* issuer_certificates,
                                         gskdb_export_format format, gsk_buffer* stream) {
  *stream = {0, nullptr};
  return inside::guarded(
      [&] { return inside::encode_certificate(subject_certificate, issuer_certificates, format, stream); });
}

gsk_status gsk_decode_certificate(gsk_buffer* stream, x509_certificate* certificate) {
  *certificate = {};
  return inside::guarded([&] { return inside::decode(stream, certificate); });
}
