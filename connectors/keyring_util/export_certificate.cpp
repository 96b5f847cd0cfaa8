// connectors/keyring_util/export_certificate.cpp - EXPORT: a certificate of a key ring as a PEM or PKCS#12 file.
#include "connectors/keyring_util/export_certificate.hpp"

#include <fstream>
#include <string_view>

#include <gskcms.h>

#include <fmt/format.h>

namespace ringside::connectors::keyring_util {
namespace {

constexpr const char* default_password = "password";

/// A buffer that is freed at the end.
struct Buffer {
  Buffer() = default;
  ~Buffer() { gsk_free_buffer(&octets); }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  [[nodiscard]] std::string_view view() const {
    return octets.data == nullptr ? std::string_view()
                                  : std::string_view(static_cast<const char*>(octets.data), octets.length);
  }

  gsk_buffer octets{};
};

std::string pem_of(Buffer& der) {
  Buffer text;
  gsk_encode_base64(&der.octets, &text.octets);
  return fmt::format("-----BEGIN CERTIFICATE-----\n{}-----END CERTIFICATE-----\n", text.view());
}

std::string package_of(gsk_handle handle, const Request& request) {
  Buffer package;
  const char* const password = request.password.empty() ? default_password : request.password.c_str();
  gsk_export_key(handle, request.label.c_str(), gskdb_export_pkcs12v3_binary, x509_alg_pbeWithSha1And128BitRc4,
                 password, &package.octets);
  return std::string(package.view());
}

void write(const Request& request, const std::string& content, Output output) {
  const std::string path = request.file.empty() ? request.label + (request.with_key ? ".p12" : ".pem") : request.file;
  std::ofstream file(path, std::ios::binary);
  if (file)
    file << content;
  else
    output.out << "Could not open " << path << " file.\n";
}

int export_from(gsk_handle handle, const Request& request, Output output) {
  Buffer der;
  if (const gsk_status status =
          gsk_export_certificate(handle, request.label.c_str(), gskdb_export_der_binary, &der.octets);
      status != 0)
    return output.fail(fmt::format("Could not find certificate {}: GSK rc = {:X}", request.label, status));
  write(request, request.with_key ? package_of(handle, request) : pem_of(der), output);
  return 0;
}

}  // namespace

int export_certificate(const Request& request, Output output) {
  if (request.label.empty()) return output.fail("Error: Certificate label is required for this action.");
  const std::string name = request.user + "/" + request.ring;
  gsk_handle handle = nullptr;
  if (const gsk_status status = gsk_open_keyring(name.c_str(), &handle, nullptr); status != 0)
    return output.fail(fmt::format("Could not open keyring {}: rc = {:X}", name, status));
  const int exit_status = export_from(handle, request, output);
  gsk_close_database(&handle);
  return exit_status;
}

}  // namespace ringside::connectors::keyring_util
