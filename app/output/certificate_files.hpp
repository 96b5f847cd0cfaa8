// app/output/certificate_files.hpp - many certificates with their keys, each in real files of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/descriptor.hpp"
#include "base/random.hpp"
#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/database/certificates.hpp"

namespace ringside::app {

/// The name of the files of a label, without its end: letters, digits, '.', '-' and '_' as they are, other octets as %
/// and two hex digits. The first character is not '.' or '-'. So two labels never have the same name.
std::string file_name_of(const std::string& label);

/// A folder with LABEL.pem (the certificate and its issuers) and LABEL.key (the key in clear, mode 0600) for each
/// certificate; or with LABEL.p12 (mode 0600) if there is a password.
class CertificateFiles {
 public:
  /// Makes the folder, with mode 0700, if it is not there. Throws OutputError.
  CertificateFiles(std::string folder, std::optional<base::Secret> password);

  /// The path of a file of this label that exists, as a dangling link does; nullopt if there is none.
  [[nodiscard]] std::optional<std::string> existing(const std::string& label) const;

  /// Writes the files of a certificate; those that exist stay as they are. `now` is in milliseconds since 1970. Throws
  /// OutputError. May be called from several threads.
  void write(const database::CertificateRecord& record, const std::vector<crypto::Certificate>& issuers,
             const base::Randomness& randomness, std::int64_t now) const;

  /// Waits until all files are on the disk. Throws OutputError.
  void sync() const;

 private:
  [[nodiscard]] std::vector<std::string> ends() const;
  [[nodiscard]] bool exists(const std::string& name) const;
  [[nodiscard]] std::string pkcs12(const database::CertificateRecord& record,
                                   const std::vector<crypto::Certificate>& issuers, const base::Randomness& randomness,
                                   std::int64_t now) const;
  void create(const std::string& name, const std::string& content, unsigned mode) const;

  std::string folder_;
  std::optional<base::Secret> password_;
  base::Descriptor directory_;
};

}  // namespace ringside::app
