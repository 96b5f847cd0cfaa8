// connectors/gskcms/buffers.cpp - octets and certificates between Ringside and the structures of C.
#include "connectors/gskcms/buffers.hpp"

#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "base/time.hpp"

namespace ringside::connectors::gskcms {
namespace {

constexpr int first_year = 1900;  // of struct tm

void* allocate(std::size_t count) {
  void* const storage = std::malloc(count);
  if (storage == nullptr) throw std::bad_alloc();
  return storage;
}

gsk_timeval time_of(base::Instant instant) {
  const base::CivilTime civil = base::to_local(instant, {});
  gsk_timeval time{};
  time.tm_year = civil.year - first_year;
  time.tm_mon = civil.month - 1;
  time.tm_mday = civil.day;
  time.tm_hour = civil.hour;
  time.tm_min = civil.minute;
  time.tm_sec = civil.second;
  return time;
}

base::Bytes serial_of(const crypto::Certificate& certificate) {
  base::Bytes octets;
  base::from_hex(certificate.serial(), octets);
  return octets;
}

}  // namespace

base::ByteView view(const gsk_buffer* buffer) {
  if (buffer == nullptr || buffer->data == nullptr) return {};
  return {static_cast<const std::uint8_t*>(buffer->data), buffer->length};
}

gsk_buffer buffer_of(base::ByteView bytes) {
  if (bytes.empty()) return {0, nullptr};
  gsk_buffer buffer{static_cast<gsk_size>(bytes.size()), allocate(bytes.size())};
  std::memcpy(buffer.data, bytes.data(), bytes.size());
  return buffer;
}

gsk_buffer buffer_of(std::string_view text) {
  return buffer_of(base::ByteView(base::to_bytes(text)));
}

x509_certificate structure_of(const crypto::Certificate& certificate) {
  x509_certificate structure{};
  structure.tbsCertificate.validity = {time_of(certificate.not_before()), time_of(certificate.not_after())};
  std::unique_ptr<x509_certificate, decltype(&gsk_free_certificate)> on_failure(&structure, gsk_free_certificate);
  structure.tbsCertificate.serialNumber = buffer_of(serial_of(certificate));
  structure.derCertificate = buffer_of(certificate.der());
  static_cast<void>(on_failure.release());
  return structure;
}

pkcs_certificates structure_of(const std::vector<crypto::Certificate>& certificates) {
  if (certificates.empty()) return {0, nullptr};
  pkcs_certificates structure{0,
                              static_cast<pkcs_certificate*>(allocate(certificates.size() * sizeof(pkcs_certificate)))};
  std::unique_ptr<pkcs_certificates, decltype(&gsk_free_certificates)> on_failure(&structure, gsk_free_certificates);
  for (const crypto::Certificate& certificate : certificates) {
    structure.certificates[structure.count] = structure_of(certificate);
    ++structure.count;
  }
  static_cast<void>(on_failure.release());
  return structure;
}

}  // namespace ringside::connectors::gskcms

void gsk_free_buffer(gsk_buffer* buffer) {
  if (buffer == nullptr) return;
  std::free(buffer->data);
  *buffer = {0, nullptr};
}

void gsk_free_certificate(x509_certificate* certificate) {
  if (certificate == nullptr) return;
  gsk_free_buffer(&certificate->tbsCertificate.serialNumber);
  gsk_free_buffer(&certificate->derCertificate);
}

void gsk_free_certificates(pkcs_certificates* certificates) {
  if (certificates == nullptr) return;
  for (gsk_uint32 at = 0; at < certificates->count; ++at) gsk_free_certificate(&certificates->certificates[at]);
  std::free(certificates->certificates);
  *certificates = {0, nullptr};
}

void gsk_free_private_key_info(pkcs_private_key_info* private_key_info) {
  if (private_key_info == nullptr) return;
  gsk_free_buffer(&private_key_info->derPrivateKeyInfo);
}
