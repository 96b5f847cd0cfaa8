// connectors/keyring_util/import_package.cpp - IMPORT: a certificate and its key from a PKCS#12 file to a key ring.
#include "connectors/keyring_util/import_package.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>

#include <gskcms.h>
#include <sys/stat.h>

#include <fmt/format.h>

#include "base/text.hpp"

namespace ringside::connectors::keyring_util {
namespace {

/// What is read from the package, freed at the end.
struct Package {
  Package() = default;
  ~Package() {
    gsk_free_certificate(&contents.certificate);
    gsk_free_private_key_info(&contents.privateKey);
    gsk_free_certificates(&issuers);
    gsk_free_buffer(&key);
    gsk_free_buffer(&certificate);
  }
  Package(const Package&) = delete;
  Package& operator=(const Package&) = delete;

  pkcs_cert_key contents{};
  pkcs_certificates issuers{};
  gsk_buffer key{}, certificate{};
};

std::optional<std::string> missing(const Request& request) {
  if (request.label.empty()) return "Error: Certificate label is required for this action.";
  if (request.file.empty()) return "Missing required -f argument";
  if (request.password.empty()) return "Missing required -p argument";
  if (request.usage.empty()) return "Missing required -u argument";
  if (request.label.size() >= IRRSDL_LABEL_MOST)
    return fmt::format("Label too long, max length is {}", static_cast<int>(IRRSDL_LABEL_MOST));
  return std::nullopt;
}

std::optional<std::string> content_of(const std::string& path, Output output) {
  struct stat status {};
  std::ifstream file(path, std::ios::binary);
  if (!file || ::stat(path.c_str(), &status) != 0) {
    output.error << "Could not open provided pkcs12 file.: " << std::strerror(errno) << "\n";
    return std::nullopt;
  }
  if (!S_ISREG(status.st_mode)) {
    output.out << "The file is not a regular file\n";
    return std::nullopt;
  }
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Returns false if the package cannot be read, once the message is written.
bool read(std::string content, const Request& request, Package& package, Output output) {
  gsk_buffer stream{static_cast<gsk_size>(content.size()), content.data()};
  const auto refused = [&](gsk_status status, const char* text) {
    if (status != 0) output.out << fmt::format("{}: rc = {:X}", text, status);
    return status != 0;
  };
  if (refused(gsk_decode_import_key(&stream, request.password.c_str(), &package.contents, &package.issuers),
              "Could not read p12 file")) {
    output.out << "\n";
    return false;
  }
  if (refused(gsk_encode_private_key(&package.contents.privateKey, &package.key), "WARN: Could not encode priv key"))
    output.out << ". If you expected to import a private key, check your p12 file and ensure it's present.\n";
  if (refused(gsk_encode_export_certificate(&package.contents.certificate, &package.issuers, gskdb_export_der_binary,
                                            &package.certificate),
              "Could not encode certificate")) {
    output.out << "\n";
    return false;
  }
  return true;
}

std::optional<std::uint32_t> usage_of(const std::string& word) {
  const std::string usage = base::upper(word);
  if (usage == "PERSONAL") return IRRSDL_USAGE_PERSONAL;
  if (usage == "CERTAUTH") return IRRSDL_USAGE_CERTAUTH;
  return std::nullopt;
}

client::Codes put(const Request& request, const Package& package, std::uint32_t usage) {
  std::array<char, IRRSDL_LABEL_MOST> label{};
  std::memcpy(label.data(), request.label.data(), request.label.size());
  irrsdl_data_put list{};
  list.usage = usage;
  list.certificate_length = package.certificate.length;
  list.certificate = package.certificate.data;
  list.key_length = package.key.length;
  list.key = package.key.data;
  list.label_length = static_cast<std::uint32_t>(request.label.size());
  list.label = label.data();
  list.owner = client::user_field(request.user);
  return client::call(IRRSDL64, IRRSDL_DATA_PUT, {request.user, request.ring}, &list);
}

}  // namespace

int import_package(const Request& request, Output output) {
  if (const auto message = missing(request)) return output.fail(*message);
  auto content = content_of(request.file, output);
  Package package;
  if (!content || !read(*std::move(content), request, package, output)) return 0;
  const auto usage = usage_of(request.usage);
  if (!usage) return output.fail("ERROR: '" + request.usage + "' parameter is invalid. Use CERTAUTH or PERSONAL.");
  output.show(put(request, package, *usage));
  return 0;
}

}  // namespace ringside::connectors::keyring_util
