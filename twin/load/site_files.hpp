// twin/load/site_files.hpp - a folder of a site's certificates as files, which an unload does not hold.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/secret.hpp"
#include "emulator/crypto/certificates/certificate.hpp"
#include "emulator/crypto/keys/key.hpp"

namespace ringside::twin {

struct SiteFile {
  crypto::Certificate certificate;
  std::optional<crypto::PrivateKey> key{};
  std::string path;
};

/// The certificates of the files in a folder and the folders in it: PEM with any number of blocks, DER, PKCS#7 and
/// PKCS#12. A private key of a PKCS#12, or one in a file of its own, goes with the certificate that it belongs to.
class SiteFiles {
 public:
  SiteFiles() = default;  ///< no files
  /// `password` opens PKCS#12 files. Throws Refused if the folder cannot be read or holds too many certificates.
  SiteFiles(const std::string& folder, const std::optional<base::Secret>& password);

  /// The certificate with this SHA-256, in hexadecimal digits in upper case; nullptr if there is none.
  [[nodiscard]] const SiteFile* by_fingerprint(const std::string& fingerprint) const;
  /// The certificate with this serial number and issuer, as listed.
  [[nodiscard]] const SiteFile* by_serial(const std::string& serial, const std::string& issuer) const;
  [[nodiscard]] std::size_t size() const { return files_.size(); }
  /// Of each file that holds no certificate or key: its path and why.
  [[nodiscard]] const std::vector<std::string>& unreadable() const { return unreadable_; }

 private:
  void read(const std::string& path, const std::optional<base::Secret>& password);
  void add(const crypto::Certificate& certificate, const std::optional<crypto::PrivateKey>& key,
           const std::string& path);
  void give_keys();

  std::map<std::string, SiteFile> files_;                 // by fingerprint
  std::map<std::string, std::string> by_serial_;          // serial and issuer to fingerprint
  std::map<std::string, crypto::PrivateKey> loose_keys_;  // by the fingerprint of the public key
  std::vector<std::string> unreadable_;
};

}  // namespace ringside::twin
